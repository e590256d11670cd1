import * as t from 'io-ts';

/** The parts of io-ts' own codecs that a guard is made of. */
export type Walked =
  | t.StringType
  | t.NumberType
  | t.BooleanType
  | t.NullType
  | t.UnknownType
  | t.AnyArrayType
  | t.AnyDictionaryType
  | t.LiteralType<string | number | boolean>
  | t.KeyofType<Record<string, unknown>>
  | t.ArrayType<t.Mixed>
  | t.ReadonlyArrayType<t.Mixed>
  | t.DictionaryType<t.Mixed, t.Mixed>
  | t.UnionType<t.Mixed[]>
  | t.RefinementType<t.Mixed>
  | t.InterfaceType<t.AnyProps>
  | t.PartialType<t.AnyProps>
  | t.IntersectionType<t.Mixed[]>;

const noFields = t.type({});

/** One codec of each kind, as io-ts makes it. */
const OWN: readonly t.Mixed[] = [
  t.string,
  t.number,
  t.boolean,
  t.null,
  t.unknown,
  t.UnknownArray,
  t.UnknownRecord,
  t.literal(''),
  t.keyof({ a: null }),
  t.array(t.string),
  t.readonlyArray(t.string),
  t.record(t.string, t.string),
  t.union([t.string, t.number]),
  t.union([t.type({ tag: t.literal('a') }), t.type({ tag: t.literal('b') })]),
  t.refinement(t.string, () => true),
  noFields,
  t.partial({}),
  t.intersection([noFields, noFields]),
];

const tagOf = (codec: t.Mixed): string | null =>
  '_tag' in codec && typeof codec._tag === 'string' ? codec._tag : null;

/** How io-ts validates: the texts of those functions, by kind of codec. */
const ownTexts: ReadonlySet<string> = new Set(
  OWN.map((codec) => `${tagOf(codec)} ${String(codec.validate)}`),
);

const ownTags: ReadonlySet<string | null> = new Set(OWN.map(tagOf));

/**
 * A codec whose parts say all that it does; null for one of another make, and for one of io-ts' whose validation
 * was replaced.
 */
export const walkable = (codec: t.Mixed): Walked | null =>
  ownTexts.has(`${tagOf(codec)} ${String(codec.validate)}`) ? (codec as unknown as Walked) : null;

/** A codec whose parts may say less than it does, since its validation may have been replaced; null for one of another make. */
export const alike = (codec: t.Mixed): Walked | null =>
  ownTags.has(tagOf(codec)) ? (codec as unknown as Walked) : null;
