import type { Moment } from '../../primitives/moment.ts';

/** Something known to have happened by the end of a moment, nobody says since when. */
export const byThen = ({ latest, written }: Moment): Moment =>
  latest === undefined ? { written: written ?? '' } : { latest };

/** Something known to have happened at the beginning of a moment or later. */
export const sinceThen = ({ earliest, written }: Moment): Moment =>
  earliest === undefined ? { written: written ?? '' } : { earliest };
