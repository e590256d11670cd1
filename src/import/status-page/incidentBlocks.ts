import type { Layout, ReadLine } from './pageLayout.ts';
import { isEdit, layoutOf } from './pageLayout.ts';
import { monthIn } from './historyMonths.ts';
import { isFurniture } from './pageLabels.ts';
import { pageTitle } from './pageTitle.ts';
import { isDay } from './updateHead.ts';
import { minutesOf } from '../time/dayKeeper.ts';
import type { TimeMark } from '../time/timeMark.ts';
import { plainWords } from '../text/plainWords.ts';
import { isEarlier } from '../time/wallOrder.ts';

const QUIET =
  /^(?:no incidents?(?: were)? reported|no incidents?|aucun incident|nessun incidente)(?! \d)/;
const FINAL: ReadonlySet<string | undefined> = new Set(['resolved', 'completed', 'postmortem']);

const isQuiet = ({ text }: ReadLine): boolean => QUIET.test(plainWords(text, 60));

const hasStatus = ({ read }: ReadLine): boolean => read?.status !== undefined;

/** A later word of an incident on the day above it: `EDIT 14:11 UTC: …`, `14:11 UTC: …`. */
const isOfTheDay = (line: ReadLine): boolean => {
  const { kind, mark } = line.read ?? {};
  return isEdit(line) || (kind === 'time-text' && !mark?.day && mark?.zone !== undefined);
};

const isText = (line: ReadLine | undefined): boolean =>
  line !== undefined && line.read === null && !isFurniture(line.text, line.words);

const SENTENCE = /[.!?:;,]$/;
const LONGEST_TITLE = 120;

