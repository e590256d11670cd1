import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { Fault } from './fault.ts';
import { showValue } from './fault.ts';

/**
 * What sets an `Instant` apart from any other text.
 *
 * @public
 */
export interface InstantBrand {
  /** Never there at run time. */
  readonly Instant: unique symbol;
}

/**
 * A point in time as ISO 8601 UTC text of fixed width: `2024-12-17T09:51:00.000Z`.
 *
 * @remarks
 * Shape: 24 characters, years 0000 to 9999, so that comparing the text compares the time.
 * Units: milliseconds.
 * @public
 */
export type Instant = t.Branded<string, InstantBrand>;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The two digits at that place as a number; -1 when they are none. */
const twoDigits = (text: string, index: number): number => {
  const tens = text.charCodeAt(index) - 48;
  const ones = text.charCodeAt(index + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
};

const isLeap = (century: number, year: number): boolean =>
  year === 0 ? century % 4 === 0 : year % 4 === 0;

const isDay = (text: string): boolean => {
  const century = twoDigits(text, 0);
  const year = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (century < 0 || year < 0 || month < 1 || month > 12 || day < 1) return false;
  return day <= (DAYS[month - 1] ?? 0) || (month === 2 && day === 29 && isLeap(century, year));
};

const isTime = (text: string): boolean => {
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  const lastDigit = text.charCodeAt(22) - 48;
  return (
    hour >= 0 &&
    hour < 24 &&
    minute >= 0 &&
    minute < 60 &&
    second >= 0 &&
    second < 60 &&
    twoDigits(text, 20) >= 0 &&
    lastDigit >= 0 &&
    lastDigit <= 9
  );
};

// Looked at character by character, since every event has several: a pattern and a date cost ten times as much.
const isInstant = (value: unknown): value is Instant =>
  typeof value === 'string' &&
  value.length === 24 &&
  value.charCodeAt(4) === 0x2d &&
  value.charCodeAt(7) === 0x2d &&
  value.charCodeAt(10) === 0x54 &&
  value.charCodeAt(13) === 0x3a &&
  value.charCodeAt(16) === 0x3a &&
  value.charCodeAt(19) === 0x2e &&
  value.charCodeAt(23) === 0x5a &&
  isDay(value) &&
  isTime(value);

/**
 * The codec of `Instant`.
 *
 * @public
 */
export const Instant: t.Type<Instant> = new t.Type(
  'Instant (such as 2024-12-17T09:51:00.000Z)',
  isInstant,
  (value, context) => (isInstant(value) ? t.success(value) : t.failure(value, context)),
  t.identity,
);

/** The latest instant there is, as milliseconds. */
export const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z');
const EARLIEST_MS = Date.parse('0000-01-01T00:00:00.000Z');

const DAY_MS = 86_400_000;
const TWO_DIGITS = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));
/** Every minute of a day, as `09:51:`. */
const MINUTES = Array.from(
  { length: 24 * 60 },
  (_, minute) => `${TWO_DIGITS[Math.floor(minute / 60)] ?? ''}:${TWO_DIGITS[minute % 60] ?? ''}:`,
);
/** Every thousandth of a second, as `.123Z`. */
const THOUSANDTHS = Array.from(
  { length: 1000 },
  (_, value) => `.${String(value).padStart(3, '0')}Z`,
);
/** The day asked for last: the instants of a document are of few days. */
const lastDay = { day: Number.NaN, text: '' };

/**
 * The instant that many milliseconds after 1970-01-01T00:00:00Z.
 *
 * @param ms - Whole milliseconds within the years 0000 to 9999; a fraction is cut.
 * @remarks Errors: throws a RangeError outside those years, since that is a mistake in the calling code.
 * @public
 */
export const instantOfMs = (ms: number): Instant => {
  if (!(ms >= EARLIEST_MS && ms <= LATEST_MS)) {
    throw new RangeError(`expected milliseconds within the years 0000 to 9999, got ${ms}`);
  }
  const whole = Math.floor(ms);
  const day = Math.floor(whole / DAY_MS);
  if (day !== lastDay.day) {
    lastDay.day = day;
    lastDay.text = new Date(day * DAY_MS).toISOString().slice(0, 11);
  }
  const rest = whole - day * DAY_MS;
  const minutes = MINUTES[Math.floor(rest / 60_000)] ?? '';
  const inMinute = rest % 60_000;
  const seconds = TWO_DIGITS[Math.floor(inMinute / 1000)] ?? '';
  // Joined, it is one text: a chain of its parts takes three times the memory, and is made one text later all the same.
  return [lastDay.text, minutes, seconds, THOUSANDTHS[inMinute % 1000] ?? ''].join('') as Instant;
};

