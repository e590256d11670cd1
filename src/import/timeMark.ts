import type { CalendarDay } from './calendarDay.ts';
import { calendarDayAt } from './calendarDay.ts';
import type { ClockTime } from './clockTime.ts';
import { clockTimeAt } from './clockTime.ts';
import { zoneMarkAt } from './zoneMark.ts';

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
  /\s{0,2}(?:T(?=\d)|(?:,|-|–|—|@|·|\||(?:at|à|a|alle|um|ore)(?=\s))\s?){0,2}\s{0,2}/iy;

/** Between a time of day and the day behind it. */
const ON = /\s{0,2}(?:,\s{0,2})?(?:(?:on|le|del|il|am)\s(?:the\s)?)?/iy;

const after = (text: string, at: number): number => {
  JOINER.lastIndex = at;
  return at + (JOINER.exec(text)?.[0].length ?? 0);
};

/** Reads a time that begins at a place in a text, as long as it goes. */
export const timeMarkAt = (
  text: string,
  start: number,
  notation: Notation = {},
): TimeMark | null => {
  const first = calendarDayAt(text, start, notation.monthFirst);
  const clock = clockTimeAt(text, first ? after(text, first.end) : start, notation.dots);
  if (!first && !clock) return null;
  let zone = clock && zoneMarkAt(text, clock.end);
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

const WORD_START = /(?<![\p{L}\d])[\p{L}\d]/gu;

/** The times written anywhere in a text, in its order. */
export const timeMarks = (text: string, notation: Notation = {}): readonly TimeMark[] => {
  const marks: TimeMark[] = [];
  let end = 0;
  for (const { index } of text.matchAll(WORD_START)) {
    const mark = index < end ? null : timeMarkAt(text, index, notation);
    if (mark) {
      marks.push(mark);
      end = mark.end;
    }
  }
  return marks;
};
