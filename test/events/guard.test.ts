import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { core } from '../../src/events/core.ts';
import { decode, decodeClosely } from '../../src/events/decode.ts';
import { guardOf } from '../../src/events/guard.ts';
import { soundIn } from '../../src/events/sound.ts';
import { extend } from '../../src/events/vocabulary.ts';
import { EventId, IncidentId } from '../../src/primitives/ids.ts';
import { Instant } from '../../src/primitives/instant.ts';
import { Moment } from '../../src/primitives/moment.ts';
import { Text } from '../../src/primitives/text.ts';
import { eventArbitrary } from '../../src/testing/arbitraries/eventArbitrary.ts';
import { anyInstant } from '../../src/testing/arbitraries/times.ts';
import { coreTypes } from '../arbitraries/coreTypes.ts';
import { mutated } from '../arbitraries/mutated.ts';

const point = t.type({ kind: t.literal('point'), x: t.number });
const line = t.intersection([
  t.type({ kind: t.literal('line') }),
  t.partial({ from: point, label: t.string }),
]);

/** A codec of one's own that changes what it reads. */
const trimmed = new t.Type<string, string>(
  'trimmed',
  t.string.is,
  (value, context) =>
    typeof value === 'string' ? t.success(value.trim()) : t.failure(value, context),
  t.identity,
);

/** One of io-ts' whose validation was replaced. */
const replaced = new t.InterfaceType(
  'replaced',
  t.type({ a: t.string }).is,
  (value, context) => t.failure(value, context),
  t.identity,
  { a: t.string },
);

/** A codec that gives something for what is absent. */
const filledIn = new t.Type<string, string>(
  'filled in',
  t.string.is,
  (value, context) => (value === undefined ? t.success('none') : t.string.validate(value, context)),
  t.identity,
);

/** A codec that is not made for what is absent. */
const unsafe = new t.Type<string, string>(
  'unsafe',
  t.string.is,
  (value, context) => {
    if (value === undefined) throw new TypeError('expected something');
    return t.string.validate(value, context);
  },
  t.identity,
);

interface PositiveBrand {
  readonly Positive: unique symbol;
}
const positive = t.brand(
  t.number,
  (value): value is t.Branded<number, PositiveBrand> => value > 0,
  'Positive',
);

const ownCodecs: readonly t.Mixed[] = [
  point,
  t.type({ kind: t.literal('point'), x: positive }),
  t.record(t.string, t.union([positive, t.string])),
  t.union([point, line]),
  t.union([t.exact(t.type({ a: t.string })), t.type({ a: t.string, b: t.number })]),
  t.union([t.partial({ a: t.string }), t.array(t.string), t.null]),
  t.exact(t.intersection([t.type({ a: t.string }), t.partial({ b: t.boolean })])),
  t.strict({ a: t.unknown }),
  t.type({ a: t.unknown, b: t.union([t.undefined, t.string]) }),
  t.type({ toString: t.unknown }),
  t.partial({ constructor: t.string }),
  t.intersection([point, t.refinement(point, ({ x }) => x > 0)]),
  t.intersection([t.type({ a: t.string }), t.type({ a: t.refinement(t.string, (a) => a > '') })]),
  t.record(t.keyof({ a: null, b: null }), t.number),
  t.record(
    t.refinement(t.string, (key) => key.length < 3, 'short'),
    t.number,
  ),
  t.record(t.string, t.any),
  t.UnknownRecord,
  t.UnknownArray,
  t.tuple([t.string, t.number]),
  t.readonly(point),
  t.readonlyArray(point),
  t.keyof({ a: null, b: null }),
  t.type({ a: trimmed }),
  t.partial({ a: replaced }),
  t.partial({ a: filledIn, b: t.unknown }),
  t.intersection([t.partial({ a: filledIn }), t.type({ x: t.number })]),
  t.type({ a: t.Integer, b: t.bigint }),
  t.recursion('tree', (self) => t.partial({ a: self, b: t.number })),
  Moment,
  Text,
];

const values: fc.Arbitrary<unknown> = fc
  .oneof(
    fc.record(
      {
        kind: fc.constantFrom('point', 'line', 'other'),
        x: fc.oneof(fc.integer(), fc.double()),
        a: fc.oneof(fc.string(), fc.integer(), fc.object({ maxDepth: 1 })),
        b: fc.oneof(fc.boolean(), fc.integer(), fc.string()),
        label: fc.string(),
        from: fc.record({ kind: fc.constant('point'), x: fc.integer() }),
        earliest: anyInstant,
        latest: anyInstant,
        en: fc.string(),
      },
      { requiredKeys: [] },
    ),
    fc.array(fc.oneof(fc.string(), fc.integer())),
    fc.anything(),
  )
  .chain(mutated);

/** What must hold of a guard and its codec: a true is the very same reference. */
const agree = (guard: (value: unknown) => boolean, codec: t.Mixed, value: unknown): void => {
  if (!guard(value)) return;
  const decoded = codec.decode(value);
  expect(E.isRight(decoded) && decoded.right === value).toBe(true);
};

