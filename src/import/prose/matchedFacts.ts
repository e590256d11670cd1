import type { Localized } from '../../primitives/text.ts';
import type { PhraseType } from './phrases.ts';
import { trimmedFact } from '../text/plainText.ts';
import { splitFacts } from './splitFacts.ts';

/** One fact of a line, with its own part of the text in every language that tells it. */
export interface MatchedFact {
  /** What it tells of. */
  readonly type: PhraseType;
  /** Its part of the text, by language. */
  readonly text: Localized;
}

/**
 * The facts of a line told in one or more languages; none when no language tells anything known.
 *
 * @param classify - Tells what a clause tells of; as in an update of a status page when absent.
 */
export const matchedFacts = (
  text: Localized,
  classify?: (clause: string) => PhraseType | null,
): readonly MatchedFact[] => {
  const facts = new Map<PhraseType, Record<string, string>>();
  const silent: string[] = [];
  for (const [language, line] of Object.entries(text)) {
    const told = splitFacts(line, classify);
    if (told.length === 0) silent.push(language);
    for (const fact of told) {
      const texts = facts.get(fact.type) ?? {};
      texts[language] =
        texts[language] === undefined ? fact.text : `${texts[language]}; ${fact.text}`;
      facts.set(fact.type, texts);
    }
  }
  // A language whose words are not known says the same as the other: its whole line goes with the first fact.
  const [first] = facts.values();
  for (const language of silent) {
    if (first) first[language] = trimmedFact(text[language] ?? '');
  }
  return [...facts].map(([type, texts]) => ({ type, text: texts }));
};
