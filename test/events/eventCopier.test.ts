import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { core } from '../../src/events/core.ts';
import { copierOf } from '../../src/events/copier.ts';
import { encodeClosely } from '../../src/events/encode.ts';
import { eventCopier } from '../../src/events/eventCopier.ts';
import { REFUSED } from '../../src/events/plainCopy.ts';
import { soundIn } from '../../src/events/sound.ts';
import { extend } from '../../src/events/vocabulary.ts';
import { eventArbitrary } from '../../src/testing/arbitraries/eventArbitrary.ts';
import { coreTypes } from '../arbitraries/coreTypes.ts';
import { mutated } from '../arbitraries/mutated.ts';

const point = t.type({ kind: t.literal('point'), x: t.number });

/** A codec that gives something for what is absent. */
const filledIn = new t.Type<string, string>(
  'filled in',
  t.string.is,
  (value, context) => (value === undefined ? t.success('none') : t.string.validate(value, context)),
  t.identity,
);

/** Codecs of one's own, of all kinds that are walked, and some that have to be asked. */
const own: Readonly<Record<string, t.Mixed>> = {
  'acme.Point': point,
  'acme.Union': t.union([point, t.type({ kind: t.literal('line'), from: point })]),
  'acme.Untagged': t.union([t.partial({ a: t.string }), t.array(t.string), t.null]),
  'acme.Exact': t.exact(t.intersection([t.type({ a: t.string }), t.partial({ b: t.boolean })])),
  'acme.Anything': t.type({ a: t.unknown, b: t.UnknownRecord, c: t.UnknownArray }),
  'acme.Inherited': t.partial({ constructor: t.string }),
  'acme.Twice': t.intersection([t.type({ a: t.string }), t.type({ a: t.string, b: t.number })]),
  'acme.Record': t.record(t.string, t.union([t.number, t.record(t.string, t.boolean)])),
  'acme.Keys': t.record(t.keyof({ a: null, b: null }), t.number),
  'acme.Readonly': t.readonly(t.type({ a: t.readonlyArray(t.array(t.number)) })),
  'acme.FilledIn': t.partial({ a: filledIn }),
  'acme.Branded': t.refinement(t.type({ n: t.number }), ({ n }) => n > 0),
};
const vocabulary = extend(core, own);

const ownData = fc.constantFrom<readonly [string, unknown]>(
  ['acme.Point', { kind: 'point', x: 1 }],
  ['acme.Union', { kind: 'line', from: { kind: 'point', x: 0 } }],
  ['acme.Untagged', { a: 'a' }],
  ['acme.Untagged', ['a']],
  ['acme.Untagged', null],
  ['acme.Exact', { a: 'a', b: true }],
  ['acme.Anything', { a: [{ deep: [1] }], b: { any: 1 }, c: [null] }],
  ['acme.Inherited', {}],
  ['acme.Twice', { a: 'a', b: 1 }],
  ['acme.Record', { a: 1, b: { c: true } }],
  ['acme.Record', JSON.parse('{ "__proto__": 1 }')],
  ['acme.Keys', { a: 1, b: 2 }],
  ['acme.Readonly', { a: [[1], []] }],
  ['acme.FilledIn', {}],
  ['acme.FilledIn', { a: 'a' }],
  ['acme.Branded', { n: 1 }],
);

const events: fc.Arbitrary<unknown> = fc.oneof(
  eventArbitrary(),
  fc.tuple(eventArbitrary(), ownData).map(([event, [type, data]]) => ({ ...event, type, data })),
);

