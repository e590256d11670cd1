import { showValue } from '../primitives/fault.ts';
import { isObject } from '../primitives/isObject.ts';

/** Where two values differ. */
export interface Difference {
  /** Path from the root of the values, such as `entries.0.text`; empty for the root itself. */
  readonly path: string;
  /** What is there in the first value. */
  readonly expected: unknown;
  /** What is there in the second one. */
  readonly actual: unknown;
}

const prototypeOf = (value: object): unknown => Object.getPrototypeOf(value);

const isPlain = (value: object): boolean =>
  prototypeOf(value) === null || prototypeOf(value) === Object.prototype;

/** What an object holds, by key: what is `undefined` is as absent. */
const heldIn = (value: object): ReadonlyMap<unknown, unknown> => {
  if (value instanceof Map) return value;
  if (value instanceof Set) return new Map([...value].map((item, index) => [index, item]));
  if (value instanceof Date) return new Map([['time', value.getTime()]]);
  return new Map(
    Object.entries(value).filter(([, child]: readonly [string, unknown]) => child !== undefined),
  );
};

const isSameKind = (a: object, b: object): boolean =>
  Array.isArray(a) === Array.isArray(b) &&
  (Reflect.get(a, 'constructor') === Reflect.get(b, 'constructor') || (isPlain(a) && isPlain(b)));

/**
 * Where two values differ, in the order of the first one's keys; nowhere when they say the same. The order of keys
 * is no difference, nor is a key whose value is `undefined`.
 */
export const differencesIn = (
  expected: unknown,
  actual: unknown,
  path = '',
  above: readonly unknown[] = [],
): readonly Difference[] => {
  if (Object.is(expected, actual) || expected === actual) return [];
  if (!isObject(expected) || !isObject(actual) || !isSameKind(expected, actual)) {
    // Two functions that do the same are two, and nobody can tell.
    const areFunctions = typeof expected === 'function' && typeof actual === 'function';
    return areFunctions ? [] : [{ path, expected, actual }];
  }
  if (above.includes(expected)) return [];
  const [left, right] = [heldIn(expected), heldIn(actual)];
  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys].flatMap((key) =>
    differencesIn(
      left.get(key),
      right.get(key),
      path === '' ? String(key) : `${path}.${String(key)}`,
      [...above, expected],
    ),
  );
};

/** Says a difference as the end of a sentence, such as `at count: 1 replayed, 2 live`. */
export const showDifference = (
  { path, expected, actual }: Difference,
  first: string,
  second: string,
): string =>
  `${path === '' ? '' : ` at ${path}`}: ${showValue(expected)} ${first}, ${showValue(actual)} ${second}`;
