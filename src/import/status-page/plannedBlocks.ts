import { wordsIn } from '../prose/wordsIn.ts';
import type { Notation } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import type { ReadLine } from './pageLayout.ts';
import { pageTitle } from './pageTitle.ts';
import { statedTimes } from './statedTimes.ts';
import { isPostedLine } from './unnamedUpdates.ts';

/** The planned work that a home page announces, each with its lines, and the other lines of the page. */
export interface PlannedBlocks {
  /** The announcements. */
  readonly blocks: readonly (readonly ReadLine[])[];
  /** The rest. */
  readonly rest: readonly ReadLine[];
}

const HEADING = /^(?:scheduled maintenances?|maintenances? (?:planifi|programm|pr[ée]v)[ée]es?)$/i;
const LONGEST_HEADING = 30;

/** A line of an announcement that stands in another one: of its number, with a text of its own. */
const partOf = ({ number }: ReadLine, text: string, read: ReadLine['read']): ReadLine => ({
  number,
  text,
  words: wordsIn(text),
  read,
});

/** A title with its window behind it, `Maintenance of the API Mar 04, 2024 22:00 - 23:30 UTC`, as lines of a page; null when it is none. */
const announced = (line: ReadLine, notation: Notation): readonly ReadLine[] | null => {
  const { text } = line;
  const start = timeMarks(text.slice(0, 400), notation).find(({ day }) => day)?.start ?? 0;
  const window = text.slice(start);
  if (start === 0 || statedTimes(window, [], notation)?.marks.length !== 2) return null;
  return [
    partOf(line, text.slice(0, start).trim(), null),
    partOf(line, `Scheduled for ${window}`, null),
    partOf(line, 'Scheduled', { kind: 'status', status: 'scheduled', rest: '' }),
  ];
};

const isPosted = (line: ReadLine): boolean =>
  line.read?.kind === 'time' && line.read.mark?.clock !== undefined && isPostedLine(line.text);

/**
 * Takes out of a home page the planned work that it announces below a heading of its own: each a title with its window, a text, and when
 * that was posted.
 */
export const plannedBlocks = (lines: readonly ReadLine[], notation: Notation): PlannedBlocks => {
  const heading = lines.findIndex(
    ({ text }) => text.length <= LONGEST_HEADING && HEADING.test(text),
  );
  if (heading < 0) return { blocks: [], rest: lines };
  const name = lines.slice(0, heading).find(({ text }) => pageTitle(text).name !== undefined);
  const blocks: ReadLine[][] = [];
  let end = heading + 1;
  for (;;) {
    const line = lines[end];
    const title = line ? announced(line, notation) : null;
    const length = lines.slice(end).findIndex(isPosted) + 1;
    if (!title || length === 0) break;
    blocks.push([...(name ? [name] : []), ...title, ...lines.slice(end + 1, end + length)]);
    end += length;
  }
  return blocks.length === 0
    ? { blocks, rest: lines }
    : { blocks, rest: [...lines.slice(0, heading), ...lines.slice(end)] };
};
