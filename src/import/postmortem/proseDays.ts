import type { Moment } from '../../primitives/moment.ts';
import type { DocumentEntry } from './documentEntry.ts';
import { minutesBetween } from '../time/dayKeeper.ts';
import type { DocumentTimes } from './documentTimes.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { dayMs } from '../time/wallMoment.ts';
import { nextDay } from '../time/yearOf.ts';

const MARGIN = 3 * 60 * 60_000;
const MOST_DAYS = 40;

const msOf = ({ earliest, latest }: Moment): number | null =>
  earliest === undefined || latest === undefined ? null : Date.parse(earliest);

const onDay = (entry: DocumentEntry, day: DatedDay): DocumentEntry => {
  const { until, mark } = entry;
  if (!until || until.day) return { ...entry, day };
  return { ...entry, day, untilDay: minutesBetween(mark, until, day) < 0 ? nextDay(day) : day };
};

/**
 * Puts a time in running text that names no day on the day on which it falls into the story that the timeline tells,
 * in whatever zone either is written.
 */
export const proseDays = (
  story: readonly DocumentEntry[],
  times: DocumentTimes,
): ((entry: DocumentEntry) => DocumentEntry) => {
  const told = story.flatMap((entry) => {
    const ms = entry.day && entry.mark.clock ? msOf(times.momentOf(entry)) : null;
    return ms !== null && entry.day ? [{ ms, day: entry.day }] : [];
  });
  const days = new Map(
    told.flatMap(({ day }) =>
      [nextDay(day, -1), day, nextDay(day)].map((one) => [dayMs(one), one] as const),
    ),
  );
  const from = told.reduce((least, { ms }) => Math.min(least, ms), Infinity) - MARGIN;
  const to = told.reduce((most, { ms }) => Math.max(most, ms), -Infinity) + MARGIN;
  const first = told[0]?.day;
  const own = new Set(told.map(({ day }) => dayMs(day)));
  // The days of the story itself come first, then those around them.
  const sorted = [...days.values()]
    .toSorted((a, b) => {
      const [inA, inB] = [own.has(dayMs(a)), own.has(dayMs(b))];
      return inA === inB ? dayMs(a) - dayMs(b) : inA ? -1 : 1;
    })
    .slice(0, MOST_DAYS);
  return (entry) => {
    if (entry.mark.day || entry.namedDay === true || !first) return entry;
    const fits = sorted.find((day) => {
      const ms = msOf(times.on(entry, day));
      return ms !== null && ms >= from && ms <= to;
    });
    return onDay(entry, fits ?? first);
  };
};
