import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import type { CoreEvents } from '../../src/events/core.ts';
import { core } from '../../src/events/core.ts';
import { decode } from '../../src/events/decode.ts';
import type { EventDefinition } from '../../src/events/definition.ts';
import { encode } from '../../src/events/encode.ts';
import type { OwnEvents, Vocabulary } from '../../src/events/vocabulary.ts';
import { extend, typesOf } from '../../src/events/vocabulary.ts';
import { fold } from '../../src/history/fold.ts';
import { history } from '../../src/history/history.ts';
import { projection } from '../../src/history/projection.ts';
import { Instant, instant } from '../../src/primitives/instant.ts';
import { Moment } from '../../src/primitives/moment.ts';
import { Text } from '../../src/primitives/text.ts';
import { copyOf } from '../../src/projections/copyOf.ts';
import { clock, event, left, right } from '../history/tell.ts';

/** Whether each of two types is the other, and none is `any`. */
type Same<A, B> = 0 extends 1 & A ? never : [A, B] extends [B, A] ? true : never;

/** The data of a type in a vocabulary. */
type DataIn<V, K> = V extends Vocabulary<infer D> ? (K extends keyof D ? D[K] : never) : never;

interface EmailBrand {
  readonly Email: unique symbol;
}
const Email = t.brand(
  t.string,
  (text): text is t.Branded<string, EmailBrand> => text.includes('@'),
  'Email',
);
type Email = t.TypeOf<typeof Email>;

interface ShortBrand {
  readonly ShortEmail: unique symbol;
}
const ShortEmail = t.brand(
  Email,
  (text): text is t.Branded<Email, ShortBrand> => text.length < 20,
  'ShortEmail',
);

interface RangeBrand {
  readonly Range: unique symbol;
}
const Range = t.brand(
  t.type({ from: t.number, to: t.number }),
  (range): range is t.Branded<{ from: number; to: number }, RangeBrand> => range.from <= range.to,
  'Range',
);
type Range = t.TypeOf<typeof Range>;

/** As `withMessage` of io-ts-types makes it: a copy of the codec that validates otherwise. */
const withMessage = <C extends t.Any>(codec: C, message: string): C => {
  const validate: t.Validate<unknown, unknown> = (value, context) =>
    pipe(
      codec.validate(value, context) as t.Validation<unknown>,
      E.mapLeft(() => [{ value, context, message }]),
    );
  const copy = Object.assign(Object.create(Object.getPrototypeOf(codec) as object) as C, codec);
  const made = { validate, decode: (value: unknown) => validate(value, [{ key: '', type: copy }]) };
  return Object.assign(copy, made);
};

const DateFromText = new t.Type<Date, string>(
  'DateFromText',
  (value) => value instanceof Date,
  (value, context) =>
    typeof value === 'string' && !Number.isNaN(Date.parse(value))
      ? t.success(new Date(value))
      : t.failure(value, context),
  (date) => date.toISOString(),
);
const NumberFromText = new t.Type<number, string>(
  'NumberFromText',
  t.number.is,
  (value, context) =>
    typeof value === 'string' && value !== '' && Number.isFinite(Number(value))
      ? t.success(Number(value))
      : t.failure(value, context),
  String,
);
type Tags = ReadonlySet<string>;
const isTags = (value: unknown): value is Tags => value instanceof Set;
const TagsFromList = new t.Type<Tags, readonly string[]>(
  'TagsFromList',
  isTags,
  (value, context) =>
    pipe(
      t.readonlyArray(t.string).validate(value, context),
      E.map((tags) => new Set(tags)),
    ),
  (tags) => [...tags],
);
/** Writes what it is given, by a function of its own. */
const OwnText = new t.Type<string>('OwnText', t.string.is, t.string.validate, (text) =>
  text.slice(),
);

interface Tree {
  readonly at: Email;
  readonly parts: readonly Tree[];
}
interface WrittenTree {
  readonly at: string;
  readonly parts: readonly WrittenTree[];
}
const Tree: t.Type<Tree, WrittenTree> = t.recursion('Tree', (self) =>
  t.type({ at: Email, parts: t.readonlyArray(self) }),
);
const LateTree: t.Type<{ readonly at: Date }, { readonly at: string }> = t.recursion(
  'LateTree',
  () => t.type({ at: DateFromText }),
);

