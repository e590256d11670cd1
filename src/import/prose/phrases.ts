/** What a phrase of a timeline can tell of: the event types that importers read out of prose. */
export type PhraseType =
  | 'CellCreated'
  | 'CellClosed'
  | 'Declared'
  | 'Reopened'
  | 'Resolved'
  | 'Closed'
  | 'FixReverted'
  | 'FixApplied'
  | 'Mitigated'
  | 'Restored'
  | 'ImpactEnded'
  | 'AlertRaised'
  | 'CauseIdentified'
  | 'Acknowledged'
  | 'ImpactStarted'
  | 'Detected'
  | 'ChangeMade';

/** A pattern over plain words (see `plainWords`) and what it tells of. */
export interface Phrase {
  /** What it tells of. */
  readonly type: PhraseType;
  /** The pattern; it only ever meets a short text. */
  readonly pattern: RegExp;
  /** The alternatives of the pattern, without what it asks for around them. */
  readonly source: string;
}

const phrase = (type: PhraseType, ...alternatives: readonly string[]): Phrase => ({
  type,
  source: alternatives.join('|'),
  // A pattern that ends in a space has its boundary already.
  pattern: new RegExp(`(?<![a-z])(?:${alternatives.join('|')})(?:(?<![a-z])|(?![a-z]))`),
});

/** Up to so many words in between. */
const words = (count: number): string => `(?:[^ ]{1,30} ){0,${count}}`;
const OF = "(?:de la |de l'|du |des |d'une |d'un |de |d'|della |dell'|del |di )";
const HAS =
  '(?:is |are |was |were |has been |have been |had been |a ete |est |sont |ont ete |been |got )?';
const TROUBLE =
  '(?:incident|incidente|impact|outage|disruption|degradation|disservizio|perturbations?|indisponibilites?|coupure|panne|dysfonctionnements?|interruption|probleme|anomalie|erreurs|errors|issue|issues|problem|problems|downtime)';
const SERVICE =
  '(?:services?|traffic|payments?|paiements?|access|availability|functionality|platform|plateforme|systems?|trafic|flux|transactions?|operations?|site|api|activite|traitements?|servizio|production)';
const TEAM =
  '(?:cellule|war room|crisis room|crisis cell|crisis team|response team|incident team|incident cell|incident bridge|incident call|incident channel|bridge call|salle de crise|cellula|unita di crisi)';
/** What an update or a line of a timeline can speak of whatever happened: these words tell little. */
export const everyday = [OF, HAS, TROUBLE, SERVICE, 'the|a|an|to|in|of|on|is'].join('|');
const FIX =
  '(?:fix|fixes|hotfix|hotfixes|patch|patches|correctif|correctifs|correction|corrections|remedy|correzione|correzioni)';

/**
 * The phrases by which post mortems and updates tell of what happened, in French, English and Italian. The first
 * that fits wins, so the narrow ones stand before the wide ones.
 */