/**
 * Days from 1970-01-01 to a day of the calendar.
 *
 * @remarks Source: Howard Hinnant, days_from_civil.
 */
const daysTo = (year: number, month: number, day: number): number => {
  // Years begin in March here, so that the day that not all have is the last.
  const fromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear - 719_468;
};

const msIn = (instant: Instant): number => {
  const year = twoDigits(instant, 0) * 100 + twoDigits(instant, 2);
  const days = daysTo(year, twoDigits(instant, 5), twoDigits(instant, 8));
  const minutes = twoDigits(instant, 11) * 60 + twoDigits(instant, 14);
  const ms = twoDigits(instant, 20) * 10 + instant.charCodeAt(22) - 48;
  return days * DAY_MS + minutes * 60_000 + twoDigits(instant, 17) * 1000 + ms;
};

/** What was told last, by minute and second: views ask for the few instants of an incident dozens of times. */
const told: { readonly instants: string[]; readonly ms: Float64Array } = {
  instants: Array.from({ length: 1024 }, () => ''),
  ms: new Float64Array(1024),
};

/** Where an instant is looked for among what was told last. */
const slotOf = (instant: Instant): number =>
  (instant.charCodeAt(14) * 10 + instant.charCodeAt(15) + instant.charCodeAt(18) * 61) & 1023;

/**
 * Milliseconds from 1970-01-01T00:00:00Z to the instant.
 *
 * @public
 */
export const msOf = (instant: Instant): number => {
  const slot = slotOf(instant);
  const before = told.ms[slot];
  if (before !== undefined && told.instants[slot] === instant) return before;
  const ms = msIn(instant);
  told.instants[slot] = instant;
  told.ms[slot] = ms;
  return ms;
};

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)$/i;

/**
 * Reads an ISO 8601 date and time with an offset; what is finer than a millisecond is cut.
 *
 * @param text - Such as `2024-12-17T10:51:00+01:00` or `2024-12-17T09:51Z`.
 * @remarks Errors: a fault when the text is no such time, or the day, hour or offset does not exist.
 * @public
 */
export const parseInstant = (text: string): E.Either<Fault, Instant> => {
  const fault = {
    path: '',
    expected: 'an ISO 8601 time with Z or an offset',
    actual: showValue(text),
  };
  const parts = ISO.exec(text);
  if (!parts) return E.left(fault);
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone = 'Z'] = parts;
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  if (!isInstant(wall)) return E.left(fault);
  const digits = zone.toUpperCase() === 'Z' ? '0000' : zone.slice(1).replace(':', '');
  const offsetMinutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  if (offsetMinutes >= 24 * 60 || Number(digits.slice(2)) >= 60) return E.left(fault);
  const ms = msOf(wall) - (zone.startsWith('-') ? -1 : 1) * offsetMinutes * 60_000;
  return ms >= EARLIEST_MS && ms <= LATEST_MS ? E.right(instantOfMs(ms)) : E.left(fault);
};

/**
 * The instant that a text in the calling code names; for text from outside use {@link parseInstant}.
 *
 * @remarks Errors: throws a RangeError when the text is no ISO 8601 time with an offset.
 * @public
 */
export const instant = (text: string): Instant => {
  const parsed = parseInstant(text);
  if (E.isLeft(parsed)) {
    throw new RangeError(`expected ${parsed.left.expected}, got ${parsed.left.actual}`);
  }
  return parsed.right;
};

/**
 * A source of the present: a ledger and a store are each given one, and nothing else reads the time.
 *
 * @public
 */
export type Clock = () => Instant;

/** What the clock said last: events come in many to a millisecond, and a text costs more than to look at the time. */
let lastTold: { readonly ms: number; readonly at: Instant } = { ms: 0, at: instantOfMs(0) };

/**
 * The computer's own clock.
 *
 * @public
 */
export const systemClock: Clock = () => {
  const ms = Date.now();
  if (ms !== lastTold.ms) lastTold = { ms, at: instantOfMs(ms) };
  return lastTold.at;
};
