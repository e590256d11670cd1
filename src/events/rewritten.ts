import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { notJsonAt, sameJson } from '../primitives/json.ts';

/** The parts of a codec, as io-ts keeps them. */
type Parts =
  | { readonly _tag: 'InterfaceType' | 'PartialType'; readonly props: t.AnyProps }
  | { readonly _tag: 'IntersectionType' | 'UnionType'; readonly types: readonly t.Mixed[] }
  | { readonly _tag: 'TupleType'; readonly types: readonly t.Mixed[] }
  | { readonly _tag: 'ArrayType' | 'ReadonlyArrayType'; readonly type: t.Mixed }
  | { readonly _tag: 'ExactType' | 'ReadonlyType' | 'RefinementType'; readonly type: t.Mixed }
  | { readonly _tag: 'DictionaryType'; readonly codomain: t.Mixed }
  | { readonly _tag: 'RecursiveType'; readonly runDefinition: () => t.Mixed }
  | { readonly _tag: 'of another make' };

/** What codecs often make something else of: times, numbers and truth values as text, nothing, lists of pairs. */
const SAMPLES: readonly unknown[] = [
  '',
  'a',
  '1',
  'true',
  '{}',
  '2024-12-17',
  '2024-12-17T09:51:00.000Z',
  0,
  1,
  1_734_429_060_000,
  true,
  null,
  undefined,
  [],
  ['a'],
  [['a', 1]],
  {},
  { a: 1 },
];

const isSame = (written: unknown, read: unknown): boolean =>
  Object.is(written, read) ||
  (notJsonAt(written).length === 0 && notJsonAt(read).length === 0 && sameJson(written, read));

/** Whether it writes something else than what it reads of a sample; a codec that fails is not made for that one. */
const rewrites = (codec: t.Mixed, sample: unknown): boolean => {
  try {
    const read = codec.decode(sample);
    return E.isRight(read) && !isSame(codec.encode(read.right), read.right);
  } catch {
    return false;
  }
};

/** The parts of a codec, each with what leads to it; null for one of another make. */
const partsOf = (codec: t.Mixed): readonly (readonly [step: string, part: t.Mixed])[] | null => {
  const type = codec as unknown as Parts;
  switch (type._tag) {
    case 'InterfaceType':
    case 'PartialType':
      return Object.entries<t.Mixed>(type.props).map(([key, field]) => [`.${key}`, field]);
    case 'IntersectionType':
    case 'UnionType':
      return type.types.map((part) => ['', part]);
    case 'TupleType':
      return type.types.map((part, index) => [`[${index}]`, part]);
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return [['[]', type.type]];
    case 'ExactType':
    case 'ReadonlyType':
    case 'RefinementType':
      return [['', type.type]];
    case 'DictionaryType':
      return [['[]', type.codomain]];
    case 'RecursiveType':
      return [['', type.runDefinition()]];
    default:
      return null;
  }
};

/**
 * Where a codec, or a part of it, is found to write something else than it reads, as a date does that is written as text.
 *
 * @param place - What it is the codec of, for messages.
 * @param above - The codecs around it, which may hold themselves.
 */
export const rewritten = (
  codec: t.Mixed,
  place: string,
  above: readonly t.Mixed[] = [],
): readonly string[] => {
  // What is made of parts that all write what they read does so too, and io-ts tells that by this.
  if (codec.encode === t.identity || above.includes(codec)) return [];
  const parts = partsOf(codec);
  if (parts) {
    return parts.flatMap(([step, part]) => rewritten(part, `${place}${step}`, [...above, codec]));
  }
  if (!SAMPLES.some((sample) => rewrites(codec, sample))) return [];
  return [
    `${place}: the codec ${codec.name} writes something else than it reads: the data of an event is the same on both sides, plain JSON, so take a codec of what is written`,
  ];
};
