import type { DocumentBlock } from './documentBlock.ts';
import type { DocumentSection } from './documentSections.ts';
import { proseEntries } from './proseEntries.ts';
import type { Notation } from '../time/timeMark.ts';
import { timelineLine } from '../prose/timelineLine.ts';

/** `At 9:06 the supplier located …`: a sentence, where a line of a timeline begins with the figures themselves. */
const SPOKEN =
  /^\s{0,3}(?:from|at|around|about|on|between|since|de|à|vers|le|dès|entre|dalle|alle|il|tra|verso)\s[^\n]{40}/iu;

/** A section of a kind in which a time at the beginning of a paragraph makes it a line of a timeline. */
const LINES: ReadonlySet<string> = new Set(['timeline', 'aftermath']);

const beginsWithClock = (block: DocumentBlock, notation: Notation): boolean =>
  block.kind !== 'code' &&
  block.kind !== 'quote' &&
  timelineLine(block.text, notation)?.mark.clock !== undefined;

/**
 * The paragraphs that begin with a time as a sentence does, beside a timeline or beside a running text that tells as
 * many times further on: they are part of the text around them. Where all is told in such paragraphs, none is.
 */
export const spokenTimes = (
  sections: readonly DocumentSection[],
  notation: Notation,
): ReadonlySet<DocumentBlock> => {
  const spoken = new Set(
    sections
      .filter(({ kind }) => !LINES.has(kind))
      .flatMap(({ blocks }) => blocks)
      .filter(
        (block) =>
          block.kind === 'text' && SPOKEN.test(block.text) && beginsWithClock(block, notation),
      ),
  );
  if (spoken.size === 0) return spoken;
  const others = sections
    .filter(({ kind }) => kind !== 'actions')
    .flatMap(({ blocks }) => blocks)
    .filter((block) => !spoken.has(block));
  const isTimeline = others.some((block) => beginsWithClock(block, notation));
  const tells = ({ kind, text }: DocumentBlock, least: number): boolean =>
    kind === 'text' && proseEntries(text, notation).entries.length >= least;
  const told = others.filter((block) => tells(block, 1));
  // What tells of several times is a running text, however it begins.
  const several = [...spoken].filter((block) => tells(block, 2));
  const isText = told.length + several.length >= spoken.size - several.length;
  return isTimeline || isText ? spoken : new Set();
};
