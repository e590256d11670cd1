import type * as t from 'io-ts';
import type { Fault } from '../primitives/fault.ts';
import { showValue } from '../primitives/fault.ts';

/** The parts of io-ts' own codecs that can be walked. */
type Walked =
  | t.InterfaceType<t.AnyProps>
  | t.PartialType<t.AnyProps>
  | t.IntersectionType<t.Any[]>
  | t.UnionType<t.Any[]>
  | t.RefinementType<t.Any>
  | t.ReadonlyType<t.Any>
  | t.ExactType<t.Any>
  | t.ReadonlyArrayType<t.Any>
  | t.ArrayType<t.Any>
  | t.DictionaryType<t.Any, t.Any>
  | { readonly _tag: 'opaque' };

const walked = (codec: t.Mixed): Walked => codec as unknown as Walked;

/** The codecs of each field an object codec knows; null for a codec that takes any field or is no object's. */
type Known = ReadonlyMap<string, t.Mixed> | null;

const fieldsIn = (codec: t.Mixed): Known => {
  const type = walked(codec);
  switch (type._tag) {
    case 'InterfaceType':
    case 'PartialType':
      return new Map(Object.entries<t.Mixed>(type.props));
    case 'IntersectionType': {
      const parts = type.types.map(knownFields);
      return parts.some((part) => part === null)
        ? null
        : new Map(parts.flatMap((part) => [...(part ?? [])]));
    }
    case 'RefinementType':
    case 'ReadonlyType':
    case 'ExactType':
      return knownFields(type.type);
    default:
      return null;
  }
};

const known = new WeakMap<t.Mixed, Known>();

/** The fields a codec knows, found once for each codec. */
const knownFields = (codec: t.Mixed): Known => {
  const found = known.get(codec);
  if (found !== undefined) return found;
  const fields = fieldsIn(codec);
  known.set(codec, fields);
  return fields;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const joined = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

const inside = (codec: t.Mixed, value: unknown, path: string): readonly Fault[] => {
  const type = walked(codec);
  switch (type._tag) {
    case 'UnionType': {
      const member = type.types.find((candidate) => candidate.is(value));
      return member ? excessIn(member, value, path) : [];
    }
    case 'RefinementType':
    case 'ReadonlyType':
    case 'ExactType':
      return excessIn(type.type, value, path);
    case 'ReadonlyArrayType':
    case 'ArrayType':
      return Array.isArray(value)
        ? value.flatMap((item, index) => excessIn(type.type, item, joined(path, `${index}`)))
        : [];
    case 'DictionaryType':
      return isObject(value)
        ? Object.entries(value).flatMap(([key, item]) =>
            excessIn(type.codomain, item, joined(path, key)),
          )
        : [];
    default:
      return [];
  }
};

/**
 * The fields of a value that its codec does not know, at any depth, as faults.
 *
 * @param codec - A codec made of io-ts' own parts; one of another kind is taken to know all fields.
 * @param under - Path of the value within the whole.
 */
export const excessIn = (codec: t.Mixed, value: unknown, under = ''): readonly Fault[] => {
  const fields = knownFields(codec);
  if (fields === null || !isObject(value)) return inside(codec, value, under);
  return Object.entries(value).flatMap(([key, item]) => {
    const path = joined(under, key);
    const field = fields.get(key);
    if (field) return excessIn(field, item, path);
    if (item === undefined) return [];
    return [
      {
        path,
        expected: `no such field (${[...fields.keys()].join(', ')})`,
        actual: showValue(item),
      },
    ];
  });
};
