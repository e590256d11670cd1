import type { TimeMark } from './timeMark.ts';
import type { DatedDay } from './wallMoment.ts';
import { lastBefore, nearestTo, nextDay } from './yearOf.ts';

/** Gives times their days, one after the other. */
export interface DayKeeper {
  /** The day of a time; undefined when none is known. */
  dayOf(mark: TimeMark): DatedDay | undefined;
  /** Begins anew on a day, or on none. */
  restart(day: DatedDay | undefined): void;
  /** From now on puts no time on another day for its clock, until it begins anew. */
  hold(): void;
}

/** Minutes of the day that a time shows. */
export const minutesOf = ({ clock }: TimeMark): number =>
  (clock?.hour ?? 0) * 60 + (clock?.minute ?? 0);

/** The day that a mark names, its year counted back from publication, else nearest to another day. */
export const namedDay = (
  { day }: TimeMark,
  published: DatedDay | undefined,
  near: DatedDay | undefined,
): DatedDay | undefined => {
  if (!day) return undefined;
  if (day.year !== undefined) return { ...day, year: day.year };
  if (published) return lastBefore(day, published);
  return near && nearestTo(day, near);
};

/**
 * Begins to date times that go forward: one that is much earlier on the clock than the one before it is on the next day.
 *
 * @param stepBack - How many minutes earlier makes it the next day; less is taken as out of order.
 * @param assumed - Told of each time put on the next day.
 */
export const dayKeeper = (
  published: DatedDay | undefined,
  first: DatedDay | undefined,
  stepBack: number,
  assumed: (mark: TimeMark) => void,
): DayKeeper => {
  let day = first;
  let minutes: number | undefined;
  let held = false;
  return {
    dayOf: (mark) => {
      if (mark.day) day = namedDay(mark, published, day ?? first);
      else if (
        !held &&
        day &&
        mark.clock &&
        minutes !== undefined &&
        minutes - minutesOf(mark) > stepBack
      ) {
        day = nextDay(day);
        assumed(mark);
      }
      // A day that stands alone begins anew: what follows is on it, whatever its clock.
      if (mark.clock) minutes = minutesOf(mark);
      else if (mark.day) minutes = undefined;
      return day;
    },
    restart: (on) => {
      day = on;
      minutes = undefined;
      held = false;
    },
    hold: () => {
      held = true;
    },
  };
};
