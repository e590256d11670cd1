/** Plain JSON that can be changed. */
export type Mutable<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer I)[]
      ? Mutable<I>[]
      : { -readonly [K in keyof T]: Mutable<T[K]> };

/**
 * A copy of plain JSON that shares nothing with it, so that a state can keep what an event says.
 */
export function copyOf<T>(value: T): Mutable<T>;
export function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => copyOf(item));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return copyWithout(value as Readonly<Record<string, unknown>>, null);
}

/** A copy of an object of plain JSON, without one of its fields. */
export const copyWithout = (
  value: Readonly<Record<string, unknown>>,
  without: string | null,
): Record<string, unknown> => {
  const copy: Record<string, unknown> = {};
  // By key, and not by a list of entries: states are copied in for every event.
  // oxlint-disable-next-line guard-for-in
  for (const key in value) {
    if (key === without) continue;
    const child = value[key];
    if (key === '__proto__') {
      Object.defineProperty(copy, key, {
        value: copyOf(child),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    } else copy[key] = copyOf(child);
  }
  return copy;
};
