import type { Degree } from '../events/impact.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Interval } from '../primitives/interval.ts';
import { lengthMs } from '../primitives/interval.ts';
import { worstOf } from './degrees.ts';

/**
 * A stretch of time and how badly something was hit during it.
 *
 * @public
 */
export interface ImpactInterval extends Interval {
  /** How badly. */
  readonly degree: Degree;
}

interface Turn {
  readonly at: Instant;
  readonly degree: Degree;
  readonly by: 1 | -1;
}

interface Open {
  readonly from: Instant;
  readonly degree: Degree;
}

const degreeOf = (open: Open | null): Degree | null => open?.degree ?? null;

const turnsOf = ({ from, to, degree }: ImpactInterval): readonly Turn[] =>
  to === null
    ? [{ at: from, degree, by: 1 }]
    : [
        { at: from, degree, by: 1 },
        { at: to, degree, by: -1 },
      ];

/**
 * The same time as intervals that do not overlap: at any instant the worst degree holds.
 *
 * @remarks Shape: a sweep line over the ends, so that a milder impact that lasts longer never cuts a worse one.
 */
export const worstIntervals = (intervals: readonly ImpactInterval[]): readonly ImpactInterval[] => {
  const real = intervals.filter((interval) => lengthMs(interval) > 0);
  if (real.length < 2) return real;
  const turns = real.flatMap(turnsOf).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const counts: Partial<Record<Degree, number>> = {};
  const worst: ImpactInterval[] = [];
  let open: Open | null = null;
  const close = (ended: Open | null, to: Instant | null): void => {
    if (ended) worst.push({ from: ended.from, to, degree: ended.degree });
  };
  for (const [index, { at, degree, by }] of turns.entries()) {
    counts[degree] = (counts[degree] ?? 0) + by;
    // Only when all turns of one instant are counted is it known what holds from there.
    if (turns[index + 1]?.at === at) continue;
    const now = worstOf(counts);
    if (now === degreeOf(open)) continue;
    close(open, at);
    open = now === null ? null : { from: at, degree: now };
  }
  close(open, null);
  return worst;
};
