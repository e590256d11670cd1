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

/** Whether it is an object literal's, of this realm or another: its prototype is the end of the chain. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** Nothing an incident needs is nested deeper; what is would exhaust the stack of whoever walks it. */
const DEEPEST = 100;

/**
 * Where a value is not plain JSON (a function, NaN, a Date, a cycle, nesting deeper than 100 …); nowhere when
 * it is throughout. A key whose value is `undefined` counts as absent.
 */
export const notJsonAt = (
  value: unknown,
  path = '',
  above: readonly object[] = [],
): readonly string[] => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || above.includes(value) || above.length > DEEPEST) return [path];
  if (!Array.isArray(value) && !isPlain(value)) return [path];
  return Object.entries(value)
    .filter(([, child]) => child !== undefined || Array.isArray(value))
    .flatMap(([key, child]) =>
      notJsonAt(child, path === '' ? key : `${path}.${key}`, [...above, value]),
    );
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
