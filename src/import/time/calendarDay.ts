import { isGap, LETTER, letterKind } from '../text/letters.ts';
import type { ReadAt } from './clockTime.ts';
import { figuresEnd, isDigit } from './figuresEnd.ts';
import { isCalendarWordAt } from './calendarWords.ts';
import { monthOf, months } from './monthNames.ts';
import { weekdays } from './weekdays.ts';

/** A day as it is written; the year is often left out. */
export interface CalendarDay {
  /** Year, where written. */
  readonly year?: number;
  /** Month, 1 to 12. */
  readonly month: number;
  /** Day of the month, 1 to 31. */
  readonly day: number;
  /** Whether day and month could be the other way round, since it is all numbers and both are at most 12. */
  readonly ambiguous?: boolean;
}

const WEEKDAY = new RegExp(String.raw`(?:${weekdays})\.?,?\s(?:le\s|the\s)?`, 'iy');
const ISO = /(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/y;
const NUMBERS = /(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y;
const NUMBERS_NO_YEAR =
  /(\d{1,2})\/(\d{1,2})(?![\d/])(?=,?\s{1,3}(?:[-–]\s|à\s|at\s)?\d{1,2}[:hH]\d)/y;
/** `[03-26 17:40]`, in the order of ISO 8601 unless the figures say that it cannot be. */
const DASHED_NO_YEAR = /(\d{2})-(\d{2})(?=\s\d{2}:\d{2}(?!\d))/y;
const YEAR = String.raw`(?:(?:\s?,)?\s{1,3}(\d{4})(?![\dhH]|:\d))?`;
/** `03-MAR-2026`. */
const YEAR_OR_DASHED = String.raw`(?:(?:,?\s{1,3}|-)(\d{4})(?![\dhH]|:\d))?`;
const MONTH_FIRST = new RegExp(
  String.raw`(\p{L}{3,10})(?:\.?\s{1,3}|-(?=\d{1,2},\s\d{1,2}:\d{2})|(?=\d{1,2}(?![\p{L}\d])))(\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.]\d|[hH])(?:\s?[-–]\s?\d{1,2}(?=,?\s\d{4}(?![\dhH]|:\d)))?${YEAR}`,
  'yu',
);
const DAY_FIRST = new RegExp(
  String.raw`(\d{1,2})(?:er|st|nd|rd|th|°|\.(?=\s))?[\s-](?:of\s|de\s)?(\p{L}{3,10})\.?${YEAR_OR_DASHED}`,
  'yu',
);

/** `06/May/2024` of the logs of web servers. */
const SLASHED = /(\d{1,2})\/(\p{L}{3,9})\/(\d{4})(?!\d)/uy;

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const calendarDay = (
  year: string | undefined,
  month: number | undefined,
  day: string,
): CalendarDay | null => {
  const length = LENGTHS[(month ?? 0) - 1];
  if (month === undefined || length === undefined) return null;
  const date = { month, day: Number(day) };
  if (date.day < 1 || date.day > length) return null;
  if (year === undefined) return date;
  const full = Number(year) + (year.length === 2 ? 2000 : 0);
  if (full < 1970 || full > 2199) return null;
  const isLeap = full % 4 === 0 && (full % 100 !== 0 || full % 400 === 0);
  if (month === 2 && date.day === 29 && !isLeap) return null;
  return { year: full, month, day: date.day };
};

const fromNumbers = (
  first: string,
  second: string,
  year: string | undefined,
  monthFirst: boolean,
): CalendarDay | null => {
  const open = Number(first) <= 12 && Number(second) <= 12 && first !== second;
  const swap = Number(second) > 12 || (open && monthFirst);
  const date = swap
    ? calendarDay(year, Number(first), second)
    : calendarDay(year, Number(second), first);
  return date && open ? { ...date, ambiguous: true } : date;
};

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** What can stand behind the first figures of a day, if not a gap: a separator, or `er`, `st`, `nd`, `rd`, `th`. */
const BEHIND_FIGURES = /[/.°esnrt-]/;

const letterAt = (text: string, at: number): number =>
  at < text.length ? letterKind(text.charCodeAt(at)) & LETTER : 0;

/** The letters with which a month begins, and those of what can stand before one, as in `12 of May`. */
const BEGINS_MONTH = new Set([...months.keys(), 'of', 'de'].map((word) => letterAt(word, 0)));

/** A day that begins with figures, its month in letters. */
const dayFirstAt = (pattern: RegExp, text: string, at: number): ReadAt<CalendarDay> | null => {
  const found = match(pattern, text, at);
  if (!found) return null;
  const value = calendarDay(found[3], monthOf(found[2] ?? ''), found[1] ?? '');
  return value && { value, end: at + found[0].length };
};

/** A day that begins with figures. */
const figuresAt = (text: string, at: number, monthFirst: boolean): ReadAt<CalendarDay> | null => {
  const behind = figuresEnd(text, at);
  if (behind === text.length || behind - at > 4 || behind - at === 3) return null;
  const separator = text.charCodeAt(behind);
  if (isGap(separator))
    return BEGINS_MONTH.has(letterAt(text, behind + 1)) ? dayFirstAt(DAY_FIRST, text, at) : null;
  if (!BEHIND_FIGURES.test(text.charAt(behind))) return null;
  const iso = match(ISO, text, at);
  if (iso) {
    const value = calendarDay(iso[1], Number(iso[2]), iso[3] ?? '');
    return value && { value, end: at + iso[0].length };
  }
  const numbers = match(NUMBERS, text, at);
  if (numbers) {
    const value = fromNumbers(numbers[1] ?? '', numbers[3] ?? '', numbers[4], monthFirst);
    return value && { value, end: at + numbers[0].length };
  }
  const short = match(NUMBERS_NO_YEAR, text, at);
  if (short) {
    const value = fromNumbers(short[1] ?? '', short[2] ?? '', undefined, monthFirst);
    return value && { value, end: at + short[0].length };
  }
  const dashed = match(DASHED_NO_YEAR, text, at);
  if (dashed) {
    const value = fromNumbers(dashed[1] ?? '', dashed[2] ?? '', undefined, true);
    return value && { value, end: at + dashed[0].length };
  }
  return dayFirstAt(DAY_FIRST, text, at) ?? dayFirstAt(SLASHED, text, at);
};

const dayAt = (text: string, at: number, monthFirst: boolean): ReadAt<CalendarDay> | null => {
  if (isDigit(text.charCodeAt(at))) return figuresAt(text, at, monthFirst);
  const named = match(MONTH_FIRST, text, at);
  const value = named && calendarDay(named[3], monthOf(named[1] ?? ''), named[2] ?? '');
  return value && { value, end: at + named[0].length };
};

/**
 * Reads a day that begins at a place in a text: `Dec 17, 2024`, `17 décembre`, `17th of December`, `17/12/2024`,
 * `2024-12-17`, each with or without its weekday.
 *
 * @param monthFirst - Whether `03/05/2025` is 5 March; it only decides where the numbers leave it open.
 */
export const calendarDayAt = (
  text: string,
  at: number,
  monthFirst = false,
): ReadAt<CalendarDay> | null => {
  if (isDigit(text.charCodeAt(at))) return figuresAt(text, at, monthFirst);
  if (!isCalendarWordAt(text, at)) return null;
  const day = dayAt(text, at, monthFirst);
  if (day) return day;
  const weekday = match(WEEKDAY, text, at);
  return weekday && dayAt(text, at + weekday[0].length, monthFirst);
};
