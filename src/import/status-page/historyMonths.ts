import type { ReadLine } from './pageLayout.ts';
import type { FoundUpdate, PageParts } from '../prose/foundUpdate.ts';
import type { LeftOut } from '../importer.ts';
import { isFurniture } from './pageLabels.ts';
import { pageTitle } from './pageTitle.ts';
import type { NumberedLine } from '../text/numberedLine.ts';
import { plainWords } from '../text/plainWords.ts';
import { minutesOf } from '../time/dayKeeper.ts';
import { monthOf } from '../time/monthNames.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { timeMarkAt } from '../time/timeMark.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { nearestTo, nextDay } from '../time/yearOf.ts';

/** An incident of a history by months, cut into its parts. */
export interface MonthIncident {
  /** Its parts: an update when the page began to tell of it, and the last one with its text. */
  readonly parts: PageParts;
  /** The lines it stands in, as one text. */
  readonly text: string;
}

/** What a history by months holds. */
export interface MonthHistory {
  /** Its incidents. */
  readonly incidents: readonly MonthIncident[];
  /** Lines that belong to none. */
  readonly leftOut: readonly LeftOut[];
}

const MONTH = /^(\p{L}{3,10})\.? (\d{4})$/u;
/** A name of ten letters, a dot, a gap and a year. */
const LONGEST_MONTH = 16;
const DASH = /\s{0,2}[-–—]\s{0,2}/y;
const QUIET =
  /^(?:no incidents?(?: were)? reported|no incidents?|aucun incident|nessun incidente)(?! \d)/;
const RESOLVED =
  /^(?:this|the) (?:incident|issue) (?:has been|is|was)(?: now)? resolved(?![a-z])|^(?:cet incident|l'incident|le probleme) (?:a ete|est)(?: desormais)? resolu/;
const COMPLETED =
  /^(?:this|the) (?:scheduled )?maintenance (?:has been|is|was)(?: now)? completed?(?![a-z])|^la maintenance (?:a ete|est)(?: desormais)? terminee/;

/** The month that a line names alone: `December 2024`. */
export const monthIn = ({ text }: NumberedLine): DatedDay | null => {
  if (text.length > LONGEST_MONTH) return null;
  const [, name = '', year = ''] = MONTH.exec(text) ?? [];
  const month = name === '' ? undefined : monthOf(name);
  return month === undefined ? null : { year: Number(year), month, day: 15 };
};

/** The period that a line is: `Dec 17, 10:12 - 10:18 UTC`, `Dec 3, 22:40 - Dec 4, 01:15 UTC`, or one time. */
const periodIn = (
  { text }: ReadLine,
  notation: Notation,
): { readonly from: TimeMark; readonly to: TimeMark } | null => {
  const from = timeMarkAt(text, 0, notation);
  if (!from?.day || !from.clock) return null;
  if (from.end === text.length) return { from, to: from };
  DASH.lastIndex = from.end;
  const dash = DASH.exec(text);
  const to = dash && timeMarkAt(text, from.end + dash[0].length, notation);
  return to?.clock && to.end === text.length ? { from, to } : null;
};

const dated = (mark: TimeMark, day: DatedDay): TimeMark => ({ ...mark, day });

/** Both times with their days; the zone behind the last is that of both. */
const datedPeriod = (
  { from, to }: { readonly from: TimeMark; readonly to: TimeMark },
  month: DatedDay,
): readonly [TimeMark, TimeMark] => {
  const begun = nearestTo(from.day ?? month, month);
  const past = minutesOf(to) < minutesOf(from) ? nextDay(begun) : begun;
  const over = to.day ? nearestTo(to.day, begun) : past;
  const zone = from.zone ?? to.zone;
  return [dated({ ...from, ...(zone !== undefined && { zone }) }, begun), dated(to, over)];
};

const statusOf = (message: string): string => {
  const plain = plainWords(message, 100);
  if (RESOLVED.test(plain)) return 'resolved';
  return COMPLETED.test(plain) ? 'completed' : 'update';
};

/** Whether a status stands above its time, as it does with the updates of an incident and not in such a history. */
const isStatusAbove = ({ read }: ReadLine, next: ReadLine | undefined): boolean =>
  read?.kind === 'status' && next?.read?.kind === 'time' && next.read.mark?.clock !== undefined;

/**
 * The incidents of a page that shows its history by months, each with its title, the text of its last update, and the times of
 * the first and the last one; null when it is no such page.
 */
export const historyMonths = (
  filled: readonly ReadLine[],
  notation: Notation,
): MonthHistory | null => {
  const first = filled.findIndex((line) => monthIn(line) !== null);
  if (first < 0 || filled.some((line, index) => isStatusAbove(line, filled[index + 1])))
    return null;
  const name = filled.slice(0, first).find(({ text }) => pageTitle(text).name !== undefined);
  const incidents: MonthIncident[] = [];
  const leftOut: LeftOut[] = [];
  let month: DatedDay | null = null;
  let own: ReadLine[] = [];
  const drop = (): void => {
    for (const { number } of own) {
      leftOut.push({
        place: `line ${number}`,
        reason: 'it stands with no incident of the history',
      });
    }
    own = [];
  };
  for (const line of filled.slice(first)) {
    const named = monthIn(line);
    if (named) {
      drop();
      month = named;
      continue;
    }
    const period = month && periodIn(line, notation);
    if (!period || !month) {
      const isQuiet = QUIET.test(plainWords(line.text, 60));
      if (!isQuiet && !isFurniture(line.text, line.words)) own.push(line);
      continue;
    }
    const [title, ...message] = own;
    if (!title) continue;
    const [from, to] = datedPeriod(period, month);
    const last: FoundUpdate = {
      line: line.number,
      status: statusOf(message[0]?.text ?? ''),
      mark: to,
      body: message,
    };
    const begun: FoundUpdate = { line: line.number, status: 'update', mark: from, body: [] };
    const header = [...(name ? [name] : []), title];
    incidents.push({
      parts: {
        header,
        updates: period.from === period.to ? [last] : [last, begun],
        loose: [],
        unnamed: false,
      },
      text: [...header, ...message, line].map(({ text }) => text).join('\n'),
    });
    own = [];
  }
  drop();
  return incidents.length === 0 ? null : { incidents, leftOut };
};
