import { calendarDayAt } from './calendarDay.ts';
import type { TimeMark } from './timeMark.ts';
import { minutesOf } from './dayKeeper.ts';

/**
 * The first time of a range on the day that stands behind both: `between 12:17 and 12:30 UTC on 20 July`. A day before
 * the second time is of that alone, and a range over midnight has two.
 */
export const sharedDay = (from: TimeMark, to: TimeMark): TimeMark =>
  !from.day && to.day && !calendarDayAt(to.written, 0) && minutesOf(from) <= minutesOf(to)
    ? { ...from, day: to.day }
    : from;
