import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { excessIn } from './excess.ts';
import { fillsIn, guardOf } from './guard.ts';
import { isPlain } from './objectGuard.ts';
import { isLeaf, plainCopy, REFUSED } from './plainCopy.ts';
import type { Walked } from './walkable.ts';
import { walkable } from './walkable.ts';

/**
 * Copies a value whose codec takes it as it is and knows all its fields; `REFUSED` for any other, and wherever that
 * cannot be told quickly. Copies are frozen, so that they can be shared and kept.
 */
export type Copier = (value: unknown) => unknown;

/** A field of an object's codec. */
export interface CopiedField {
  /** Copies its value. */
  readonly copy: Copier;
  /** Whether it must be there. */
  readonly isRequired: boolean;
}

/** One text, number, truth value or null, which is its own copy. */
const leaf = (codec: t.Mixed): Copier => {
  const guard = guardOf(codec);
  return (value) => (isLeaf(value) && guard(value) ? value : REFUSED);
};

/** What cannot be walked is asked itself, and copied as the plain JSON that it has to be. */
const asked = (codec: t.Mixed): Copier => {
  const guard = guardOf(codec);
  return (value) =>
    guard(value) && excessIn(codec, value).length === 0 ? plainCopy(value) : REFUSED;
};

const arrayOf =
  (item: Copier): Copier =>
  (value) => {
    if (!Array.isArray(value) || Object.keys(value).length !== value.length) return REFUSED;
    const copy: unknown[] = [];
    for (const each of value) {
      const copied = item(each);
      if (copied === REFUSED) return REFUSED;
      copy.push(copied);
    }
    return Object.freeze(copy);
  };

const recordOf = (domain: t.Mixed, codomain: Copier): Copier => {
  const isKey = guardOf(domain);
  return (value) => {
    if (!isPlain(value)) return REFUSED;
    const copy: Record<string, unknown> = {};
    // A plain object has no other keys than its own.
    // oxlint-disable-next-line guard-for-in
    for (const key in value) {
      if (key === '__proto__' || !isKey(key)) return REFUSED;
      const copied = codomain(value[key]);
      if (copied === REFUSED) return REFUSED;
      copy[key] = copied;
    }
    return Object.freeze(copy);
  };
};

/** Where one gets to in an object by its fields in their order, and which field came next there before. */
interface Place extends CopiedField {
  readonly key: string;
  next: Place | null;
}

/** The copier of an object with these fields and no others. */
export const objectOf = (fields: ReadonlyMap<string, CopiedField>): Copier => {
  const required = [...fields.values()].filter(({ isRequired }) => isRequired).length;
  const places = new Map(
    [...fields].map(([key, field]): [string, Place] => [key, { key, next: null, ...field }]),
  );
  const start: Place = { key: '', next: null, copy: () => REFUSED, isRequired: false };
  return (value) => {
    if (!isPlain(value)) return REFUSED;
    const copy: Record<string, unknown> = {};
    let missing = required;
    let place = start;
    // A plain object has no other keys than its own.
    // oxlint-disable-next-line guard-for-in
    for (const key in value) {
      const before: Place = place;
      const next = before.next?.key === key ? before.next : places.get(key);
      if (next === undefined) return REFUSED;
      const copied = next.copy(value[key]);
      if (copied === REFUSED) return REFUSED;
      if (next.isRequired) missing -= 1;
      copy[key] = copied;
      before.next = next;
      place = next;
    }
    return missing === 0 ? Object.freeze(copy) : REFUSED;
  };
};

/** The first member that takes a value decides; one that refuses it here may take it yet. */
const unionOf =
  (members: readonly { readonly codec: t.Mixed; readonly copy: Copier }[]): Copier =>
  (value) => {
    for (const { codec, copy } of members) {
      const copied = copy(value);
      if (copied !== REFUSED) return copied;
      if (E.isRight(codec.decode(value))) return REFUSED;
    }
    return REFUSED;
  };

/** The fields of an object's codec; null for one of something else, of more than its fields, or of one given twice. */
export const copiedFields = (codec: t.Mixed): ReadonlyMap<string, CopiedField> | null => {
  const type = walkable(codec);
  switch (type?._tag) {
    case 'InterfaceType':
    case 'PartialType': {
      const isType = type._tag === 'InterfaceType';
      const entries = Object.entries<t.Mixed>(type.props);
      // What every object inherits is there for a codec without being a field.
      if (entries.some(([key]) => key in Object.prototype)) return null;
      return new Map(
        entries.map(([key, field]) => [
          key,
          { copy: copierOf(field), isRequired: isType || fillsIn(field) },
        ]),
      );
    }
    case 'IntersectionType': {
      const entries: (readonly [string, CopiedField])[] = [];
      for (const part of type.types) {
        const fields = copiedFields(part);
        if (fields === null) return null;
        entries.push(...fields);
      }
      const fields = new Map(entries);
      return fields.size === entries.length ? fields : null;
    }
    default:
      return null;
  }
};

const walkedCopier = (codec: t.Mixed, type: Walked): Copier | null => {
  switch (type._tag) {
    case 'StringType':
    case 'NumberType':
    case 'BooleanType':
    case 'NullType':
    case 'LiteralType':
    case 'KeyofType':
      return leaf(codec);
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return arrayOf(copierOf(type.type));
    case 'DictionaryType':
      return recordOf(type.domain, copierOf(type.codomain));
    case 'UnionType':
      return unionOf(type.types.map((member) => ({ codec: member, copy: copierOf(member) })));
    case 'RefinementType': {
      const copy = copierOf(type.type);
      return (value) => {
        const copied = copy(value);
        return copied !== REFUSED && type.predicate(value) ? copied : REFUSED;
      };
    }
    case 'InterfaceType':
    case 'PartialType':
    case 'IntersectionType': {
      const fields = copiedFields(codec);
      return fields && objectOf(fields);
    }
    default:
      return null;
  }
};

/** The copier that a codec gives when it is walked once. */
export const copierOf = (codec: t.Mixed): Copier => {
  const type = walkable(codec);
  return (type && walkedCopier(codec, type)) ?? asked(codec);
};
