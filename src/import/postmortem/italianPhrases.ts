import type { PhraseType } from '../prose/phrases.ts';

/** Up to so many words in between. */
const words = (count: number): string => `(?:[a-z0-9'.%-]{1,20} ){0,${count}}`;
const IS = '(?:(?:e|sono|viene|vengono|era|erano|risulta|risultano|e stat[oa]|sono stat[ie]) )?';
const THE = "(?:il |lo |la |l'|i |gli |le |un |uno |una |un')?";
const ALARM = '(?:allarm[ei]|alert|notific(?:a|he))';
const TOOL = '(?:monitoraggio|zabbix|nagios|grafana|datadog|prometheus|pagerduty|opsgenie|sonda)';
const ON_CALL = '(?:team|reperibil(?:e|i|ita)|tecnic[oi]|sistemist[ai]|turno|on-?call)';
const SERVICE =
  '(?:servizi?o?|sito|siti|pagamenti|portale|applicazion[ei]|app|api|database|db|piattaform[ae]|sistem[ai]|server|nodo|rete|cluster|accesso|login)';
const REMEDY = '(?:correzione|correttiv[ao]|patch|fix|hotfix|rollback)';
const TROUBLE =
  '(?:problem|anomali|error|guast|disserviz|rallentament|aument|malfunzionament|blocc)';
const CHANGE = '(?:rilascio|deploy|aggiornamento|migrazione|manutenzione|messa in produzione)';

const phrase = (
  type: PhraseType,
  ...alternatives: readonly string[]
): readonly [PhraseType, RegExp] => [type, new RegExp(`(?<![a-z])(?:${alternatives.join('|')})`)];

