import type { CalendarDay } from './calendarDay.ts';
import { weekdays } from './weekdays.ts';

/** The figures of an earlier day right before a day: `du 3 au 4 novembre`, `notte tra il 3 e il 4 febbraio`, `3-4 May`. */
const BEFORE = new RegExp(
  String.raw`(?:^|[^\d.,:/-])(?:(?:${weekdays})\s)?(\d{1,2})(?:er|st|nd|rd|th)?(?:[-–—/]|\s(?:au|et(?: le)?|e il|al|to|and)\s(?:(?:the|${weekdays})\s)?)$`,
  'iu',
);
/** A day whose figures stand before its month. */
const DAY_FIRST = new RegExp(String.raw`(?:(?:${weekdays})\.?,?\s(?:le\s|the\s)?)?\d`, 'iy');
const NIGHT = /(?<![\p{L}])(?:nuit|notte|night|overnight)(?![\p{L}])/iu;
const LOOKED_BACK = 60;

/** A day that is the last of several, with the first of them. */
export interface FirstOfDays {
  /** The first. */
  readonly day: CalendarDay;
  /** Whether they are the two days of a night. */
  readonly night: boolean;
}

/**
 * The first of the days of which a day is named last: `from 3 to 5 May`; null where it is named alone.
 *
 * @param at - Where the day begins.
 */
export const firstOfDays = (text: string, at: number, last: CalendarDay): FirstOfDays | null => {
  DAY_FIRST.lastIndex = at;
  if (!DAY_FIRST.test(text)) return null;
  const before = text.slice(Math.max(0, at - LOOKED_BACK), at);
  const figures = BEFORE.exec(before)?.[1];
  const day = Number(figures ?? 0);
  if (day < 1 || day > 31 || day === last.day) return null;
  const { month, year } = last;
  const isNight = NIGHT.test(before);
  if (day < last.day) return { day: { ...last, day }, night: isNight };
  // "du 31 au 1er mars" begins in the month before.
  if (last.day > 7) return null;
  const first =
    month === 1
      ? { month: 12, ...(year !== undefined && { year: year - 1 }) }
      : { month: month - 1, ...(year !== undefined && { year }) };
  return { day: { ...first, day }, night: isNight };
};
