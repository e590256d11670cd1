import type { Layout, ReadLine } from './pageLayout.ts';
import { isDated } from '../time/wallMoment.ts';

/** The lines of a page, and how it sets its updates. */
export interface PageLines {
  /** Its layout. */
  readonly layout: Layout;
  /** Its lines. */
  readonly filled: readonly ReadLine[];
  /** Whether times of day stand on lines of their own; then a day alone is no time of an update. */
  readonly clocked: boolean;
  /** Whether its updates begin with their time; then a line with day, time and text is one too. */
  readonly timeFirst: boolean;
  /** How the first time of a day on a line of its own is written, above the texts: see `shapeOf`. */
  readonly timeShape?: string | undefined;
}

/** The lines with which an update begins. */
export interface UpdateHead {
  /** How many. */
  readonly length: number;
  /** The line with its status. */
  readonly status: ReadLine;
  /** The line with its time, where that is another one. */
  readonly time?: ReadLine;
}

/** Whether a line is a day with a time of day and nothing else. */
export const isWholeTime = ({ read }: ReadLine): boolean =>
  read?.kind === 'time' && read.mark?.day !== undefined && read.mark.clock !== undefined;

/** How a time is written, whatever it is: `a 9, 9 - 9:9 a`. */
const shapeOf = ({ read }: ReadLine): string =>
  (read?.mark?.written ?? '').replaceAll(/\p{L}+/gu, 'a').replaceAll(/\d+/g, '9');

const firstShape = (filled: readonly ReadLine[]): string | undefined => {
  const first = filled.find(isWholeTime);
  return first && shapeOf(first);
};

/** Looks at how a page sets its updates. */
export const pageLines = (layout: Layout, filled: readonly ReadLine[]): PageLines => ({
  layout,
  filled,
  clocked: filled.some(({ read }) => read?.kind === 'time' && read.mark?.clock !== undefined),
  timeFirst:
    layout === 'one-line' &&
    filled.some(({ read }) => read?.kind === 'head' && read.mark?.day && read.mark.start < 4),
  timeShape: layout === 'time-above' ? firstShape(filled) : undefined,
});

/** Whether a line is a time that an update can have. */
export const isTime = (line: ReadLine | undefined, clocked: boolean): line is ReadLine =>
  line?.read?.kind === 'time' && (!clocked || line.read.mark?.clock !== undefined);

/** Whether a line is a day with its year and nothing else. */
export const isDay = ({ read }: ReadLine): boolean =>
  read?.kind === 'time' && isDated(read.mark?.day) && !read.mark?.clock;

/** A word or two on a line of their own where a status is looked for: a status of this page alone. */
const OWN_WORD = /^\p{Lu}\p{L}{2,20}(?: \p{L}{2,20})?$/u;
/** Such words that no title is, so that a page can begin with them. */
const KNOWN_WORD =
  /^(?:issue|recover(?:ing|ed)|assess(?:ed|ing)|detected|acknowledged|escalated|information|degraded)$/i;

/** What ends as a sentence does and has more than one word. */
export const SENTENCE = / .*[.!]$/;

/** Whether a line can be a status of its page alone. */
export const isOwnWord = (line: ReadLine | undefined): boolean =>
  line?.read === null && OWN_WORD.test(line.text);

/** Whether two lines tell one time: twice, or in two zones. */
const isTwin = ({ text, read }: ReadLine, other: ReadLine): boolean => {
  const [zone, second] = [read?.mark?.zone, other.read?.mark?.zone];
  return text === other.text || (zone !== undefined && second !== undefined && zone !== second);
};

const belowHead = ({ filled, clocked }: PageLines, index: number, later: boolean) => {
  const [status, time, twin] = [filled[index], filled[index + 1], filled[index + 2]];
  if (!status || !isTime(time, clocked)) return null;
  const isOwn =
    isOwnWord(status) &&
    time.read?.mark?.day !== undefined &&
    (later || KNOWN_WORD.test(status.text));
  if (status.read?.status === undefined && !isOwn) return null;
  return { length: isTime(twin, clocked) && isTwin(time, twin) ? 3 : 2, status, time };
};

const aboveHead = (
  { filled, clocked, timeShape }: PageLines,
  index: number,
  later: boolean,
): UpdateHead | null => {
  const [time, next, third] = [filled[index], filled[index + 1], filled[index + 2]];
  if (time?.read?.kind !== 'time' || !next) return null;
  if (next.read?.status !== undefined) return { length: 2, status: next, time };
  const isTold = isTime(time, clocked) && isTime(next, clocked) && isTwin(time, next);
  if (isTold && third?.read?.status !== undefined) return { length: 3, status: third, time };
  if (!isWholeTime(time) || next.read !== null || shapeOf(time) !== timeShape) return null;
  // A post may have no status of its own; before any other it is no heading.
  return later || SENTENCE.test(next.text) ? { length: 1, status: time } : null;
};

/**
 * The head of the update that begins at a line; null when none does.
 *
 * @param later - Whether another update stands before it.
 * @param closed - Whether that one has had its time.
 */
export const updateHead = (
  page: PageLines,
  index: number,
  later: boolean,
  closed: boolean,
): UpdateHead | null => {
  const { layout, filled, timeFirst } = page;
  const status = filled[index];
  const read = status?.read;
  if (!status) return null;
  if (layout === 'time-below') return belowHead(page, index, later);
  if (layout === 'own-words') return belowHead(page, index, true);
  if (layout === 'time-above') return aboveHead(page, index, later);
  const isWhole = read?.mark?.day !== undefined && read.mark.clock !== undefined;
  const isOne =
    layout === 'one-line'
      ? read?.kind === 'head' || (timeFirst && read?.kind === 'time-text' && isWhole)
      : layout === 'unnamed'
        ? read?.kind === 'time-text'
        : read?.status !== undefined || (closed && KNOWN_WORD.test(status.text));
  return isOne ? { length: 1, status } : null;
};
