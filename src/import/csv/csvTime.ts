import * as E from 'fp-ts/lib/Either.js';
import { instantOfMs, parseInstant } from '../../primitives/instant.ts';
import type { Moment } from '../../primitives/moment.ts';
import { between, exactly } from '../../primitives/moment.ts';
import { monthIn } from './monthIn.ts';
import { mayBe } from '../time/dayWord.ts';
import type { ReadMoment } from '../time/wallMoment.ts';
import { wallMoment } from '../time/wallMoment.ts';
import type { Zone } from '../time/zone.ts';
import { zoneOf } from '../time/zone.ts';

/** The parts that a format of time can have, the longest first. */
const PARTS: readonly (readonly [name: string, pattern: string])[] = [
  ['YYYY', String.raw`(\d{4})`],
  ['YY', String.raw`(\d{2})`],
  ['MMMM', String.raw`(\p{L}{3,10})`],
  ['MMM', String.raw`(\p{L}{3,10}\.?)`],
  ['SSS', String.raw`(\d{3})`],
  ['MM', String.raw`(\d{2})`],
  ['DD', String.raw`(\d{2})`],
  ['HH', String.raw`(\d{2})`],
  ['hh', String.raw`(\d{2})`],
  ['mm', String.raw`(\d{2})`],
  ['ss', String.raw`(\d{2})`],
  ['M', String.raw`(\d{1,2})`],
  ['D', String.raw`(\d{1,2})`],
  ['H', String.raw`(\d{1,2})`],
  ['h', String.raw`(\d{1,2})`],
  ['m', String.raw`(\d{1,2})`],
  ['s', String.raw`(\d{1,2})`],
  ['S', String.raw`(\d{1,9})`],
  ['A', String.raw`([AaPp]\.?\s?[Mm]\.?)`],
  [
    'Z',
    String.raw`(Z|(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{2,5}|[A-Z]\w+(?:\/[\w+-]+){1,2})`,
  ],
  ['dddd', String.raw`(\p{L}{2,14}\.?)`],
  ['ddd', String.raw`(\p{L}{2,14}\.?)`],
];

/** What stands in brackets is meant as it is written. */
const LITERAL = /^\[([^[\]]*)\]/;

type Part =
  | 'year'
  | 'month'
  | 'monthName'
  | 'day'
  | 'hour'
  | 'hour12'
  | 'meridiem'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'zone'
  | 'weekday';

const MEANINGS: Readonly<Record<string, Part>> = {
  YYYY: 'year',
  YY: 'year',
  MMMM: 'monthName',
  MMM: 'monthName',
  MM: 'month',
  M: 'month',
  DD: 'day',
  D: 'day',
  HH: 'hour',
  H: 'hour',
  hh: 'hour12',
  h: 'hour12',
  A: 'meridiem',
  mm: 'minute',
  m: 'minute',
  ss: 'second',
  s: 'second',
  SSS: 'fraction',
  S: 'fraction',
  Z: 'zone',
  dddd: 'weekday',
  ddd: 'weekday',
};

/** How to write a format, for messages. */
export const TIME_FORMATS =
  'ISO, epoch-s, epoch-ms, excel, or a format such as D/M/YYYY H:mm, made of YYYY, YY, MM, M, MMM, DD, D, ddd, HH, H, hh, h with A, mm, m, ss, s, SSS, S and Z, other letters in brackets such as H[h]mm';

interface Compiled {
  readonly pattern: RegExp;
  readonly parts: readonly Part[];
}

const escaped = (text: string): string => text.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);

const compiled = (format: string): Compiled | string => {
  const parts: Part[] = [];
  let pattern = '';
  for (let at = 0; at < format.length;) {
    const here = at;
    const found = PARTS.find(([name]) => format.startsWith(name, here));
    const meaning = found && MEANINGS[found[0]];
    const [bracketed, literal = ''] = LITERAL.exec(format.slice(at)) ?? [];
    const [space = ''] = /^\s+/.exec(format.slice(at)) ?? [];
    if (bracketed !== undefined) {
      pattern += escaped(literal);
      at += bracketed.length;
    } else if (space !== '') {
      // Programs pad with spaces, and put narrow ones that nobody sees before AM and PM.
      pattern += String.raw`\s+`;
      at += space.length;
    } else if (found && meaning) {
      if (parts.includes(meaning)) return `one part for the ${meaning}`;
      parts.push(meaning);
      pattern += found[1];
      at += found[0].length;
    } else if (/\p{L}/u.test(format[at] ?? '') && format[at] !== 'T') return TIME_FORMATS;
    else {
      pattern += escaped(format[at] ?? '');
      at += 1;
    }
  }
  const has = (...wanted: readonly Part[]): boolean => wanted.some((part) => parts.includes(part));
  if (!has('year') || !has('month', 'monthName') || !has('day')) return 'a year, a month and a day';
  if (has('hour12') !== has('meridiem')) return 'h and A together';
  if (has('minute') !== has('hour', 'hour12')) return 'hours and minutes together';
  if (has('second') && !has('minute')) return 'minutes where there are seconds';
  if (has('fraction') && !has('second')) return 'seconds where there are fractions';
  return { pattern: new RegExp(`^${pattern}$`, 'u'), parts };
};

/** A year of two digits is of this century. */
const yearOf = (written: string): number => Number(written.length === 2 ? `20${written}` : written);

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isDay = (year: number, month: number, day: number): boolean =>
  year >= 1900 &&
  year < 2200 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= (LENGTHS[month - 1] ?? 0) &&
  (month !== 2 || day < 29 || new Date(Date.UTC(year, 1, day)).getUTCDate() === day);

