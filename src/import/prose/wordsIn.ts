import { calendarWords } from '../time/calendarWords.ts';
import { languageVotes } from '../text/language.ts';
import { lexicon } from '../text/lexicon.ts';
import { allWords, firstWords, neededWords } from '../text/neededWords.ts';
import type { SeenWords } from '../text/seenWords.ts';
import { wordSeer } from '../text/seenWords.ts';
import { languageCodes, languageWords } from '../text/splitLanguages.ts';
import { furniture, labelPatterns, notice } from './labelPatterns.ts';
import { everyday, phrases } from './phrases.ts';
import { referenceLabels } from './referenceLabels.ts';
import { forSome, statedCause } from './remedyPatterns.ts';
import { postedWords, statusWords } from './statusWords.ts';

/** The words of each topic, in the order of their bits. */
const topicWords = (): readonly ReadonlySet<string>[] => {
  const common = allWords(everyday);
  return [
    ...phrases.map(({ source }) => neededWords(source, common)),
    neededWords(statedCause, common),
    languageWords,
    languageCodes,
    firstWords(referenceLabels.flatMap(([, names]) => names).join('|')),
    new Set([...firstWords(statusWords), ...firstWords(postedWords), ...calendarWords]),
    firstWords(labelPatterns.map(([, pattern]) => pattern.source).join('|')),
    firstWords(furniture.source),
    neededWords(notice.source, common),
    neededWords(forSome, common),
  ];
};

let seer: ReturnType<typeof wordSeer> | undefined;

/** What the words of a text show: which topics they belong to, and which language they speak for. */
export const wordsIn = (text: string, from?: number, to?: number): SeenWords => {
  // Made when a text is first looked at: whoever imports no prose does not wait for it.
  seer ??= wordSeer(lexicon(topicWords(), languageVotes));
  return seer(text, from, to);
};
