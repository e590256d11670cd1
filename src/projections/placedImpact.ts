import type { Elapsed } from '../primitives/elapsed.ts';
import { elapsed, isCertainlyBefore } from '../primitives/elapsed.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Moment } from '../primitives/moment.ts';
import type { Evidenced, ToldImpact } from './impactRecord.ts';
import { placeOf } from './placeOf.ts';
import type { ImpactInterval } from './worstIntervals.ts';

/**
 * An impact that cannot be drawn or counted, since its start, a change or its end is not known to the hour, its
 * zone is undecided, its end is before its start, or nobody says when it started.
 *
 * @public
 */
export interface UnmeasuredImpact {
  /** Which impact. */
  readonly impactId: string;
  /** When it started; null when nobody says. */
  readonly from: Moment | null;
  /** When it ended; null when nobody says. */
  readonly to: Moment | null;
  /** The least it lasted, in milliseconds; null when unbounded. */
  readonly minMs: number | null;
  /** The most it lasted, in milliseconds; null when unbounded. */
  readonly maxMs: number | null;
  /** The events that say so. */
  readonly evidence: readonly EventId[];
}

/** An impact as intervals, or what keeps it from being that. */
export type PlacedImpact = readonly ImpactInterval[] | UnmeasuredImpact;

interface Ended {
  /** The end; null when there is none yet, undefined when there is one that cannot be placed. */
  readonly at: Instant | null | undefined;
  readonly by: Evidenced | null;
}

/** Whether a restoration may concern an impact: it is not certainly before its start. */
const mayEnd = (start: Evidenced, { moment }: Evidenced): boolean =>
  !isCertainlyBefore(moment, start.moment);

/** Where an impact ends: at its own end or at the restoration of service, whichever is first. */
const endOf = ({ ended }: ToldImpact, start: Evidenced, restored: readonly Evidenced[]): Ended => {
  const ends = [
    ...(ended ? [ended] : []),
    ...restored.filter((restoration) => mayEnd(start, restoration)),
  ];
  const placed = ends
    .flatMap((by) => {
      const at = placeOf(by.moment);
      return at === null ? [] : [{ at, by }];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return placed[0] ?? { at: ends.length === 0 ? null : undefined, by: ends[0] ?? null };
};

const segments = (
  { degree, changes }: ToldImpact,
  from: Instant,
  to: Instant | null,
): readonly ImpactInterval[] => {
  const turns = [{ at: from, degree }];
  for (const change of changes) {
    const at = placeOf(change.moment);
    if (at !== null && at >= from && (to === null || at < to)) {
      turns.push({ at, degree: change.degree });
    }
  }
  return turns
    .map((turn, index) => ({ from: turn.at, to: turns[index + 1]?.at ?? to, degree: turn.degree }))
    .filter((segment) => segment.from !== segment.to);
};

/** An impact as intervals, one for each degree it went through, where its times are known to the hour. */
export const placedImpact = (impact: ToldImpact, restored: readonly Evidenced[]): PlacedImpact => {
  const { impactId, started, changes } = impact;
  const end = started ? endOf(impact, started, restored) : { at: undefined, by: impact.ended };
  const from = started && placeOf(started.moment);
  const canPlace = changes.every(({ moment }) => placeOf(moment) !== null);
  if (from !== null && canPlace && end.at !== undefined && (end.at === null || from <= end.at)) {
    return segments(impact, from, end.at);
  }
  const bounds: Elapsed | null = started && end.by && elapsed(started.moment, end.by.moment);
  return {
    impactId,
    from: started?.moment ?? null,
    to: end.by?.moment ?? null,
    minMs: bounds?.minMs ?? null,
    maxMs: bounds?.maxMs ?? null,
    evidence: [...(started?.evidence ?? []), ...(end.by?.evidence ?? [])],
  };
};
