import type { SeenWords } from './seenWords.ts';

/** A line of a document with its number, from 1. */
export interface NumberedLine {
  /** Its number. */
  readonly number: number;
  /** Its text. */
  readonly text: string;
  /** What its words show, where they have been looked at. */
  readonly words?: SeenWords;
  /** Whether the document says that it is the title. */
  readonly isTitle?: boolean;
}

/** A line with what its words show. */
export type SeenLine = Pick<Required<NumberedLine>, 'text' | 'words'>;
