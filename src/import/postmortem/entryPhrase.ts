import { classifyPhrase } from '../prose/classifyPhrase.ts';
import type { PhraseType } from '../prose/phrases.ts';
import { plainWords } from '../text/plainWords.ts';

/**
 * Words by which the lines of a timeline tell what happened, where the same words in an update of a status page would
 * tell less. The first that fits wins.
 */
const PHRASES: readonly (readonly [PhraseType, RegExp])[] = [
  [
    'AlertRaised',
    /(?<![a-z])(?:(?:uptime|health|synthetic|pingdom|monitor(?:ing)?) ?checks? (?:[a-z0-9.-]{1,30} ){0,4}(?:fail(?:s|ed|ing)?|down)|violation started|alerts? (?:start(?:s|ed)? )?fir(?:e|es|ed|ing)|alarms? (?:fires?|fired|triggered|goes off|went off|raised)|alerts? (?:were |was |are |is )?generated|alert(?:e|ing|s)? (?:pagerduty|opsgenie|on-?call)|(?:pagerduty|opsgenie|nagios|grafana|prometheus|datadog|cloudwatch|zabbix) (?:[a-z]{1,12} ){0,3}(?:alerts?|alerted|alarms?|pages?|paged|fires?|fired|triggers?|triggered|notifies|notified)|(?:on-?call|sre|engineers?|team|astreinte|reperibile) (?:[a-z]{1,12} ){0,3}(?:paged|pag(?:e|ing))|(?:paged|paging) (?:the |an? )?(?:on-?call|sre|engineers?|team)|paged(?![a-z])|pager storm|receives? (?:an? )?(?:page|pager|alert)|astreinte (?:est |a ete )?(?:alertee|prevenue|appelee|contactee)|alerte(?:s)? (?:recues?|declenchees?|sms|de supervision|monitoring|remontees?)|declenchement (?:de l'|d'une )(?:alerte|astreinte)|allarm[ei] (?:ricevut|scattat|attivat|generat))/,
  ],
  [
    'Acknowledged',
    /(?<![a-z])(?:acknowledg(?:e|es|ed)|ack(?:s|ed)|(?:begins?|began|starts?|started) (?:to )?(?:investigat|look|triag)(?:e|ing)|prend en charge|prise en charge|prende in carico)(?![a-z])/,
  ],
  [
    'Detected',
    /(?<![a-z])(?:(?:problem|issue|incident|outage|degradation|errors?) (?:is |was |are |were )?(?:first )?(?:identified|noticed|detected|discovered|spotted|found|seen|observed)|(?:team|we|engineers?|staff|support|on-?call) (?:is |are |was |were |first )?(?:alerted|notified|notice[sd]?|spot(?:s|ted)?|observe[sd]?|discover(?:s|ed)?|detect(?:s|ed)?|bec(?:o|a)me aware|made aware)|^@[\w.-]{1,40} (?:first )?(?:notice[sd]?|spot(?:s|ted)|detect(?:s|ed)|discover(?:s|ed)) |first (?:user |customer )?(?:reports?|complaints?) |(?:users?|customers?|clients?) (?:start(?:ed)? |begin |began )?(?:to )?(?:report(?:s|ed|ing)?|complain(?:s|ed|ing)?)|(?:user|customer|support) (?:reports?|tickets?) (?:received|start|come|arrive)|premiers? (?:signalements?|retours?|tickets?)|(?:detection|constat|constatation|decouverte) (?:de |du |d')|(?:clients?|utilisateurs?|equipes?) (?:nous )?(?:signalent|remontent|constatent|detectent)|prime segnalazioni|segnalazion[ei] (?:da parte |degli |dei |di |ricevut)|(?:rilevat[aoei]|rilevazione|rilevamento) )/,
  ],
  [
    'Restored',
    /(?<![a-z])(?:(?:back|return(?:s|ed)?|goes back|went back|recover(?:s|ed)?|restored) (?:up )?to (?:100 ?%|normal|full|healthy)|(?:hub|site|cluster|service|website|app|application|platform|api|system)s? (?:is |are |was |were |now |back |fully )*(?:online|up again|back up|reachable again|healthy again)|(?:back|now) online|all (?:systems?|services?|customers?|traffic) (?:[a-z]{1,12} ){0,3}(?:recovered|restored|operational|healthy|normal)|(?:service|traffic|access|operations?|functionality) (?:is |was |were |has been |fully |all )*(?:restored|resumed|recovered)|(?:errors?|error rates?|latency|latencies|metrics|success rates?) (?:[a-z]{1,12} ){0,3}(?:return|back|recover|normali[sz])[a-z]{0,6}|(?:services? |trafic |situation )?(?:retablie?s?|revenue?s? a la normale|de nouveau (?:operationnel|accessible|disponible)s?)|retour a la normale|tout est (?:rentre dans l'ordre|revenu a la normale)|tutto (?:e )?tornato alla normalita|(?:servizi?o?|sistema|piattaforma) (?:[a-z]{1,12} ){0,2}(?:ripristinat[oi]|nuovamente (?:disponibil[ei]|operativ[oi]|raggiungibil[ei]))|ripristino (?:completo|del servizio|totale|dei servizi))/,
  ],
  [
    'ImpactEnded',
    /(?<![a-z])(?:(?:issue|problem|error|errors|symptoms?|outage) (?:goes?|went|gone|is gone|are gone|disappear(?:s|ed)?|stop(?:s|ped)?|cease[sd]?|clears|cleared)(?: away)?|(?:end|fin|fine) (?:of |de l'|du |dell'|del |des )(?:the )?(?:impact|outage|disruption|downtime|impatto|disservizio|indisponibilite|perturbations?))(?![a-z])/,
  ],
  [
    'Resolved',
    /^(?:the )?(?:issue|outage|problem) (?:is |was |has been |considered |declared |marked (?:as )?|now |fully |completely )*resolved(?![a-z])|(?<![a-z])(?:incident (?:is |was |has been |considered |declared |marked (?:as )?|now )*(?:resolved|closed|over|ended)|declared? (?:the )?(?:incident )?(?:resolved|over)|all[- ]clear|(?:fin|cloture|resolution) (?:de l'|d')incident|incident (?:est )?(?:clos|resolu|termine)|(?:chiusura|risoluzione|fine) (?:dell'|del )?incidente|incidente (?:e (?:stato )?)?(?:risolto|chiuso))/,
  ],
  [
    'Declared',
    /(?<![a-z])(?:declar(?:e|es|ed|ing) (?:an? |the )?(?:[a-z0-9-]{1,12} ){0,3}(?:incident|outage|sev)|incident (?:is |was |has been )?(?:declared|opened|created|raised|started in)|(?:creat|open|start|rais)(?:e|es|ed|ing) (?:an? |the )?(?:[a-z0-9-]{1,12} ){0,2}incident(?! channel| room| doc)|(?:sev|p)-?[0-4] (?:incident )?(?:declared|opened)|(?:declaration|ouverture) (?:de l'|d'un )?incident|incident (?:est )?(?:declare|ouvert)|(?:apertura|dichiarazione) (?:dell'|di un )?incidente)/,
  ],
  [
    'FixApplied',
    /(?<![a-z])(?:(?:re-?deploy(?:s|ed)|rolls? back|rolled back|revert(?:s|ed)|hotfix(?:es|ed)?|patch(?:es|ed)|restart(?:s|ed)|reboot(?:s|ed)|(?:merg|deploy|push|releas|ship)(?:s|es|ed) (?:the |a |an )?(?:[a-z0-9-]{1,15} ){0,3}(?:fix|hotfix|patch|revert|rollback|workaround)|(?:fix|hotfix|patch|rollback|revert) (?:is |was |has been |now |fully )*(?:deployed|merged|live|shipped|released|applied|complete[d]?|pushed|rolled out|in production)|(?:retour|retours) (?:en )?arriere|redemarrage|correctif (?:deploye|applique|en production|livre|mis en production)|(?:application|deploiement|mise en production|livraison) (?:du|d'un) (?:correctif|fix|patch)|riavvi(?:o|ato)|(?:applicat[ao]|rilasciat[ao]|applicazione|rilascio) (?:la |della |del |una |il |un )?(?:correzione|correttiv[ao]|patch|fix|rollback)))(?![a-z])/,
  ],
  [
    'ImpactStarted',
    /(?<![a-z])(?:(?:problem|issue|outage|incident|impact|errors?|failures?|disruption|degradation) (?:starts?|started|begins?|began|occurs?|occurred)|(?:errors?|failures?|latency|latencies|timeouts?|5xx|500s?|502s?|503s?|504s?) (?:[a-z]{1,12} ){0,2}(?:start(?:s|ed)?|begin|begins|began|spikes?|spiked|increase[sd]?|rise[s]?|rose|climb(?:s|ed)?)|(?:start|begin|began|starts|started|begins)(?:ing)? (?:to )?(?:see(?:ing)?|fail(?:ing)?|return(?:ing)?|experienc(?:e|ing)|throw(?:ing)?|serv(?:e|ing)) |(?:site|service|website|app|application|platform|api|database|cluster|hub|system)s? (?:is |are |was |were |goes |went |becomes? |became |hard |completely |fully |totally )+(?:down|offline|unavailable|unreachable|inaccessible)|premieres erreurs|primi errori|(?:debut|apparition|survenance) (?:de l'|des |du |de |d')(?:incident|impact|indisponibilite|perturbations?|erreurs?|lenteurs?|probleme|panne|coupure)|(?:services?|site|plateforme|api) (?:devien(?:t|nent) |est |sont )(?:indisponible|inaccessible|degrade)|inizio (?:dell'|del |della |dei )?(?:incidente|disservizio|problema|impatto|degrado|anomalia)|(?:servizio|sistema|piattaforma) (?:[a-z]{1,12} ){0,2}(?:non (?:disponibile|raggiungibile)|irraggiungibile))/,
  ],
  [
    'ChangeMade',
    /(?<![a-z])(?:deploy (?:of|to) |deploys |(?:we|team) deploy |roll-?out (?:of|to|begins|starts|started)|(?:config(?:uration)?|code|dns|schema) change (?:is |was )?(?:made|merged|applied|deployed|pushed)|merge[sd]? (?:pr|mr|pull request)|(?:rilascio|messa in produzione|aggiornamento) (?:di|della|del|dell'))/,
  ],
];

const UNDONE =
  /(?<![a-z])(?:not|no|never|cannot|without|sans|aucune?|jamais|pas|nessun[ao]?|non (?!disponib|raggiung)|failed to|unable|attempt(?:s|ed|ing)?|try(?:ing)?|tried|tries|will|shall|would|should|could|might|plan(?:s|ned)?|decide[sd]?|propose[sd]?|want|wants|would like|waiting|awaiting|before|prepar(?:e|es|ed|ing)|consider(?:s|ed|ing)?|discuss(?:es|ed|ing)?|until|encourages?|asks?|asked|requests?|tentative|tentativo|devrait|prevu|next|prochaine?|to avoid)(?![a-z])|n't(?![a-z])/;

/** What a line of a timeline tells of; null when nothing known, or when it says that it did not happen. */
export const entryPhrase = (text: string): PhraseType | null => {
  const plain = plainWords(text);
  const found = PHRASES.find(([, pattern]) => pattern.test(plain))?.[0];
  if (found !== undefined && !UNDONE.test(plain)) return found;
  return classifyPhrase(text);
};
