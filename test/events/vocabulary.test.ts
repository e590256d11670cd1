import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as t from 'io-ts';
import { core } from '../../src/events/core.ts';
import type { EventDefinition, Upcast } from '../../src/events/definition.ts';
import { upcastProblems } from '../../src/events/definition.ts';
import { decode } from '../../src/events/decode.ts';
import { excessIn } from '../../src/events/excess.ts';
import { definitionOf, extend, typesOf } from '../../src/events/vocabulary.ts';
import { coreTypes } from '../arbitraries/coreTypes.ts';
import { clock, event, right } from '../history/tell.ts';

const Call = t.type({ callId: t.string });
const own = (
  version: number,
  steps: readonly (readonly [number, number])[],
): EventDefinition<{ callId: string }> => ({
  version,
  data: Call,
  happening: 'event',
  upcasts: steps.map(([from, to]): Upcast => ({ from, to, up: (data) => data })),
});

describe('the core vocabulary', () => {
  it('has every type of the design, and an arbitrary for each', () => {
    expect(typesOf(core)).toHaveLength(37);
    expect([...typesOf(core)]).toEqual([...coreTypes]);
  });

  it('does not take what every object has for a type', () => {
    expect(definitionOf(core, 'toString')).toBeNull();
    expect(definitionOf(core, 'constructor')).toBeNull();
    expect(definitionOf(core, 'Detected')).not.toBeNull();
  });
});

describe('extend', () => {
  it('adds own types, by a codec or by a definition, and leaves the base as it is', () => {
    const vocabulary = extend(core, { 'acme.CallOpened': Call, 'acme.CallClosed': own(1, []) });
    expect(typesOf(vocabulary).slice(-2)).toEqual(['acme.CallOpened', 'acme.CallClosed']);
    expect(definitionOf(vocabulary, 'acme.CallOpened')).toMatchObject({
      version: 1,
      happening: 'event',
    });
    expect(definitionOf(core, 'acme.CallOpened')).toBeNull();
  });

  it('types the data of own events', () => {
    const vocabulary = extend(core, { 'acme.CallOpened': Call });
    const stored = {
      ...event('Resolved', {}, clock('10:00:00'), { n: 0 }),
      type: 'acme.CallOpened',
      data: { callId: 'c' },
    };
    const read = right(decode(vocabulary)(stored));
    const callId: string = read.type === 'acme.CallOpened' ? read.data.callId : '';
    expect(callId).toBe('c');
  });

  it.each(['CallOpened', 'Detected'])('refuses %s, which has no dot', (type) => {
    expect(() => extend(core, { [type]: Call })).toThrow(
      `expected a dot in the name of an own event type, got ${type}`,
    );
  });

  it('refuses a type twice', () => {
    const once = extend(core, { 'acme.CallOpened': Call });
    expect(() => extend(once, { 'acme.CallOpened': Call })).toThrow(
      'acme.CallOpened is in the vocabulary already',
    );
  });
});

