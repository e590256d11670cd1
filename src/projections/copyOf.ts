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
  if (Array.isArray(value)) return value.map((item: unknown) => copyOf(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copyOf(child)]));
}
