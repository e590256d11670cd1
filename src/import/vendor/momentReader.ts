import * as E from 'fp-ts/lib/Either.js';
import { showValue } from '../../primitives/fault.ts';
import { instantOfMs, msOf, parseInstant } from '../../primitives/instant.ts';
import type { Moment } from '../../primitives/moment.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import type { Reading } from '../reading.ts';
import type { ReadMoment } from '../time/wallMoment.ts';
import { wallMoment } from '../time/wallMoment.ts';
import type { Zone } from '../time/zone.ts';

/** Reads the time in a field; undefined when it holds none. */
export type MomentOf = (object: OutsideObject, key: string) => Moment | undefined;

/** What is needed to read times that name no zone. */
export interface OutsideTimes {
  /** Zone of such times. */
  readonly zone: Zone;
  /** Name of the document, for moments whose zone is decided together. */
  readonly group: string;
}

/** Behind an offset, the zone by its letters as Go prints it: `2024-05-06 10:00:00 +0200 CEST`. */
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,30}))?)?\s?(?:(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)(?:(?<=[+-]\d{4}) [A-Z]{3,5})?)?)?$/i;

/** How exactly a time of day is written: to the minute, the second or, with any fraction, the millisecond. */
const widthOf = (second: string | undefined, fraction: string | undefined): number =>
  second === undefined ? 60_000 : fraction === undefined ? 1000 : 1;

/** Offsets as ISO 8601 has them, none as `Z`; `UTC` and an hour alone are written by some. */
const offsetOf = (zone: string): string => {
  if (/^(?:Z|UTC|GMT|[+-]00(?::?00)?)$/i.test(zone)) return 'Z';
  return zone.length === 3 ? `${zone}:00` : zone;
};

const withOffset = (written: string, parts: RegExpExecArray, zone: string): Moment | null => {
  const [, year, month, day, hour, minute, second, fraction] = parts;
  const clock = `${hour}:${minute}:${second ?? '00'}.${(fraction ?? '').slice(0, 3).padEnd(3, '0')}`;
  const parsed = parseInstant(`${year}-${month}-${day}T${clock}${offsetOf(zone)}`);
  if (E.isLeft(parsed)) return null;
  const latest = instantOfMs(msOf(parsed.right) + widthOf(second, fraction) - 1);
  const ends = { earliest: parsed.right, latest };
  if (offsetOf(zone) !== 'Z') return { ...ends, written, zone, basis: 'stated' };
  return /[1-9]/.test((fraction ?? '').slice(3)) ? { ...ends, written } : ends;
};

/** The last day that an instant can be on. */
const LAST_MS = Date.UTC(9999, 11, 31);

/** The digits of a time as seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their number. */
const ofEpoch = (digits: string): Moment | null => {
  const whole = Number(digits.slice(0, 15));
  const [ms, width] =
    digits.length <= 11
      ? [whole * 1000, 1000]
      : digits.length <= 14
        ? [whole, 1]
        : [Number(digits.slice(0, digits.length <= 17 ? -3 : -6)), 1];
  if (!Number.isSafeInteger(ms) || ms > LAST_MS) return null;
  return { earliest: instantOfMs(ms), latest: instantOfMs(ms + width - 1), written: digits };
};

/** A time without a zone, in the zone given; null for a day or time that there is not, or that no clock had. */
const wallOf = (
  written: string,
  [, year = '', month, day, hour, minute, second]: RegExpExecArray,
  { zone, group }: OutsideTimes,
): ReadMoment | null => {
  const clock = `${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}`;
  const isThere = E.isRight(parseInstant(`${year}-${month}-${day}T${clock}Z`));
  if (!isThere || year < '1000' || year === '9999') return null;
  return wallMoment({
    day: { year: Number(year), month: Number(month), day: Number(day) },
    ...(hour !== undefined && {
      clock: {
        hour: Number(hour),
        minute: Number(minute),
        ...(second !== undefined && { second: Number(second) }),
      },
    }),
    zone,
    basis: 'assumed',
    written,
    group,
  });
};

const none: Moment | undefined = undefined;

/** What Go writes for a time that there is not. */
const isZero = (written: string): boolean => written.startsWith('0001-01-01');

/**
 * Makes a reader of the times in fields of a document: ISO 8601 with as many digits as there are, or a number since 1970.
 *
 * @remarks Shape: a moment as wide as the time was written exactly; what is finer than a millisecond is cut, and the text
 * kept as `written`. The zero time of Go, `0001-01-01T00:00:00Z`, is none. What is no time is warned of, and kept as
 * written where it is a text.
 */
export const momentReader =
  (times: OutsideTimes, reading: Pick<Reading, 'warn' | 'warnOnce'>): MomentOf =>
  (object, key) => {
    const found = object.raw(key);
    if (found === undefined || found === '') return none;
    const place = object.placeOf(key);
    const unread = (): void => {
      reading.warn(place, `expected a time, got ${showValue(found)}`);
    };
    const isWhole = typeof found === 'number' && Number.isInteger(found) && found > 0;
    const written = isWhole ? String(found) : found;
    if (typeof written !== 'string') {
      unread();
      return none;
    }
    if (isZero(written)) return none;
    if (/^[1-9]\d{8,20}$/.test(written)) return ofEpoch(written) ?? { written };
    const parts = ISO.exec(written.trim());
    const stated = parts?.[8];
    const moment = parts && stated !== undefined ? withOffset(written, parts, stated) : null;
    if (moment) return moment;
    const wall = parts && stated === undefined ? wallOf(written, parts, times) : null;
    if (!wall) {
      unread();
      return { written };
    }
    const assumed = `no zone is named for "${written}" and the like; ${times.zone.written} is assumed`;
    reading.warnOnce(place, `zone ${times.zone.written}`, assumed);
    for (const doubt of wall.doubts) reading.warnOnce(place, doubt, doubt);
    return wall.moment;
  };
