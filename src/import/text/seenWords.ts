import type { Lexicon } from './lexicon.ts';
import { ACCENTED, PARTNERS, placeOf, TOPICS, VOTED } from './lexicon.ts';
import {
  ACCENT,
  DIGIT,
  FRENCH,
  isGap,
  LETTER,
  letterKind,
  SIGN,
  SMALL,
  STRANGE,
} from './letters.ts';
import { withoutAccents } from './plainWords.ts';
import { VOTES } from './votes.ts';

/** A sentence of a text with the topics of its words. */
export interface SeenSentence {
  /** Index of its first character. */
  readonly start: number;
  /** Index behind its last character, without what ends it. */
  readonly end: number;
  /** The topics of its words. */
  readonly topics: number;
}

/** What the words of a text show, found in one walk over it. */
export interface SeenWords {
  /** The topics of its words, a bit each; `CLOCK`, `FIGURE`, `COLON` and `SLASHED` among them. */
  readonly topics: number;
  /** The topics of its first word, of a stretch of strange letters of all its words; `FIGURE` when a digit stands first. */
  readonly first: number;
  /** How many characters stand before its first word or digit; its length when it has none. */
  readonly start: number;
  /** What its words say of its language, added up: see `languageOfVotes`. */
  readonly votes: number;
  /** Its sentences that hold one of the topics asked for. */
  readonly sentences: readonly SeenSentence[];
}

/** The topic of a text with figures such as those of a time of day. */
export const CLOCK = 1 << 28;
/** The topic of a text with a digit. */
export const FIGURE = 1 << 29;
/** The topic of a text with a colon that no digit stands before. */
export const COLON = 1 << 30;

/** The topic of a text with a slash behind a gap. */
export const SLASHED = 1 << 31;

/** All topics there can be. */
export const EVERYTHING = -1;

/** Enough words to be sure of a language; more only cost time. */
const ENOUGH = 400;
const [NEW_LINE, STOP, SLASH, COLON_CODE, SEMICOLON] = [10, 46, 47, 58, 59];
const [A, H, M, P] = [97, 104, 109, 112];

const WORD = /\p{L}+/gu;
const BEYOND_ASCII = /[^\u0000-\u007F]/;
const PLAIN_WORD = /[a-z]+/g;
const FRENCH_LETTER = /[éêçœ]/;
const NONE: readonly SeenSentence[] = [];

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
  readonly partners: number;
  readonly votes: number;
  readonly words: number;
  readonly isWord: boolean;
} => {
  let [topics, partners, votes] = [0, 0, 0];
  let isWord = false;
  let words = before;
  for (const [word] of text.matchAll(WORD)) {
    if (words++ > ENOUGH) break;
    votes += BEYOND_ASCII.test(word)
      ? accentedVotes(lexicon, word)
      : (lexicon.cells[placeOf(lexicon, word) + VOTED] ?? 0);
  }
  const plain = withoutAccents(text).toLowerCase();
  // Patterns that do not heed case take the long s for an s.
  for (const [word] of `${plain} ${plain.replaceAll('ſ', 's')}`.matchAll(PLAIN_WORD)) {
    const place = placeOf(lexicon, word);
    topics |= lexicon.cells[place + TOPICS] ?? 0;
    partners |= lexicon.cells[place + PARTNERS] ?? 0;
    isWord = true;
  }
  return { topics, partners, votes, words, isWord };
};

/** What the character at a place is; 0 behind the end. */
const kindAt = (text: string, at: number, to: number): number =>
  at < to ? letterKind(text.charCodeAt(at)) : 0;

/** Whether a digit is one with which the hour of a time of day can end, or its figures go on: `10:`, `10h`, `10 am`, `1012`. */
const isHour = (text: string, at: number, to: number): boolean => {
  const kind = kindAt(text, at + 1, to);
  if (at + 1 >= to || (kind & SIGN) !== 0) return true;
  if (kind === DIGIT) return (kindAt(text, at + 2, to) & kindAt(text, at + 3, to) & DIGIT) !== 0;
  const letter = (kind & LETTER) === 0 ? at + 2 : at + 1;
  if (letter >= to) return false;
  const code = text.charCodeAt(letter) | SMALL;
  if (code === H) {
    // Of what is strange not all is a letter.
    const behind = kindAt(text, letter + 1, to);
    return (behind & LETTER) === 0 || (behind & STRANGE) !== 0;
  }
  if (code !== A && code !== P) return false;
  if (letter + 1 >= to) return true;
  const behind = text.charCodeAt(letter + 1);
  return behind === STOP || (behind | SMALL) === M;
};

