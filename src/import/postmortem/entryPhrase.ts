import { classifyPhrase } from '../prose/classifyPhrase.ts';
import { isFailedRemedy } from '../prose/failedRemedy.ts';
import type { PhraseType } from '../prose/phrases.ts';
import { isRemedialChange } from '../prose/remedialChange.ts';
import { plainWords } from '../text/plainWords.ts';
import { italianPhrases } from './italianPhrases.ts';

/**
 * Words by which the lines of a timeline tell what happened, where the same words in an update of a status page would
 * tell less. The first that fits wins.
 */
const PHRASES: readonly (readonly [PhraseType, RegExp])[] = [
  [
    'AlertRaised',
    /(?<![a-z])(?:(?:uptime|health|synthetic|pingdom|monitor(?:ing)?) ?checks? (?:[a-z0-9.-]{1,30} ){0,4}(?:fail(?:s|ed|ing)?|down)|violation started|alerts? (?:start(?:s|ed)? )?fir(?:e|es|ed|ing)|alarms? (?:fires?|fired|triggered|goes off|went off|raised)|alerts? (?:were |was |are |is )?generated|alert(?:e|ing|s)? (?:pagerduty|opsgenie|on-?call)|(?:pagerduty|opsgenie|nagios|grafana|prometheus|datadog|cloudwatch|zabbix) (?:[a-z]{1,12} ){0,3}(?:alerts?|alerted|alarms?|pages?|paged|fires?|fired|triggers?|triggered|notifies|notified)|(?:on-?call|sre|engineers?|team|astreinte|reperibile) (?:[a-z]{1,12} ){0,3}(?:paged|pag(?:e|ing))|(?:paged|paging) (?:the |an? )?(?:on-?call|sre|engineers?|team)|paged(?![a-z])|pager (?:storm|fires|fired|goes off|went off)|receives? (?:an? )?(?:page|pager|alert)|^(?:first |automated |monitoring )?alerts? (?:for|about|reporting|on|from|regarding)(?![a-z])|astreinte (?:est |a ete )?(?:alertee|prevenue|appelee|contactee)|(?:recevons|recoit|recoivent|avons recu|ont recu|a recu) (?:une |des |plusieurs |les |l')?(?:premieres? )?alertes?|alerte(?:s)? (?:recues?|declenchees?|sms|de supervision|monitoring|remontees?)|declenchement (?:de l'|d'une )(?:alerte|astreinte)|(?:allarm[ei]|alert) (?:ricevut|scattat|attivat|generat)|scatta(?:no|t[oi])? (?:gli |l'|il |un )?(?:allarm|alert)|^(?:[a-z0-9-]{1,20} ?: )?alertes? (?:sur|pour|concernant)(?![a-z])|^alertes? (?:zabbix|nagios|grafana|prometheus|datadog|pagerduty|centreon|sms|mail|automatique)|alertes? (?:signal|remont|indiqu|se declench)e(?:nt)?(?![a-z]))/,
  ],
  [
    'Acknowledged',
    /(?<![a-z])(?:acknowledg(?:e|es|ed)(?! that)|ack(?:s|ed)|(?:begins?|began|starts?|started) (?:to )?(?:investigat|look|triag|analy[sz]|debug|diagnos)(?:e|ing)|prend en charge|prise en charge|prende in carico)(?![a-z])/,
  ],
  [
    'Detected',
    /(?<![a-z])(?:(?:problem|issue|incident|outage|degradation|errors?) (?:is |was |are |were )?(?:first )?(?:identified|noticed|detected|discovered|spotted|found|seen|observed)|(?:team|we|engineers?|staff|support|admins?|developers?|on[- ]?call(?: (?:people|person|team|engineers?|staff|developers?))?) (?:is |are |was |were |first )?(?:alerted|notified|notice[sd]?|spot(?:s|ted)?|observe[sd]?|discover(?:s|ed)?|detect(?:s|ed)?|bec(?:o|a)me aware|made aware)|(?<!(?:cause|fix|reason|source|solution|workaround) )(?:is|are|was|were) (?:first )?(?:detected|noticed|spotted|discovered|reported) by (?!design)|^(?:the )?(?:first )?reports? of (?:issues?|problems?|errors?|outages?|failures?)(?![a-z])|^[a-z]{2,15} (?:is |was )?(?:notified|alerted|informed) by(?![a-z])|^(?:the )?(?:first )?reports? of (?:[a-z0-9.-]{1,20} ){1,6}(?:come|comes|came|start|started|begin|began|arrive[sd]?)(?![a-z])|^(?:it (?:is|was) (?:first )?reported to us|[a-z]{2,15} (?:first )?(?:notices|noticed|spots|spotted) (?:that|the|an?|some|many|high|slow|errors?|increased) )|^@[\w.-]{1,40} (?:first )?(?:notice[sd]?|spot(?:s|ted)|detect(?:s|ed)|discover(?:s|ed)) |first (?:user |customer )?(?:reports?|complaints?) |(?:customers?|users?|clients?) (?:rais|open|log|submit)(?:s|es|ed) (?:[a-z]{1,12} ){0,2}(?:tickets?|requests?|cases?|issues?)|monitoring (?:(?!alert)[a-z]{1,12} ){0,1}(?:detect(?:s|ed)?|shows?|showed)|(?:users?|customers?|clients?|students?|people|members?|players?|merchants?) (?:[a-z0-9]{1,2} )?(?:start(?:s|ed)? |begins? |began )?(?:to )?(?:report(?:s|ed|ing)?|complain(?:s|ed|ing)?|notif(?:y|ies|ied) us|informs? us|informed us)|^(?:we )?(?:detect|notice|discover|spot|observe)[a-z]{0,3} (?:that )?(?:the |our )?(?:[a-z0-9.-]{1,20} ){1,3}(?:is|are|was|were) (?:down|offline|unavailable|unreachable|failing|slow|not )|(?:user|customer|support) (?:reports?|tickets?) (?:received|start|come|arrive)|premiers? (?:signalements?|retours?|tickets?)|(?:detection|constat|constatation|decouverte) (?:de |du |d'|(?=(?:erreurs?|incident|panne|anomalie|probleme)(?![a-z])))|(?:clients?|utilisateurs?|equipes?) (?:nous )?(?:signalent|remontent|constatent|detectent)|(?:decouvre|constate|detecte|remarque)(?:nt)? (?:le |la |l'|les |une? |des )?(?:probleme|incident|panne|anomalie|erreurs?|indisponibilite|coupure|lenteurs?|dysfonctionnement)|rileva(?:no)? (?:il |un |l'|una |gli |le )?(?:problem|anomali|error|guast|disserviz)|prime segnalazioni|segnalazion[ei] (?:da parte |degli |dei |di |ricevut)|(?:rilevat[aoei]|rilevazione|rilevamento) )/,
  ],
  [
    'Restored',
    /(?<![a-z])(?:(?:back|return(?:s|ed)?|goes back|went back|recover(?:s|ed)?|restored) (?:up )?to (?:an? )?(?:100 ?%|normal|full|healthy|acceptable|usual|expected)|no longer (?:down|offline|unavailable|unreachable|failing|degraded)|(?<!(?:problems?|issues?|errors?|alerts?|outage|symptoms?|incident|team|engineers?|we|everyone|people|he|she|they) )(?:is|are|was|were|came|comes?|now) (?:fully |now )?(?:back|up again|online again|up and running)(?= *$|[.,;!]| (?:up|online|in |to normal|from )(?!error|down))|(?:hub|site|cluster|service|website|app|application|platform|api|system)s? (?:is |are |was |were |now |back |fully )*(?:online|up again|back up|reachable again|healthy again)|(?:back|now) online|all (?:systems?|services?|customers?|traffic) (?:[a-z]{1,12} ){0,3}(?:recovered|restored|operational|healthy|normal)|(?<!(?:is|are|was|were|been|be|being|and|partially|partly) )restored (?:the |our |all )?(?:[a-z0-9.-]{1,20} ){0,2}(?:services?|servers?|(?:web ?)?sites?|traffic|connectivity|functionality|operations?)(?= *$|[.,;!])|(?:service|traffic|access|connectivity|operations?|functionality) (?:is |was |were |has been |fully |all )*(?:restored|resumed|recovered|re-?established)|(?:errors?|error rates?|latency|latencies|metrics|success rates?) (?:[a-z]{1,12} ){0,3}(?:return|back|recover|normali[sz])[a-z]{0,6}|(?:services? |trafic |situation )?(?:retablie?s?|revenue?s? a la normale|de nouveau (?:operationnel|accessible|disponible)s?)|retour (?:a la normale|du (?:service|site|reseau))|tout est (?:rentre dans l'ordre|revenu a la normale)|tornat[oaie] (?:alla normalita|operativ|disponibil|raggiungibil|online)|nuovamente (?:disponibil|operativ|raggiungibil|accessibil|funzionant)[a-z]{1,3}|(?:connettivita|rete|accesso|accessi|connession[ei]|traffico) (?:[a-z]{1,12} ){0,2}ripristinat[aoei]|(?:servizi?o?|sistema|piattaforma) (?:[a-z]{1,12} ){0,2}(?:ripristinat[oi]|nuovamente (?:disponibil[ei]|operativ[oi]|raggiungibil[ei]))|ripristino (?:completo|del servizio|totale|dei servizi))/,
  ],
  [
    'ImpactEnded',
    /(?<![a-z])(?:(?:a|ont) pris fin|(?:issue|problem|error|errors|symptoms?|outage) (?:goes?|went|gone|is gone|are gone|disappear(?:s|ed)?|stop(?:s|ped)?|cease[sd]?|clears|cleared)(?: away)?|(?:end|fin|fine) (?:of |de l'|du |dell'|del |des )(?:the )?(?:impact|outage|disruption|downtime|impatto|disservizio|indisponibilite|perturbations?))(?![a-z])/,
  ],
  [
    'Closed',
    /(?<![a-z])(?:incident (?:is |was |has been |considered |declared |marked |as |now |formally |officially )*closed|clos(?:es?|ed) the incident(?! (?:channel|room|call|bridge|doc))|cloture (?:de l'|d')incident|incident (?:est )?(?:clos|cloture)|chiusura (?:dell'|del )?incidente|incidente (?:e (?:stato )?)?chiuso)(?![a-z])/,
  ],
  [
    'Resolved',
    /^(?:the )?(?:issue|outage|problem) (?:is |was |has been |considered |declared |marked (?:as )?|now |fully |completely )*resolved(?![a-z])|(?<![a-z])(?:incident (?:is |was |has been |considered |declared |marked |as |now )*(?:resolved|over|ended)|declared? (?:the )?(?:incident )?(?:resolved|over)|all[- ]clear|(?:fin|resolution) (?:de l'|d')incident|incident (?:est )?(?:resolu|termine)|declare (?:la panne|l'incident) (?:resolue?|terminee?)|(?:risoluzione|fine) (?:dell'|del )?incidente|incidente (?:e (?:stato )?)?risolto)/,
  ],
  [
    'CauseIdentified',
    /(?:^(?:[a-z]{2,15} )?(?:finds?|found|identify|identifies|identified|discover(?:s|ed)?) (?:the |our )?(?:root )?cause|(?:root )?(?:causes?|reasons?) (?:is |was |has been |are |were |have been |now )*(?:identified|found|discovered|traced|determined|confirmed)|(?:probleme|cause|origine) (?:racine )?(?:est |a ete )?identifiee?s?|(?:individuat|identificat|trovat|accertat)[ao] (?:la |l')?causa)(?![a-z])/,
  ],
  [
    'Mitigated',
    /(?<![a-z])(?:traffic (?:is |was |has been )?(?:fully |partially )?(?:re-?routed|redirected|shifted|diverted|drained|moved) (?:to|away|off|from) |feature flag (?:is |was )?(?:disabled|turned off|switched off)(?![a-z])|(?:attivat|applicat|avviat)[ao] (?:la |una |l')?(?:mitigazione|soluzione temporanea|workaround)|attenuations? (?:[a-z]{1,12} ){0,1}(?:appliquee?s?|deployee?s?)(?![a-z]))/,
  ],
  [
    'Declared',
    /(?<![a-z])(?:declar(?:e|es|ed|ing) (?:an? |the )?(?:[a-z0-9-]{1,12} ){0,3}(?:incident|outage|sev)|incident (?:is |was |has been |officially )*(?:declared|announced|opened|created|raised|started in)|(?:creat|open|start|rais)(?:e|es|ed|ing) (?:an? |the )?(?:[a-z0-9-]{1,12} ){0,2}incident(?! channel| room| doc)|(?:sev|p)-?[0-4] (?:incident )?(?:declared|opened)|(?:declaration|ouverture) (?:de l'|d'un )?incident|incident (?:est )?(?:declare|ouvert)|(?:apertura|dichiarazione) (?:dell'|di un )?incidente|(?:apert|dichiarat)[oa] (?:l'|un |il )?incidente)/,
  ],
  [
    'FixApplied',
    /(?<![a-z])(?:^(?:the |a |new )?(?:[a-z]{1,12} )?certificates? (?:is |was |are |were |has been )?renewed|renew(?:s|ed) (?:the |a )?(?:[a-z]{1,12} )?certificates?|(?:re-?deploy(?:s|ed)|rolls? back|roll(?:s|ed) (?:[a-z0-9.-]{1,15} ){1,2}back|^(?:we )?(?:restart|reboot|revert|redeploy)|rolled back|revert(?:s|ed)|hotfix(?:es|ed)?|patch(?:es|ed)|restart(?:s|ed)|reboot(?:s|ed)|(?:merg|deploy|push|releas|ship)(?:s|es|ed) (?:the |a |an )?(?:[a-z0-9-]{1,15} ){0,3}(?:fix|hotfix|patch|revert|rollback|workaround)|(?:fix(?:es)?|hotfix(?:es)?|patch(?:es)?|rollback|revert) (?:is |was |has been |are |were |have been |now |fully )*(?:deployed|merged|live|shipped|released|applied|implemented|complete[d]?|pushed|rolled out|in production)|(?:retour|retours) (?:en )?arriere|redemarrage|correctif (?:deploye|applique|en production|livre|mis en production)|(?:application|deploiement|mise en production|livraison) (?:du|d'un) (?:correctif|fix|patch)|riavvi(?:o|ato)|(?:applicat[ao]|rilasciat[ao]|applicazione|rilascio) (?:la |della |del |una |il |un )?(?:correzione|correttiv[ao]|patch|fix|rollback)))(?![a-z])/,
  ],
  [
    'ImpactStarted',
    /(?<![a-z])(?:^(?:the )?first (?:errors?|failures?|timeouts?|5xx|500s?|503s?)(?![a-z])|(?:problem|issue|outage|incident|impact|errors?|failures?|disruption|degradation) (?:starts?|started|begins?|began|occurs?|occurred)|(?:errors?|failures?|latency|latencies|timeouts?|5xx|500s?|502s?|503s?|504s?) (?:[a-z]{1,12} ){0,2}(?:start(?:s|ed)?|begin|begins|began|spikes?|spiked|increase[sd]?|rise[s]?|rose|climb(?:s|ed)?)|(?:start|begin|began|starts|started|begins)(?:ing)? (?:to )?(?:see(?:ing)?|fail(?:ing)?|return(?:ing)?|experienc(?:e|ing)|throw(?:ing)?|serv(?:e|ing))(?: |$)|(?:site|service|website|app|application|platform|api|database|cluster|hub|system)s? (?:is |are |was |were |goes |went |becomes? |became |hard |completely |fully |totally )+(?:down|offline|unavailable|unreachable|inaccessible)|no longer (?:available|reachable|accessible|responding|working)|^(?:the |our |all )?(?:[a-z0-9_.-]{1,30} ){1,4}(?:is|are|was|were|goes|went|becomes|became) (?:completely |totally |fully |hard )?(?:down|offline|unavailable|unreachable|inaccessible|unresponsive)|(?:brings?|brought|takes?|took) down (?:the |our )|(?:site|service|website|app|application|platform|api|database|cluster|hub|system|server)s? (?:crash(?:es|ed)|dies|died|stops? responding|stopped responding)|premieres erreurs|primi errori|(?:evenement|incident|panne|coupure|perturbation|indisponibilite) a (?:debute|commence)|(?:perte|coupure) (?:totale |partielle )?(?:de |du |de la |de l'|d'|des )(?:connectivite|connexion|reseau|lien|baie|acces|liens?|serveurs?)|perdita (?:totale |parziale )?(?:di |del |della )(?:connettivita|connessione|rete|servizio|collegament[oi])|(?:aumento|augmentation|hausse) (?:della |dei |degli |delle |de la |des |du )(?:latenz|latence|error|erreur|temp[is] )|n(?:e |')(?:est|sont|repond|repondent|fonctionne|fonctionnent) plus(?! de)|non (?:e |sono |era |erano )?(?:piu )?(?:disponibil|raggiungibil|accessibil|funzionant)[ei]|(?:debut|apparition|survenance) (?:de l'|des |du |de |d')(?:incident|impact|indisponibilite|perturbations?|erreurs?|lenteurs?|probleme|panne|coupure)|(?:services?|site|plateforme|api) (?:devien(?:t|nent) |est |sont )(?:indisponible|inaccessible|degrade)|inizio (?:dell'|del |della |dei )?(?:incidente|disservizio|problema|impatto|degrado|anomalia)|(?:servizio|sistema|piattaforma) (?:[a-z]{1,12} ){0,2}(?:non (?:disponibile|raggiungibile)|irraggiungibile))/,
  ],
  [
    'ChangeMade',
    /(?<![a-z])(?:^(?:the |a |our )?(?:new )?(?:release|version|build|v\d)[a-z0-9._-]* (?:[a-z0-9._-]{1,20} ){0,2}(?:goes out|went out|goes live|went live|(?:is |was |gets |starts being )?(?:rolled out|rolling out|deployed|released|shipped))(?![a-z])|^(?:we )?(?:start(?:s|ed)?|trigger(?:s|ed)?|run|ran|begins?|began|launch(?:es|ed)?|perform(?:s|ed)?|kick(?:s|ed)? off|initiat(?:es|ed)) (?:of )?(?:to )?(?:the |a |an |our )?(?:[a-z0-9.-]{1,15} ){0,2}(?:deploy(?:ment|ing)?|rollout|release|upgrade|update|migration)(?![a-z])(?!.*(?:fix|patch|rollback|revert))|^deploy(?:ment)?(?:$|[.:,;]| with )|^deploy(?:ed|ment) (?:with|to|of) |(?:rollout|deployment|upgrade|migration|release) (?:has |was )?(?:began|begins|begun|started|starts|commenced)|deploy (?:of|to) |deploys |(?:we|team) deploy |roll-?out (?:of|to|begins|starts|started)|deploy(?:s|ed) (?:the |new |our )?(?:[a-z]{1,12} )?changes(?= *$|[.,;]| (?:to|for|in|on) )|(?:config(?:uration)?|code|dns|schema) change (?:is |was )?(?:made|merged|applied|deployed|pushed)|merge[sd]? (?:pr|mr|pull request)|(?:rilascio|messa in produzione|aggiornamento) (?:di|della|del|dell'))/,
  ],
];

const UNDONE =
  /(?<![a-z])(?:not|no(?! longer)|never|cannot|without|sans|aucune?|jamais|pas|nessun[ao]?|non (?!(?:e |sono |era |erano )?(?:piu )?(?:disponib|raggiung|accessib|funzion))|failed to|unable|attempt(?:s|ed|ing)?|try(?:ing)?|tried|tries|will|shall|would|should|could|might|plan(?:s|ned)?|decide[sd]?|decisions?|propose[sd]?|want|wants|would like|waiting|awaiting|(?<!(?:which|that) (?:is|was) )before|prepar(?:e|es|ed|ing)|consider(?:s|ed|ing)?|discuss(?:es|ed|ing)?|until|encourages?|asks?|asked|requests?|tentative|tentativo|devrait|prevu|next|prochaine?|to avoid|to see|whether|conclude[sd]?|why|hop(?:e[sd]?|ing)|esper(?:e|es|ons|ions|ait|aient|ant|ent|ee?s?)|sper(?:a|ano|iamo|ando|avamo|ata)|si decide|decis[oa] di|in corso|previst[oaie]|(?:creat|open|submit|rais|prepar)[a-z]{0,5} (?:an? |the )?(?:pr|mr|pull request|merge request))(?![a-z])|n't(?![a-z])/;

const ALL = [...PHRASES, ...italianPhrases];

/** Of what was seen or begun, what is denied behind it is part of what was seen: `we noticed that logins do not work`. */
const SEEN: ReadonlySet<PhraseType> = new Set([
  'AlertRaised',
  'Acknowledged',
  'Detected',
  'Declared',
  'ImpactStarted',
  'ChangeMade',
]);
/** What is done to help, and may not. */
const REMEDIES: ReadonlySet<PhraseType> = new Set(['FixApplied', 'Mitigated', 'Restored']);
/** Things named for what is done with them, which tell of nothing done. */
const NAMED: Partial<Record<PhraseType, RegExp>> = {
  Mitigated:
    /(?<![a-z])(?:failover|fail over|bascule) (?:machines?|nodes?|servers?|systems?|clusters?|instances?|mechanism|procedures?|configuration|tests?|plans?|sites?|regions?)(?![a-z])/,
  FixApplied:
    /(?<![a-z])(?:rollback|roll back|revert) (?:plans?|procedures?|scripts?|process|options?|strategy|instructions?|requests?|approved|authori[sz]ed|agreed|valide|approuve|autorise)(?![a-z])/,
};

/** What a line of a timeline tells of; null when nothing known, or when it says that it did not happen. */
export const entryPhrase = (text: string): PhraseType | null => {
  const plain = plainWords(text);
  for (const [type, pattern] of ALL) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const told = SEEN.has(type) ? plain.slice(0, found.index + found[0].length) : plain;
    const isOther =
      (REMEDIES.has(type) && isFailedRemedy(plain)) ||
      (type === 'ChangeMade' && isRemedialChange(plain));
    if (!UNDONE.test(told) && !isOther) return type;
    break;
  }
  const type = classifyPhrase(text);
  return type !== null && NAMED[type]?.test(plain) === true ? null : type;
};
