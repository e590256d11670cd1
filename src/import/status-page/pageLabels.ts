import { plainWords } from '../text/plainWords.ts';

/** What a labelled line at the top of a page is about. */
export type PageLabel =
  'components' | 'timeline' | 'severity' | 'duration' | 'reference' | 'status' | 'scheduled';

const LABELS: readonly (readonly [PageLabel, RegExp])[] = [
  [
    'components',
    /^(?:affected (?:components?|services?|systems?)|components? affected|services? affected|components?|this (?:incident|scheduled maintenance) affect(?:ed|s)|incident affect(?:ing|ed)|composants? (?:affectes?|touches?|impactes?|concernes?)|services? (?:affectes?|touches?|impactes?)|composants?|cet incident (?:a affecte|affecte|concerne)|cette maintenance (?:a affecte|affecte|concerne)|componenti interessati) ?(?::|$)/,
  ],
  [
    'timeline',
    /^(?:update timeline|timeline|updates?|incident updates?|incident timeline|history|chronologie|historique(?: des mises a jour)?|mises? a jour|fil des mises a jour|cronologia) ?:?$/,
  ],
  ['severity', /^(?:severity|impact|incident impact|severite|gravite|gravita) ?:/],
  ['duration', /^(?:duration|duree|durata|lasted) ?:/],
  ['reference', /^(?:reference|incident(?: id| reference| number)?|reference incident|id) ?:/],
  ['status', /^(?:status|current status|statut|etat|stato) ?:/],
  [
    'scheduled',
    /^(?:scheduled for|planned for|scheduled|prevue? (?:pour|le|du)|programmee? (?:pour|le|du)|date prevue|scheduled maintenance window)(?: |:)/,
  ],
];

/** A labelled line: what it is about, and the text behind the label. */
export interface LabelledLine {
  /** What it is about. */
  readonly label: PageLabel;
  /** The text behind its colon; empty for a heading. */
  readonly value: string;
}

/** Reads a labelled line or a heading of a page; null when it is none known. */
export const labelledLine = (line: string): LabelledLine | null => {
  const plain = plainWords(line, 80);
  const label = LABELS.find(([, pattern]) => pattern.test(plain))?.[0];
  if (label === undefined) return null;
  const colon = line.indexOf(':');
  if (label === 'scheduled') return { label, value: line.trim() };
  return { label, value: colon < 0 || colon > 80 ? '' : line.slice(colon + 1).trim() };
};

const FURNITURE =
  /^(?:subscribe(?: to .{0,40})?$|powered by|propulse par|back to .{0,40}$|[←‹<] ?|(?:incidents?|incident history|date\s+time\s+description|summary|overview|documentation|previously affected location\(s\)|previous incidents|past incidents|historique des incidents|all systems operational|view (?:all|details|incident)|report (?:an issue|a problem)|s'abonner|share|privacy(?: policy)?|terms(?: of service)?|log ?in|home|accueil|show (?:more|all|less)|load more|rss|atom|cookies?|retour)$|©|copyright|no components marked|aucun composant|get (?:email|updates)|posted .{1,30} ago\W{0,3}$|the incident has been resolved; the full update timeline is below)/;

/** Whether a line is part of the page itself and says nothing of the incident. */
export const isFurniture = (line: string): boolean => {
  const plain = plainWords(line, 120);
  // A line of bars and dashes is the rule of a table.
  return plain === '' || !/[\p{L}\p{N}|]/u.test(plain) || FURNITURE.test(plain);
};
