/** What a labelled line at the top of a page is about. */
export type PageLabel =
  'components' | 'timeline' | 'severity' | 'duration' | 'reference' | 'status' | 'scheduled';

/** The labels of a page, as patterns over the plain words that a line begins with. */
export const labelPatterns: readonly (readonly [PageLabel, RegExp])[] = [
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

/** What a line says that is part of the page itself, as a pattern over the plain words that it begins with. */
export const furniture =
  /^(?:subscribe(?: to .{0,40})?$|powered by|propulse par|back to .{0,40}$|(?:incidents?|incident history|date\s+time\s+description|summary|overview|documentation|previously affected location\(s\)|previous incidents|past incidents|historique des incidents|all systems operational|view (?:all|details|incident)|report (?:an issue|a problem)|s'abonner|share|privacy(?: policy)?|terms(?: of service)?|log ?in|home|accueil|show (?:more|all|less)|load more|rss|atom|cookies?|retour)$|copyright|no components marked|aucun composants?|get (?:emails?|updates)|posted .{1,30} ago\W{0,3}$)(?![a-z])/;
/** The same, by words that begin many a sentence. */
export const notice = /^the incident has been resolved; the full update timeline is below(?![a-z])/;
