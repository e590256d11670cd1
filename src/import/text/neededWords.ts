import type { TopicWords } from './lexicon.ts';
import { ANY, patternStrings } from './patternStrings.ts';
import { withoutAccents } from './plainWords.ts';

/** How many texts of a pattern are told apart where one of its parts is enough, and where its beginning is needed. */
const [FEW, MOST] = [64, 1000];

/** The words of a text that are there whole, for nothing left open touches them. */
const wholeWords = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[a-z\0]+/g) ?? []).filter((word) => !word.includes(ANY));

/** All words of what a pattern matches, in lower case and without accents. */
export const allWords = (source: string): ReadonlySet<string> =>
  new Set(patternStrings(withoutAccents(source), MOST).flat(2).flatMap(wholeWords));

type Pick = (words: readonly string[]) => string | undefined;

const longest: Pick = (words) =>
  words.reduce((best, word) => (word.length > best.length ? word : best), '');

/** One word of each text; none when one of them has none for sure. */
const chosen = (
  texts: readonly (readonly string[])[],
  pick: Pick,
): readonly ReadonlySet<string>[] =>
  texts.every((words) => words.length > 0)
    ? [new Set(texts.map((words) => pick(words) ?? ''))]
    : [];

const lettersOf = (words: ReadonlySet<string>): number => [...words].join('').length;

const sharedBy = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((word) => b.has(word)).length;

const TELLING: readonly Pick[] = [(words) => words[0], longest, (words) => words.at(-1)];

/**
 * Words of which a text holds at least one of either kind wherever a pattern finds something in it, so that the pattern
 * need not be asked where one kind is not there. The pattern is one that begins and ends where words do.
 *
 * @param everyday - Words that most texts hold; others are taken where they can be.
 * @throws When some match of the pattern holds no word for sure: that pattern has to be written otherwise.
 */
export const neededWords = (
  source: string,
  everyday: ReadonlySet<string> = new Set(),
): TopicWords => {
  const share = (words: ReadonlySet<string>): number =>
    [...words].filter((word) => everyday.has(word)).length / words.size;
  const needed = { words: new Set<string>(), partners: new Set<string>() };
  for (const steps of patternStrings(withoutAccents(source), FEW)) {
    const choices = steps.flatMap((texts) => {
      const words = texts.map(wholeWords);
      return TELLING.flatMap((pick) => chosen(words, pick));
    });
    const [best, ...others] = choices.toSorted(
      (a, b) => share(a) - share(b) || a.size - b.size || lettersOf(b) - lettersOf(a),
    );
    if (!best) throw new Error(`no word is needed by ${source}`);
    // The fewer words are of both kinds, the fewer are enough alone; with one of every day, each is enough.
    const [second = best] = others
      .filter((words) => share(words) < 0.5)
      .toSorted((a, b) => sharedBy(a, best) - sharedBy(b, best));
    for (const word of best) needed.words.add(word);
    for (const word of second) needed.partners.add(word);
  }
  return needed;
};

/**
 * The words with which every text begins in which a pattern finds something, for one that looks at its beginning alone.
 *
 * @throws When some match begins with no word for sure.
 */
export const firstWords = (source: string): ReadonlySet<string> => {
  const needed = new Set<string>();
  for (const [texts = []] of patternStrings(withoutAccents(source), MOST)) {
    for (const text of texts) {
      const [word] = text.startsWith(ANY) ? [] : wholeWords(text);
      if (word === undefined) throw new Error(`no word begins ${source}`);
      needed.add(word);
    }
  }
  return needed;
};

/** The words that a pattern finds wherever they stand by themselves: those of its texts that are a single word. */
export const soleWords = (source: string): ReadonlySet<string> =>
  new Set(
    patternStrings(withoutAccents(source), MOST).flatMap(([texts = [], ...others]) =>
      others.length > 0 ? [] : texts.filter((text) => /^[a-z]+$/.test(text)),
    ),
  );
