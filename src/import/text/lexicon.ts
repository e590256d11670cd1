import { LETTER, letterKind } from './letters.ts';

/** Words of which a text of a topic holds one of either kind at least; a word of both kinds is enough alone. */
export interface TopicWords {
  /** The one kind, in lower case and without accents. */
  readonly words: ReadonlySet<string>;
  /** The other kind. */
  readonly partners: ReadonlySet<string>;
}

/** Words with what they say, to be found letter by letter. */
export interface Lexicon {
  /**
   * Places of 32 cells each, the first that of the beginning of a word. At a letter, 1 to 26, is the place that follows by it;
   * at the others is what the word says that ends there.
   */
  readonly cells: Int32Array;
  /** The votes of words with accents, in lower case. */
  readonly accentedVotes: ReadonlyMap<string, number>;
}

/** The cell of the topics among whose words a word is. */
export const TOPICS = 0;
/** The cell of the topics among whose partners it is. */
export const PARTNERS = 27;
/** The cell of its votes. */
export const VOTED = 28;
/** The cell that is 1 where some word that differs by its accents alone has votes. */
export const ACCENTED = 29;

const WIDTH = 32;
/** Where no word goes on. */
const NOWHERE = WIDTH;
const BEYOND_ASCII = /[^\u0000-\u007F]/;

/** A place from which no letter leads on, and with nothing to say. */
const blank = (): readonly number[] =>
  Array.from({ length: WIDTH }, (_, cell) =>
    cell === TOPICS || cell === PARTNERS || cell === VOTED || cell === ACCENTED ? 0 : NOWHERE,
  );

/**
 * Makes a lexicon.
 *
 * @param topics - The words of each topic; the first topic has bit 1, the second 2, the third 4.
 * @param votes - Words with their votes, accents as they are written.
 */
export const lexicon = (
  topics: readonly TopicWords[],
  votes: ReadonlyMap<string, number>,
): Lexicon => {
  const cells = [...blank(), ...blank()];
  const say = (word: string, cell: number, value: number): void => {
    let place = 0;
    for (let at = 0; at < word.length; at++) {
      const edge = place + (letterKind(word.charCodeAt(at)) & LETTER);
      place = cells[edge] ?? NOWHERE;
      if (place !== NOWHERE) continue;
      place = cells.length;
      cells[edge] = place;
      cells.push(...blank());
    }
    cells[place + cell] = (cells[place + cell] ?? 0) | value;
  };
  for (const [index, { words, partners }] of topics.entries()) {
    for (const word of words) say(word, TOPICS, 1 << index);
    for (const word of partners) say(word, PARTNERS, 1 << index);
  }
  const accentedVotes = new Map<string, number>();
  for (const [word, vote] of votes) {
    if (BEYOND_ASCII.test(word)) {
      accentedVotes.set(word, vote);
      say(word, ACCENTED, 1);
    } else say(word, VOTED, vote);
  }
  return { cells: Int32Array.from(cells), accentedVotes };
};

/** The place where a word of plain letters ends. */
export const placeOf = ({ cells }: Lexicon, word: string): number => {
  let place = 0;
  for (let at = 0; at < word.length; at++) {
    place = cells[place + (letterKind(word.charCodeAt(at)) & LETTER)] ?? 0;
  }
  return place;
};
