import type { Instant } from './instant.ts';
import { msOf } from './instant.ts';

/**
 * A stretch of time, from its first instant up to, not including, its last.
 *
 * @public
 */
export interface Interval {
  /** Where it begins. */
  readonly from: Instant;
  /** Where it ends, not included; null while it still runs. */
  readonly to: Instant | null;
}

const endMs = ({ to }: Interval): number => (to === null ? Infinity : msOf(to));

/**
 * Length of an interval: infinite while it runs, never negative.
 *
 * @remarks Units: milliseconds.
 * @public
 */
export const lengthMs = (interval: Interval): number =>
  Math.max(0, endMs(interval) - msOf(interval.from));

/**
 * The same time as sorted intervals that neither overlap nor touch; empty ones are dropped.
 *
 * @public
 */
export const union = (intervals: readonly Interval[]): readonly Interval[] => {
  const sorted = intervals
    .filter((interval) => lengthMs(interval) > 0)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const merged: Interval[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last === undefined || endMs(last) < msOf(next.from)) merged.push(next);
    else if (endMs(next) > endMs(last))
      merged[merged.length - 1] = { from: last.from, to: next.to };
  }
  return merged;
};

/**
 * The part of an interval that lies inside another, or null when they share nothing.
 *
 * @public
 */
export const intersection = (a: Interval, b: Interval): Interval | null => {
  const from = a.from > b.from ? a.from : b.from;
  const to = endMs(a) < endMs(b) ? a.to : b.to;
  return to !== null && to <= from ? null : { from, to };
};

/**
 * What is left of the intervals when the others are taken out, as sorted intervals that do not touch.
 *
 * @public
 */
export const subtract = (
  intervals: readonly Interval[],
  out: readonly Interval[],
): readonly Interval[] => {
  const holes = union(out);
  return union(intervals).flatMap((whole) => {
    const rest: Interval[] = [];
    let from: Instant | null = whole.from;
    for (const hole of holes) {
      if (from === null || msOf(hole.from) >= endMs(whole)) break;
      if (hole.from > from) rest.push({ from, to: hole.from });
      if (hole.to === null) from = null;
      else if (hole.to > from) from = hole.to;
    }
    if (from !== null && msOf(from) < endMs(whole)) rest.push({ from, to: whole.to });
    return rest;
  });
};

/**
 * Total length of the time covered, overlap counted once.
 *
 * @remarks Units: milliseconds; infinite while one still runs.
 * @public
 */
export const measureMs = (intervals: readonly Interval[]): number =>
  union(intervals).reduce((sum, interval) => sum + lengthMs(interval), 0);

/**
 * How far two intervals are the same time: shared length over covered length, 0 to 1 (Jaccard index).
 *
 * @remarks Source: P. Jaccard, Distribution de la flore alpine, 1901. Two empty intervals give 0.
 * @public
 */
export const jaccard = (a: Interval, b: Interval): number => {
  const shared = intersection(a, b);
  const covered = measureMs([a, b]);
  if (shared === null || covered === 0) return 0;
  return covered === Infinity ? Number(lengthMs(shared) === Infinity) : lengthMs(shared) / covered;
};
