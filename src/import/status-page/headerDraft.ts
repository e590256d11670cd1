import type { WrittenDuration } from '../time/durationNotation.ts';
import type { NumberedLine } from '../text/numberedLine.ts';
import type { TimeMark } from '../time/timeMark.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import type { HeaderSentence } from './headerSentence.ts';
import type { StatusSpan } from './statusSpans.ts';

/** A line that can be the title. */
export interface TitleLine {
  /** The line. */
  readonly line: NumberedLine;
  /** What it would be called. */
  readonly title: string;
  /** Whether it stands below the navigation of the page, so that the line above can name the page. */
  readonly isBelowNavigation: boolean;
}

/** What has been read so far of what a page says outside its updates. */
export interface HeaderDraft {
  /** Whose page it is. */
  name?: string;
  /** What the incident is called, where a line says so for sure. */
  title?: string;
  /** The line that names the page, where it can be the title as well. */
  open?: TitleLine;
  /** The sentence that sums the incident up. */
  sentence?: HeaderSentence;
  /** How bad, as a word of Statuspage. */
  level?: string;
  /** A line that only says what is affected; the title where no other is. */
  summary?: string;
  /** How long it says it lasted. */
  lasting?: WrittenDuration;
  /** Its reference. */
  reference?: string;
  /** Start and end of planned work. */
  planned?: readonly [TimeMark, TimeMark];
  /** Whether it says that it reports planned work. */
  maintenance: boolean;
  /** The lines that can be the title. */
  readonly titles: TitleLine[];
  /** The lines of its lists of components. */
  readonly listed: NumberedLine[];
  /** Its lists of components in one line. */
  readonly inline: string[];
  /** When components had which status, by their names. */
  readonly spans: Map<string, readonly StatusSpan[]>;
  /** The times that stand there. */
  readonly marks: TimeMark[];
  /** Months that stand alone, as a day of theirs. */
  readonly months: DatedDay[];
  /** Lines that were not understood. */
  unknown: NumberedLine[];
}

/** Begins with nothing. */
export const newHeaderDraft = (): HeaderDraft => ({
  maintenance: false,
  titles: [],
  listed: [],
  inline: [],
  spans: new Map(),
  marks: [],
  months: [],
  unknown: [],
});

const LONGEST_NAME = 40;
const OUTAGE = /\soutage$/i;
const SENTENCE = /[.!?]$/;

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * Chooses the title: the first line that can be one, but for the line that names the page above its navigation or
 * once more. The others were not understood.
 */
export const chooseTitle = (draft: HeaderDraft): void => {
  const [first, second] = draft.titles;
  const names =
    first !== undefined &&
    (draft.name === undefined
      ? second?.isBelowNavigation === true && first.title.length <= LONGEST_NAME
      : isSame(first.title, draft.name) && (second !== undefined || draft.title !== undefined));
  if (names) draft.name ??= first.title;
  const lines = names ? draft.titles.slice(1) : draft.titles;
  // "Payment API outage" is what happened, whosever page it is, rather than a sentence below it.
  const open = OUTAGE.test(draft.open?.title ?? '') ? draft.open : undefined;
  const isSaid = open !== undefined && SENTENCE.test(lines[0]?.title ?? '.');
  const left = isSaid && draft.summary === undefined ? [open, ...lines] : lines;
  const others = draft.title === undefined ? left.slice(1) : left;
  if (draft.title === undefined && left[0]) draft.title = left[0].title.replace(/^#{1,6}\s/, '');
  if (draft.title === undefined && draft.summary !== undefined) draft.title = draft.summary;
  const untold = others.filter(({ title }) => !isSame(title, draft.title ?? ''));
  draft.unknown = [...draft.unknown, ...untold.map(({ line }) => line)].toSorted(
    (one, other) => one.number - other.number,
  );
};
