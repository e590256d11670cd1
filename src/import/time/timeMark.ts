import type { CalendarDay } from './calendarDay.ts';
import { calendarDayAt } from './calendarDay.ts';
import type { ClockTime, ReadAt } from './clockTime.ts';
import { clockTimeAt, compactTimeAt } from './clockTime.ts';
import { isCalendarWordAt } from './calendarWords.ts';
import { figuresEnd } from './figuresEnd.ts';
import { zoneMarkAt } from './zoneMark.ts';
import { matchEnd } from '../text/matchEnd.ts';
import { DIGIT, isGap, LETTER, letterKind, STRANGE } from '../text/letters.ts';

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
  /** How many days before the one on which the text was seen it is, where it says `today` or `yesterday` instead of a day. */
  readonly daysBefore?: number;
}

/** How to read what a notation leaves open. */
export interface Notation {
  /** Whether dates made of numbers have the month first. */
  readonly monthFirst?: boolean;
  /** Whether `16.11` is a time of day. */
  readonly dots?: boolean;
}

const JOINER =
  /\s{0,2}(?:T(?=\d)|:(?=\d{2}:\d{2}:\d{2}(?!\d))|(?:,|-|–|—|@|·|\||~|≈|(?:ca|approx|env)\.|(?:at|à|a|alle(?:\sore)?|um|ore|ca|circa|about|around|approximately|vers|environ)(?=\s))\s?){0,2}\s{0,2}/iy;

/** Between a time of day and the day behind it. */
const ON = /\s{0,2}(?:,\s{0,2})?(?:(?:on|le|del|il|am)\s(?:the\s)?)?/iy;

/** `23h49 (19 oct)`. */
const BRACKET = /\s{0,2}\(\s?(?:(?:on|le|del|il)\s)?/iy;

const after = (text: string, at: number): number => {
  // Most times stand behind their day with a comma, a gap or both.
  const comma = text.charCodeAt(at) === COMMA ? at + 1 : at;
  const gap = isGap(text.charCodeAt(comma)) ? comma + 1 : comma;
  if (gap > at && letterKind(text.charCodeAt(gap)) === DIGIT) return gap;
  return matchEnd(JOINER, text, at);
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

/** Whether no day can follow: at the end of a text or of a sentence. */
const isOver = (text: string, at: number): boolean => at === text.length || text.charAt(at) === '.';

/** A day that stands in brackets of its own behind a time. */
const bracketedDay = (text: string, at: number, notation: Notation): ReadAt<CalendarDay> | null => {
  BRACKET.lastIndex = at;
  const open = BRACKET.exec(text)?.[0].length;
  const day = open === undefined ? null : calendarDayAt(text, at + open, notation.monthFirst);
  return day && text.charAt(day.end) === ')' ? { ...day, end: day.end + 1 } : null;
};

/** The year behind all else, as in `Tue Dec 17 10:12:31 CET 2024`. */
const LAST_YEAR = /\s(\d{4})(?!\d|:\d)/y;

/** A day with its year where that stands behind the seconds and the zone; null where it does not. */
const yearBehind = (
  text: string,
  { day, clock, zone, end }: TimeMark,
): Pick<TimeMark, 'day' | 'end'> | null => {
  if (!day || day.year !== undefined || clock?.second === undefined || zone === undefined)
    return null;
  LAST_YEAR.lastIndex = end;
  const year = LAST_YEAR.exec(text)?.[1];
  return year === undefined ? null : { day: { ...day, year: Number(year) }, end: end + 5 };
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
  if (!first && !isOver(text, end)) {
    const joined = Math.max(after(text, end), matchEnd(ON, text, end));
    const late =
      (joined > end ? calendarDayAt(text, joined, notation.monthFirst) : null) ??
      bracketedDay(text, end, notation);
    if (late) {
      day = late.value;
      zone ??= zoneMarkAt(text, late.end);
      end = Math.max(late.end, zone?.end ?? 0);
    }
  }
  // Set one by one: most times have two of them, and to spread each costs more than to read it.
  const mark: { -readonly [K in keyof TimeMark]: TimeMark[K] } = {
    start,
    end,
    written: text.slice(start, end),
  };
  if (day) mark.day = day;
  if (clock) mark.clock = clock.value;
  if (zone) mark.zone = zone.value;
  const dated = yearBehind(text, mark);
  return dated ? { ...mark, ...dated, written: text.slice(start, dated.end) } : mark;
};

const LETTER_BEFORE = /\p{L}$/u;

/** Whether what stands right before a place is no letter and no digit. */
const isStart = (text: string, at: number): boolean => {
  const kind = at === 0 ? 0 : letterKind(text.charCodeAt(at - 1));
  if ((kind & STRANGE) !== 0) return !LETTER_BEFORE.test(text.slice(Math.max(0, at - 2), at));
  return (kind & (LETTER | DIGIT)) === 0;
};

/** Words that stand before the first digit of a time at most: `Monday the May 12`. */
const WORDS_BEFORE = 3;
/** What stands between such words, and at most how much of it. */
const [STOP, COMMA] = [46, 44];
const LONGEST_GAP = 4;
const ARTICLE = /^(?:le|the)$/i;
const LONGEST_ARTICLE = 3;

const isPlainLetter = (code: number): boolean => {
  const kind = letterKind(code);
  return (kind & LETTER) !== 0 && (kind & STRANGE) === 0;
};

/** Where a time can begin whose first digit stands at a place: there, or at a day or month in words before it. */
const beginnings = (text: string, digit: number, from: number): readonly number[] => {
  const starts = [digit];
  for (let [word, before] = [0, digit]; word < WORDS_BEFORE; word++) {
    let end = before;
    while (end > from && before - end < LONGEST_GAP) {
      const code = text.charCodeAt(end - 1);
      if (code !== STOP && code !== COMMA && !isGap(code)) break;
      end--;
    }
    let start = end;
    while (start > from && isPlainLetter(text.charCodeAt(start - 1))) start--;
    if (end === before || start === end) break;
    if (isCalendarWordAt(text, start)) {
      if (isStart(text, start)) starts.unshift(start);
    } else if (end - start > LONGEST_ARTICLE || !ARTICLE.test(text.slice(start, end))) break;
    before = start;
  }
  return starts;
};

/** Where a time can begin whose figures stand right behind the name of their month: `January23`, `Mon Jan23`. */
const attached = (text: string, digit: number, from: number): readonly number[] => {
  let start = digit;
  while (start > from && isPlainLetter(text.charCodeAt(start - 1))) start--;
  const isMonth = start < digit && isCalendarWordAt(text, start) && isStart(text, start);
  return isMonth ? beginnings(text, start, from) : [];
};

const FIGURES = /\d/g;

const nextFigures = (text: string, from: number): number => {
  FIGURES.lastIndex = from;
  return FIGURES.test(text) ? FIGURES.lastIndex - 1 : -1;
};

/** The times written anywhere in a text, in its order: each begins with a digit, or with words right before one. */
export const timeMarks = (text: string, notation: Notation = {}): readonly TimeMark[] => {
  const marks: TimeMark[] = [];
  let from = 0;
  for (let at = nextFigures(text, 0); at >= 0; at = nextFigures(text, at)) {
    const figures = at;
    at = figuresEnd(text, at);
    const starts = isStart(text, figures)
      ? beginnings(text, figures, from)
      : attached(text, figures, from);
    for (const start of starts) {
      const mark = timeMarkAt(text, start, notation);
      if (!mark) continue;
      marks.push(mark);
      from = mark.end;
      at = mark.end;
      break;
    }
  }
  return marks;
};
