import type { NumberedLine } from '../text/numberedLine.ts';
import type { SeenWords } from '../text/seenWords.ts';
import { wordsIn } from './wordsIn.ts';

/** A line of a text with what its words show. */
export interface SaidLine {
  /** The line. */
  readonly text: string;
  /** What its words show. */
  readonly words: SeenWords;
}

/** What an update says, with what its words show. */
export interface SaidText {
  /** The text. */
  readonly text: string;
  /** Its lines. */
  readonly lines: readonly SaidLine[];
  /** The topics of its words. */
  readonly present: number;
}

/** The text of some lines. */
export const saidText = (body: readonly Pick<NumberedLine, 'text' | 'words'>[]): SaidText => {
  let present = 0;
  const lines = body.map(({ text, words = wordsIn(text) }) => {
    present |= words.topics;
    return { text, words };
  });
  const text = lines
    .map((line) => line.text)
    .join('\n')
    .trim();
  return { text, lines, present };
};
