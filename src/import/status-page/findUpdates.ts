import type { PageParts } from '../prose/foundUpdate.ts';
import { wordsIn } from '../prose/wordsIn.ts';
import type { NumberedLine } from '../text/numberedLine.ts';
import type { SeenWords } from '../text/seenWords.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { labelledLine } from './pageLabels.ts';
import type { UpdateLine } from './updateLine.ts';
import { updateLine } from './updateLine.ts';

/** A line of a page, read as one of its timeline; null when it is none. */
export interface ReadLine extends NumberedLine {
  /** What its words show. */
  readonly words: SeenWords;
  readonly read: UpdateLine | null;
}

/** How a page sets status, time and text: one line for both, the time above, right below, or behind the text. */
export type Layout = 'one-line' | 'time-above' | 'time-below' | 'time-behind' | 'unnamed';

/** `EDIT 2:11pm (UTC): …`: a later word inside an update, on its day. */
const isEdit = ({ read }: ReadLine): boolean =>
  read?.kind === 'head' && read.status === 'update' && !read.mark?.day && read.rest !== '';

/** The layout of a page; null when it has no update. */
export const layoutOf = (lines: readonly ReadLine[]): Layout | null => {
  const filled = lines.filter((line) => !isEdit(line));
  if (filled.some(({ read }) => read?.kind === 'head')) return 'one-line';
  const firstStatus = filled.findIndex(({ read }) => read?.status !== undefined);
  const timed = filled.some(({ read }) => read?.kind === 'time');
  if (firstStatus >= 0 && timed) {
    const follows = filled.some(
      ({ read }, index) => read?.kind === 'status' && filled[index + 1]?.read?.kind === 'time',
    );
    const clocked = ({ read }: ReadLine): boolean => read?.mark?.clock !== undefined;
    if (follows) {
      const firstTime = filled.findIndex((line) => line.read?.kind === 'time' && clocked(line));
      return firstTime >= 0 && firstTime === firstStatus - 1 ? 'time-above' : 'time-below';
    }
    const first = filled.find((line) => line.read?.status !== undefined || clocked(line));
    return first?.read?.kind === 'time' ? 'time-above' : 'time-behind';
  }
  if (filled.length < lines.length) return 'one-line';
  return filled.some(({ read }) => read?.kind === 'time-text') ? 'unnamed' : null;
};

interface Draft {
  line: number;
  status: string;
  edit?: boolean;
  mark?: TimeMark;
  body: NumberedLine[];
}

const draft = (line: ReadLine, above?: ReadLine): Draft => {
  const mark = above?.read?.mark ?? line.read?.mark;
  const rest = line.read?.rest ?? '';
  const word = above ? line.text.toLowerCase() : 'update';
  return {
    line: above?.number ?? line.number,
    status: line.read?.status ?? word,
    ...(mark && { mark }),
    body: rest === '' ? [] : [{ number: line.number, text: rest }],
  };
};

/** A word or two on a line of their own where a status is looked for: a status of this page alone. */
const OWN_WORD = /^\p{Lu}\p{L}{2,20}(?: \p{L}{2,20})?$/u;

/** Which lines begin an update, and how many lines its head has. */
const headLength = (
  layout: Layout,
  filled: readonly ReadLine[],
  index: number,
  later: boolean,
): number => {
  const here = filled[index]?.read;
  const next = filled[index + 1]?.read;
  if (layout === 'time-below' && later && here === null && OWN_WORD.test(filled[index]?.text ?? ''))
    return next?.kind === 'time' && next.mark?.day && next.mark.clock ? 2 : 0;
  if (layout === 'one-line') return here?.kind === 'head' ? 1 : 0;
  if (layout === 'unnamed') return here?.kind === 'time-text' ? 1 : 0;
  if (layout === 'time-above') return here?.kind === 'time' && next?.status !== undefined ? 2 : 0;
  if (here?.status === undefined) return 0;
  if (layout === 'time-below') return next?.kind === 'time' ? 2 : 0;
  return 1;
};