const vocabulary = extend(core, {
  'acme.Brand': Email,
  'acme.Twice': ShortEmail,
  'acme.Int': t.Int,
  'acme.Range': Range,
  'acme.Field': t.type({ to: Email, count: t.Int }),
  'acme.Partial': t.partial({ to: Email }),
  'acme.Both': t.intersection([t.type({ to: Email }), t.partial({ cc: ShortEmail })]),
  'acme.Nested': t.type({ range: Range, deep: t.type({ to: Email }) }),
  'acme.List': t.array(Email),
  'acme.ReadonlyList': t.readonlyArray(t.type({ to: Email })),
  'acme.Record': t.record(t.string, Email),
  'acme.Keys': t.record(t.keyof({ to: null, cc: null }), Email),
  'acme.Tuple': t.tuple([Email, t.Int]),
  'acme.Union': t.union([Email, t.null, Range]),
  'acme.Tagged': t.union([
    t.type({ kind: t.literal('a'), to: Email }),
    t.type({ kind: t.literal('b'), count: t.Int }),
  ]),
  'acme.Exact': t.exact(t.type({ to: Email })),
  'acme.Strict': t.strict({ to: Email }),
  'acme.Readonly': t.readonly(t.type({ to: Email })),
  'acme.Refined': t.refinement(t.type({ to: Email }), ({ to }) => to.length > 3),
  'acme.Recursive': Tree,
  'acme.Message': withMessage(Email, 'an address'),
  'acme.MessageField': t.type({ to: withMessage(Email, 'an address'), by: t.string }),
  'acme.Defined': {
    version: 2,
    data: t.type({ callId: t.string, to: Email }),
    happening: ({ callId }) => callId,
    upcasts: [{ from: 1, to: 2, up: (data) => data }],
  },
  'acme.OwnText': OwnText,
  'acme.Instant': t.type({ at: Instant, moment: Moment, text: Text }),
  'acme.Plain': t.type({ a: t.string, b: t.unknown }),
  'acme.Anything': t.UnknownRecord,
  'acme.Keyof': t.keyof({ a: null, b: null }),
});

/** The type of each, as its codec reads it. */
const types: readonly true[] = [
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Brand'>, Email>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Twice'>, t.TypeOf<typeof ShortEmail>>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Int'>, t.Int>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Range'>, t.TypeOf<typeof Range>>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Field'>, { to: Email; count: t.Int }>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Partial'>, { to?: Email }>,
  true satisfies Same<
    DataIn<typeof vocabulary, 'acme.Both'>,
    { to: Email } & { cc?: t.TypeOf<typeof ShortEmail> }
  >,
  true satisfies Same<
    DataIn<typeof vocabulary, 'acme.Nested'>,
    { range: t.TypeOf<typeof Range>; deep: { to: Email } }
  >,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.List'>, Email[]>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.ReadonlyList'>, readonly { to: Email }[]>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Record'>, Record<string, Email>>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Keys'>, { to: Email; cc: Email }>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Tuple'>, [Email, t.Int]>,
  true satisfies Same<
    DataIn<typeof vocabulary, 'acme.Union'>,
    Email | null | t.TypeOf<typeof Range>
  >,
  true satisfies Same<
    DataIn<typeof vocabulary, 'acme.Tagged'>,
    { kind: 'a'; to: Email } | { kind: 'b'; count: t.Int }
  >,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Exact'>, { to: Email }>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Strict'>, { to: Email }>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Readonly'>, Readonly<{ to: Email }>>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Refined'>, { to: Email }>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Recursive'>, Tree>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Message'>, Email>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.MessageField'>, { to: Email; by: string }>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Defined'>, { callId: string; to: Email }>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.OwnText'>, string>,
  true satisfies Same<
    DataIn<typeof vocabulary, 'acme.Instant'>,
    { at: Instant; moment: Moment; text: Text }
  >,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Plain'>, { a: string; b: unknown }>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Anything'>, { [key: string]: unknown }>,
  true satisfies Same<DataIn<typeof vocabulary, 'acme.Keyof'>, 'a' | 'b'>,
];

const told = (type: string, data: unknown) => ({
  ...event('Resolved', {}, clock('10:00:00'), { n: 0 }),
  type,
  data,
});

const addresses = projection({
  name: 'addresses',
  version: 1,
  scope: 'incident',
  vocabulary,
  initial: () => ({ to: [] as Email[], ranges: [] as Range[] }),
  on: {
    'acme.Brand': (draft, { data }) => {
      draft.to.push(data);
    },
    'acme.Nested': (draft, { data }) => {
      draft.to.push(data.deep.to);
      draft.ranges.push(copyOf(data.range));
    },
    'acme.Partial': (draft) => {
      // @ts-expect-error a text is no address
      draft.to.push('ann');
    },
  },
  view: ({ to, ranges: [range] }): [Email | null, Range | null] => [to[0] ?? null, range ?? null],
});

