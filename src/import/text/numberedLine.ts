/** A line of a document with its number, from 1. */
export interface NumberedLine {
  /** Its number. */
  readonly number: number;
  /** Its text. */
  readonly text: string;
}
