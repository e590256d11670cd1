import type { Mutable } from '../history/mutable.ts';

/** What a state keeps of plain JSON that an event holds. */
export interface Keep {
  /** The JSON as the state keeps it. */
  <T>(value: T): Mutable<T>;
}

/**
 * A copy of plain JSON that shares nothing with it, so that a state can keep what an event says.
 *
 * @example
 * `draft.began = copyOf(event.occurredAt);`
 * @public
 */
export function copyOf<T>(value: T): Mutable<T>;
export function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => copyOf(item));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return copyWithout(value as Readonly<Record<string, unknown>>, null);
}

/** The JSON itself, for a state that lives no longer than the event and is not changed. */
export function itself<T>(value: T): Mutable<T>;
export function itself(value: unknown): unknown {
  return value;
}

/** A copy of an object of plain JSON, without one of its fields. */
export const copyWithout = (
  value: Readonly<Record<string, unknown>>,
  without: string | null,
  keep: Keep = copyOf,
): Record<string, unknown> => {
  const copy: Record<string, unknown> = {};
  // By key, and not by a list of entries: states are copied in for every event.
  // oxlint-disable-next-line guard-for-in
  for (const key in value) {
    if (key === without) continue;
    const child = keep(value[key]);
    if (key === '__proto__') {
      Object.defineProperty(copy, key, {
        value: child,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    } else copy[key] = child;
  }
  return copy;
};
