import type { PageParts } from '../prose/foundUpdate.ts';
import { wordsIn } from '../prose/wordsIn.ts';
import type { NumberedLine } from '../text/numberedLine.ts';
import type { CalendarDay } from '../time/calendarDay.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { isEarlier } from '../time/wallOrder.ts';
import { labelledLine } from './pageLabels.ts';
import type { Layout, ReadLine } from './pageLayout.ts';
import { inLayout, isEdit, isUnnamed, layoutOf } from './pageLayout.ts';
import { unnamedUpdates } from './unnamedUpdates.ts';
import { isTime, isWholeTime, pageLines, SENTENCE, updateHead } from './updateHead.ts';
import { updateLine } from './updateLine.ts';

interface Draft {
  line: number;
  status: string;
  edit?: boolean;
  mark?: TimeMark;
  body: NumberedLine[];
}

const draft = (line: ReadLine, time?: ReadLine): Draft => {
  const mark = time?.read?.mark ?? line.read?.mark;
  const rest = line.read?.rest ?? '';
  const word = line.read === null ? line.text.toLowerCase() : 'update';
  const made: Draft = {
    line: line.number,
    status: line.read?.status ?? word,
    body: rest === '' ? [] : [{ number: line.number, text: rest }],
  };
  if (mark) made.mark = mark;
  return made;
};

/** A status with nothing behind it, or only a dash. */
const isBareStatus = (line: ReadLine | undefined): boolean =>
  line?.read?.status !== undefined && !line.read.mark && line.read.rest === '';

/** `Fixed.` right below a status: a text that is a word which could be one. */
const isText = (line: ReadLine, above: ReadLine | undefined): boolean =>
  line.read?.kind === 'status' && line.text.endsWith('.') && isBareStatus(above);

const isDay = ({ read }: ReadLine): boolean =>
  read?.kind === 'time' && read.mark?.day !== undefined && !read.mark.clock;

/** A time of day on the day that stands above it. */
const onDay = (line: ReadLine, day: CalendarDay | undefined): ReadLine => {
  const mark = line.read?.mark;
  return day && line.read && mark && !mark.day
    ? { ...line, read: { ...line.read, mark: { ...mark, day } } }
    : line;
};

/** With the posts oldest first, "closed" at the first of them is the present status of the incident: those below it show none. */
const withoutPresentStatus = (updates: readonly Draft[]): readonly Draft[] => {
  const [first, second] = updates;
  const isPresent =
    first?.status === 'closed' &&
    updates.slice(1).every(({ status }) => status === 'update') &&
    isEarlier(first.mark ?? {}, second?.mark ?? {});
  return first && isPresent ? [{ ...first, status: 'update' }, ...updates.slice(1)] : updates;
};

/** A first post without a status, its time below the title, as Cachet shows it; what stands above it is the header. */
const firstPost = (filled: readonly ReadLine[], next: Draft | undefined): Draft | null => {
  const header = filled.filter(({ number }) => next && number < next.line);
  const at = header.findLastIndex(isWholeTime);
  const [time, body] = [header[at], header.slice(at + 1)];
  const isTold = body.length > 0 && body.every(({ read, text }) => !read && SENTENCE.test(text));
  return time && at > 0 && isTold ? { ...draft(time), body } : null;
};

/** The posts with the first one, where it belongs in their order. */
const withPost = (updates: readonly Draft[], post: Draft): readonly Draft[] =>
  isEarlier(updates.at(-1)?.mark ?? {}, updates[0]?.mark ?? {})
    ? [...updates, post]
    : [post, ...updates];

const gather = (layout: Layout, filled: readonly ReadLine[]): PageParts => {
  const header: NumberedLine[] = [];
  const loose: NumberedLine[] = [];
  const updates: Draft[] = [];
  const page = pageLines(layout, filled);
  // A page with several days sets each above the updates of that day.
  const hasDays = filled.filter(isDay).length > 1;
  let day: CalendarDay | undefined;
  let closed = false;
  let whole: Draft | undefined;
  for (let index = 0; index < filled.length; index++) {
    const line = filled[index];
    if (!line) continue;
    const last = updates.at(-1);
    if (hasDays && isDay(line)) {
      day = line.read?.mark?.day;
      if (last && layout !== 'time-behind') continue;
    }
    if (last && layout !== 'one-line' && isEdit(line)) {
      const edit = draft(line);
      edit.edit = true;
      updates.push(edit);
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
    const head = inside || begins ? null : updateHead(page, index, last !== undefined, closed);
    if (head) {
      const time = head.time && onDay(head.time, day);
      whole = draft(onDay(head.status, day), time);
      whole.line = line.number;
      updates.push(whole);
      index += head.length - 1;
      closed = false;
    } else if (!last) header.push(line);
    else if (layout === 'time-behind' && !closed && isTime(line, page.clocked)) {
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
  const post = layout === 'time-below' ? firstPost(filled, updates[0]) : null;
  return {
    header: post ? header.filter(({ number }) => number < post.line) : header,
    updates: withoutPresentStatus(post ? withPost(updates, post) : updates),
    loose,
    unnamed: layout === 'unnamed',
  };
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
    const lines = layout === null || isUnnamed(layout) ? null : inLayout(layout, below);
    if (layout && lines && updateHead(pageLines(layout, lines), 0, false, false)) return index + 1;
    if (++tried === 3) break;
  }
  return 0;
};

/**
 * The lines of a text that are not empty, each read as one of a timeline.
 *
 * @param numbers - The number of each line, where they are not counted in the text.
 */
export const readLines = (
  text: string,
  notation: Notation,
  numbers?: readonly number[],
): readonly ReadLine[] => {
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
      const read = {
        number: numbers?.[number - 1] ?? number,
        text: line,
        words,
        read: updateLine(line, notation, words),
      };
      filled.push(isText(read, filled.at(-1)) ? { ...read, read: null } : read);
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
  const isBare = layout === 'unnamed-above' || layout === 'unnamed-behind';
  const parts = isBare ? unnamedUpdates(layout, filled) : gather(layout, inLayout(layout, filled));
  if (parts.updates.length === 0) return null;
  return { ...parts, header: [...all.slice(0, from), ...parts.header] };
};