/** The hour on the 24-hour clock; NaN when there is none such. */
const hourOf = ({ hour, hour12, meridiem }: Partial<Record<Part, string>>): number => {
  if (hour12 === undefined) return Number(hour ?? '0');
  const written = Number(hour12);
  if (written < 1 || written > 12) return Number.NaN;
  return (written % 12) + (/^p/i.test(meridiem ?? '') ? 12 : 0);
};

/** Which zone times are in that do not say it themselves. */
export interface TimeZone {
  /** The zone. */
  readonly zone: Zone;
  /** Where it comes from. */
  readonly basis: 'document' | 'assumed';
  /** Language of the names of months, where they are in none of those that are always known. */
  readonly language?: string | undefined;
}

/** Reads a time as a column writes it; null when it is none. */
export type CsvTimeReader = (written: string, zone: TimeZone, group: string) => ReadMoment | null;

const exact = (ms: number, written: string): ReadMoment | null => {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8_000_000_000_000) return null;
  const at = instantOfMs(ms);
  return { moment: { earliest: at, latest: at, written }, doubts: [] };
};

const epoch =
  (unitMs: number): CsvTimeReader =>
  (written) =>
    /^\d{1,16}(?:\.\d{1,9})?$/.test(written) ? exact(Number(written) * unitMs, written) : null;

const iso: CsvTimeReader = (written) => {
  const parsed = parseInstant(written);
  return E.isRight(parsed)
    ? { moment: { ...exactly(parsed.right), written, basis: 'stated' }, doubts: [] }
    : null;
};

/** Days since the end of 1899, as a sheet keeps a time; before March 1900 it counts a day that there was not. */
const excel: CsvTimeReader = (written, { zone, basis }, group) => {
  if (!/^\d{2,6}(?:[.,]\d{1,16})?$/.test(written)) return null;
  const days = Number(written.replace(',', '.'));
  if (days < 61 || days >= 109_575) return null;
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000);
  return wallMoment({
    day: { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() },
    clock: Number.isInteger(days)
      ? undefined
      : { hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() },
    zone,
    basis,
    written,
    group,
  });
};

/** The formats with a name whose times need no zone. */
const ABSOLUTE: Readonly<Record<string, CsvTimeReader>> = {
  ISO: iso,
  'epoch-s': epoch(1000),
  'epoch-ms': epoch(1),
};
const NAMED: Readonly<Record<string, CsvTimeReader>> = { ...ABSOLUTE, excel };

/** Whether times of a format say themselves in which zone they are. */
export const statesZone = (format: string): boolean => {
  if (Object.hasOwn(NAMED, format)) return Object.hasOwn(ABSOLUTE, format);
  const own = compiled(format);
  return typeof own !== 'string' && own.parts.includes('zone');
};

/** A moment known to the millisecond, from that of its second. */
const refined = (moment: Moment, fraction: string): Moment => {
  const { earliest, latest } = moment;
  if (earliest === undefined || latest === undefined) return moment;
  // The zone leaves it open by whole minutes; the seconds are the same throughout.
  const ms = fraction.slice(0, 3).padEnd(3, '0');
  const at = (end: string): string => `${end.slice(0, 20)}${ms}Z`;
  return { ...moment, ...between(at(earliest), at(latest)) };
};

const reader =
  ({ pattern, parts }: Compiled): CsvTimeReader =>
  (written, given, group) => {
    const found = pattern.exec(written);
    if (!found) return null;
    const text: Partial<Record<Part, string>> = {};
    for (const [index, part] of parts.entries()) text[part] = found[index + 1] ?? '';
    const year = yearOf(text.year ?? '');
    const month =
      text.monthName === undefined
        ? Number(text.month)
        : monthIn(text.monthName, given.language ?? 'en');
    const [day, hour, minute] = [Number(text.day), hourOf(text), Number(text.minute ?? '0')];
    const second = Number(text.second ?? '0');
    if (month === undefined || !isDay(year, month, day)) return null;
    if (text.weekday !== undefined && !mayBe(text.weekday, { year, month, day })) return null;
    if (!(hour < 24 && minute < 60 && second < 60)) return null;
    const zone =
      text.zone === undefined ? given.zone : zoneOf(text.zone === 'Z' ? 'UTC' : text.zone.trim());
    if (!zone) return null;
    const hasClock = text.hour !== undefined || text.hour12 !== undefined;
    const clock = text.second === undefined ? { hour, minute } : { hour, minute, second };
    const read = wallMoment({
      day: { year, month, day },
      clock: hasClock ? clock : undefined,
      zone,
      basis: text.zone === undefined ? given.basis : 'stated',
      written,
      group,
    });
    return text.fraction === undefined
      ? read
      : { ...read, moment: refined(read.moment, text.fraction) };
  };

/**
 * A reader of times in a format; what was expected of the format instead where it is none.
 *
 * @remarks A time is as exact as the format says: a day, a minute, a second, a millisecond. Which of day and month
 * comes first is never guessed; a day of the week that is not that of the day shows that it is another.
 */
export const csvTime = (format: string): E.Either<string, CsvTimeReader> => {
  const named = Object.hasOwn(NAMED, format) ? NAMED[format] : undefined;
  if (named) return E.right(named);
  const own = compiled(format);
  return typeof own === 'string' ? E.left(own) : E.right(reader(own));
};
