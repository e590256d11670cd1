import type { NumberedLine, SeenLine } from '../text/numberedLine.ts';
import { wordsIn } from './wordsIn.ts';

/** What an update says, with what its words show. */
export interface SaidText {
  /** The text. */
  readonly text: string;
  /** Its lines. */
  readonly lines: readonly SeenLine[];
  /** The topics of its words. */
  readonly present: number;
}

/** The text of some lines. */
export const saidText = (body: readonly Pick<NumberedLine, 'text' | 'words'>[]): SaidText => {
  let present = 0;
  const lines = body.map(({ text, words = wordsIn(text) }): SeenLine => {
    present |= words.topics;
    return { text, words };
  });
  const text =
    lines.length === 1 ? (lines[0]?.text ?? '') : lines.map((line) => line.text).join('\n');
  return { text: text.trim(), lines, present };
};
