import { letterKind } from './letters.ts';

/** Words with what they say, to be found letter by letter. */
export interface Lexicon {
  /** The place that follows a place by a letter, 32 of them each; 1 is where no word goes on. */
  readonly next: Uint16Array;
  /** The topics of the word that ends at a place. */
  readonly topics: Int32Array;
  /** The votes of the word that ends at a place. */
  readonly votes: Int32Array;
  /** Whether some word that differs by its accents alone has votes. */
  readonly accented: Uint8Array;
  /** The votes of words with accents, in lower case. */
  readonly accentedVotes: ReadonlyMap<string, number>;
}

const WIDTH = 32;
const NOWHERE = 1;
const BEYOND_ASCII = /[^\u0000-\u007F]/;

/**
 * Makes a lexicon.
 *
 * @param topics - The words of each topic, without accents; the first topic has bit 1, the second 2, the third 4.
 * @param votes - Words with their votes, accents as they are written.
 */
export const lexicon = (
  topics: readonly Iterable<string>[],
  votes: ReadonlyMap<string, number>,
): Lexicon => {
  const next = Array.from({ length: 2 * WIDTH }, () => NOWHERE);
  const senses = [0, 0].map(() => ({ topics: 0, votes: 0, accented: 0 }));
  const senseOf = (word: string): { topics: number; votes: number; accented: number } => {
    let place = 0;
    for (let at = 0; at < word.length; at++) {
      const edge = place * WIDTH + (letterKind(word.charCodeAt(at)) & (WIDTH - 1));
      place = next[edge] ?? NOWHERE;
      if (place !== NOWHERE) continue;
      place = senses.push({ topics: 0, votes: 0, accented: 0 }) - 1;
      next[edge] = place;
      for (let letter = 0; letter < WIDTH; letter++) next.push(NOWHERE);
    }
    return senses[place] ?? { topics: 0, votes: 0, accented: 0 };
  };
  for (const [index, words] of topics.entries()) {
    for (const word of words) senseOf(word).topics |= 1 << index;
  }
  const accentedVotes = new Map<string, number>();
  for (const [word, vote] of votes) {
    if (BEYOND_ASCII.test(word)) {
      accentedVotes.set(word, vote);
      senseOf(word).accented = 1;
    } else senseOf(word).votes = vote;
  }
  return {
    next: Uint16Array.from(next),
    topics: Int32Array.from(senses, (sense) => sense.topics),
    votes: Int32Array.from(senses, (sense) => sense.votes),
    accented: Uint8Array.from(senses, (sense) => sense.accented),
    accentedVotes,
  };
};
