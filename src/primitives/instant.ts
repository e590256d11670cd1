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

const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const isInstant = (value: unknown): value is Instant => {
  if (typeof value !== 'string' || !FORM.test(value)) return false;
  const ms = Date.parse(value);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === value;
};

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

const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z');
const EARLIEST_MS = Date.parse('0000-01-01T00:00:00.000Z');

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
  return new Date(Math.floor(ms)).toISOString() as Instant;
};

/**
 * Milliseconds from 1970-01-01T00:00:00Z to the instant.
 *
 * @public
 */
export const msOf = (instant: Instant): number => Date.parse(instant);

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

/**
 * The computer's own clock.
 *
 * @public
 */
export const systemClock: Clock = () => instantOfMs(Date.now());