describe('a chain of upcasts', () => {
  it.each<[string, number, readonly (readonly [number, number])[], readonly string[]]>([
    [
      'is whole',
      3,
      [
        [1, 2],
        [2, 3],
      ],
      [],
    ],
    [
      'may skip, as long as every version leads on',
      3,
      [
        [1, 3],
        [2, 3],
      ],
      [],
    ],
    ['has a gap', 3, [[2, 3]], ['x: no upcast from version 1']],
    [
      'ends too early',
      3,
      [[1, 2]],
      ['x: no upcast leads on from version 2', 'x: no upcast from version 2'],
    ],
    [
      'has two from one version',
      2,
      [
        [1, 2],
        [1, 2],
      ],
      ['x: two upcasts from version 1'],
    ],
    [
      'goes in a circle',
      3,
      [
        [1, 2],
        [2, 1],
      ],
      ['x: the upcast from 2 to 1 does not go up'],
    ],
    ['stands still', 2, [[1, 1]], ['x: the upcast from 1 to 1 does not go up']],
    [
      'goes down',
      2,
      [
        [1, 2],
        [2, 1],
      ],
      ['x: the upcast from 2 to 1 does not go up'],
    ],
    ['goes past the present', 2, [[1, 3]], ['x: the upcast from 1 to 3 passes version 2']],
    ['is missing', 2, [], ['x: no upcast from version 1']],
  ])('%s', (_, version, steps, problems) => {
    expect(upcastProblems('x', own(version, steps))).toEqual(problems);
  });

  it.each([0, 1.5, Number.NaN, -1])('cannot lead to version %d', (version) => {
    expect(upcastProblems('x', own(version, []))).toEqual([
      `x: expected a version that is a whole number from 1, got ${version}`,
    ]);
  });

  it('is checked when the vocabulary is built', () => {
    const broken = own(3, [[2, 3]]);
    expect(() => extend(core, { 'acme.CallOpened': broken })).toThrow(
      'acme.CallOpened: no upcast from version 1',
    );
  });

  it('is accepted exactly when every older version arrives', () => {
    const step = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(step, { maxLength: 5 }),
        (version, steps) => {
          const arrives = (from: number, moves: number): boolean => {
            const next = steps.filter(([start]) => start === from);
            return (
              from === version ||
              (moves > 0 && next.length === 1 && arrives(next[0]?.[1] ?? 0, moves - 1))
            );
          };
          const all = Array.from({ length: version - 1 }, (_, index) => index + 1).every((from) =>
            arrives(from, 5),
          );
          const upwards = steps.every(([from, to]) => from < to && to <= version);
          const single = new Set(steps.map(([from]) => from)).size === steps.length;
          expect(upcastProblems('x', own(version, steps)).length === 0).toBe(
            all && upwards && single,
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('excess', () => {
  it.each<[string, t.Mixed, unknown, readonly string[]]>([
    ['exact', t.exact(t.type({ a: t.number })), { a: 1, b: 2 }, ['b']],
    ['readonly', t.readonly(t.type({ a: t.number })), { a: 1, b: 2 }, ['b']],
    ['in an array', t.array(t.type({ a: t.number })), [{ a: 1 }, { a: 1, b: 2 }], ['1.b']],
    ['in a record', t.record(t.string, t.type({ a: t.number })), { k: { a: 1, b: 2 } }, ['k.b']],
    ['in a union', t.union([t.string, t.type({ a: t.number })]), { a: 1, b: 2 }, ['b']],
    [
      'in a readonly array of unions',
      t.readonlyArray(t.union([t.null, t.type({ a: t.number })])),
      [null, { a: 1, b: 2 }],
      ['1.b'],
    ],
    ['nowhere in a union that does not fit', t.union([t.string, t.number]), { a: 1 }, []],
    ['nowhere in what takes anything', t.UnknownRecord, { a: 1 }, []],
    [
      'nowhere in an intersection with what takes anything',
      t.intersection([t.UnknownRecord, t.type({ a: t.number })]),
      { a: 1, b: 2 },
      [],
    ],
    ['nowhere in what is undefined', t.type({}), { a: undefined }, []],
    ['nowhere in a wrong value', t.array(t.type({})), 5, []],
    ['nowhere in a wrong record', t.record(t.string, t.type({})), 5, []],
    [
      'in a refined part',
      t.type({ a: t.refinement(t.type({ b: t.number }), () => true) }),
      { a: { b: 1, c: 2 } },
      ['a.c'],
    ],
    [
      'in an exact array of its own',
      t.type({ a: t.readonly(t.array(t.type({}))) }),
      { a: [{ c: 2 }] },
      ['a.0.c'],
    ],
  ])('is found %s', (_, codec, value, paths) => {
    expect(excessIn(codec, value).map(({ path }) => path)).toEqual(paths);
  });
});
