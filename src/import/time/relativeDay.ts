import { asciiSet } from '../text/letters.ts';
import type { NamedWeekday } from './dayWord.ts';
import { weekdayAtStart, weekdayFrom, weekdayNear, weekdayUntil } from './dayWord.ts';
import type { Notation, TimeMark } from './timeMark.ts';
import { timeMarkAt } from './timeMark.ts';
import type { DatedDay } from './wallMoment.ts';
import { nextDay } from './yearOf.ts';

/** The words with which a day begins that is told by its distance from that of the text. */
export const relativeWords: ReadonlySet<string> = new Set(
  'today yesterday aujourd hier oggi ieri'.split(' '),
);

/** A day that is told by its distance from another, or as a day of the week. */
export interface RelativeDay {
  /** What it counts from: the day of the text, or that of the line before. */
  readonly from: 'publication' | 'before';
  /** How many days behind it, or which day of the week from then on. */
  readonly days: number | NamedWeekday;
  /** As it stood. */
  readonly written: string;
  /** Index of the first character after it. */
  readonly end: number;
}

const AT_START =
  /^[^\p{L}\p{N}]{0,6}(?:(?:the |le |la |il )?(?:(yesterday|hier|ieri)|(today|aujourd['’]hui|oggi)|(next day|following day|day after|next morning|following morning|lendemain(?: matin)?|giorno (?:dopo|successivo|seguente)|mattina dopo)))(?![\p{L}])(?: (?:morning|afternoon|evening|matin|apr[èe]s-midi|soir|mattina|pomeriggio|sera))?[\s,:–—-]{0,3}(?:(?:at|around|about|à|vers|alle(?: ore)?|ore)\s)?/iu;

/** The days that are known where a line begins with a relative one. */
export interface KnownDays {
  /** Day of publication. */
  readonly published: DatedDay | undefined;
  /** Day of the line before. */
  readonly before: DatedDay | undefined;
  /** Day of the incident. */
  readonly incident: DatedDay | undefined;
}

const onWeekday = (line: string): RelativeDay | null => {
  const found = weekdayAtStart(line);
  if (!found) return null;
  const { named, end } = found;
  return { from: 'before', days: named, written: named.written, end };
};

/**
 * The relative day with which a line begins: `Yesterday at 10:00`, `Le lendemain, 9h`, `Sunday, 10:00`; null when it
 * begins with none.
 */
export const relativeDay = (line: string): RelativeDay | null => {
  const found = AT_START.exec(line);
  if (!found) return onWeekday(line);
  const [all, yesterday, today] = found;
  const distance = yesterday === undefined ? null : -1;
  const fromToday = today === undefined ? distance : 0;
  return {
    from: fromToday === null ? 'before' : 'publication',
    days: fromToday ?? 1,
    written: all.replaceAll(/^[^\p{L}]+|[\s,:–—-]+$/gu, ''),
    end: all.length,
  };
};

/** The letters with which `today` and `yesterday` begin in English, French and Italian. */
const BEGINS = asciiSet('aAhHiIoOtTyY');

/** A time of day on a day told by its distance from that on which the text was seen: `Today at 10:18 UTC`. */
export const relativeMarkAt = (text: string, at: number, notation: Notation): TimeMark | null => {
  if (BEGINS[text.charCodeAt(at)] !== 1) return null;
  const told = relativeDay(text.slice(at));
  if (told?.from !== 'publication' || typeof told.days !== 'number') return null;
  const mark = timeMarkAt(text, at + told.end, notation);
  return mark?.clock && !mark.day
    ? { ...mark, start: at, written: text.slice(at, mark.end), daysBefore: -told.days }
    : null;
};

/** The day of the week in a story that goes forward; the one nearest to the incident where it begins. */
const dateOf = (
  weekday: NamedWeekday,
  { published, before, incident }: KnownDays,
): DatedDay | undefined => {
  if (before) return weekdayFrom(weekday, before);
  if (incident) return weekdayNear(weekday, incident);
  return published && weekdayUntil(weekday, published);
};

/** The day itself; undefined when what it counts from is not known. */
export const dayOfRelative = (
  { from, days }: RelativeDay,
  known: KnownDays,
): DatedDay | undefined => {
  if (typeof days !== 'number') return dateOf(days, known);
  const anchor = from === 'publication' ? known.published : (known.before ?? known.incident);
  return anchor && nextDay(anchor, days);
};

/** Whether a line is nothing but such a day. */
export const isDayAlone = (line: string, { end }: RelativeDay): boolean =>
  /^[\W_]{0,6}$/.test(line.slice(end));
