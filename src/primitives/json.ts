/**
 * A value that JSON can hold.
 *
 * @public
 */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/**
 * An object that JSON can hold.
 *
 * @public
 */
export interface JsonObject {
  /** The value of that key. */
  readonly [key: string]: Json;
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/**
 * Where a value is not plain JSON (a function, NaN, a Date, a cycle …), or null when it is throughout.
 * A key whose value is `undefined` counts as absent.
 */
export const notJsonAt = (
  value: unknown,
  path = '',
  above: readonly object[] = [],
): string | null => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : path;
  if (typeof value !== 'object' || above.includes(value)) return path;
  if (!Array.isArray(value) && !isPlain(value)) return path;
  for (const [key, child] of Object.entries(value)) {
    if (child === undefined && !Array.isArray(value)) continue;
    const at = notJsonAt(child, path === '' ? key : `${path}.${key}`, [...above, value]);
    if (at !== null) return at;
  }
  return null;
};

/**
 * One text for equal JSON values, whatever the order of their keys; keys that are `undefined` are left out.
 *
 * @remarks Source: key order as in RFC 8785 (by UTF-16 code units).
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => `${JSON.stringify(key)}:${canonicalJson(child)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
};

/** Whether two JSON values say the same, whatever the order of their keys. */
export const sameJson = (a: unknown, b: unknown): boolean =>
  a === b || canonicalJson(a) === canonicalJson(b);