/** Where a sentence begins behind a sign that ends the one before it; 0 when it goes on. */
const sentenceAfter = (
  text: string,
  code: number,
  at: number,
  sentence: number,
  to: number,
): number => {
  if (code === NEW_LINE) return at + 1;
  if (at + 1 === to) return code === SLASH || code === SEMICOLON ? 0 : to;
  if (!isGap(text.charCodeAt(at + 1))) return 0;
  return code !== SLASH || (at > sentence && isGap(text.charCodeAt(at - 1))) ? at + 2 : 0;
};

/**
 * Begins to look at texts with a lexicon.
 *
 * @param asked - The topics whose sentences are told.
 * @returns Tells what the words of a text show, of all of it or from one place to another.
 */
export const wordSeer = (
  lexicon: Lexicon,
  asked = 0,
): ((text: string, from?: number, to?: number) => SeenWords) => {
  const { cells } = lexicon;
  return (text, from = 0, to = text.length) => {
    let topics = 0;
    let partners = 0;
    let signs = 0;
    // Those of the sentence alone.
    let topicsHere = 0;
    let partnersHere = 0;
    let sentence = from;
    let sentences: SeenSentence[] | undefined;
    let first = 0;
    let start = -1;
    let votes = 0;
    let words = 0;
    // To look up a constant for each character costs as much as the character.
    const [letter, end] = [LETTER, NEW_LINE];
    // One step more than there are characters ends the last sentence.
    for (let at = from; at <= to; at++) {
      let code = at < to ? text.charCodeAt(at) : end;
      let kind = letterKind(code);
      if ((kind & letter) !== 0) {
        const begin = at;
        let kinds = 0;
        let place = 0;
        do {
          kinds |= kind;
          place = cells[place + (kind & letter)] ?? 0;
          code = ++at < to ? text.charCodeAt(at) : end;
          // Most letters are small and plain, and need no look at what they are.
          while (code > 96 && code < 123) {
            place = cells[place + code - 96] ?? 0;
            code = ++at < to ? text.charCodeAt(at) : end;
          }
          kind = letterKind(code);
        } while ((kind & letter) !== 0);
        let isWord = true;
        if (kinds < STRANGE) {
          const own = cells[place + TOPICS] ?? 0;
          const ownPartners = cells[place + PARTNERS] ?? 0;
          if (start < 0) first = own & ownPartners;
          topicsHere |= own;
          partnersHere |= ownPartners;
          if (words++ > ENOUGH) votes += 0;
          else if (kinds < ACCENT) votes += cells[place + VOTED] ?? 0;
          else if (cells[place + ACCENTED] === 1)
            votes += accentedVotes(lexicon, text.slice(begin, at));
          else if ((kinds & FRENCH) !== 0) votes += VOTES.fr;
        } else {
          const seen = strangeWords(lexicon, text.slice(begin, at), words);
          topicsHere |= seen.topics;
          partnersHere |= seen.partners;
          if (start < 0) first = seen.topics & seen.partners;
          votes += seen.votes;
          ({ words, isWord } = seen);
        }
        if (start < 0 && isWord) start = begin;
      }
      if (kind === 0) continue;
      if (kind === DIGIT) {
        if (start < 0) {
          start = at;
          first = FIGURE;
        }
        signs |= isHour(text, at, to) ? FIGURE | CLOCK : FIGURE;
        continue;
      }
      if (code === COLON_CODE) {
        if (at === from || letterKind(text.charCodeAt(at - 1)) !== DIGIT) signs |= COLON;
        continue;
      }
      if (code === SLASH && at > from && isGap(text.charCodeAt(at - 1))) signs |= SLASHED;
      const after = sentenceAfter(text, code, at, sentence, to);
      if (after === 0) continue;
      const here = topicsHere & partnersHere;
      if ((here & asked) !== 0) {
        const stop = code === SLASH ? at - 1 : at;
        (sentences ??= []).push({ start: sentence - from, end: stop - from, topics: here });
      }
      topics |= topicsHere;
      partners |= partnersHere;
      topicsHere = 0;
      partnersHere = 0;
      sentence = after;
    }
    return {
      topics: (topics & partners) | signs,
      first,
      start: (start < 0 ? to : start) - from,
      votes,
      sentences: sentences ?? NONE,
    };
  };
};
