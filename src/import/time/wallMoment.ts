import { instantOfMs } from '../../primitives/instant.ts';
import type { Moment, MomentReading } from '../../primitives/moment.ts';
import type { CalendarDay } from './calendarDay.ts';
import type { ClockTime } from './clockTime.ts';
import type { Zone, ZoneReading } from './zone.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A day whose year is known. */
export type DatedDay = CalendarDay & { readonly year: number };

/** Whether the year of a day is known. */
export const isDated = (day: CalendarDay | undefined): day is DatedDay => day?.year !== undefined;

/** A wall time with everything needed to make it a moment. */
export interface WallTime {
  /** The day. */
  readonly day: DatedDay;
  /** The time of day; absent for the whole day. */
  readonly clock?: ClockTime | undefined;
  /** The zone. */
  readonly zone: Zone;
  /** Where the zone comes from. */
  readonly basis: 'stated' | 'document' | 'assumed';
  /** The time as it stood. */
  readonly written: string;
  /** Name of the group of moments whose zone is decided together. */
  readonly group: string;
}

/** A moment, and what is doubtful about it. */
export interface ReadMoment {
  /** The moment. */
  readonly moment: Moment;
  /** Sentences for warnings. */
  readonly doubts: readonly string[];
}

/** A day as milliseconds of its midnight, as if it were UTC. */
export const dayMs = ({ year, month, day }: DatedDay): number => Date.UTC(year, month - 1, day);

/** A day as ISO 8601 writes it: `2024-12-17`. */
export const isoDay = (day: DatedDay): string => instantOfMs(dayMs(day)).slice(0, 10);

/** A wall time as milliseconds, as if it were UTC. */
export const wallMs = (day: DatedDay, clock: ClockTime | undefined): number =>
  dayMs(day) +
  ((clock?.hour ?? 0) * 60 + (clock?.minute ?? 0)) * MINUTE +
  (clock?.second ?? 0) * 1000;

const widthMs = (clock: ClockTime | undefined): number =>
  clock === undefined ? DAY : clock.second === undefined ? MINUTE : 1000;

const ends = (reading: ZoneReading, first: number, width: number): Required<MomentReading> => {
  const offsets = [
    ...reading.offsetsAt(first).minutes,
    // A whole day can begin and end under two offsets.
    ...(width === DAY ? reading.offsetsAt(first + width).minutes : []),
  ];
  return {
    zone: reading.zone,
    earliest: instantOfMs(first - Math.max(...offsets) * MINUTE),
    latest: instantOfMs(first + width - 1 - Math.min(...offsets) * MINUTE),
  };
};

/** What most moments are: one reading of the zone, under one offset, without a doubt. */
const plainMoment = (wall: WallTime, reading: ZoneReading, first: number): Moment | null => {
  const { minutes, skipped } = reading.offsetsAt(first);
  const [offset] = minutes;
  if (wall.clock === undefined || offset === undefined || minutes.length > 1 || skipped)
    return null;
  const earliest = first - offset * MINUTE;
  return {
    earliest: instantOfMs(earliest),
    latest: instantOfMs(earliest + widthMs(wall.clock) - 1),
    written: wall.written,
    zone: wall.zone.written,
    basis: wall.zone.assumption === undefined ? wall.basis : 'assumed',
  };
};

const NONE: readonly string[] = [];

const clockDoubts = (
  { clock, written }: WallTime,
  reading: ZoneReading,
  first: number,
): string[] => {
  const { minutes, skipped } = reading.offsetsAt(first);
  if (clock === undefined || minutes.length === 1) return [];
  return [
    skipped
      ? `${written} does not exist in ${reading.zone}: the clock was put forward; both sides of the gap are kept`
      : `${written} came twice in ${reading.zone}: the clock was put back; both are kept`,
  ];
};

/** The moment that a wall time is. */
export const wallMoment = (wall: WallTime): ReadMoment => {
  const first = wallMs(wall.day, wall.clock);
  const readings = wall.zone.readingsAt(first);
  const [single] = readings;
  const plain = single && readings.length === 1 ? plainMoment(wall, single, first) : null;
  if (plain) {
    const { assumption } = wall.zone;
    return { moment: plain, doubts: assumption === undefined ? NONE : [assumption] };
  }
  const width = widthMs(wall.clock);
  const alternatives = readings.map((reading) => ends(reading, first, width));
  const [only] = alternatives;
  const sorted = alternatives.length > 1;
  const earliest = sorted ? alternatives.map((one) => one.earliest).toSorted()[0] : only?.earliest;
  const latest = sorted
    ? alternatives
        .map((one) => one.latest)
        .toSorted()
        .at(-1)
    : only?.latest;
  const doubts = [
    ...readings.flatMap((reading) => clockDoubts(wall, reading, first)),
    ...(wall.zone.assumption === undefined ? [] : [wall.zone.assumption]),
  ];
  if (readings.length > 1) {
    const names = readings.map(({ zone }) => zone).join(' or ');
    doubts.push(
      wall.zone.doubt ??
        `${wall.zone.written} does not fit the season on that day: read as ${names}, undecided`,
    );
  }
  const moment: Moment = {
    ...(earliest && { earliest }),
    ...(latest && { latest }),
    written: wall.written,
    zone: wall.zone.written,
    basis: wall.zone.assumption === undefined ? wall.basis : 'assumed',
    ...(readings.length > 1 && {
      undecided: { group: `${wall.group} ${wall.zone.written}`, alternatives },
    }),
  };
  return { moment, doubts };
};
