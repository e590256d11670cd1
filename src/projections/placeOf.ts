import type { Bounds } from '../primitives/elapsed.ts';
import { boundsOf } from '../primitives/elapsed.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Moment } from '../primitives/moment.ts';

/** The widest that a moment may be to stand for one instant: an hour. */
export const PLACEABLE_MS = 3_600_000;

/** Whether ends that are decided say their time to the hour. */
export const isNarrow = ({ earliestMs, latestMs }: Bounds): boolean =>
  earliestMs !== null && (latestMs === null || latestMs - earliestMs <= PLACEABLE_MS);

/**
 * Whether a moment says its time to the hour, under each of its readings. A sentence that only names the day
 * does not: its earliest instant is midnight, and nobody claims that it happened at midnight.
 */
export const isPlaceable = (moment: Moment): boolean =>
  moment.undecided === undefined
    ? isNarrow(boundsOf(moment))
    : moment.undecided.alternatives.every((reading) => isNarrow(boundsOf(reading)));

/**
 * The instant that a moment is drawn and measured at: its earliest. Null when it is unknown, when the moment is
 * wider than an hour, or while its zone is undecided.
 */
export const placeOf = (moment: Moment): Instant | null =>
  moment.undecided === undefined && isPlaceable(moment) ? (moment.earliest ?? null) : null;