/** A day alone is no time of an update where others have a time of day. */
const isTime = ({ read }: ReadLine, clocked: boolean): boolean =>
  read?.kind === 'time' && (!clocked || read.mark?.clock !== undefined);

/** A status with nothing behind it, or only a dash. */
const isBareStatus = (line: ReadLine | undefined): boolean =>
  line?.read?.status !== undefined && !line.read.mark && line.read.rest === '';

const gather = (layout: Layout, filled: readonly ReadLine[]): PageParts => {
  const header: NumberedLine[] = [];
  const loose: NumberedLine[] = [];
  const updates: Draft[] = [];
  const clocked = filled.some(
    ({ read }) => read?.kind === 'time' && read.mark?.clock !== undefined,
  );
  let closed = false;
  let whole: Draft | undefined;
  for (let index = 0; index < filled.length; index++) {
    const line = filled[index];
    if (!line) continue;
    const last = updates.at(-1);
    if (last && layout !== 'one-line' && isEdit(line)) {
      updates.push({ ...draft(line), edit: true });
      continue;
    }
    // Inside a post mortem whose time is still to come, a status word is one of its headings.
    const inside = layout === 'time-behind' && last?.status === 'postmortem' && !last.mark;
    // Right below a status, `Update: …` is how its text begins.
    const begins =
      layout === 'time-behind' &&
      line.read?.kind === 'status-text' &&
      line.read.status === 'update' &&
      isBareStatus(filled[index - 1]);
    const length = inside || begins ? 0 : headLength(layout, filled, index, last !== undefined);
    if (length === 2) {
      const second = filled[index + 1] ?? line;
      const [status, time] = layout === 'time-above' ? [second, line] : [line, second];
      whole = { ...draft(status, time), line: line.number };
      updates.push(whole);
      index++;
    } else if (length === 1) {
      whole = draft(line);
      updates.push(whole);
      closed = false;
    } else if (!last) header.push(line);
    else if (layout === 'time-behind' && !closed && isTime(line, clocked)) {
      if (whole && line.read?.mark) whole.mark = line.read.mark;
      closed = true;
    } else (closed ? loose : last.body).push(line);
  }
  // A status without time or text before the first update is the badge at the top of the page.
  const [badge] = updates;
  if (updates.length > 1 && badge && !badge.mark && layout === 'time-behind') {
    updates.shift();
    header.push(...badge.body);
  }
  return { header, updates, loose, unnamed: layout === 'unnamed' };
};

/** A heading such as `Updates` with an update right below it: what stands above belongs to no update. */
const timelineAt = (filled: readonly ReadLine[]): number => {
  let tried = 0;
  const end = Math.min(filled.length, 200);
  for (let index = 0; index < end; index++) {
    const line = filled[index];
    if (!line || line.text.length > 60) continue;
    if (labelledLine(line.text, line.words)?.label !== 'timeline') continue;
    const below = filled.slice(index + 1);
    const layout = layoutOf(below);
    if (layout !== null && layout !== 'unnamed' && headLength(layout, below, 0, false) > 0)
      return index + 1;
    if (++tried === 3) break;
  }
  return 0;
};

/** The lines of a text that are not empty, each read as one of a timeline. */
export const readLines = (text: string, notation: Notation): readonly ReadLine[] => {
  const filled: ReadLine[] = [];
  let number = 0;
  for (let start = 0; start <= text.length;) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    number++;
    const whole = text.slice(start, end);
    const line = whole.trim();
    if (line !== '') {
      const from = start + (line.length < whole.length ? whole.indexOf(line) : 0);
      const words = wordsIn(text, from, from + line.length);
      filled.push({ number, text: line, words, read: updateLine(line, notation, words) });
    }
    start = end + 1;
  }
  return filled;
};

/** Cuts the filled lines of a page into header, updates and the rest; null when it has no update. */
export const findUpdates = (all: readonly ReadLine[]): PageParts | null => {
  const from = timelineAt(all);
  const filled = all.slice(from);
  const layout = layoutOf(filled);
  if (layout === null) return null;
  const parts = gather(layout, filled);
  if (parts.updates.length === 0) return null;
  return { ...parts, header: [...all.slice(0, from), ...parts.header] };
};
