import * as fc from 'fast-check';
import { walkable } from '../../events/walkable.ts';
import { Actor } from '../../primitives/actor.ts';
import { EventId, IncidentId } from '../../primitives/ids.ts';
import { Instant } from '../../primitives/instant.ts';
import { Moment } from '../../primitives/moment.ts';
import { Source } from '../../primitives/source.ts';
import { Erased, Localized, Name, Text } from '../../primitives/text.ts';
import { momentArbitrary } from './momentArbitrary.ts';
import { erased, fewIds, filled, localizedText, name, text } from './texts.ts';
import { minuteOfDay } from './times.ts';
import { actor, anyEventId, anyIncidentId, source } from './whos.ts';

type Codec = Parameters<typeof walkable>[0];

/** Codecs of ours that say more than their parts do. */
const known: ReadonlyMap<unknown, fc.Arbitrary<unknown>> = new Map<unknown, fc.Arbitrary<unknown>>([
  [Actor, actor],
  [Erased, erased],
  [EventId, anyEventId],
  [IncidentId, anyIncidentId],
  [Instant, minuteOfDay],
  [Localized, localizedText],
  [Moment, momentArbitrary],
  [Name, name],
  [Source, source],
  [Text, text],
]);

const strings = fc.oneof(fewIds, filled, fc.constant(''));
const numbers = fc.oneof(
  fc.integer({ min: -10, max: 100 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Further than any refinement that random values should be tried on. */
const MOST_TRIES = 10_000;

/** The values that a refinement takes; one that takes next to none is not tried for ever. */
const refined = (
  values: fc.Arbitrary<unknown>,
  takes: (value: unknown) => boolean,
  what: string,
): fc.Arbitrary<unknown> => {
  let refusedInARow = 0;
  return values.filter((value) => {
    const isTaken = takes(value);
    refusedInARow = isTaken ? 0 : refusedInARow + 1;
    if (refusedInARow > MOST_TRIES) {
      throw new Error(
        `none of ${MOST_TRIES} values was ${what}: give an arbitrary for it in \`data\``,
      );
    }
    return isTaken;
  });
};

/** What a codec only marks, such as one made exact or read-only, stands for. */
const markedIn = (codec: Codec): Codec | null =>
  '_tag' in codec &&
  (codec._tag === 'ExactType' || codec._tag === 'ReadonlyType') &&
  'type' in codec
    ? // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      (codec.type as Codec)
    : null;

const merged = (parts: readonly unknown[]): unknown =>
  parts.every((part) => typeof part === 'object' && !Array.isArray(part))
    ? Object.assign({}, ...parts)
    : parts[0];

const derived = (codec: Codec, place: string): fc.Arbitrary<unknown> => {
  const own = known.get(codec);
  if (own) return own;
  const marked = markedIn(codec);
  if (marked) return derived(marked, place);
  const type = walkable(codec);
  const fields = (props: Readonly<Record<string, Codec>>): Record<string, fc.Arbitrary<unknown>> =>
    Object.fromEntries(
      Object.entries(props).map(([key, field]) => [key, derived(field, `${place}.${key}`)]),
    );
  switch (type?._tag) {
    case 'StringType':
      return strings;
    case 'NumberType':
      return numbers;
    case 'BooleanType':
      return fc.boolean();
    case 'NullType':
      return fc.constant(null);
    case 'UnknownType':
      return fc.jsonValue({ maxDepth: 2 });
    case 'AnyArrayType':
      return fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 3 });
    case 'AnyDictionaryType':
      return fc.dictionary(fewIds, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 });
    case 'LiteralType':
      return fc.constant(type.value);
    case 'KeyofType':
      return fc.constantFrom(...Object.keys(type.keys));
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return fc.array(derived(type.type, `${place}[]`), { maxLength: 3 });
    case 'DictionaryType': {
      const keys = derived(type.domain, `a key of ${place}`).filter(
        (key): key is string => typeof key === 'string',
      );
      return fc.dictionary(keys, derived(type.codomain, `${place}[]`), { maxKeys: 3 });
    }
    case 'UnionType':
      return fc.oneof(...type.types.map((member) => derived(member, place)));
    case 'RefinementType':
      return refined(derived(type.type, place), type.predicate, `${type.name} (${place})`);
    case 'InterfaceType':
      return fc.record(fields(type.props));
    case 'PartialType':
      return fc.record(fields(type.props), { requiredKeys: [] });
    case 'IntersectionType':
      return fc.tuple(...type.types.map((part) => derived(part, place))).map(merged);
    case undefined:
      throw new RangeError(
        `no arbitrary can be derived for ${place}, whose codec ${codec.name} is of a make of its own: give one in \`data\``,
      );
  }
};

/**
 * Values that a codec takes, derived from its parts.
 *
 * @param place - What the values are, for messages.
 * @remarks Errors: throws a RangeError for a codec that is not made of io-ts' own parts.
 */
export const codecArbitrary = (codec: Codec, place: string): fc.Arbitrary<unknown> =>
  refined(derived(codec, place), (value) => codec.is(value), place);
