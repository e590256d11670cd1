import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { EventId, IncidentId } from '../primitives/ids.ts';
import { Instant } from '../primitives/instant.ts';
import type { Field, Guard } from './objectGuard.ts';
import { isPlain, objectGuard } from './objectGuard.ts';
import type { Walked } from './walkable.ts';
import { walkable } from './walkable.ts';

/** Codecs of ours whose `is` accepts what `decode` does, and gives back as it was. */
const LEAVES: ReadonlyMap<unknown, Guard> = new Map<unknown, Guard>([
  [Instant, Instant.is],
  [EventId, EventId.is],
  [IncidentId, IncidentId.is],
]);

/** Not `undefined`, which codecs treat in ways of their own; and not NaN, which is not the same as itself. */
const isSomething: Guard = (value) => value !== undefined && !Number.isNaN(value);

const isNotNaN = (value: unknown): boolean => typeof value === 'number' && !Number.isNaN(value);

/** What cannot be walked is asked itself. */
const asked =
  (codec: t.Mixed): Guard =>
  (value) => {
    if (!isSomething(value)) return false;
    const decoded = codec.decode(value);
    return E.isRight(decoded) && decoded.right === value;
  };

const arrayOf =
  (item: Guard): Guard =>
  (value) => {
    if (!Array.isArray(value)) return false;
    for (const each of value) if (!item(each)) return false;
    return true;
  };

const recordOf =
  (domain: Guard, codomain: Guard): Guard =>
  (value) => {
    if (!isPlain(value)) return false;
    // A plain object has no other keys than its own.
    // oxlint-disable-next-line guard-for-in
    for (const key in value) if (!domain(key) || !codomain(value[key])) return false;
    return true;
  };

/** Whether a codec gives something for what is absent, or is not made for it: then it must be asked. */
export const fillsIn = (codec: t.Mixed): boolean => {
  try {
    const decoded = codec.decode(undefined);
    return E.isRight(decoded) && decoded.right !== undefined;
  } catch {
    return true;
  }
};

/** The first member that takes a value decides; one that fails its guard may take it yet and change it. */
const unionOf =
  (members: readonly { readonly codec: t.Mixed; readonly guard: Guard }[]): Guard =>
  (value) => {
    for (const { codec, guard } of members) {
      if (guard(value)) return true;
      if (E.isRight(codec.decode(value))) return false;
    }
    return false;
  };

/** Members that a literal tells apart: what one takes, no other does. */
const taggedOf =
  (members: readonly Guard[]): Guard =>
  (value) => {
    for (const member of members) if (member(value)) return true;
    return false;
  };

/** The fields of an object's codec; null for a codec of something else, or of more than its fields. */
const fieldsOf = (
  codec: t.Mixed,
  guard: (codec: t.Mixed) => Guard,
): readonly (readonly [string, Field])[] | null => {
  const type = walkable(codec);
  switch (type?._tag) {
    case 'InterfaceType':
    case 'PartialType': {
      const isType = type._tag === 'InterfaceType';
      const entries = Object.entries<t.Mixed>(type.props);
      // What every object inherits is there for a codec without being a field.
      return entries.some(([key]) => key in Object.prototype)
        ? null
        : entries.map(([key, field]) => [
            key,
            { guard: guard(field), isRequired: isType || fillsIn(field) },
          ]);
    }
    case 'IntersectionType': {
      const parts = type.types.map((part) => fieldsOf(part, guard));
      return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
    }
    default:
      return null;
  }
};

/** The codec's own guard where it is one of io-ts' that is walked; null where it has to be asked. */
const walkedGuard = (
  codec: t.Mixed,
  type: Walked,
  guard: (codec: t.Mixed) => Guard,
): Guard | null => {
  switch (type._tag) {
    case 'StringType':
      return (value) => typeof value === 'string';
    case 'NumberType':
      return isNotNaN;
    case 'BooleanType':
      return (value) => typeof value === 'boolean';
    case 'NullType':
      return (value) => value === null;
    case 'UnknownType':
      return isSomething;
    case 'AnyArrayType':
    case 'AnyDictionaryType':
      return codec.is;
    case 'LiteralType':
      return (value) => value === type.value;
    case 'KeyofType': {
      const keys = new Set<unknown>(Object.getOwnPropertyNames(type.keys));
      return (value) => keys.has(value);
    }
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return arrayOf(guard(type.type));
    case 'DictionaryType':
      return recordOf(guard(type.domain), guard(type.codomain));
    case 'UnionType':
      return 'tag' in type
        ? taggedOf(type.types.map(guard))
        : unionOf(type.types.map((member) => ({ codec: member, guard: guard(member) })));
    case 'RefinementType': {
      const inner = guard(type.type);
      return (value) => inner(value) && type.predicate(value);
    }
    case 'InterfaceType':
    case 'PartialType':
    case 'IntersectionType': {
      const fields = fieldsOf(codec, guard);
      if (fields) return objectGuard(fields);
      if (type._tag !== 'IntersectionType') return null;
      const parts = type.types.map(guard);
      return (value) => parts.every((part) => part(value));
    }
  }
};

/**
 * A quick test derived from a codec by walking it once: `true` means that `decode` gives back the value itself;
 * `false` means that it must be asked.
 *
 * @remarks What is not io-ts' own, or does not give back the value it was given, such as `t.exact`, is asked on
 * the way. A union is walked where its first member that fits does.
 */
export const guardOf = (codec: t.Mixed): Guard => {
  const leaf = LEAVES.get(codec);
  if (leaf) return leaf;
  const type = walkable(codec);
  return (type && walkedGuard(codec, type, guardOf)) ?? asked(codec);
};
