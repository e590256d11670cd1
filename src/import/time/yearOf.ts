import type { CalendarDay } from './calendarDay.ts';
import type { DatedDay } from './wallMoment.ts';
import { dayMs, isDated } from './wallMoment.ts';

const DAY = 24 * 60 * 60_000;

const inYear = ({ month, day, ambiguous }: CalendarDay, year: number): DatedDay =>
  ambiguous === undefined ? { year, month, day } : { year, month, day, ambiguous };

/** The day in the year that brings it nearest to another day; its own year where it has one. */
export const nearestTo = (day: CalendarDay, anchor: DatedDay): DatedDay => {
  if (isDated(day)) return day;
  const distance = (year: number): number => Math.abs(dayMs(inYear(day, year)) - dayMs(anchor));
  const years = [anchor.year, anchor.year - 1, anchor.year + 1];
  const best = years.reduce((near, year) => (distance(year) < distance(near) ? year : near));
  return inYear(day, best);
};

/** The latest such day that is not after another one, give or take a day for zones; its own year where it has one. */
export const lastBefore = (day: CalendarDay, published: DatedDay): DatedDay => {
  if (isDated(day)) return day;
  const same = inYear(day, published.year);
  return dayMs(same) <= dayMs(published) + DAY ? same : inYear(day, published.year - 1);
};

/** The day after. */
export const nextDay = (day: DatedDay, days = 1): DatedDay => {
  const date = new Date(dayMs(day) + days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};
