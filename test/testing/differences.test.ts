import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { differencesIn, showDifference } from '../../src/testing/differences.ts';

const ring: { self?: object; a: number } = { a: 1 };
ring.self = ring;
const other: { self?: object; a: number } = { a: 1 };
other.self = other;

describe('two values', () => {
  it.each<[string, unknown, unknown]>([
    ['in the order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['by a key that is undefined', { a: 1, b: undefined }, { a: 1 }],
    [
      'by their prototypes, where both are plain',
      { a: 1 },
      Object.assign(Object.create(null), { a: 1 }),
    ],
    ['being NaN', [Number.NaN], [Number.NaN]],
    ['by the sign of zero', { a: 0 }, { a: -0 }],
    ['being functions', { a: () => 1 }, { a: () => 2 }],
    ['holding themselves', ring, other],
    ['being equal maps', new Map([['a', [1]]]), new Map([['a', [1]]])],
    ['being equal dates', new Date(0), new Date(0)],
  ])('do not differ only %s', (_, left, right) => {
    expect(differencesIn(left, right)).toEqual([]);
  });

  it.each<[unknown, unknown, readonly string[]]>([
    [1, '1', ['']],
    [{ a: { b: [1, 2, 3] } }, { a: { b: [1, 0] } }, ['a.b.1', 'a.b.2']],
    [{ a: 1 }, { b: 1 }, ['a', 'b']],
    [[], {}, ['']],
    [null, {}, ['']],
    [new Map([['a', 1]]), new Map([['a', 2]]), ['a']],
    [new Map(), {}, ['']],
    [new Set([1]), new Set([2]), ['0']],
    [new Date(0), new Date(1), ['time']],
    [{ a: () => 1 }, { a: 1 }, ['a']],
  ])('differ where they do: %j and %j', (left, right, paths) => {
    expect(differencesIn(left, right).map(({ path }) => path)).toEqual(paths);
  });

  it('differ where their JSON does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        expect(differencesIn(left, JSON.parse(JSON.stringify(left)))).toEqual([]);
        const differ = JSON.stringify(left) !== JSON.stringify(right);
        expect(differencesIn(left, right).length > 0 ? differ : true).toBe(true);
      }),
    );
  });

  it('are told apart in words', () => {
    const tell = (left: unknown, right: unknown): readonly string[] =>
      differencesIn(left, right).map((each) => showDifference(each, 'before', 'after'));
    expect(tell({ a: 1 }, { a: 2 })).toEqual([' at a: 1 before, 2 after']);
    expect(tell(1, undefined)).toEqual([': 1 before, nothing after']);
  });
});