describe('own events of branded codecs', () => {
  it('have the types of what their codecs read', () => {
    expect(typesOf(vocabulary).filter((type) => type.includes('.'))).toHaveLength(types.length);
  });

  it('are read as they are', () => {
    const to = 'ann@acme.example';
    const read = right(decode(vocabulary)(told('acme.Field', { to, count: 2 })));
    const address: Email | null = read.type === 'acme.Field' ? read.data.to : null;
    expect(address).toBe(to);
  });

  it('are branded for handlers', () => {
    const deep = { to: 'ann@acme.example' };
    const range = { from: 1, to: 2 };
    const read = right(decode(vocabulary)(told('acme.Nested', { range, deep })));
    const state = right(fold(history([read], { vocabulary }), addresses));
    expect(addresses.view(state, instant('2025-01-01T00:00:00Z'))).toEqual([deep.to, range]);
  });

  it('say what their codecs say of what is wrong', () => {
    const { revision: _, recordedAt: __, ...unrecorded } = told('acme.MessageField', { to: 'ann' });
    const found = left(encode(vocabulary)(unrecorded as never));
    expect(found).toEqual([
      { path: 'data.to', expected: 'an address', actual: '"ann"' },
      { path: 'data.by', expected: 'string', actual: 'nothing' },
    ]);
  });
});

describe('own events whose types are told', () => {
  it('are taken with brands, alone and within another function', () => {
    const given: OwnEvents<{ 'acme.Field': { to: Email } }> = {
      'acme.Field': t.type({ to: Email }),
    };
    const withOwn = <X>(own: OwnEvents<X>): Vocabulary<CoreEvents & X> => extend(core, own);
    const [first, second] = [extend(core, given), withOwn({ 'acme.Field': t.type({ to: Email }) })];
    true satisfies Same<DataIn<typeof first, 'acme.Field'>, { to: Email }>;
    true satisfies Same<DataIn<typeof second, 'acme.Field'>, { to: Email }>;
    expect(typesOf(first)).toEqual(typesOf(second));
    expect(() => withOwn({ 'acme.Late': DateFromText })).toThrow('acme.Late: the codec');
  });
});

describe('own events of codecs that write something else than they read', () => {
  it('do not compile, and are refused where they are not compiled', () => {
    const says = (codec: string): string =>
      `the codec ${codec} writes something else than it reads: the data of an event is the same on both sides, plain JSON, so take a codec of what is written`;
    // @ts-expect-error a date is written as text
    expect(() => extend(core, { 'acme.Late': DateFromText })).toThrow(
      `acme.Late: ${says('DateFromText')}`,
    );
    // @ts-expect-error in a field
    expect(() => extend(core, { 'acme.Late': t.type({ at: DateFromText }) })).toThrow(
      `acme.Late.at: ${says('DateFromText')}`,
    );
    // @ts-expect-error in a field that may be absent
    expect(() => extend(core, { 'acme.Late': t.partial({ count: NumberFromText }) })).toThrow(
      `acme.Late.count: ${says('NumberFromText')}`,
    );
    const tagged = t.exact(t.intersection([t.type({ to: Email }), t.type({ tags: TagsFromList })]));
    // @ts-expect-error among other fields
    expect(() => extend(core, { 'acme.Late': tagged })).toThrow(
      `acme.Late.tags: ${says('TagsFromList')}`,
    );
    const many = t.record(t.string, t.readonlyArray(t.union([t.null, DateFromText])));
    // @ts-expect-error in a union in a list in a record
    expect(() => extend(core, { 'acme.Late': many })).toThrow(
      `acme.Late[][]: ${says('DateFromText')}`,
    );
    // @ts-expect-error in a tuple
    expect(() => extend(core, { 'acme.Late': t.tuple([t.string, DateFromText]) })).toThrow(
      `acme.Late[1]: ${says('DateFromText')}`,
    );
    // @ts-expect-error in what holds itself
    expect(() => extend(core, { 'acme.Late': LateTree })).toThrow(
      `acme.Late.at: ${says('DateFromText')}`,
    );
    // @ts-expect-error with a message of its own
    expect(() => extend(core, { 'acme.Late': withMessage(DateFromText, 'a date') })).toThrow(
      `acme.Late: ${says('DateFromText')}`,
    );
    const defined = { version: 1, data: t.type({ at: DateFromText }), happening: 'event' } as const;
    // @ts-expect-error in a definition
    expect(() => extend(core, { 'acme.Late': defined })).toThrow(
      `acme.Late.at: ${says('DateFromText')}`,
    );
    // @ts-expect-error beside one that does not
    expect(() => extend(core, { 'acme.Sent': Email, 'acme.Late': DateFromText })).toThrow(
      `acme.Late: ${says('DateFromText')}`,
    );
    const named: EventDefinition<{ at: Date }> = { ...defined };
    expect(() => extend(core, { 'acme.Late': named })).toThrow(
      `acme.Late.at: ${says('DateFromText')}`,
    );
  });
});
