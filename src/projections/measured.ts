import type { Elapsed } from '../primitives/elapsed.ts';
import { elapsed } from '../primitives/elapsed.ts';
import type { Moment } from '../primitives/moment.ts';
import { isPlaceable } from './placeOf.ts';

/**
 * The time between two moments, its `ms` null when either is wider than an hour: then only the bounds are honest.
 */
export const measured = (from: Moment, to: Moment): Elapsed => {
  const time = elapsed(from, to);
  return isPlaceable(from) && isPlaceable(to) ? time : { ...time, ms: null };
};

/** The milliseconds between two moments; null when one is absent or that is not known. */
export const msBetween = (from: Moment | undefined, to: Moment | undefined): number | null =>
  from && to ? measured(from, to).ms : null;
