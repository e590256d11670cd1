import { asciiSet, DIGIT, isGap, letterKind, SMALL } from '../text/letters.ts';
import { clockWordAt } from './clockWords.ts';
import { figuresEnd } from './figuresEnd.ts';
import { withPartOfDay } from './partOfDay.ts';
import { spokenHourAt } from './spokenHour.ts';

/** A time of day as it is written, on the 24-hour clock. */
export interface ClockTime {
  /** Hour, 0 to 23. */
  readonly hour: number;
  /** Minute, 0 to 59. */
  readonly minute: number;
  /** Second, where written. */
  readonly second?: number;
}

/** A value read at a place in a text, and where it ends. */
export interface ReadAt<A> {
  /** What was read. */
  readonly value: A;
  /** Index of the first character after it. */
  readonly end: number;
}

const MERIDIEM = String.raw`(?:\s?(am|pm|a\.m\.|p\.m\.)(?![\p{L}\d]))?`;
/** Behind minutes a single letter too: `12:29p`. */
const MERIDIEM_OR_LETTER = String.raw`(?:(\s?(?:am|pm|a\.m\.|p\.m\.)|[ap])(?![\p{L}\d]))?`;
const COLON = new RegExp(
  String.raw`(\d{1,2})(?::|\s?[hH]\s?)(\d{2})(?!\d)(?!\s?m(?:n|ins?|inut[a-z]{1,2})?(?![\p{L}\d]))(?::(\d{2})(?!\d)(?:[.,]\d{1,9})?)?${MERIDIEM_OR_LETTER}`,
  'yiu',
);
const DOT = new RegExp(String.raw`(\d{1,2})\.(\d{2})(?![\d.%])${MERIDIEM}`, 'yiu');
/** `1600` before a zone or with a word for hours. */
const COMPACT =
  /([01]\d|2[0-3])([0-5]\d)(?:\s?(?:hrs?|hours)(?![\p{L}\d])|(?=\s?(?:UTC|GMT|Z|CES?T|BST|IST|[WCE]AT|[PMCE][SD]T)(?![\p{L}\d])))/uy;
/** `12.39UTC`: a zone behind a dot makes it a time. */
const ZONED = /\s?(?:UTC|GMT|CES?T|BST|IST|[WCE]AT|[PMCE][SD]T)(?![\p{L}\d])/uy;
const COMPACT_ALONE = /([01]\d|2[0-3])([0-5]\d)(?![\p{L}\d.:%/-])/uy;
const HOUR = new RegExp(
  String.raw`(\d{1,2})(?:\s?[hH](?![\p{L}\d+])(?!\s?\d{1,2}\s?m))?${MERIDIEM}`,
  'yiu',
);

/** 12 am is midnight, 12 pm is noon; an hour past 12 is already on the 24-hour clock, whatever stands behind it. */
const hour24 = (hour: number, meridiem: string | undefined): number => {
  if (meridiem === undefined || hour > 12) return hour;
  return (hour % 12) + (meridiem.trim().toLowerCase().startsWith('p') ? 12 : 0);
};

const clock = (
  hour: string,
  minute: string,
  second: string | undefined,
  meridiem: string | undefined,
): ClockTime | null => {
  const at = { hour: hour24(Number(hour), meridiem), minute: Number(minute) };
  if (at.hour > 23 || at.minute > 59) return null;
  if (second === undefined) return at;
  return Number(second) > 59 ? null : { ...at, second: Number(second) };
};

/** A colon, and the letter that stands for one. */
const [COLON_CODE, H] = [58, 104];
/** What can stand behind the hour where no colon does. */
const BEHIND_HOUR = asciiSet('.hHaApP');
/** What can go on behind the minutes. */
const BEHIND_MINUTES = asciiSet('aApPmM:');

