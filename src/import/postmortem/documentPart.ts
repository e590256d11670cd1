import type { DocumentEntries } from './documentEntries.ts';

/** One language of a document, cut into sections. */
export interface DocumentPart extends DocumentEntries {
  /** The language. */
  readonly language: string;
  /** What it is called. */
  readonly title: string;
}