/** How lines of a timeline in Italian tell what happened, over plain words; the first that fits wins. */
export const italianPhrases: readonly (readonly [PhraseType, RegExp])[] = [
  phrase(
    'AlertRaised',
    `${ON_CALL} ${words(3)}${IS}(?:allertat|avvisat|svegliat)[oaie]`,
    `(?:allerta|avvisa|chiama|sveglia|notifica)(?:no)? ${THE}${ON_CALL}(?![a-z])`,
    `(?:prim[oaie]|ricevut[oaie]|riceve|ricevono|arriva|arrivano|inviat[oaie]) ${THE}${words(1)}${ALARM}(?![a-z])`,
    `(?:genera(?:no|t[oaie])?|emette|emesso) ${THE}${words(1)}${ALARM}(?![a-z])`,
    `^allarm[ei](?:[:,]| (?!rientr|cess|risolt|chius))`,
    `${TOOL} (?:segnala|allerta|notifica|avvisa)(?![a-z])`,
  ),
  phrase(
    'Acknowledged',
    `(?:inizi(?:o|a|ano)|avvi[oa]|avviat[aei]|iniziat[aei]|parte|partono) (?:a |ad |le |l'|la |delle |dell'|della )?(?:analis|indag|investig|diagnos|verific)`,
    `prend(?:e|ono) in carico|pres[oa] in carico`,
  ),
  phrase(
    'Detected',
    `(?:client[ei]|utent[ei]|negozi|esercenti|operator[ei]|collegh?[ai]) ${words(1)}(?:segnala|lamenta|riporta|avvisa|contatta)(?:no)?(?![a-z])`,
    `si accorg(?:e|ono|iamo)|ci accorgiamo`,
    `(?:nota|riscontra|osserva)(?:no|t[oaie])? ${THE}${words(1)}${TROUBLE}|(?:scopre|scoprono|scopert[oaie]) ${THE}${words(1)}${TROUBLE}`,
    `(?:prim[ae]|ricevut[ae]|arriva|arrivano) (?:la |le )?(?:prim[ae] )?segnalazion[ei]`,
  ),
  phrase(
    'CauseIdentified',
    `caus[ae] ${words(2)}${IS}(?:individuat|identificat|trovat|accertat|confermat)[ae]`,
    `(?:problema|guasto|origine) ${IS}(?:individuat|identificat|trovat)[oa]`,
    `(?:individua|identifica|trova)(?:no)? (?:la |l')(?:causa|origine)`,
  ),
  phrase(
    'Restored',
    `(?:ri)?torna(?:no|t[oaie])? (?:a funzionare|alla normalita|nella norma|in linea|normal[ei]|regolar[ei]|operativ[oaie]|disponibil[ei]|raggiungibil[ei]|accessibil[ei]|online|stabil[ei])`,
    `(?:ripreso|riprende) (?:il )?(?:normale )?(?:funzionamento|servizio)(?: normale)?`,
    `(?:ripreso|riprend(?:e|ono)) a funzionare`,
    `di nuovo (?:online|disponibil[ei]|operativ[oaie]|raggiungibil[ei]|accessibil[ei]|funzionant[ei]|attiv[oaie])`,
    `^${words(1)}(?:i |il )?(?:servizi|sistemi|servizio|sistema) ${IS}(?:tutti |pienamente )?operativ[oi]`,
    `funziona(?:no)? (?:di nuovo|regolarmente|correttamente|normalmente)`,
  ),
  phrase('Closed', `incidente ${IS}chiuso`, `(?:chius[oa]|si chiude) l'incidente`),
  phrase('Resolved', `incidente ${IS}(?:dichiarato |considerato )?(?:risolto|concluso|terminato)`),
  phrase(
    'ImpactEnded',
    `(?:disservizio|interruzione|problema|errori|rallentamenti) ${IS}(?:terminat?[oaie]?|cessa(?:no|t[oaie])?|rientra(?:no|t[oaie])?|scompa(?:re|iono|rs[oaie]))(?![a-z])`,
  ),
  phrase(
    'Mitigated',
    `attivat[oa] ${THE}(?:sito|datacenter|data center|nodo|server|sistema) (?:secondario|di backup|di riserva|di disaster recovery)`,
    `traffico ${words(1)}${IS}(?:spostat|dirottat|deviat|reindirizzat|instradat)o`,
    `(?:spostat|dirottat|deviat|reindirizzat)o (?:il |parte del )?traffico`,
    `soluzione (?:temporanea|tampone) ${IS}(?:applicat|attivat|rilasciat)a`,
  ),
  phrase(
    'FixApplied',
    `riavvia(?:no|t[oaie])?(?![a-z])`,
    `(?:installat|rinnovat|sostituit)[oaie] ${THE}(?:nuov[oaie] )?(?:certificat[oi]|disc[oh]i?|component[ei]|cav[oi])`,
    `${REMEDY} ${words(1)}${IS}(?:rilasciat|applicat|installat|completat|distribuit|eseguit|effettuat)[oaie]`,
    `(?:eseguit|effettuat|completat|applicat|rilasciat|installat)[oaie] ${THE}${REMEDY}(?![a-z])`,
    `ripristinat[oaie] ${THE}(?:configurazion[ei]|version[ei]|regol[ae]|impostazion[ei]|backup)`,
    `rinnovat[oi] ${THE}certificat[oi]|certificat[oi] ${IS}rinnovat[oi]`,
    `(?:annullat|rimoss|corrett|disattivat)[oaie] ${THE}(?:modific|rilasci|regol|configurazion|aggiornament)`,
  ),
  phrase(
    'ImpactStarted',
    `${SERVICE} ${words(3)}${IS}(?:indisponibil[ei]|irraggiungibil[ei]|inaccessibil[ei]|bloccat[oaie]|ferm[oaie])(?![a-z])`,
    `(?:ha iniziato|hanno iniziato|inizia(?:no)?|comincia(?:no)?) (?:a |ad )(?:fallire|rallentare|dare err|restituire err|generare err|non |andare in)`,
    `smett(?:e|ono) di (?:rispondere|funzionare)`,
    `va(?:nno)? (?:in (?:errore|timeout|crash|blocco)|offline|down|giu)(?![a-z])`,
    `si (?:e |sono )?(?:fermat[oaie]|bloccat[oaie]|interrott[oaie]|ferma|blocca|interrompe)(?![a-z])`,
    `divent(?:a|ano) (?:irraggiungibil|indisponibil|inaccessibil|lent)[ei]`,
  ),
  phrase(
    'ChangeMade',
    `(?:rilasciat|pubblicat|installat|distribuit)[oaie] ${THE}${words(1)}(?:version[ei]|aggiornament[oi]|release|modific(?:a|he)|build)(?![a-z])`,
    `^${CHANGE}(?:$|[.:,]| (?!.*${REMEDY}))`,
    `(?:inizio|avvio) (?:del |della |dell'|di )?${CHANGE}`,
    `(?:modificat|cambiat)[oa] ${THE}(?:configurazione|regola|parametro)`,
  ),
];
