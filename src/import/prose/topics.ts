import type { PhraseType } from './phrases.ts';
import { phrases } from './phrases.ts';

const PHRASES = phrases.length;

/**
 * What the words of a text can belong to, a bit each: see `wordsIn`. Where no word of a topic is there, its patterns find
 * nothing; where one is, they have to be asked.
 */
export const topics = {
  /** A cause that is said to be known. */
  cause: 1 << PHRASES,
  /** Some, as against all. */
  some: 1 << (PHRASES + 8),
  /** The name of a language. */
  language: 1 << (PHRASES + 1),
  /** The code of a language, which may be a word as well. */
  code: 1 << (PHRASES + 2),
  /** The name of a field of a reference header. */
  field: 1 << (PHRASES + 3),
  /** The status or the time of an update; of a first word alone. */
  head: 1 << (PHRASES + 4),
  /** A label of a page; of a first word alone. */
  label: 1 << (PHRASES + 5),
  /** What is part of the page itself; of a first word alone. */
  furniture: 1 << (PHRASES + 6),
  /** A notice that is part of the page itself. */
  notice: 1 << (PHRASES + 7),
  /** What stands before a time from which, up to which or between which something was. */
  span: 1 << (PHRASES + 9),
  /** A word by which a sentence speaks of something else than of what was done. */
  otherwise: 1 << (PHRASES + 10),
} as const;

/** The topic of the phrase at a place in the list of phrases. */
export const phraseTopic = (index: number): number => 1 << index;

/** The topics of all phrases that tell of any of these. */
export const phraseTopics = (types: readonly PhraseType[]): number =>
  phrases.reduce(
    (all, { type }, index) => (types.includes(type) ? all | phraseTopic(index) : all),
    0,
  );
