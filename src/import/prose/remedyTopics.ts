import { phraseTopics, topics } from './topics.ts';

/** What the text of an update can say was done by then. */
export type Remedy = 'CauseIdentified' | 'FixApplied' | 'Mitigated' | 'Restored';

/** All of them. */
export const remedies: readonly Remedy[] = [
  'CauseIdentified',
  'FixApplied',
  'Mitigated',
  'Restored',
];

/** The topics of which one has to be there for a text to tell of a remedy. */
export const remedyTopics: Readonly<Record<Remedy, number>> = {
  CauseIdentified: phraseTopics(['CauseIdentified']) | topics.cause,
  FixApplied: phraseTopics(['FixApplied']),
  Mitigated: phraseTopics(['Mitigated']),
  Restored: phraseTopics(['Restored']),
};
