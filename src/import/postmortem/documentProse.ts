import type { Localized } from '../../primitives/text.ts';
import { plainWords } from '../text/plainWords.ts';
import type { SpokenEntry } from './documentFacts.ts';
import { closingFacts, factsOf, storyOf, tellingFacts } from './documentFacts.ts';
import type { DocumentTimes } from './documentTimes.ts';
import type { FactTeller } from '../prose/factClaims.ts';
import type { MatchedEntry } from '../prose/matchedEntries.ts';
import type { MatchedFact } from '../prose/matchedFacts.ts';
import { isTrouble } from './isTrouble.ts';
import { byPublication, postmortemPlace } from '../prose/postmortem.ts';
import type { Postmortem } from '../prose/postmortem.ts';
import { entryMoment } from '../prose/timelineEntries.ts';

const isSpan = (entry: MatchedEntry): boolean => entry.until !== undefined && isTrouble(entry.text);

/** The start and the end of an incident, each by its words: where one of them is told, the others add nothing. */
const BOUNDS: readonly (readonly string[])[] = [
  ['Detected', 'ImpactStarted', 'Declared'],
  ['Restored', 'Resolved', 'ImpactEnded', 'Closed'],
];

/** What a line of a timeline can tell of a further time in it, where no other line does. */
const PARTS: ReadonlySet<string> = new Set([
  'ImpactStarted',
  'AlertRaised',
  'Detected',
  'Declared',
  'Acknowledged',
  'CauseIdentified',
  'Mitigated',
  'FixApplied',
  'Restored',
  'Resolved',
]);
const AHEAD =
  /(?<![a-z])(?:expect[a-z]*|eta|schedul[a-z]*|plann?[a-z]*|until|before|next|due|estimat[a-z]*|prevu[a-z]*|attendu[a-z]*|avant|d'ici|entro|previst[a-z]*)(?![a-z])/;
const isAhead = (text: Localized): boolean =>
  Object.values(text).some((one) => AHEAD.test(plainWords(one)));

/** What running text may tell where labelled times do: the start or the end that they leave open. */
const leftOpen = (told: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(BOUNDS.flatMap((types) => (types.some((type) => told.has(type)) ? [] : types)));

/**
 * Makes the claims of times in running text. In a document with a timeline they are notes, but for the first range in
 * which something was wrong when nothing else tells the impact, and for what a line of the timeline says of a further
 * time in it; in one without, they tell the story, or what the labelled times leave open of it.
 */
export const proseClaimsOf = (
  postmortem: Postmortem,
  teller: FactTeller,
  spoken: readonly SpokenEntry[],
  times: DocumentTimes,
  by: 'timeline' | 'line' | 'fields' | 'nothing',
): void => {
  const { reading } = postmortem.page;
  const where = by === 'line' ? 'part' : 'text';
  let impact = reading.claims.some(
    ({ type }) => type === 'ImpactStarted' || type === 'ImpactEnded',
  );
  const story = storyOf(spoken, times);
  const told = new Set<string>(reading.claims.map(({ type }) => type));
  const open = leftOpen(told);
  const factsIn = ({ text, until }: MatchedEntry): readonly MatchedFact[] => {
    if (by === 'timeline' || until !== undefined) return [];
    if (by === 'nothing') return factsOf(text);
    if (by === 'fields') return factsOf(text).filter(({ type }) => open.has(type));
    return isAhead(text)
      ? []
      : factsOf(text).filter(({ type }) => PARTS.has(type) && !told.has(type));
  };
  const lines = closingFacts(tellingFacts(story.map(factsIn)), told.has('Resolved'));
  for (const [index, entry] of story.entries()) {
    const moment = entryMoment(entry) ?? byPublication(postmortem);
    const place = postmortemPlace(postmortem, `${where} ${index + 1}`, moment, entry.line);
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
