import type { TimelineLine } from '../prose/timelineLine.ts';
import { timelineLine } from '../prose/timelineLine.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { zoneOf } from '../time/zone.ts';

/** A time that a line tells a second time, on the clock of another zone. */
export interface ParallelTime {
  /** The second time. */
  readonly mark: TimeMark;
  /** The time of the line, where that is the second: `16:00 UTC (17:00 local)`. */
  readonly own?: TimeMark;
  /** The end of its range, where the line has one. */
  readonly until?: TimeMark;
  /** What the line tells behind both. */
  readonly text: string;
}

/** What joins the two: `10:00 PDT / 17:00 UTC`, `10:00 PDT (17:00 UTC)`, `10:00 PDT | 17:00 UTC`. */
const JOINED = /^\s{0,2}(?:[/=|~≈,]|\(\s?=?)?\s{0,2}(?=\d)/;
const OPENED = /^\s{0,2}[/=(~≈]/;
const CLOSED = /^[\s)\]]{0,3}(?:[:;,.–—|-]{1,2}\s{0,2}|[–—=→>-]{1,3}\s)?/;

/** The clock of the document itself. */
const LOCAL = /^\s?(?:heure |ora )?loc(?:\.|ale?)?(?:\stime)?\s?\)/i;

/** Whether what follows the second time ends it: else the words behind it may be those of a further time. */
const ends = (text: string): boolean => text === '' || /^[\s)\]:;,.–—|→-]/.test(text);

/**
 * Reads the same time on the clock of another zone, right behind the time of a line; null when none stands there. Without
 * a mark that joins the two, both have to name their zones.
 */
export const parallelTime = (
  { mark, until, text }: TimelineLine,
  notation: Notation,
): ParallelTime | null => {
  const join = JOINED.exec(text);
  if (!mark.clock || !join) return null;
  const behind = text.slice(join[0].length);
  const found = timelineLine(behind.slice(0, 80), notation);
  if (!found?.mark.clock || (found.until === undefined) !== (until === undefined)) return null;
  const stop = (found.until ?? found.mark).end;
  const zone = found.until?.zone ?? found.mark.zone;
  const own = until?.zone ?? mark.zone;
  const local = LOCAL.exec(behind.slice(stop));
  if (zone === undefined && own !== undefined && !until && local && OPENED.test(text)) {
    const told = behind
      .slice(stop + local[0].length)
      .replace(CLOSED, '')
      .trim();
    return { mark, own: found.mark, text: told };
  }
  if (zone === undefined || zone === own || zoneOf(zone) === null) return null;
  if (own === undefined && !OPENED.test(text)) return null;
  const rest = behind.slice(stop);
  if (!ends(rest)) return null;
  // "(17:00 UTC the site came back)" tells more than the time.
  if (text.includes('(') && OPENED.exec(text)?.[0].trim() === '(' && !/^\s?\)/.test(rest))
    return null;
  return {
    mark: { ...found.mark, zone },
    ...(found.until && { until: found.until }),
    text: rest.replace(CLOSED, '').trim(),
  };
};
