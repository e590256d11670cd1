import type { Moment } from '../../primitives/moment.ts';
import { lastDay } from './lastDay.ts';
import type { Page } from './page.ts';
import type { Section } from './sections.ts';
import { isNothing } from './sections.ts';
import { plainText } from '../text/plainText.ts';
import { spanOf } from './spanOf.ts';
import { generalZone } from './statedZone.ts';
import { tableRows } from '../text/tableRows.ts';
import type { TimelineLine } from './timelineLine.ts';
import { timelineLine } from './timelineLine.ts';
import type { TimeMark } from '../time/timeMark.ts';
import { momentOf } from '../time/timeSetting.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { isDated } from '../time/wallMoment.ts';
import { lastBefore, nextDay } from '../time/yearOf.ts';

/** A line of a post mortem's timeline in one language. */
export interface TimelineEntry {
  /** Its time; absent for a line that states none. */
  readonly moment?: Moment;
  /** The end, for a range. */
  readonly until?: Moment;
  /** What it tells. */
  readonly text: string;
  /** Number of its line, where that is known. */
  readonly line?: number;
}

/** `(all times are CET)` tells how to read the lines, and nothing of the incident. */
const isZoneStatement = (line: string): boolean => line.length < 80 && generalZone(line) !== null;

/** Gives the lines of one post mortem their days, one after the other. */
export interface TimelineReader {
  /** The entries of a section. */
  entries(section: Section): readonly TimelineEntry[];
}

const minutesOf = ({ clock }: TimeMark): number => (clock?.hour ?? 0) * 60 + (clock?.minute ?? 0);

/** The lines of a section: items, texts, and rows of tables that begin with a time. */
const linesOf = ({ blocks }: Section): readonly string[] =>
  blocks.flatMap(({ text }) => {
    const table = tableRows(text);
    if (!table) return [text];
    const rows = table.rows.map((row) => row.filter((cell) => cell !== '').join(' : '));
    return table.rest === '' ? rows : [table.rest, ...rows];
  });

/** How much earlier on the clock a time has to be than the one before it to be past midnight. */
const PAST_MIDNIGHT = 12 * 60;

/** The time with which the lines of a timeline begin, where they name no day and go forward from it. */
const forwardFrom = (lines: readonly string[], { notation }: Page): TimeMark | undefined => {
  const [first, second] = lines.flatMap((line) => timelineLine(line, notation)?.mark ?? []);
  if (!first?.clock || !second?.clock || first.day || second.day) return undefined;
  const step = minutesOf(second) - minutesOf(first);
  return step >= 0 || -step > PAST_MIDNIGHT ? first : undefined;
};

/**
 * Begins to read the timelines of a post mortem.
 *
 * @param published - Day on which the post mortem was published: years are counted back from it.
 * @param incident - Day of the incident, for times that name none.
 * @param begunBy - By when it had begun: in another zone, or at night, that can have been on the day before or after.
 */
export const timelineReader = (
  page: Page,
  published: DatedDay | undefined,
  incident: DatedDay | undefined,
  begunBy: Moment | undefined,
  place: string,
): TimelineReader => {
  let day = incident;
  let minutes: number | undefined;
  const dated = ({ day: named, ...mark }: TimeMark): DatedDay | undefined => {
    if (named) {
      if (isDated(named)) day = named;
      else if (published) day = lastBefore(named, published);
      else day = undefined;
    } else if (day && minutes !== undefined && minutes - minutesOf(mark) > PAST_MIDNIGHT) {
      day = nextDay(day);
      page.reading.warn(place, `"${mark.written}" is taken to be past midnight, on the next day`);
    }
    // A day that stands alone begins anew: what follows is on it, whatever its clock.
    if (mark.clock) minutes = minutesOf(mark);
    else if (named) minutes = undefined;
    return day;
  };
  const read = ({ mark, until, text }: TimelineLine): TimelineEntry => {
    // "14:00 - 16:00 UTC" names the zone of both behind the second.
    const first =
      until?.zone !== undefined && mark.zone === undefined ? { ...mark, zone: until.zone } : mark;
    const moment = momentOf(first, dated(mark), page.local, page.reading, place);
    if (!until) return { moment, text };
    const past = day && !until.day && minutesOf(until) < minutesOf(mark) ? nextDay(day) : undefined;
    const end = momentOf(until, past ?? dated(until), page.local, page.reading, place);
    return { moment, until: end, text };
  };
  return {
    entries: (section) => {
      const entries: TimelineEntry[] = [];
      const lines = linesOf(section);
      const first = minutes === undefined ? forwardFrom(lines, page) : undefined;
      if (first && incident && begunBy && day === incident)
        day = lastDay(first, incident, { moment: begunBy, place }, page.local);
      for (const line of lines) {
        const found = timelineLine(line, page.notation);
        if (found && (found.mark.clock !== undefined || found.text !== ''))
          entries.push(read(found));
        else if (found) dated(found.mark);
        else if (!isNothing(line) && !isZoneStatement(line))
          entries.push({ text: plainText(line) });
      }
      return entries;
    },
  };
};

/** The moment of an entry, its whole range where it has one. */
export const entryMoment = ({
  moment,
  until,
}: Pick<TimelineEntry, 'moment' | 'until'>): Moment | undefined =>
  moment && until
    ? spanOf(moment, until, `${moment.written ?? ''} - ${until.written ?? ''}`)
    : moment;
