import type { SpokenEntry } from './documentFacts.ts';
import { factsOf, storyOf, tellingFacts } from './documentFacts.ts';
import type { DocumentTimes } from './documentTimes.ts';
import type { FactTeller } from '../prose/factClaims.ts';
import type { MatchedEntry } from '../prose/matchedEntries.ts';
import type { MatchedFact } from '../prose/matchedFacts.ts';
import { isTrouble } from './isTrouble.ts';
import { byPublication, postmortemPlace } from '../prose/postmortem.ts';
import type { Postmortem } from '../prose/postmortem.ts';
import { entryMoment } from '../prose/timelineEntries.ts';

const isSpan = (entry: MatchedEntry): boolean => entry.until !== undefined && isTrouble(entry.text);

/**
 * Makes the claims of times in running text. In a document with a timeline they are notes, but for the first range in
 * which something was wrong when nothing else tells the impact; in one without, they tell the story.
 */
export const proseClaimsOf = (
  postmortem: Postmortem,
  teller: FactTeller,
  spoken: readonly SpokenEntry[],
  times: DocumentTimes,
  isStory: boolean,
): void => {
  const { reading } = postmortem.page;
  let impact = reading.claims.some(
    ({ type }) => type === 'ImpactStarted' || type === 'ImpactEnded',
  );
  const story = storyOf(spoken, times);
  const lines = tellingFacts(
    story.map(({ text, until }) => (isStory && until === undefined ? factsOf(text) : [])),
  );
  for (const [index, entry] of story.entries()) {
    const moment = entryMoment(entry) ?? byPublication(postmortem);
    const place = postmortemPlace(postmortem, `text ${index + 1}`, moment, entry.line);
    if (!impact && isSpan(entry) && entry.moment) {
      impact = true;
      const fact: MatchedFact = { type: 'ImpactStarted', text: entry.text };
      teller.fact(fact, { ...place, occurredAt: entry.moment }, entry.until);
      continue;
    }
    const facts = lines[index] ?? [];
    if (facts.length === 0) reading.add('NoteAdded', { text: entry.text }, place);
    for (const fact of facts) {
      if (fact.type === 'ImpactStarted') impact = true;
      teller.fact(fact, place);
    }
  }
};
