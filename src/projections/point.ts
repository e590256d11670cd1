import type { Bounds, Elapsed } from '../primitives/elapsed.ts';
import { boundsOf, elapsedWithin } from '../primitives/elapsed.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Moment } from '../primitives/moment.ts';
import { measured } from './measured.ts';
import type { Milestone } from './milestone.ts';
import { isNarrow, isPlaceable } from './placeOf.ts';

/** A milestone, with what every duration from or to it asks of its moment. */
export interface Point extends Bounds {
  readonly moment: Moment;
  readonly evidence: readonly EventId[];
  readonly isPlaceable: boolean;
  /** Where it is measured at: as `placeOf` has it. */
  readonly place: Instant | null;
}

/** A milestone's point: its ends are looked at once, for all durations. */
export const pointOf = ({ moment, evidence }: Pick<Milestone, 'moment' | 'evidence'>): Point => {
  const bounds = boundsOf(moment);
  const isWithin = moment.undecided === undefined ? isNarrow(bounds) : isPlaceable(moment);
  return {
    earliestMs: bounds.earliestMs,
    latestMs: bounds.latestMs,
    moment,
    evidence,
    isPlaceable: isWithin,
    place: moment.undecided === undefined && isWithin ? (moment.earliest ?? null) : null,
  };
};

/** The time from one to another. See {@link measured}. */
export const timeBetween = (from: Point, to: Point): Elapsed => {
  if (from.moment.undecided || to.moment.undecided) return measured(from.moment, to.moment);
  const time = elapsedWithin(from, to);
  return from.isPlaceable && to.isPlaceable ? time : { ...time, ms: null };
};