describe('a guard', () => {
  it.each(ownCodecs)('is true only where decode gives back the same: %#', (codec) => {
    const guard = guardOf(codec);
    fc.assert(
      fc.property(values, (value) => agree(guard, codec, value)),
      { numRuns: 500 },
    );
  });

  it('takes what is plainly right', () => {
    expect(guardOf(t.union([point, line]))({ kind: 'line', more: 1 })).toBe(true);
    expect(guardOf(t.exact(point))({ kind: 'point', x: 1 })).toBe(true);
    expect(
      guardOf(Text)({ erased: { at: '2024-12-17T09:51:00.000Z', reason: 'r', digest: 'd' } }),
    ).toBe(true);
    expect(guardOf(t.union([t.string, t.null]))(null)).toBe(true);
  });

  it('looks closely at what is undefined, not a number, or of a class', () => {
    class Point {
      readonly kind = 'point';
      readonly x = 1;
    }
    const guard = guardOf(t.intersection([point, t.partial({ label: t.string })]));
    expect(guard({ kind: 'point', x: 1 })).toBe(true);
    expect(guard({ kind: 'point', x: 1, label: undefined })).toBe(false);
    expect(guard({ kind: 'point', x: Number.NaN })).toBe(false);
    expect(guard(new Point())).toBe(false);
    expect(guard(Object.create({ kind: 'point', x: 1 }))).toBe(false);
  });

  it('looks closely where a codec gives something for what is absent', () => {
    const guard = guardOf(t.partial({ a: filledIn, b: t.number }));
    expect([guard({}), guard({ b: 1 }), guard({ a: 'a' })]).toEqual([false, false, true]);
    const careful = guardOf(t.partial({ a: unsafe }));
    expect([careful({}), careful({ a: 'a' })]).toEqual([false, true]);
  });

  it('goes on where there are more orders of fields than it remembers', () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const guard = guardOf(t.type(Object.fromEntries(keys.map((key) => [key, t.number]))));
    fc.assert(
      fc.property(fc.shuffledSubarray(keys), (some) => {
        const value = Object.fromEntries(some.map((key) => [key, 1]));
        expect(guard(value)).toBe(some.length === keys.length);
      }),
      { numRuns: 2000 },
    );
  });
});

/** As it comes from a log: arbitraries make objects without a prototype, which are looked at closely. */
const parsed = (value: object): object => JSON.parse(JSON.stringify(value)) as object;

const own = extend(core, {
  'acme.Drawn': t.union([point, line]),
  'acme.Trimmed': t.type({ a: trimmed }),
  'acme.Strict': t.strict({ a: t.string }),
});

describe('the quick test of events', () => {
  const isSound = soundIn(own);
  const [quickly, closely] = [decode(own), decodeClosely(own)];
  const recorded = { revision: 3, recordedAt: '2024-12-17T20:00:00.000Z', position: '0001' };

  it.each([...coreTypes])('agrees with the codecs on %s', (type) => {
    fc.assert(
      fc.property(
        eventArbitrary({ types: [type] }).chain((event) =>
          mutated(parsed({ ...event, ...recorded })),
        ),
        (event) => {
          const [a, b] = [quickly(event), closely(event)];
          expect(a).toEqual(b);
          if (isSound(event)) expect(E.isRight(a) && a.right === event).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['acme.Drawn', { kind: 'line', from: { kind: 'point', x: 2 } }, true],
    ['acme.Trimmed', { a: 'trimmed' }, true],
    ['acme.Trimmed', { a: ' not trimmed ' }, false],
    ['acme.Strict', { a: 'a' }, true],
    ['acme.Strict', { a: 'a', b: 'b' }, false],
    ['acme.Unknown', { anything: 1 }, true],
  ])('agrees with the codecs on %s with %j', (type, data, sound) => {
    fc.assert(
      fc.property(
        eventArbitrary({ types: ['NoteAdded'] }).chain((event) =>
          mutated(parsed({ ...event, ...recorded, type, data })),
        ),
        (event) => expect(quickly(event)).toEqual(closely(event)),
      ),
    );
    const event = fc.sample(eventArbitrary({ types: ['NoteAdded'] }), { numRuns: 1, seed: 1 })[0];
    expect(isSound(parsed({ ...event, ...recorded, type, data }))).toBe(sound);
  });

  it('takes every core event as it stands, but for corrections', () => {
    for (const type of coreTypes) {
      fc.assert(
        fc.property(eventArbitrary({ types: [type] }), (event) => {
          expect(isSound(parsed({ ...event, ...recorded }))).toBe(type !== 'Corrected');
        }),
      );
    }
  });
});

describe('the codecs of ids and instants', () => {
  const uuid =
    /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|0{8}-(?:0{4}-){3}0{12}|f{8}-(?:f{4}-){3}f{12})$/;
  const isInstant = (text: string): boolean =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString() === text;
  const edited = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc
      .tuple(
        texts,
        fc.nat({ max: 40 }),
        fc.constantFrom('', '0', '3', 'f', 'A', '-', ' ', '\n', '٣', '🙂'),
      )
      .map(([text, at, put]) => text.slice(0, at) + put + text.slice(at + (put === '' ? 0 : 1)));

  it('say of every UUID what its pattern says', () => {
    const known = fc.constantFrom(
      '00000000-0000-0000-0000-000000000000',
      'ffffffff-ffff-ffff-ffff-ffffffffffff',
    );
    fc.assert(
      fc.property(edited(fc.oneof(fc.uuid(), known)), (text) => {
        expect(EventId.is(text)).toBe(uuid.test(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('say of every instant what the calendar says', () => {
    const digits = fc
      .tuple(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 0, max: 61 }),
      )
      .map(([year, month, day, hour, minute]) => {
        const two = (n: number): string => `${n}`.padStart(2, '0');
        return `${`${year}`.padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00.000Z`;
      });
    fc.assert(
      fc.property(fc.oneof(digits, edited(anyInstant)), (text) => {
        expect(Instant.is(text)).toBe(isInstant(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('say of every incident id what its pattern says', () => {
    fc.assert(
      fc.property(edited(fc.string({ unit: 'binary', maxLength: 210 })), (text) => {
        expect(IncidentId.is(text)).toBe(/^[^\s\p{C}]{1,200}$/u.test(text));
      }),
    );
  });
});
