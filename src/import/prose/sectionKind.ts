import { plainWords } from '../text/plainWords.ts';

/** What a section of a post mortem is about. */
export type SectionKind =
  | 'title'
  | 'reference'
  | 'service'
  | 'impact'
  | 'timeline'
  | 'context'
  | 'cause'
  | 'actions'
  | 'other';

/**
 * The headings seen in post mortems, in plain words, in English, French and Italian.
 *
 * Source: the templates collected by dastergon/postmortem-templates for the English ones.
 */
const HEADINGS: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'title',
    /^(?:post ?-?mortem|postmortem|incident report|rapport d'incident|root cause analysis|rca|retour d'experience)(?: .{0,60})?$/,
  ],
  [
    'reference',
    /^(?:reference(?: de l'| )?incident|incident reference|reference|riferimento(?: incidente)?|numero d'incident|incident (?:id|number)|ticket)$/,
  ],
  [
    'service',
    /^(?:services? (?:concerne|impacte|affecte|touche)e?s?|(?:[a-z-]{1,20} )?services? affected(?: by the incident)?|affected (?:services?|components?|systems?)|composants? (?:concerne|impacte|affecte|touche)e?s?|servizi? (?:interessat|coinvolt)[oi]|perimetre(?: impacte)?)$/,
  ],
  [
    'actions',
    /^(?:actions?(?: .{0,60})?|action items(?: .{0,40})?|plan d'actions?(?: .{0,40})?|next steps|prochaines etapes|follow-?ups?(?: .{0,40})?|corrective (?:actions?|and .{0,30})|preventi?ve .{0,30}|mesures (?:correctives|preventives|prises)(?: .{0,40})?|azioni(?: .{0,60})?|remediation(?: .{0,40})?|review actions)$/,
  ],
  [
    'cause',
    /^(?:root causes?(?: .{0,40})?|causes?(?: racines?| profondes?| principales?)?(?: de l'incident)?|origine(?: de l'incident| du probleme)?|analyse des causes|causa(?: principale| radice)?|what (?:caused|went wrong)(?: .{0,30})?|the cause)$/,
  ],
  [
    'timeline',
    /^(?:(?:incident )?timeline(?: .{0,40})?|chain of events|incident overview|overview|synthese de l'incident|chronologie(?: .{0,40})?|deroule(?:ment)?(?: .{0,40})?|historique(?: .{0,40})?|cronologia(?: .{0,40})?|key events|sintesi dell'incidente)$/,
  ],
  [
    'impact',
    /^(?:impacts?(?: (?:client|customer|utilisateur|user|business|metier|on .{0,30}|sur .{0,30})s?)?|(?:client|customer|user|business) impacts?|impatto(?: .{0,30})?|consequences)$/,
  ],
  ['context', /^(?:contexte?|background|contesto)$/],
  [
    'other',
    /^(?:summary|executive summary|resume|synthese|sintesi|resolution(?: .{0,30})?|detection|trigger|mitigation|lessons (?:learned|learnt)|what went well|where we got lucky|conclusion|status|statut|duree|duration|date|authors?|auteurs?|declencheur|identified|correction)$/,
  ],
];

/** All of them in one, a group each. */
const HEADING = new RegExp(HEADINGS.map(([, { source }]) => `(${source})`).join('|'));

/** What the heading of a section says it is about; null when it is none known. */
export const sectionKind = (heading: string): SectionKind | null => {
  const plain = plainWords(heading, 120)
    .replace(/^[\d.)\s]{0,6}/, '')
    .replace(/[\s:.]{1,4}$/, '');
  const [, ...groups] = HEADING.exec(plain) ?? [];
  return HEADINGS[groups.findIndex((group) => group !== undefined)]?.[0] ?? null;
};
