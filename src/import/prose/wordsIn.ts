import { calendarWords } from '../time/calendarWords.ts';
import { languageVotes } from '../text/language.ts';
import { relativeWords } from '../time/relativeDay.ts';
import type { TopicWords } from '../text/lexicon.ts';
import { lexicon } from '../text/lexicon.ts';
import { allWords, firstWords, neededWords, soleWords } from '../text/neededWords.ts';
import type { SeenWords } from '../text/seenWords.ts';
import { wordSeer } from '../text/seenWords.ts';
import { languageCodes, languageWords } from '../text/splitLanguages.ts';
import { furniture, labelPatterns, notice } from './labelPatterns.ts';
import { everyday, phrases } from './phrases.ts';
import { referenceLabels } from './referenceLabels.ts';
import { timedBy } from './proseTimes.ts';
import { forSome, otherwise, statedCause } from './remedyPatterns.ts';
import { remedyTopics } from './remedyTopics.ts';
import { postedWords, statusWords } from './statusWords.ts';

/** Words each of which is enough alone. */
const each = (words: ReadonlySet<string>): TopicWords => ({ words, partners: words });

/** The words of each topic, in the order of their bits. */
const topicWords = (): readonly TopicWords[] => {
  const common = allWords(everyday);
  return [
    ...phrases.map(({ source }) => neededWords(source, common)),
    neededWords(statedCause, common),
    each(languageWords),
    each(languageCodes),
    each(firstWords(referenceLabels.flatMap(([, names]) => names).join('|'))),
    each(
      new Set([
        ...firstWords(statusWords),
        ...firstWords(postedWords),
        ...calendarWords,
        ...relativeWords,
      ]),
    ),
    each(firstWords(labelPatterns.map(([, pattern]) => pattern.source).join('|'))),
    each(firstWords(furniture.source)),
    neededWords(notice.source, common),
    neededWords(forSome, common),
    neededWords(timedBy, common),
    each(soleWords(otherwise)),
  ];
};

const anyRemedy = Object.values(remedyTopics).reduce((all, one) => all | one);

let seer: ReturnType<typeof wordSeer> | undefined;

/** What the words of a text show: which topics they belong to, and which language they speak for. */
export const wordsIn = (text: string, from?: number, to?: number): SeenWords => {
  // Made when a text is first looked at: whoever imports no prose does not wait for it.
  seer ??= wordSeer(lexicon(topicWords(), languageVotes), anyRemedy);
  return seer(text, from, to);
};