/** As it comes out of JSON: what fast-check makes inherits from nothing. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const copyAll = eventCopier(vocabulary);
const copy = (event: unknown): unknown => copyAll([event])[0];

const isSound = soundIn(vocabulary);

const objectsIn = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null
    ? [value, ...Object.values(value).flatMap(objectsIn)]
    : [];

const asObject = (value: unknown): object =>
  typeof value === 'object' && value !== null ? value : {};
const partOf = (event: unknown, key: string): unknown => Reflect.get(asObject(event), key);

describe('a quick copy of an event', () => {
  it('is made only of what the codecs take, and is the same as theirs', () => {
    fc.assert(
      fc.property(events.map(plain).chain(mutated), (event) => {
        const copied = copy(event);
        if (copied === REFUSED) return;
        const closely = encodeClosely(vocabulary, event);
        expect(closely).toEqual(E.right(copied));
        expect(JSON.stringify(copied)).toBe(JSON.stringify(E.isRight(closely) && closely.right));
        const before = new Set(objectsIn(event));
        expect(objectsIn(copied).some((object) => before.has(object))).toBe(false);
        expect(objectsIn(copied).every((object) => Object.isFrozen(object))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is read as it stands', () => {
    fc.assert(
      fc.property(events.map(plain).chain(mutated), (event) => {
        const copied = copy(event);
        if (copied === REFUSED) return;
        const recording = { revision: 0, recordedAt: '2024-12-17T10:00:00.000Z' };
        expect(isSound({ ...asObject(copied), ...recording })).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('shares what the events share, while they are copied and no longer', () => {
    fc.assert(
      fc.property(eventArbitrary(), eventArbitrary(), (one, other) => {
        const event = plain(one) as Record<string, unknown>;
        const { occurredAt, source, actor } = event;
        const next = {
          ...(plain(other) as object),
          occurredAt,
          statedAt: occurredAt,
          source,
          actor,
        };
        const [first, second] = copyAll([event, next]);
        const again = copyAll([event])[0];
        if (first === REFUSED || second === REFUSED) return;
        for (const key of ['occurredAt', 'source', 'actor']) {
          const part: unknown = partOf(first, key);
          expect(partOf(second, key)).toBe(part);
          expect(partOf(again, key)).not.toBe(part);
          expect(partOf(again, key)).toEqual(part);
        }
        expect(partOf(second, 'statedAt')).toBe(partOf(first, 'occurredAt'));
      }),
      { numRuns: 50 },
    );
  });

  it('forgets what it saw when looking fails', () => {
    const [event] = fc.sample(eventArbitrary({ types: ['NoteAdded'] }), { seed: 1, numRuns: 1 });
    const shared = plain(event) as { occurredAt: object };
    const thrower = Object.defineProperty({ type: 'NoteAdded' }, 'data', {
      enumerable: true,
      get: () => {
        throw new Error('not now');
      },
    });
    expect(() => copyAll([shared, thrower])).toThrow('not now');
    shared.occurredAt = Object.assign(shared.occurredAt, { latest: 'never' });
    expect(copy(shared)).toBe(REFUSED);
  });

  it.each(coreTypes.filter((type) => type !== 'Corrected'))('is made of any %s', (type) => {
    fc.assert(
      fc.property(eventArbitrary({ types: [type] }), (event) => {
        expect(copy(plain(event))).toEqual(event);
      }),
      { numRuns: 10 },
    );
  });

  it.each(['Corrected', 'acme.Nowhere', '__proto__'])('is not made of a %s', (type) => {
    fc.assert(
      fc.property(eventArbitrary(), (event) => {
        expect(copy(plain({ ...event, type }))).toBe(REFUSED);
      }),
      { numRuns: 5 },
    );
  });

  it.each<[string, unknown]>([
    ['-0', -0],
    ['a list with more than its items', Object.assign([1], { more: 1 })],
    ['a hole in a list', Array.from({ length: 1 })],
    ['what is nested too deep', JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`)],
    ['a key that would be inherited from', JSON.parse('{ "__proto__": 1 }')],
    ['an object of a class', new Date(0)],
  ])('is not made of %s, wherever anything goes', (_, value) => {
    expect(copierOf(t.type({ a: t.unknown }))({ a: value })).toBe(REFUSED);
  });
});
