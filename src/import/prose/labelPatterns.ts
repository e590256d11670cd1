/** What a labelled line at the top of a page is about. */
export type PageLabel =
  | 'components'
  | 'timeline'
  | 'severity'
  | 'duration'
  | 'reference'
  | 'status'
  | 'scheduled'
  | 'place';

/** The labels of a page, as patterns over the plain words that a line begins with. */
export const labelPatterns: readonly (readonly [PageLabel, RegExp])[] = [
  [
    'components',
    /^(?:affected$|(?:affecte|touche|impacte)s?$|affected (?:components?|services?|systems?|features?)|(?:components?|services?|features?) affected|components?|this (?:incident|scheduled maintenance) affect(?:ed|s)|incident affect(?:ing|ed)|composants? (?:affectes?|touches?|impactes?|concernes?)|services? (?:affectes?|touches?|impactes?)|composants?|cet incident (?:a affecte|affecte|concerne)|cette maintenance (?:a affecte|affecte|concerne)|componenti interessati|questo incidente (?:ha interessato|interessa))(?: \/ [a-z]{1,20} [a-z]{1,20})? ?(?::|$)/,
  ],
  [
    'timeline',
    /^(?:update timeline|timeline|updates|incident updates?|incident timeline|history|chronologie|historique(?: des mises a jour)?|mises a jour|fil des mises a jour|fil d'actualite|cronologia) ?:?$/,
  ],
  [
    'severity',
    /^(?:(?:current )?severity(?: level)?|impact|incident impact|severite|gravite|gravita) ?:/,
  ],
  ['duration', /^(?:duration|duree|durata|lasted) ?:/],
  ['reference', /^(?:reference|incident(?: id| reference| number)?|reference incident|id) ?:/],
  [
    'status',
    /^(?:incident status$|(?:status|current status|(?:service|system)s? status|legend|legende|incident status|statut|etat|stato) ?:)/,
  ],
  [
    'scheduled',
    /^(?:scheduled for|planned for|scheduled(?! maintenance report)|prevue? (?:pour|le|du)|programmee? (?:pour|le|du)|date prevue|scheduled maintenance window)(?: |:)/,
  ],
  [
    'place',
    /^(?:(?:previously )?affected location(?:\(s\)|s)?|locations?|regions?|data ?cent(?:er|re)s?) ?(?::|$)/,
  ],
];

/** A pattern of all of them. */
export const anyLabel = new RegExp(labelPatterns.map(([, { source }]) => source).join('|'));

/** What a line says that is part of the page itself, as a pattern over the plain words that it begins with. */
export const furniture =
  /^(?:subscribe(?: to .{0,40})?$|(?:skip|jump) to .{1,40}$|(?:aller|acceder) au contenu|vai al contenuto|powered by|propulse par|back to (?!normal|full|healthy|usual|regular|business|service|work|online|operational|100).{0,40}$|(?:incidents?|incident history|date\s+time\s+description|summary|overview|documentation|previous incidents|past incidents|historique des incidents|all systems (?:operational|are online)|return to statuspage|current status|(?:service|system)s? status|legend|legende|view (?:all|details|incident)|report (?:an issue|a problem)|s'abonner|share|privacy(?: policy)?|terms(?: of service)?|log ?in|home|accueil|show (?:more|all|less)|load more|rss|atom|cookies?|retour|status page|status|get updates|outage details|notice history|incident\.io|atlassian statuspage|instatus|better stack|x|close|email address:?|phone number:?|country code:?|cookie preferences|contact support)$|(?:by subscribing you agree to|this page provides status information on) .{1,100}$|(?:enter|send|resend) otp|subscribe (?:via|by) .{1,30}$|this site is protected by recaptcha|copyright|no components marked|aucun composants?|get (?:emails?|updates|(?:email|text message|sms|webhook) notifications)|posted .{1,30} ago\W{0,3}$)(?![a-z])/;
/** The same, by words that begin many a sentence. */
export const notice = /^the incident has been resolved; the full update timeline is below(?![a-z])/;
