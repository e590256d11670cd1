const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;

/** A clock of the world: what it shows, minus UTC, at an instant; in minutes. */
export type OffsetAt = (utcMs: number) => number;

/** The offsets under which a wall clock can have shown a time. */
export interface WallOffsets {
  /** In minutes; two where the clock showed the time twice, or skipped it. */
  readonly minutes: readonly number[];
  /** Whether the clock never showed the time, as in the hour skipped in spring. */
  readonly skipped: boolean;
}

const OFFSET = /^(?:UTC|GMT)?\s?([+-])(\d{1,2})(?::?(\d{2}))?$/;

/** Minutes of an offset such as `+01:00`, `-0500` or `UTC+2`. */
export const offsetMinutes = (text: string): number | null => {
  const found = OFFSET.exec(text);
  if (!found) return null;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? '0');
  if (minutes > 14 * 60 || Number(found[3] ?? '0') > 59) return null;
  return found[1] === '-' ? -minutes : minutes;
};

const clocks = new Map<string, OffsetAt | null>();

const clockOf = (zone: string): OffsetAt | null => {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch {
    return null;
  }
  const known = new Map<number, number>();
  return (utcMs) => {
    // Offsets change on quarters of an hour, so one look-up serves each quarter.
    const quarter = Math.floor(utcMs / QUARTER) * QUARTER;
    const cached = known.get(quarter);
    if (cached !== undefined) return cached;
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(quarter)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
    const offset = (Date.UTC(year, month - 1, day, hour, minute) - quarter) / MINUTE;
    if (known.size > 10_000) known.clear();
    known.set(quarter, offset);
    return offset;
  };
};

/** The clock of an IANA zone; null when there is no such zone. */
export const zoneClock = (zone: string): OffsetAt | null => {
  if (!/^[A-Za-z0-9_+-]{1,32}(?:\/[A-Za-z0-9_+-]{1,32}){0,2}$/.test(zone)) return null;
  if (!zone.includes('/') && zone.toUpperCase() !== 'UTC' && zone.toUpperCase() !== 'GMT') {
    return null;
  }
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = clockOf(zone);
  if (clock) clocks.set(zone, clock);
  return clock;
};

/**
 * The offsets that a wall time can have had: one, two where the clock was turned back, none that fits where it
 * was turned forward; then those before and after are given.
 *
 * @param wallMs - The wall time as if it were UTC.
 */
export const wallOffsets = (clock: OffsetAt, wallMs: number): WallOffsets => {
  // The days around are looked up once for all times of a day; clocks are not changed twice in three days.
  const day = Math.floor(wallMs / DAY) * DAY;
  const around = new Set([clock(day - DAY), clock(day + 2 * DAY)]);
  if (around.size === 1) return { minutes: [...around], skipped: false };
  const fitting = [...around].filter((offset) => clock(wallMs - offset * MINUTE) === offset);
  return fitting.length > 0
    ? { minutes: fitting, skipped: false }
    : { minutes: [...around], skipped: true };
};