export const phrases: readonly Phrase[] = [
  phrase(
    'CellClosed',
    `(?:fin|fermeture|dissolution|cloture|levee|arret) ${OF}${TEAM}`,
    `${TEAM} ${HAS}(?:closed|dissolved|disbanded|stood down|fermee|levee|dissoute)`,
  ),
  phrase(
    'CellCreated',
    `(?:creation|ouverture|activation|mise en place|montage|lancement|demarrage|declenchement|mobilisation|constitution|creazione|attivazione|apertura) ${OF}${words(1)}${TEAM}`,
    `(?:creation|opening|activation|formation) of (?:a |the )?${words(3)}${TEAM}`,
    `${TEAM} ${words(3)}${HAS}(?:created|opened|formed|assembled|set up|started|mobili[sz]ed|activated|established|creee|ouverte|activee|mise en place|convened)`,
    `(?:created|opened|formed|assembled|set up|started|mobili[sz]ed|activated|established) (?:a |an |the )?${words(3)}${TEAM}`,
    `(?:attivat|costituit|convocat|apert|creat)a (?:la |una )?${TEAM}`,
  ),
  phrase(
    'Reopened',
    `(?:reouverture ${OF}incident|incident ${HAS}(?:reopened|rouvert)|reopened the incident)`,
  ),
  phrase(
    'Declared',
    `declaration ${OF}${words(2)}incident`,
    `(?:declaration of|declared|declares|declare) (?:an? |the )?${words(3)}incident`,
    `incident ${words(2)}${HAS}(?:declared|declare)`,
  ),
  phrase(
    'Closed',
    `cloture ${OF}(?:incident|ticket)`,
    `(?:incident|ticket) ${HAS}(?:closed|clos|cloture)`,
  ),
  phrase(
    'Resolved',
    `(?:fin|resolution|fine|risoluzione) ${OF}(?:incident|incidente)(?: majeur)?`,
    `(?:end|resolution) of (?:the )?incident`,
    `incident ${HAS}(?:now |fully |marked as |marked |declared |considere comme |totalement )?(?:resolved|over|ended|ends|resolu|termine)`,
    `resolved the incident`,
    `^(?:resolved|resolu)\\W{0,3}$`,
    `incidente ${words(1)}(?:risolto|terminato)`,
  ),
  phrase(
    'ImpactEnded',
    `(?:fin|fine) ${OF}${TROUBLE}`,
    `end of (?:the )?${words(1)}${TROUBLE}`,
    `${TROUBLE} ${HAS}(?:ends|ended|over|stopped|terminee?)`,
  ),
  phrase(
    'FixReverted',
    `(?:retrait|annulation) ${OF}${FIX}`,
    `${FIX} ${HAS}(?:reverted|rolled back|withdrawn|retire)`,
    `(?:reverted|rolled back) the ${FIX}`,
  ),
  phrase(
    'Mitigated',
    `^(?:une? |a |the )?(?:solution de )?(?:contournement|mitigation)`,
    `(?:mise en place|activation|application|deploiement) ${OF}${words(2)}(?:contournement|mitigation)`,
    `(?:contournement|mitigations?|workarounds?|contromisura) ${HAS}(?:now |actuellement |successfully )?(?:in place|applied|deployed|implemented|put in place|en place|mis en place|mise en place|appliquee?|deployee?|activee?|applicata|attivata)`,
    `(?:applied|deployed|implemented|put in place|mis en place|applique|deploye) (?:a |an |the |un |une )?${words(2)}(?:contournement|mitigation|workaround)`,
    `(?<!can |could |may |might |will |would )(?:basculement|bascule|failover|failed over|fail over)`,
    `${TROUBLE} ${HAS}(?:mitigated|mitigee?)`,
    `(?:mitigated|mitigates) `,
    `(?:reprise|retour|retablissement) (?:partiel(?:le)?|progressi(?:f|ve)|graduel(?:le)?)`,
    `(?:ripristino|ripresa) (?:parziale|progressiv[oa]|graduale)`,
    `(?:gradual|progressive) (?:recovery|restoration|return)`,
    `partial(?:ly)? (?:recover(?:y|ies|ed|ing|s)?|restor(?:e|ed|es|ing|ation)?)`,
  ),
  phrase(
    'FixApplied',
    `${FIX} ${HAS}(?:successfully )?(?:applied|deployed|implemented|rolled out|released|pushed|put in place|installed|applique|deploye|mis en place|mis en production|installe|applicata)`,
    `(?:applied|deployed|implemented|pushed|released|rolled out|deploye|applique|mis en place|mis en production|installe|applicat[ao]|rilasciat[ao]|installat[ao]|implementat[ao]) (?:a |an |the |un |le |una |la |il )?${words(2)}${FIX}`,
    `(?:deploiement|application|mise en place|mise en production|livraison|applicazione|deployment|implementation|rollout) (?:of (?:a |the )?|${OF})${words(1)}${FIX}`,
    `correction ${OF}`,
    `correction of`,
    `(?:retour arriere|rollback|roll back|rolled back|reverted)`,
    `(?:rule|configuration|config|records?|settings?|change|code|certificate|regle|certificat|routing|regola) ${words(1)}${HAS}(?:corrected|fixed|repaired|reverted|corrigee?|retablie?|corretta)`,
    `(?:corrected|fixed|repaired) (?:the |a |an )`,
    `^repaired\\W{0,3}$`,
  ),
  phrase(
    'Restored',
    `(?:reprise|retablissement|restauration|ripristino|remise en route) (?:complete? |totale? )?${OF}${words(1)}${SERVICE}`,
    `(?:remise en service|retour a la normale|retour en service|ritorno alla normalita|reprise complete|reprise totale)`,
    `${SERVICE} ${words(2)}${HAS}(?:fully |a nouveau |de nouveau |completement |entierement |e stato |e |sono stati |all )?(?:restored|recovered|resumed|back to normal|back online|back up|available again|operational again|operationnels?|retablie?s?|restauree?s?|repris|disponibles? a nouveau|ripristinat[oi])`,
    `(?:est|sont) (?:a nouveau|de nouveau|desormais|maintenant|pleinement) (?:pleinement )?(?:disponibles?|operationnel(?:le)?s?|accessibles?|joignables?)`,
    `(?:operational|healthy|available|working) again`,
    `(?:operating|working|functioning|processing|running|fonctionnent?|funziona(?:no)?) (?:a nouveau |de nouveau )?normal(?:ly|ement|mente)`,
    `fully operational`,
    `(?:servizi|sistemi|servizio|sistema) (?:e |sono )(?:di nuovo |nuovamente |tutti )?operativ[oi]`,
    `revenue?s? a la normale`,
    `(?:has|have) (?:now |fully )?recovered`,
    `(?:restoration|recovery) of (?:the )?${words(1)}${SERVICE}`,
    `^(?:service )?restored\\W{0,3}$`,
    `(?:(?<!monitor |monitoring |for |for a |for the |the )full recovery|fully recovered|back to normal|returned to normal|return to normal|everything is back)`,
  ),
  phrase(
    'AlertRaised',
    `(?:remontees?|declenchement|reception|emission) (?:${OF}|des premieres )(?:premieres? )?${words(1)}alertes?`,
    `alertes? ${words(1)}${HAS}(?:remontees?|declenchees?|recues?|levees?|emises?)`,
    `premieres? alertes?`,
    `(?:ricezione|invio|attivazione) (?:degli |di )(?:primi )?(?:allarmi|allarme|alert)`,
    `alerts? ${HAS}(?:raised|triggered|fired|received|sent|firing|fires|trigger|sounded)`,
    `(?:first|initial) ${words(1)}alerts?`,
    `(?:received|raised|triggered|got) (?:an |the |first |multiple |several )?${words(2)}alerts?`,
    `(?:monitoring|monitor|pingdom|pagerduty) ${words(1)}alert(?:ed|s)?`,
    `(?:on-?call|engineer|team) ${HAS}paged`,
  ),
  phrase(
    'CauseIdentified',
    `(?:identification|decouverte|detection) ${OF}${words(1)}cause`,
    `(?:cause|causes) ${words(2)}${HAS}(?:identified|found|determined|identifiees?|trouvees?|determinees?|identificat[ae])`,
    `(?:identified|found|determined|identifie|trouve|identificato) ${words(1)}(?:the |la |l'|il )?${words(2)}(?:cause|source|origine)`,
  ),
  phrase(
    'Acknowledged',
    `(?:prise en charge|prise en compte|presa in carico)`,
    `(?:debut|demarrage|lancement) ${OF}${words(1)}(?:investigations?|analyses?)`,
    `investigations? ${HAS}(?:begins?|began|begun|starts?|started|lancees?|demarrees?)`,
    `(?:start|starts|started|begins?|began) (?:of )?(?:the |an |to )?investigat(?:ion|ing|e)`,
    `acknowledged`,
  ),
  phrase(
    'Detected',
    `detection ${OF}${words(1)}${TROUBLE}`,
    `${TROUBLE} ${words(1)}${HAS}(?:first )?(?:detected|noticed|discovered|spotted|observed|reported|detectee?s?|constatee?s?|decelee?s?|signalee?s?|rilevato)`,
    `first detected`,
    `^detected\\W{0,3}$`,
    `(?:users?|customers?|clients?) ${HAS}${words(1)}(?:report|reports|reported|reporting)`,
    `(?:premiers? )?signalements? ${OF}${words(1)}(?:clients?|utilisateurs?)`,
    `(?:detected|noticed|discovered|spotted) (?:an? |the )?${words(2)}${TROUBLE}`,
  ),
  phrase(
    'ImpactStarted',
    `(?:debut|demarrage|commencement|survenance|apparition|inizio) ${OF}(?:premier[e]?s? )?${TROUBLE}`,
    `(?:start|beginning|onset|begin) of (?:the )?${words(1)}${TROUBLE}`,
    `${TROUBLE} ${HAS}(?:begins?|began|begun|starts?|started|occurs|occurred|commence|debute)`,
    `${SERVICE} ${words(1)}(?:becomes? |became |goes |went |is |was |est |devient |sont )?(?:unavailable|down|degraded|indisponibles?|degradee?s?|inaccessibles?|unreachable)`,
    `(?:perte|interruption|coupure|indisponibilite|degradation|ralentissements?|lenteurs?) (?:totale |partielle |complete )?${OF}${words(1)}${SERVICE}`,
    `(?:loss|interruption|degradation|unavailability|outage) of (?:the |our )?${words(1)}${SERVICE}`,
    `${SERVICE} (?:start|started|begin|began) (?:failing|to fail)`,
  ),
  phrase(
    'ChangeMade',
    `(?:modification|changement|mise en production|mise a jour|deploiement|migration|modifica|rilascio|activation|suppression|ajout) (?:of |${OF})`,
    `mise en production`,
    `(?:change|deployment|release|rollout|upgrade|update|migration|deletion|removal|rotation) (?:of|to|in) `,
    `(?:deployed|released|modified|changed|upgraded|migrated|rolled out|pushed|deleted|removed|merged) (?:a|an|the|new|version|v\\d|our|to) ?`,
    `(?:rule|configuration|config|record|setting|version|release|code|change|deployment|migration|routing) ${HAS}(?:modified|changed|deployed|released|updated|rolled out|pushed|made|started|modifiee?|deployee?)`,
  ),
];
