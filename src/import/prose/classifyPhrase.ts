import { isFailedRemedy } from './failedRemedy.ts';
import type { PhraseType } from './phrases.ts';
import { phrases } from './phrases.ts';
import { LOOKED_AT, plainWords } from '../text/plainWords.ts';
import { isRemedialChange } from './remedialChange.ts';
import { phraseTopic, phraseTopics } from './topics.ts';
import { wordsIn } from './wordsIn.ts';

/** What says that a thing did not happen, has not yet, or was only tried. `non disponible` is no such thing. */
const UNDONE =
  /(?<![a-z])(?:not|no|never|cannot|n't|without|sans|aucune?|jamais|pas|nessun|non(?= (?:risolv|riesc|funzion|basta|ha|hanno|e (?:ancora|stat)))|failed to|unable|tentative|attempt(?:s|ed|ing)?|trying|tried|unsuccessful(?:ly)?|en vain|echec|will|shall|would|should|could|may|might|sera|seront|devrait|pourrait|going to|to be|if|si|possible|potential|potentielle?|a venir|prevue?|planned|planned for|scheduled|en attente|awaiting|waiting|hop(?:e[sd]?|ing)|esper(?:e|es|ons|ions|ait|aient|ant|ent|ee?s?)|sper(?:a|ano|iamo|ando|avamo|ata))(?![a-z])|n't(?![a-z])/;
/** What says that a remedy or a recovery is under way, but not there. */
const UNDER_WAY =
  /(?<![a-z])(?:being|ongoing|en cours|in corso|in progress|start|starts|started|starting|begins?|began|initiated|initiating|debut|lancement|preparation|preparing|working on|work on|travail sur|testing|tests?|deciding|decided|decision|propos(?:ed|ition)|recherche|looking for|investigating|identified (?:a|the) fix|developing|underway|under way|getting|returning|recovering|resuming|applying|implementing|deploying|performing|en train)(?![a-z])/;
/** Alerts that go away are no alerts raised. */
const QUIET =
  /(?<![a-z])(?:fin|end|clears?|cleared|stops?|stopped|silenced|resolves?|resolved|recovers?|recovered|cessent|acquittees?)(?![a-z])/;

const ANY_PHRASE = phraseTopics(phrases.map(({ type }) => type));

const ENDS: ReadonlySet<PhraseType> = new Set([
  'FixApplied',
  'Restored',
  'Mitigated',
  'Resolved',
  'FixReverted',
  'CauseIdentified',
  'ImpactEnded',
  'Closed',
]);

const holds = (type: PhraseType, plain: string): boolean => {
  if (UNDONE.test(plain)) return false;
  if (ENDS.has(type) && (UNDER_WAY.test(plain) || isFailedRemedy(plain))) return false;
  if (type === 'ChangeMade' && isRemedialChange(plain)) return false;
  return !(type === 'AlertRaised' && QUIET.test(plain));
};

/**
 * What a clause tells of; null when nothing known, or when it says that it did not happen.
 *
 * @param plain - The clause as plain words.
 * @param present - The topics of its words: no other phrases are looked for.
 */
export const classifyPlain = (plain: string, present: number): PhraseType | null => {
  const found = phrases.find(
    ({ pattern }, index) => (present & phraseTopic(index)) !== 0 && pattern.test(plain),
  );
  return found && holds(found.type, plain) ? found.type : null;
};

/** The same of a clause as it is written. */
export const classifyPhrase = (clause: string): PhraseType | null => {
  const present = wordsIn(clause, 0, Math.min(clause.length, LOOKED_AT)).topics;
  return (present & ANY_PHRASE) === 0 ? null : classifyPlain(plainWords(clause), present);
};
