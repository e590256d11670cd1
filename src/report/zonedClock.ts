import type { Instant } from '../primitives/instant.ts';
import { msOf } from '../primitives/instant.ts';

/**
 * How instants are shown in one zone.
 *
 * @public
 */
export interface ZonedClock {
  /** Name of the zone as it is shown. */
  readonly zone: string;
  /** The day, such as `2024-12-17`. */
  readonly dayOf: (instant: Instant) => string;
  /** The time of day, such as `10:51`; with seconds and milliseconds only where they are not zero. */
  readonly timeOf: (instant: Instant) => string;
}

/**
 * Whether there is a time zone of that name.
 *
 * @public
 */
export const isZone = (zone: string): boolean => {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/**
 * Shows instants in a zone.
 *
 * @param zone - An IANA name such as `Europe/Paris`, or `UTC`.
 * @remarks Errors: throws a RangeError when there is no such zone.
 * @public
 */
export const zonedClock = (zone: string): ZonedClock => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  });
  const read = (instant: Instant): Readonly<Record<string, string>> =>
    Object.fromEntries(
      format.formatToParts(new Date(msOf(instant))).map(({ type, value }) => [type, value]),
    );
  // Day and time of one instant are mostly asked for together.
  let last: { readonly instant: Instant; readonly parts: ReturnType<typeof read> } | null = null;
  const partsOf = (instant: Instant): ReturnType<typeof read> => {
    if (last?.instant !== instant) last = { instant, parts: read(instant) };
    return last.parts;
  };
  return {
    zone,
    dayOf: (instant) => {
      const { era, year, month, day } = partsOf(instant);
      // The year before 1 is 0 in ISO 8601, and 1 BC here.
      const count = era === 'BC' ? 1 - Number(year) : Number(year);
      return `${String(count).padStart(4, '0')}-${month}-${day}`;
    },
    timeOf: (instant) => {
      const { hour, minute, second, fractionalSecond } = partsOf(instant);
      const fraction = fractionalSecond === '000' ? '' : `.${fractionalSecond}`;
      return `${hour}:${minute}${second === '00' && fraction === '' ? '' : `:${second}${fraction}`}`;
    },
  };
};

/** The same clock, with the day in its times. */
export const dated = (clock: ZonedClock): ZonedClock => ({
  ...clock,
  timeOf: (instant) => `${clock.dayOf(instant)} ${clock.timeOf(instant)}`,
});

/** The same clock, with the day in its times where the instants are not all of one day. */
export const withDays = (clock: ZonedClock, instants: readonly (Instant | null)[]): ZonedClock => {
  const days = new Set(instants.flatMap((each) => (each === null ? [] : [clock.dayOf(each)])));
  return days.size < 2 ? clock : dated(clock);
};
