import { isObject } from '../primitives/isObject.ts';

/**
 * A place at which two views differ.
 *
 * @public
 */
export interface FieldDifference {
  /** Path from the root of the views, such as `entries.0.text`; empty for the root itself. */
  readonly path: string;
  /** What the first view has there; undefined for nothing. */
  readonly a: unknown;
  /** What the second view has there; undefined for nothing. */
  readonly b: unknown;
}

/** What an object holds, by key. */
const fieldsOf = (value: object): ReadonlyMap<string, unknown> => {
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [String(key), item]));
  if (value instanceof Date) return new Map([['time', value.getTime()]]);
  return new Map<string, unknown>(Object.entries(value));
};

const itemsOf = (value: object): readonly unknown[] | null =>
  value instanceof Set ? [...value] : Array.isArray(value) ? value : null;

const joined = (path: string, key: string | number): string =>
  path === '' ? `${key}` : `${path}.${key}`;

const isSame = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) || viewDifferences(a, b).length === 0;

/** How many items two lists share from their beginning; from their end, when turned around. */
const sharedBy = (a: readonly unknown[], b: readonly unknown[]): number => {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && isSame(a[shared], b[shared])) shared += 1;
  return shared;
};

/** Lists are compared between what both begin and end with, so that one more item is one difference. */
const betweenLists = (
  a: readonly unknown[],
  b: readonly unknown[],
  path: string,
): readonly FieldDifference[] => {
  const first = sharedBy(a, b);
  const last = sharedBy(a.slice(first).toReversed(), b.slice(first).toReversed());
  const left = a.slice(first, a.length - last);
  const right = b.slice(first, b.length - last);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => index).flatMap(
    (index) => viewDifferences(left[index], right[index], joined(path, first + index)),
  );
};

/**
 * Where two views, or two states, differ, in the order of the first one's fields; nowhere when they say the same. A field
 * that is `undefined` is as absent, and the order of fields is no difference.
 *
 * @param path - Path that the two are at.
 * @public
 */
export const viewDifferences = (a: unknown, b: unknown, path = ''): readonly FieldDifference[] => {
  if (Object.is(a, b) || a === b) return [];
  if (!isObject(a) || !isObject(b)) return [{ path, a, b }];
  const [items, others] = [itemsOf(a), itemsOf(b)];
  if (items && others) return betweenLists(items, others, path);
  if (items || others) return [{ path, a, b }];
  const [left, right] = [fieldsOf(a), fieldsOf(b)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    viewDifferences(left.get(key), right.get(key), joined(path, key)),
  );
};
