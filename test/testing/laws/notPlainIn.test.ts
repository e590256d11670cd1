import { describe, expect, it } from '@jest/globals';
import { notPlainIn } from '../../../src/testing/laws/notPlainIn.ts';

const frozen = Object.freeze({ a: Object.freeze([1]) });
const shared = { a: { b: 1 } };
const protoKey: unknown = JSON.parse('{"a":{"__proto__":1}}');
const hidden = Object.defineProperty({ a: 1 }, 'b', { value: 2, enumerable: false });
const listed = Object.assign([1], { more: 2 });

describe('a state', () => {
  it.each<[string, unknown]>([
    ['a tree', { a: [{ b: null }, 'text', true, 0.5], c: {} }],
    ['a leaf', 1],
    ['what is frozen, in two places', { one: frozen, two: frozen }],
  ])('is plain that is %s', (_, state) => {
    expect(notPlainIn(state, new Set())).toBeNull();
  });

  it('is plain that has an object of an event in two places', () => {
    const state = { one: shared, two: shared };
    expect(notPlainIn(state, new Set([shared, shared.a]))).toBeNull();
    expect(notPlainIn(state, new Set([shared]))).toMatchObject({ path: 'two.a' });
  });

  it.each<[string, unknown, string, RegExp]>([
    ['a bigint', { a: [1n] }, 'a.0', /^is a bigint, which JSON does not have$/],
    ['a function', { a: () => 1 }, 'a', /^is a function/],
    ['a symbol', { a: Symbol('s') }, 'a', /^is a symbol/],
    ['infinite', { a: -Infinity }, 'a', /^is -Infinity/],
    ['undefined', undefined, '', /^is undefined/],
    ['a Set', { a: new Set() }, 'a', /^is a Set, /],
    ['without a prototype', { a: Object.create(null) as object }, 'a', /^has a prototype/],
    ['a key __proto__', protoKey, 'a', /^has a key named __proto__/],
    ['a key that is a symbol', { [Symbol('s')]: 1 }, '', /^has the key Symbol\(s\), which is lost/],
    ['a hidden key', hidden, '', /^has the key b, /],
    [
      'a getter',
      {
        get a() {
          return 1;
        },
      },
      '',
      /^has the key a, /,
    ],
    ['a list with keys', { a: listed }, 'a', /^is a list with holes, or with keys/],
    ['the same twice', { one: shared, two: [shared] }, 'two.0', /^is the same object as one: /],
  ])('is not plain that has %s', (_, state, path, problem) => {
    expect(notPlainIn(state, new Set())).toEqual({
      path,
      problem: expect.stringMatching(problem),
    });
  });

  it('is not plain that holds itself, even frozen', () => {
    const ring: { self?: object } = {};
    ring.self = ring;
    Object.freeze(ring);
    expect(notPlainIn({ ring }, new Set())).toEqual({
      path: 'ring.self',
      problem: 'holds itself',
    });
  });
});
