import type { Degree } from '../events/impact.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Interval } from '../primitives/interval.ts';
import { intersection, lengthMs, subtract } from '../primitives/interval.ts';
import type { ImpactInterval } from './worstIntervals.ts';
import { worstIntervals } from './worstIntervals.ts';

/**
 * How much each degree counts as down, under a name that is shown with the figures.
 *
 * @public
 */
export interface Weights {
  /** Its name. */
  readonly name: string;
  /** The share of the time that counts as down, 0 to 1, by degree. */
  readonly weights: Readonly<Record<Degree, number>>;
}

/**
 * Partial, full and unspecified impact count as down; degraded does not.
 *
 * @remarks Source: as incident.io computes uptime (partial and full outage at weight 1, degraded as up).
 * @public
 */
export const outageWeights: Weights = {
  name: 'outage',
  weights: { none: 0, degraded: 0, unspecified: 1, partial: 1, full: 1 },
};

/** The parts of the intervals that lie outside the excluded time. */
export const without = (
  intervals: readonly ImpactInterval[],
  exclude: readonly Interval[],
): readonly ImpactInterval[] =>
  exclude.length === 0
    ? intervals.filter((interval) => lengthMs(interval) > 0)
    : intervals.flatMap((interval) =>
        subtract([interval], exclude).map((part) => ({ ...part, degree: interval.degree })),
      );

/** The parts of the intervals that lie inside a stretch of time. */
export const within = (
  intervals: readonly ImpactInterval[],
  stretch: Interval,
): readonly ImpactInterval[] =>
  intervals.flatMap((interval) => {
    const part = intersection(interval, stretch);
    return part ? [{ ...part, degree: interval.degree }] : [];
  });

/** The intervals with an end: those that run are counted up to an instant. */
export const upTo = (
  intervals: readonly ImpactInterval[],
  at: Instant,
): readonly ImpactInterval[] =>
  intervals.map((interval) =>
    interval.to === null ? { ...interval, to: at < interval.from ? interval.from : at } : interval,
  );

/** How long the intervals count as down in milliseconds, overlap counted once with its worst degree. */
export const downtimeOf = (intervals: readonly ImpactInterval[], { weights }: Weights): number =>
  worstIntervals(intervals).reduce(
    (sum, interval) => sum + lengthMs(interval) * weights[interval.degree],
    0,
  );
