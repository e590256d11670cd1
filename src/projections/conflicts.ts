import { isCertainlyBefore } from '../primitives/elapsed.ts';
import type { Moment } from '../primitives/moment.ts';

/** Whether two moments cannot have been the same, in any reading of an undecided zone. */
export const cannotCoincide = (a: Moment, b: Moment): boolean =>
  isCertainlyBefore(a, b) || isCertainlyBefore(b, a);

/** Those that are against at least one of the others. */
export const inConflict = <T>(
  all: readonly T[],
  areAgainst: (a: T, b: T) => boolean,
): readonly T[] =>
  all.length === 1 ? [] : all.filter((one) => all.some((another) => areAgainst(one, another)));

/** The same grouped by a key, in the order of their first. */
export const groupedBy = <T>(
  all: readonly T[],
  keyOf: (one: T) => string,
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
};