/** Whether one of some characters stands at a place, or behind one gap there. */
const stands = (set: Uint8Array, text: string, at: number): boolean => {
  const behind = at < text.length && isGap(text.charCodeAt(at)) ? at + 1 : at;
  return behind < text.length && set[text.charCodeAt(behind)] === 1;
};

const numberAt = (text: string, at: number, end: number): number => {
  const last = text.charCodeAt(end - 1) - 48;
  return end - at === 1 ? last : (text.charCodeAt(at) - 48) * 10 + last;
};

/** A time of day of figures on either side of a colon or an `h` and nothing else; undefined where it takes patterns to tell. */
const plainClockAt = (
  text: string,
  at: number,
  end: number,
): ReadAt<ClockTime> | null | undefined => {
  if (end === text.length) return null;
  const sign = text.charCodeAt(end);
  const isColon = sign === COLON_CODE;
  const stop = isColon || (sign | SMALL) === H ? figuresEnd(text, end + 1) : end;
  if (stop !== end + 3) return !isColon && stands(BEHIND_HOUR, text, end) ? undefined : null;
  if (stands(BEHIND_MINUTES, text, stop)) return undefined;
  const [hour, minute] = [numberAt(text, at, end), numberAt(text, end + 1, stop)];
  return hour > 23 || minute > 59 ? null : { value: { hour, minute }, end: stop };
};

const isZoned = (text: string, at: number): boolean => {
  ZONED.lastIndex = at;
  return ZONED.test(text);
};

/** The same of a time made of figures, with a sign or letters that belong to them. */
const figuredTimeAt = (
  text: string,
  at: number,
  end: number,
  dots: boolean,
): ReadAt<ClockTime> | null => {
  const plain = plainClockAt(text, at, end);
  if (plain !== undefined) return plain;
  for (const pattern of [COLON, DOT, HOUR]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) continue;
    const [all, hour = '', second, third, fourth] = found;
    const meridiem = pattern === COLON ? fourth : pattern === DOT ? third : second;
    if (pattern === DOT && !dots && meridiem === undefined && !isZoned(text, at + all.length))
      continue;
    if (pattern === HOUR && meridiem === undefined && !/[hH]$/.test(all)) continue;
    const value =
      pattern === COLON
        ? clock(hour, second ?? '', third, meridiem)
        : clock(hour, pattern === DOT ? (second ?? '') : '0', undefined, meridiem);
    if (value) return { value, end: at + all.length };
  }
  return null;
};

/**
 * Reads a time of day that begins at a place in a text: `10:12 AM`, `10h51`, `16h`, `1H51am`, `7.50pm`, `noon`, `alle 9 e mezza`.
 *
 * @param dots - Whether `16.11` is a time too; else a dot needs am, pm or a zone behind, since it may be a number.
 */
export const clockTimeAt = (text: string, at: number, dots = false): ReadAt<ClockTime> | null => {
  if (letterKind(text.charCodeAt(at)) !== DIGIT) return clockWordAt(text, at);
  const end = figuresEnd(text, at);
  if (end - at > 2) return null;
  const time = spokenHourAt(text, at, end) ?? figuredTimeAt(text, at, end, dots);
  return time && withPartOfDay(text, time);
};

/**
 * Reads a time of day written without anything between its figures: `1600 UTC`; anywhere behind a whole date.
 *
 * @param dated - Whether a date with its year stands before it, so that it cannot be a year.
 */
export const compactTimeAt = (
  text: string,
  at: number,
  dated: boolean,
): ReadAt<ClockTime> | null => {
  if (at + 3 >= text.length || letterKind(text.charCodeAt(at + 3)) !== DIGIT) return null;
  COMPACT.lastIndex = at;
  COMPACT_ALONE.lastIndex = at;
  const found = COMPACT.exec(text) ?? (dated ? COMPACT_ALONE.exec(text) : null);
  if (!found) return null;
  const [all, hour = '', minute = ''] = found;
  return { value: { hour: Number(hour), minute: Number(minute) }, end: at + all.length };
};
