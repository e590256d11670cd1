import type { TimeMark } from './timeMark.ts';
import type { DatedDay } from './wallMoment.ts';
import { isDated } from './wallMoment.ts';
import { lastBefore, nearestTo, nextDay } from './yearOf.ts';
import { zoneShift } from './zoneShift.ts';

/** Gives times their days, one after the other. */
export interface DayKeeper {
  /** The day of a time; undefined when none is known. */
  dayOf(mark: TimeMark): DatedDay | undefined;
  /** Begins anew on a day, or on none. */
  restart(day: DatedDay | undefined): void;
  /** Begins anew on a day that holds for all that name none, whatever days others name. */
  general(day: DatedDay | undefined): void;
  /** From now on puts no time on another day for its clock, until it begins anew. */
  hold(): void;
}

/** Minutes of the day that a time shows. */
export const minutesOf = ({ clock }: TimeMark): number =>
  (clock?.hour ?? 0) * 60 + (clock?.minute ?? 0);

/**
 * How many minutes behind one time another stands, were both on one day, each on the clock of the zone beside it: from
 * `10:00 PDT` to `17:30 UTC` it is half an hour.
 */
export const minutesBetween = (from: TimeMark, to: TimeMark, day: DatedDay | undefined): number =>
  minutesOf(to) - minutesOf(from) + zoneShift(from, to, day);

const DAY_MINUTES = 24 * 60;

/** The day that a mark names, its year counted back from publication, else nearest to another day. */
export const namedDay = (
  { day }: TimeMark,
  published: DatedDay | undefined,
  near: DatedDay | undefined,
): DatedDay | undefined => {
  if (!day) return undefined;
  if (isDated(day)) return day;
  if (published) return lastBefore(day, published);
  return near && nearestTo(day, near);
};

/** How many days behind that of the time before a time is; it goes back only where clocks of two zones are read. */
const daysBehind = (
  before: TimeMark,
  mark: TimeMark,
  day: DatedDay,
  stepBack: number,
): -1 | 0 | 1 => {
  const step = minutesBetween(before, mark, day);
  if (-step > stepBack) return 1;
  const isShifted = zoneShift(before, mark, day) !== 0;
  return isShifted && step - DAY_MINUTES >= -stepBack ? -1 : 0;
};

/**
 * Begins to date times that go forward: one that is much earlier on the clock than the one before it is on the next day.
 *
 * @param stepBack - How many minutes earlier makes it the next day; less is taken as out of order.
 * @param assumed - Told of each time put on the next day, but for what the zones beside it say.
 */
export const dayKeeper = (
  published: DatedDay | undefined,
  first: DatedDay | undefined,
  stepBack: number,
  assumed: (mark: TimeMark) => void,
): DayKeeper => {
  let day = first;
  let before: TimeMark | undefined;
  let held = false;
  let isGeneral = false;
  const begin = (on: DatedDay | undefined, general: boolean): void => {
    [day, before, held, isGeneral] = [on, undefined, false, general];
  };
  return {
    dayOf: (mark) => {
      // A day that stands alone heads others.
      if (mark.day && !mark.clock) isGeneral = false;
      if (mark.day && isGeneral) return namedDay(mark, published, day ?? first);
      if (mark.day) day = namedDay(mark, published, day ?? first);
      else if (!held && day && mark.clock && before) {
        const days = daysBehind(before, mark, day, stepBack);
        if (days > 0 && minutesOf(before) - minutesOf(mark) > stepBack) assumed(mark);
        if (days !== 0) day = nextDay(day, days);
      }
      // A day that stands alone begins anew: what follows is on it, whatever its clock.
      if (mark.clock) before = mark;
      else if (mark.day) before = undefined;
      return day;
    },
    restart: (on) => {
      begin(on, false);
    },
    general: (on) => {
      begin(on, true);
    },
    hold: () => {
      held = true;
    },
  };
};
