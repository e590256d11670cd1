import type { Moment } from '../../primitives/moment.ts';
import type { NamedComponent } from './componentNames.ts';
import type { FoundUpdate } from './foundUpdate.ts';
import type { NumberedLine } from '../text/numberedLine.ts';
import type { Reading } from '../reading.ts';
import { minutesOf } from '../time/dayKeeper.ts';
import type { TimeMark } from '../time/timeMark.ts';
import type { TimeSetting } from '../time/timeSetting.ts';
import { momentOf } from '../time/timeSetting.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { dayMs, isDated } from '../time/wallMoment.ts';
import { nearestTo, nextDay } from '../time/yearOf.ts';

/** An update with its time made a moment. */
export interface DatedUpdate {
  /** Its number, the oldest 1, so that it stays the same when the page grows. */
  readonly number: number;
  /** `update 1`. */
  readonly place: string;
  /** Its status. */
  readonly status: string;
  /** Its displayed time. */
  readonly moment: Moment;
  /** Its day, where known. */
  readonly day?: DatedDay;
  /** The last that its text can have been written; its displayed time when absent. */
  readonly edited?: Moment;
  /** The lines of its text. */
  readonly body: readonly NumberedLine[];
  /** The components it names in a list. */
  readonly components?: readonly NamedComponent[];
}

const LAST = new Set(['resolved', 'postmortem', 'completed', 'closed']);
const FIRST = new Set(['investigating', 'scheduled', 'created']);

/** Days without any year are put in order as if they were of one. */
const ANY_YEAR = 2000;

/** Behind all days that are written: `today`, as a page shows days of late. */
const TODAY_MS = 8e15;
const DAY_MS = 86_400_000;

const wallKey = ({ mark }: FoundUpdate, anchor: DatedDay | undefined): number | null => {
  const { hour = 0, minute = 0 } = mark?.clock ?? {};
  const time = (hour * 60 + minute) * 60_000;
  if (mark?.daysBefore !== undefined) return TODAY_MS - mark.daysBefore * DAY_MS + time;
  const day = mark?.day;
  if (!day) return null;
  const dated = nearestTo(day, anchor ?? (isDated(day) ? day : { ...day, year: ANY_YEAR }));
  return dayMs(dated) + time;
};

/** How many minutes times of day take that follow each other, past midnight wherever the clock goes back. */
const clocksSpan = (clocks: readonly number[]): number =>
  clocks.reduce(
    (sum, clock, at) => sum + (at === 0 ? 0 : (clock - (clocks[at - 1] ?? 0) + 1440) % 1440),
    0,
  );

/** Whether the page has its newest update on top: told by its times, else by its first and last status, else
 * as its times of day take the shorter time. */
const isNewestFirst = (updates: readonly FoundUpdate[], anchor: DatedDay | undefined): boolean => {
  let [up, down] = [0, 0];
  let previous: number | null = null;
  for (const update of updates) {
    const key = wallKey(update, anchor);
    if (key !== null && previous !== null && key !== previous) {
      if (key > previous) up++;
      else down++;
    }
    previous = key ?? previous;
  }
  if (up !== down) return down > up;
  const [first, last] = [updates[0]?.status ?? '', updates.at(-1)?.status ?? ''];
  if ((LAST.has(first) && !LAST.has(last)) || (FIRST.has(last) && !FIRST.has(first))) return true;
  if ((LAST.has(last) && !LAST.has(first)) || (FIRST.has(first) && !FIRST.has(last))) return false;
  const clocks = updates.flatMap(({ mark }) => (mark?.clock && !mark.day ? minutesOf(mark) : []));
  return clocks.length === updates.length && clocksSpan(clocks.toReversed()) < clocksSpan(clocks);
};

const isLast = ([first]: readonly FoundUpdate[]): boolean => first?.status === 'postmortem';

const together = (groups: readonly (readonly FoundUpdate[])[]): readonly FoundUpdate[] => {
  const all: FoundUpdate[] = [];
  for (const group of groups) all.push(...group);
  return all;
};

/** From the oldest to the newest; edits stay behind what they edit, and a post mortem comes last wherever it stands. */
const oldestFirst = (
  found: readonly FoundUpdate[],
  anchor: DatedDay | undefined,
): readonly FoundUpdate[] => {
  const groups: FoundUpdate[][] = [];
  for (const update of found) {
    if (update.edit === true) groups.at(-1)?.push(update);
    else groups.push([update]);
  }
  const course = groups.filter((group) => !isLast(group));
  const newestFirst = isNewestFirst(course.length > 1 ? together(course) : found, anchor);
  const inOrder = newestFirst ? course.toReversed() : course;
  const last = groups.filter(isLast);
  return together([...inOrder, ...(newestFirst ? last.toReversed() : last)]);
};

/** A time without a day is on the day of the one before it, or past midnight when the clock has gone back. */
const dayOf = (
  { day, clock, daysBefore }: TimeMark,
  anchor: DatedDay | undefined,
  seen: DatedDay | undefined,
  before: { readonly day: DatedDay; readonly minutes: number } | undefined,
): { readonly day: DatedDay; readonly assumed: boolean } | undefined => {
  if (day) {
    const near = anchor ?? (isDated(day) ? day : undefined);
    return near && { day: nearestTo(day, near), assumed: false };
  }
  if (daysBefore !== undefined) return seen && { day: nextDay(seen, -daysBefore), assumed: false };
  const from = before?.day ?? anchor;
  if (!from) return undefined;
  const minutes = (clock?.hour ?? 0) * 60 + (clock?.minute ?? 0);
  return before && minutes < before.minutes
    ? { day: nextDay(from), assumed: true }
    : { day: from, assumed: false };
};

/**
 * The updates of a page from the oldest to the newest, each with its moment.
 *
 * @param anchor - A day of the incident whose year is known.
 * @param seen - The day on which the page was seen, which it calls `today`.
 */
export const datedUpdates = (
  found: readonly FoundUpdate[],
  anchor: DatedDay | undefined,
  seen: DatedDay | undefined,
  setting: TimeSetting,
  reading: Reading,
): readonly DatedUpdate[] => {
  const ordered = oldestFirst(found, anchor);
  let before: { readonly day: DatedDay; readonly minutes: number } | undefined;
  let previous: Moment | undefined;
  return ordered.map(({ mark, status, line, body, components }, index) => {
    const number = index + 1;
    const place = `update ${number}`;
    const update: { -readonly [K in keyof DatedUpdate]: DatedUpdate[K] } = {
      number,
      place,
      status,
      moment: { written: status },
      body,
    };
    if (components) update.components = components;
    if (!mark) {
      reading.warn(place, `no time stands with the update in line ${line}`);
      return update;
    }
    const dated = dayOf(mark, anchor, seen, before);
    if (dated?.assumed === true) {
      reading.warn(place, `"${mark.written}" is taken to be past midnight, on the next day`);
    }
    const moment = momentOf(mark, dated?.day, setting, reading, place);
    if (dated) {
      const minutes = (mark.clock?.hour ?? 0) * 60 + (mark.clock?.minute ?? 0);
      before = { day: dated.day, minutes };
    }
    if (previous?.earliest && moment.latest && moment.latest < previous.earliest) {
      reading.warn(place, `"${mark.written}" is earlier than the update before it`);
    }
    previous = moment;
    update.moment = moment;
    if (dated) update.day = dated.day;
    return update;
  });
};
