import type { Lexicon } from './lexicon.ts';
import { DIGIT, FRENCH, LETTER, letterKind, STRANGE } from './letters.ts';
import { VOTES } from './votes.ts';

/** What the words of a text show, found in one walk over it. */
export interface SeenWords {
  /** The topics of its words, a bit each; `FIGURE` and `COLON` among them. */
  readonly topics: number;
  /** The topics of its first word, of a stretch of strange letters of all its words; `FIGURE` when a digit stands first. */
  readonly first: number;
  /** How many characters stand before its first word or digit; its length when it has none. */
  readonly start: number;
  /** What its words say of its language, added up: see `languageOfVotes`. */
  readonly votes: number;
}

/** The topic of a text with a digit. */
export const FIGURE = 1 << 29;
/** The topic of a text with a colon that no digit stands before. */
export const COLON = 1 << 30;

/** Enough words to be sure of a language; more only cost time. */
const ENOUGH = 400;
const COLON_CODE = 58;
const SPACE = 32;

const WORD = /\p{L}+/gu;
const BEYOND_ASCII = /[^\u0000-\u007F]/;
const PLAIN_WORD = /[a-z]+/g;
const MARKS = /\p{Mn}+/gu;
const FRENCH_LETTER = /[éêçœ]/;

/** Where a word of plain letters ends in a lexicon. */
const placeOf = ({ next }: Lexicon, word: string): number => {
  let place = 0;
  for (let at = 0; at < word.length; at++) {
    place = next[(place << 5) | (letterKind(word.charCodeAt(at)) & LETTER)] ?? 0;
  }
  return place;
};

/** The votes of a word that is not made of plain letters alone. */
const accentedVotes = (lexicon: Lexicon, word: string): number => {
  const lower = word.toLowerCase();
  return lexicon.accentedVotes.get(lower) ?? (FRENCH_LETTER.test(lower) ? VOTES.fr : 0);
};

/** What a stretch without a gap shows that holds other letters than a to z, or accents that stand by themselves. */
const strangeWords = (
  lexicon: Lexicon,
  text: string,
  before: number,
): {
  readonly topics: number;
  readonly votes: number;
  readonly words: number;
  readonly isWord: boolean;
} => {
  let topics = 0;
  let isWord = false;
  let votes = 0;
  let words = before;
  for (const [word] of text.matchAll(WORD)) {
    if (words++ > ENOUGH) break;
    votes += BEYOND_ASCII.test(word)
      ? accentedVotes(lexicon, word)
      : (lexicon.votes[placeOf(lexicon, word)] ?? 0);
  }
  const plain = text.normalize('NFD').replaceAll(MARKS, '').toLowerCase();
  // Patterns that do not heed case take the long s for an s.
  for (const [word] of `${plain} ${plain.replaceAll('ſ', 's')}`.matchAll(PLAIN_WORD)) {
    topics |= lexicon.topics[placeOf(lexicon, word)] ?? 0;
    isWord = true;
  }
  return { topics, votes, words, isWord };
};

const wordStart = (text: string, end: number, from: number): number => {
  let at = end;
  while (at > from && (letterKind(text.charCodeAt(at - 1)) & LETTER) !== 0) at--;
  return at;
};

/**
 * Begins to look at texts with a lexicon.
 *
 * @returns Tells what the words of a text show, of all of it or from one place to another.
 */
export const wordSeer = (
  lexicon: Lexicon,
): ((text: string, from?: number, to?: number) => SeenWords) => {
  const { next, topics: topicsAt, votes: votesAt, accented } = lexicon;
  return (text, from = 0, to = text.length) => {
    let topics = 0;
    let first = 0;
    let start = -1;
    let votes = 0;
    let words = 0;
    let place = 0;
    let kinds = 0;
    // One step more than there are characters ends the last word.
    for (let at = from; at <= to; at++) {
      const code = at < to ? text.charCodeAt(at) : SPACE;
      const kind = letterKind(code);
      if ((kind & LETTER) !== 0) {
        place = next[(place << 5) | (kind & LETTER)] ?? 0;
        kinds |= kind;
        continue;
      }
      if (kinds !== 0) {
        let own = topicsAt[place] ?? 0;
        let isWord = true;
        if (kinds < STRANGE) {
          if (words++ > ENOUGH) votes += 0;
          else if (kinds <= LETTER) votes += votesAt[place] ?? 0;
          else if (accented[place] === 1)
            votes += accentedVotes(lexicon, text.slice(wordStart(text, at, from), at));
          else if ((kinds & FRENCH) !== 0) votes += VOTES.fr;
        } else {
          const seen = strangeWords(lexicon, text.slice(wordStart(text, at, from), at), words);
          own = seen.topics;
          votes += seen.votes;
          words = seen.words;
          isWord = seen.isWord;
        }
        if (start < 0 && isWord) {
          start = wordStart(text, at, from);
          first = own;
        }
        topics |= own;
        place = 0;
        kinds = 0;
      }
      if (kind === DIGIT) {
        if (start < 0) {
          start = at;
          first = FIGURE;
        }
        topics |= FIGURE;
      } else if (code === COLON_CODE && letterKind(text.charCodeAt(at - 1)) !== DIGIT)
        topics |= COLON;
    }
    return { topics, first, start: (start < 0 ? to : start) - from, votes };
  };
};
