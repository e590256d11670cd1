import { textDigest } from '../../primitives/uuid.ts';

/** The words of an incident: what its claims are read from. */
export interface CsvWords {
  /** Digest of its header and of its rows so far, but for those that wait. */
  digest: string;
  /** Rows that are not in the digest yet. */
  rows: string[];
}

/** Rows that wait at most: the longer a text, the less its digest costs a row. */
const MOST_ROWS = 64;

/** The digest of all words so far: the same words, read in the same parts, have the same. */
export const digestWords = (words: CsvWords): string => {
  if (words.rows.length === 0) return words.digest;
  words.digest = textDigest([words.digest, ...words.rows].join('\n'));
  words.rows = [];
  return words.digest;
};

/** Adds a row, as it is written. */
export const addWords = (words: CsvWords, row: string): void => {
  if (words.rows.push(row) >= MOST_ROWS) digestWords(words);
};
