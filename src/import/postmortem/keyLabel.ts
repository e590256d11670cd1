import type { PhraseType } from '../prose/phrases.ts';
import { plainWords } from '../text/plainWords.ts';

/** What a labelled value of a document states: when something happened, how long something took, or what it is. */
export type KeyLabel =
  | { readonly about: 'time'; readonly type: PhraseType | 'PostmortemPublished' }
  | { readonly about: 'window' }
  | { readonly about: 'duration'; readonly from?: PhraseType; readonly to?: PhraseType }
  | { readonly about: 'level'; readonly dimension: 'severity' | 'priority' }
  | { readonly about: 'reference' }
  | { readonly about: 'date' };

const time = (
  type: PhraseType | 'PostmortemPublished',
  words: string,
): readonly (readonly [string, KeyLabel])[] =>
  words.split(/\s*,\s*/).map((word) => [word, { about: 'time', type }] as const);

const LABELS: ReadonlyMap<string, KeyLabel> = new Map<string, KeyLabel>([
  ...time(
    'Detected',
    'detected, detection, detecte, detectee, discovered, noticed, rilevato, rilevata, rilevamento, rilevazione, reported, first report, user report, customer report, first user report, first customer report, signale, segnalato, segnalazione',
  ),
  ...time(
    'Declared',
    'declared, declaration, declare, dichiarato, dichiarazione, opened, ouverture, apertura',
  ),
  ...time(
    'AlertRaised',
    'alert, alerted, alerte, alert fired, alert triggered, paged, allarme, triggered',
  ),
  ...time(
    'Acknowledged',
    'acknowledged, acknowledgement, ack, response, response initiated, response started, responded, prise en charge, prise en compte, presa in carico, engaged',
  ),
  ...time(
    'CauseIdentified',
    'identified, cause identified, root cause identified, cause found, diagnosed, diagnosis, identification, cause identifiee, identifie, causa identificata, identificato',
  ),
  ...time(
    'FixApplied',
    'repaired, fixed, fix, fix applied, fix deployed, fix released, correction, corrige, correctif, correctif deploye, corretto, correzione, rollback',
  ),
  ...time(
    'Mitigated',
    'mitigated, mitigation, impact mitigated, contournement, mitigato, mitigazione, contained',
  ),
  ...time(
    'Restored',
    'restored, restoration, restore, recovered, recovery, full recovery, service restored, services restored, retabli, retablissement, retablissement service, reprise, reprise service, retour normale, ripristino, ripristinato, ripristino servizio',
  ),
  ...time(
    'Resolved',
    'resolved, resolution, resolu, resolue, fully resolved, risolto, risoluzione',
  ),
  ...time('Closed', 'closed, closure, cloture, chiuso, chiusura'),
  ...time(
    'ImpactStarted',
    'start, started, starts, begin, began, beginning, impact start, impact started, impact began, disruption start, debut, debut impact, commencement, inizio, inizio impatto, inizio disservizio, from, onset, occurred, fault occurs, fault occurred, occurs',
  ),
  ...time(
    'ImpactEnded',
    'end, ended, ends, impact end, impact ended, finish, finished, fin, fin impact, fine, fine impatto, fine disservizio, until, to',
  ),
  ...time(
    'PostmortemPublished',
    'published, publication, publie, pubblicato, pubblicazione, posted, postmortem published, report published, report date, date of report, date report, date du rapport, date rapport, data del rapporto, data rapporto',
  ),
  ...[
    'duration',
    'total duration',
    'downtime',
    'total downtime',
    'impact duration',
    'duree',
    'duree totale',
    'duree impact',
    'duree indisponibilite',
    'durata',
    'durata totale',
    'durata disservizio',
    'length',
    'lasted',
    'disruption duration',
    'duration impact',
  ].map((word) => [word, { about: 'duration' }] as const),
  ...(
    [
      ['repair', 'FixApplied'],
      ['fix', 'FixApplied'],
      ['resolve', 'Resolved'],
      ['resolution', 'Resolved'],
      ['restore', 'Restored'],
      ['recover', 'Restored'],
      ['recovery', 'Restored'],
      ['mitigate', 'Mitigated'],
      ['mitigation', 'Mitigated'],
      ['detect', 'Detected'],
      ['detection', 'Detected'],
      ['acknowledge', 'Acknowledged'],
    ] as const
  ).map(([word, to]) => [`time to ${word}`, { about: 'duration', to }] as const),
  ['ttd', { about: 'duration', to: 'Detected' }],
  ['ttr', { about: 'duration', to: 'Resolved' }],
  ['mttr', { about: 'duration', to: 'Resolved' }],
  ['ttm', { about: 'duration', to: 'Mitigated' }],
  ['temps resolution', { about: 'duration', to: 'Resolved' }],
  ['delai resolution', { about: 'duration', to: 'Resolved' }],
  ['temps retablissement', { about: 'duration', to: 'Restored' }],
  ['tempo risoluzione', { about: 'duration', to: 'Resolved' }],
  ['tempo ripristino', { about: 'duration', to: 'Restored' }],
  ...[
    'window',
    'impact window',
    'period',
    'impact period',
    'periode',
    'periode impact',
    'periodo',
    'creneau',
    'plage',
    'when',
    'quand',
    'quando',
    'disruption window',
  ].map((word) => [word, { about: 'window' }] as const),
  ...[
    'severity',
    'sev',
    'severite',
    'gravite',
    'gravita',
    'severita',
    'severity level',
    'level severity',
    'criticality',
    'criticite',
    'niveau gravite',
  ].map((word) => [word, { about: 'level', dimension: 'severity' }] as const),
  ...['priority', 'priorite', 'priorita'].map(
    (word) => [word, { about: 'level', dimension: 'priority' }] as const,
  ),
  ...[
    'reference',
    'id',
    'number',
    'ticket',
    'ticket id',
    'numero',
    'riferimento',
    'ref',
    'jira',
    'tracking',
    'reference interne',
  ].map((word) => [word, { about: 'reference' }] as const),
  ['', { about: 'date' }],
]);

/** Words that say nothing about which time it is. */
const FILL = new Set(
  `date dates time times heure heures ora orario data datetime timestamp the at on le la les l of de des du d di del
   dell della dei delle il lo a et e and first incident incidente fault issue problem probleme problema outage was is been
   has approx approximate approximately local utc gmt key event alle when's impacted customer client clients en in
   about around day jour giorno`.split(/\s+/),
);
const IN_BRACKETS = /\([^()]{0,60}\)|\[[^[\]]{0,60}\]/g;

/** What a label states; null when it is none known. `Incident date (UTC)` and `Date` are the day of the incident. */
export const keyLabel = (label: string): KeyLabel | null => {
  const plain = plainWords(label, 80).replaceAll(IN_BRACKETS, ' ');
  if (plain.trim() === '') return null;
  const words = plain.split(/[^a-z]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 8) return null;
  const whole = LABELS.get(words.join(' '));
  if (whole) return whole;
  const told = words.filter((word) => !FILL.has(word));
  if (
    told.length === 0 &&
    !words.some((word) => /^(?:date|day|data|jour|giorno|time|heure|ora)s?$/.test(word))
  )
    return null;
  // "Repaired declared" is a slip of the template: the first word says what was meant.
  return LABELS.get(told.join(' ')) ?? LABELS.get(told.join(' ').replace(/ declared$/, '')) ?? null;
};
