import type { CalendarDay } from './calendarDay.ts';
import { calendarDayAt } from './calendarDay.ts';
import type { ClockTime, ReadAt } from './clockTime.ts';
import { clockTimeAt, compactTimeAt } from './clockTime.ts';
import { isCalendarWordAt } from './calendarWords.ts';
import { zoneMarkAt } from './zoneMark.ts';
import { LETTER, letterKind, STRANGE } from '../text/letters.ts';

/** A time as a text writes it: a day, a time of day or both, perhaps with a zone. */
export interface TimeMark {
  /** Index of its first character. */
  readonly start: number;
  /** Index of the first character after it. */
  readonly end: number;
  /** As it stood. */
  readonly written: string;
  /** The day, where written. */
  readonly day?: CalendarDay;
  /** The time of day, where written. */
  readonly clock?: ClockTime;
  /** The zone as it stood, where written. */
  readonly zone?: string;
}

/** How to read what a notation leaves open. */
export interface Notation {
  /** Whether dates made of numbers have the month first. */
  readonly monthFirst?: boolean;
  /** Whether `16.11` is a time of day. */
  readonly dots?: boolean;
}

const JOINER =
  /\s{0,2}(?:T(?=\d)|(?:,|-|–|—|@|·|\||~|≈|(?:ca|approx|env)\.|(?:at|à|a|alle|um|ore|ca|circa|about|around|approximately|vers|environ)(?=\s))\s?){0,2}\s{0,2}/iy;

/** Between a time of day and the day behind it. */
const ON = /\s{0,2}(?:,\s{0,2})?(?:(?:on|le|del|il|am)\s(?:the\s)?)?/iy;

const after = (text: string, at: number): number => {
  JOINER.lastIndex = at;
  return at + (JOINER.exec(text)?.[0].length ?? 0);
};

const ATTACHED = /^-(\d{2}):?(\d{2})$/;

/**
 * The zone behind a time of day. `13:30-13:45` is a range: minus and a time, with no gap, is an offset only behind
 * seconds or `T`, or behind a day where it is one that clocks have and no later time.
 *
 * @param dayEnd - Where the day before it ends, if there is one.
 */
const zoneBehind = (
  text: string,
  { value, end }: ReadAt<ClockTime>,
  dayEnd: number | undefined,
): ReadAt<string> | null => {
  const zone = zoneMarkAt(text, end);
  const offset = zone && text.charAt(end) === '-' ? ATTACHED.exec(zone.value) : null;
  if (!offset || value.second !== undefined) return zone;
  const isIso = dayEnd !== undefined && /^T/i.test(text.slice(dayEnd, dayEnd + 1));
  const [hours, minutes] = [Number(offset[1]), Number(offset[2])];
  const isPast = hours * 60 + minutes > value.hour * 60 + value.minute;
  const isOne = hours >= 1 && hours <= 12 && (minutes === 0 || minutes === 30);
  return isIso || (dayEnd !== undefined && isOne && !isPast) ? zone : null;
};

/** Reads a time that begins at a place in a text, as long as it goes. */
export const timeMarkAt = (
  text: string,
  start: number,
  notation: Notation = {},
): TimeMark | null => {
  const first = calendarDayAt(text, start, notation.monthFirst);
  const at = first ? after(text, first.end) : start;
  const clock =
    clockTimeAt(text, at, notation.dots) ??
    (at > start || !first ? compactTimeAt(text, at, first?.value.year !== undefined) : null);
  if (!first && !clock) return null;
  let zone = clock && zoneBehind(text, clock, first?.end);
  let end = zone?.end ?? clock?.end ?? first?.end ?? start;
  let day = first?.value;
  if (!first) {
    ON.lastIndex = end;
    const on = end + (ON.exec(text)?.[0].length ?? 0);
    const joined = Math.max(after(text, end), on);
    const late = joined > end ? calendarDayAt(text, joined, notation.monthFirst) : null;
    if (late) {
      day = late.value;
      zone ??= zoneMarkAt(text, late.end);
      end = Math.max(late.end, zone?.end ?? 0);
    }
  }
  return {
    start,
    end,
    written: text.slice(start, end),
    ...(day && { day }),
    ...(clock && { clock: clock.value }),
    ...(zone && { zone: zone.value }),
  };
};

/** How far before its first digit a time can begin: with a weekday and a month in words. */
const BEFORE_DIGIT = 64;
const LETTER_BEFORE = /\p{L}$/u;

/** Whether what stands right before a place is no letter and no digit. */
const isStart = (text: string, at: number): boolean => {
  const kind = at === 0 ? 0 : letterKind(text.charCodeAt(at - 1));
  if ((kind & STRANGE) !== 0) return !LETTER_BEFORE.test(text.slice(Math.max(0, at - 2), at));
  return kind === 0;
};

const DIGIT = /\d/g;

const nextDigit = (text: string, from: number): number => {
  DIGIT.lastIndex = from;
  return DIGIT.exec(text)?.index ?? -1;
};

/** The times written anywhere in a text, in its order: each begins with a digit, or with a word that has one near. */
export const timeMarks = (text: string, notation: Notation = {}): readonly TimeMark[] => {
  const marks: TimeMark[] = [];
  let at = 0;
  for (let digit = nextDigit(text, 0); digit >= 0; digit = nextDigit(text, at)) {
    at = Math.max(at, digit - BEFORE_DIGIT);
    let mark: TimeMark | null = null;
    for (; !mark && at <= digit; at++) {
      const isWord = (letterKind(text.charCodeAt(at)) & LETTER) !== 0;
      if (
        isWord ? isStart(text, at) && isCalendarWordAt(text, at) : at === digit && isStart(text, at)
      )
        mark = timeMarkAt(text, at, notation);
    }
    if (!mark) continue;
    marks.push(mark);
    at = mark.end;
  }
  return marks;
};