const isTitle = (line: ReadLine): boolean =>
  isText(line) &&
  line.text.length <= LONGEST_TITLE &&
  !SENTENCE.test(line.text) &&
  /^[\p{Lu}\d[]/u.test(line.text);

/** The title of the next incident between two such words, the second of an earlier time; -1 where there is none. */
const titleBetween = (lines: readonly ReadLine[], from: number, to: number): number => {
  const [last, next] = [lines[from]?.read?.mark, lines[to]?.read?.mark];
  const isBack = last?.clock && next?.clock && minutesOf(next) < minutesOf(last);
  const at = isBack ? lines.findIndex((line, index) => index > from && isTitle(line)) : -1;
  return at < to ? at : -1;
};

/** Where the incidents below one day begin: at their titles. */
const beginnings = (lines: readonly ReadLine[], layout: Layout | null): readonly number[] => {
  const found = [0];
  let closed = false;
  let last: string | undefined;
  let word = -1;
  for (const [index, line] of lines.entries()) {
    const { read } = line;
    if (isOfTheDay(line)) {
      const title = titleBetween(lines, word, index);
      if (title >= 0) found.push(title);
      word = index;
    }
    if (layout === 'time-behind') {
      // Behind the time that closes an update stands the next update, or the next title.
      if (read?.status !== undefined) closed = false;
      else if (read?.kind === 'time' && read.mark?.clock) closed = true;
      else if (closed && isText(line)) {
        found.push(index);
        closed = false;
      }
    } else if (read?.status !== undefined) {
      // The newest update is on top: after one that began an incident, one that ends it is of another.
      const first = lines[index - 1]?.read?.kind === 'time' ? index - 1 : index;
      const isNext = FINAL.has(read.status) && last !== undefined && !FINAL.has(last);
      if (isNext && isText(lines[first - 1])) found.push(first - 1);
      last = read.status;
    }
  }
  return found;
};

/** The incidents below one day, each with its lines; what follows the last update goes with it. */
const incidentsOf = (lines: readonly ReadLine[]): readonly (readonly ReadLine[])[] => {
  const last = lines.findLastIndex((line) => hasStatus(line) || isOfTheDay(line));
  const cuts = beginnings(lines, layoutOf(lines)).filter((cut) => cut === 0 || cut < last);
  return cuts.map((cut, index) => lines.slice(cut, cuts[index + 1]));
};

/** The incident that still runs, above the days; what the page shows below it is of the page, such as all its components. */
const currentOf = (top: readonly ReadLine[]): readonly (readonly ReadLine[])[] => {
  if (!top.some(hasStatus) || !top.some(({ read }) => read?.kind === 'time')) return [];
  if (layoutOf(top) !== 'time-behind') return [top];
  return [top.slice(0, top.findLastIndex(({ read }) => read?.kind === 'time') + 1)];
};

/** Whether a line can be the title of the next incident: no sentence, and not all the text of the update before it. */
const isNextTitle = (line: ReadLine | undefined, before: ReadLine | undefined): boolean =>
  line !== undefined &&
  isText(line) &&
  line.text.length <= LONGEST_TITLE &&
  !SENTENCE.test(line.text) &&
  (before?.read === null || before?.read?.kind === 'time');

const isTime = ({ read }: ReadLine): boolean => read?.kind === 'time';

const LINES_OF_AN_UPDATE = 100;

/** The first time behind a line. */
const nextTime = (filled: readonly ReadLine[], index: number): Partial<TimeMark> =>
  filled.slice(index, index + LINES_OF_AN_UPDATE).find(isTime)?.read?.mark ?? {};

/**
 * Incidents one behind the other with no day above them, the newest update of each on top: where after an update that began
 * one stands a title, and then an update that ends one. Null when the page is about one incident.
 */
const incidentsInSequence = (
  filled: readonly ReadLine[],
): readonly (readonly ReadLine[])[] | null => {
  const found: number[] = [];
  let last: string | undefined;
  let time: Partial<TimeMark> = {};
  for (const [at, { read }] of filled.entries()) {
    if (read === null) continue;
    if (read.kind === 'time' && read.mark) time = read.mark;
    if (read.status === undefined) continue;
    const isNext = FINAL.has(read.status) && last !== undefined && !FINAL.has(last);
    const [title, before] = [filled[at - 1], filled[at - 2]];
    if (isNext && isNextTitle(title, before) && isEarlier(nextTime(filled, at), time))
      found.push(at - 1);
    last = read.status;
  }
  if (found.length === 0) return null;
  const layout = layoutOf(filled);
  if (layout !== 'time-below' && layout !== 'time-behind') return null;
  // With the time right below its status, a single line behind it is a text.
  const isBody = (cut: number): boolean =>
    layout === 'time-below' && filled[cut - 1]?.read?.kind === 'time';
  const cuts = [0, ...found.filter((cut) => !isBody(cut))];
  if (cuts.length === 1) return null;
  const top = filled.slice(0, cuts[1]);
  const name = top.find(({ text }) => pageTitle(text).name !== undefined);
  return cuts.map((cut, index) => [
    ...(name && index > 0 ? [name] : []),
    ...filled.slice(cut, cuts[index + 1]),
  ]);
};

/**
 * The incidents of a page that shows a history of them, the day above its incidents, cut apart with the line that names the
 * page and that of the day; null when the page is about one incident.
 */
export const incidentBlocks = (
  filled: readonly ReadLine[],
): readonly (readonly ReadLine[])[] | null => {
  const days = filled.map((line, index) => (isDay(line) ? index : -1)).filter((at) => at >= 0);
  const [first] = days;
  if (first === undefined || (days.length < 2 && !filled.some(isQuiet)))
    return incidentsInSequence(filled);
  const top = filled.slice(0, first);
  const name = top.find(({ text }) => pageTitle(text).name !== undefined);
  const below = days.map((day, index) => ({
    day: filled[day],
    // The heading of a month belongs to the days below it.
    lines: filled.slice(day + 1, days[index + 1]).filter((line) => monthIn(line) === null),
  }));
  const told = below.filter((block) => block.lines.some(hasStatus));
  // A day right above an update is part of the timeline of one incident.
  const isTitled = ({ lines }: (typeof below)[number]): boolean =>
    isText(lines.find((line) => !isFurniture(line.text, line.words)));
  if (told.length === 0 || !told.every(isTitled)) return null;
  return [
    ...currentOf(top),
    ...told.flatMap(({ day, lines: own }) =>
      incidentsOf(own).map((incident) => [
        ...(name ? [name] : []),
        ...(day ? [day] : []),
        ...incident,
      ]),
    ),
  ];
};
