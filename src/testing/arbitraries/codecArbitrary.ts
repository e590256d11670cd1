import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import type { Walked } from '../../events/walkable.ts';
import { alike, walkable } from '../../events/walkable.ts';
import { Actor } from '../../primitives/actor.ts';
import { EventId, IncidentId } from '../../primitives/ids.ts';
import { Instant } from '../../primitives/instant.ts';
import { Moment } from '../../primitives/moment.ts';
import { Source } from '../../primitives/source.ts';
import { Erased, Localized, Name, Text } from '../../primitives/text.ts';
import { momentArbitrary } from './momentArbitrary.ts';
import { erased, fewIds, filled, localizedText, name, text } from './texts.ts';
import { minuteOfDay } from './times.ts';
import { refined } from './refined.ts';
import type { Codec, Unwalked } from './unwalked.ts';
import { namedKeys, unwalked } from './unwalked.ts';
import { actor, anyEventId, anyIncidentId, source } from './whos.ts';

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
/** Larger numbers cannot be added up, and no projection that does is at fault for that. */
const LARGEST = 1e300;

const numbers = fc.oneof(
  fc.integer({ min: -10, max: 100 }),
  fc.double({ min: -LARGEST, max: LARGEST, noNaN: true }),
);

const merged = (parts: readonly unknown[]): unknown =>
  parts.every((part) => typeof part === 'object' && !Array.isArray(part))
    ? Object.assign({}, ...parts)
    : parts[0];

/** Values of a codec; null where none ends, since each holds another of its kind. */
type Values = fc.Arbitrary<unknown> | null;

/** What values are derived for. */
interface Place {
  /** Its name, for messages. */
  readonly name: string;
  /** How often a codec may still hold itself. */
  readonly deeper: number;
}

const DEEPEST = 3;

const noItems = fc.constant([]);

const within = (place: Place, key: string): Place => ({ ...place, name: `${place.name}${key}` });

/** All of them; null where one is lacking. */
const complete = (values: readonly Values[]): readonly fc.Arbitrary<unknown>[] | null => {
  const found = values.filter((each) => each !== null);
  return found.length === values.length ? found : null;
};

const fieldsOf = (
  props: Readonly<Record<string, Codec>>,
  place: Place,
  isOptional: boolean,
): Values => {
  const fields = Object.entries(props).map(
    ([key, field]) => [key, derived(field, within(place, `.${key}`))] as const,
  );
  const found = fields.filter(
    (field): field is [string, fc.Arbitrary<unknown>] => field[1] !== null,
  );
  if (isOptional) return fc.record(Object.fromEntries(found), { requiredKeys: [] });
  return found.length === fields.length ? fc.record(Object.fromEntries(found)) : null;
};

/** Values of a codec that no guard is made of. */
const derivedUnwalked = (type: Unwalked, place: Place): Values => {
  switch (type._tag) {
    case 'ExactType':
    case 'ReadonlyType':
      return derived(type.type, place);
    case 'TupleType': {
      const items = complete(
        type.types.map((item, index) => derived(item, within(place, `[${index}]`))),
      );
      return items && fc.tuple(...items);
    }
    case 'RecursiveType': {
      const deeper = place.deeper - 1;
      return deeper < 0 ? null : derived(type.runDefinition(), { ...place, deeper });
    }
    case 'DictionaryType':
      return fieldsOf(
        Object.fromEntries(namedKeys(type.domain).map((key) => [key, type.codomain])),
        place,
        false,
      );
    case 'UndefinedType':
    case 'VoidType':
      return fc.constant(undefined);
    case 'AnyType':
      return fc.jsonValue({ maxDepth: 2 });
  }
};

const derivedWalked = (type: Walked, place: Place): Values => {
  switch (type._tag) {
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
    case 'ReadonlyArrayType': {
      const item = derived(type.type, within(place, '[]'));
      return item ? fc.array(item, { maxLength: 3 }) : noItems;
    }
    case 'DictionaryType': {
      const keys = derived(type.domain, { ...place, name: `a key of ${place.name}` });
      const values = derived(type.codomain, within(place, '[]'));
      const texts = keys?.filter((key): key is string => typeof key === 'string');
      return texts && values ? fc.dictionary(texts, values, { maxKeys: 3 }) : fc.constant({});
    }
    case 'UnionType': {
      const members = type.types
        .map((member) => derived(member, place))
        .filter((member) => member !== null);
      return members.length > 0 ? fc.oneof(...members) : null;
    }
    case 'RefinementType': {
      const values = derived(type.type, place);
      if (values === noItems) return type.predicate([]) ? values : null;
      return values && refined(values, type.predicate, `${type.name} (${place.name})`);
    }
    case 'InterfaceType':
      return fieldsOf(type.props, place, false);
    case 'PartialType':
      return fieldsOf(type.props, place, true);
    case 'IntersectionType': {
      const parts = complete(type.types.map((part) => derived(part, place)));
      return parts && fc.tuple(...parts).map(merged);
    }
  }
};

const derived = (codec: Codec, place: Place): Values => {
  const own = known.get(codec);
  if (own) return own;
  const type = walkable(codec);
  if (type) return derivedWalked(type, place);
  const other = unwalked(codec);
  if (other) return derivedUnwalked(other, place);
  const like = alike(codec);
  if (like === null) {
    throw new RangeError(
      `no arbitrary can be derived for ${place.name}, whose codec ${codec.name} is of a make of its own: give one in \`data\``,
    );
  }
  const values = derivedWalked(like, place);
  const isTaken = (value: unknown): boolean => E.isRight(codec.decode(value));
  return values && refined(values, isTaken, `${codec.name} (${place.name})`);
};

/**
 * Values that a codec takes, derived from its parts.
 *
 * @param place - What the values are, for messages.
 * @remarks Errors: throws a RangeError for a codec that is not made of io-ts' own parts, and for one whose values never
 * end.
 */
export const codecArbitrary = (codec: Codec, place: string): fc.Arbitrary<unknown> => {
  const values = derived(codec, { name: place, deeper: DEEPEST });
  if (values === null) {
    throw new RangeError(`no value of ${place} ever ends: give one in \`data\``);
  }
  return refined(values, (value) => codec.is(value), place);
};
