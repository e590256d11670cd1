import type { TimeMark } from './timeMark.ts';
import { isDated } from './wallMoment.ts';

const HALF_A_YEAR = 183 * 1440;

/** A time as minutes that grow with it; NaN where it has no day or no time of day. */
const wallMinutes = ({ day, clock }: Partial<TimeMark>): number =>
  day && clock
    ? (((day.year ?? 0) * 12 + day.month) * 31 + day.day) * 1440 + clock.hour * 60 + clock.minute
    : NaN;

/** Whether a time is before another; without years, in the half of a year before it. */
export const isEarlier = (time: Partial<TimeMark>, other: Partial<TimeMark>): boolean => {
  const minutes = wallMinutes(other) - wallMinutes(time);
  const inYears = isDated(time.day) && isDated(other.day);
  return minutes > 0 && (inYears || minutes < HALF_A_YEAR);
};

/** Whether two times with their days are the same minute by the clock. */
export const isSameTime = (time: Partial<TimeMark>, other: Partial<TimeMark>): boolean =>
  wallMinutes(time) === wallMinutes(other);
