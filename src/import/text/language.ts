/** Words that tell a language, short ones first of all; words of the trade where sentences are clipped. */
const WORDS: Readonly<Record<string, string>> = {
  fr: `le la les des du un une et est sont nous vous avons avez sur dans pour entre avec été au aux ce cette ces
    qui que par plus pas se ne notre votre nos vos ont a été sera cours depuis suite reprise fin début création
    remontée remontées alertes règle correction mise déploiement service incident résolu surveillance enquête
    identifié perturbations plateforme paiement indisponible indisponibilité difficultés rétabli retour normale
    erreur humaine renforcement contrôles cellule modification d l qu j n s jusqu afin ainsi actuellement
    équipes problème correctif paiements refusés lenteurs lenteur panne coupure dégradation ralentissements retards
    connexion modifications cartes difficulté interruption dégradé dégradés prévu prévue maintenance`,
  en: `the a an of and is are was were we you have has been on in for from to with this that our your by not no
    be will at it as all some which these alerts raised service restored resolved incident begins started
    corrected team created major response rule rollback deployed investigating issue fix implemented customers
    users payment platform disruptions error human strengthening controls modification modifications affected outage update
    payments declined failed failures degraded performance delays delayed unavailable slow latency connectivity
    increased elevated partial maintenance`,
  it: `il lo gli i di del della delle dei e è sono abbiamo per con sul sulla nel nella che da dal dalla al alla
    una uno un non stato stata stati ripristino servizio ripristinato problema inizio fine errore incidente
    risolto pagamenti utenti stiamo`,
};

const VOCABULARY: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>();
  for (const [language, words] of Object.entries(WORDS)) {
    for (const word of new Set(words.split(/\s+/))) {
      map.set(word, [...(map.get(word) ?? []), language]);
    }
  }
  return map;
})();

const WORD = /\p{L}+/gu;
const ASCII_WORD = /[A-Za-z]+/g;
const BEYOND_ASCII = /[^\u0000-\u007F]/;
/** Enough words to be sure; more only cost time. */
const ENOUGH = 400;

/** The language that most words of a text belong to: `fr`, `en`, `it`, or `und` when that is open. */
export const languageOf = (text: string): string => {
  const counts: Record<string, number> = { fr: 0, en: 0, it: 0 };
  let words = 0;
  const isPlain = !BEYOND_ASCII.test(text);
  for (const [word] of text.matchAll(isPlain ? ASCII_WORD : WORD)) {
    if (words++ > ENOUGH) break;
    const lower = word.toLowerCase();
    const languages = VOCABULARY.get(lower) ?? [];
    // A word of one language alone says twice as much.
    for (const language of languages) {
      counts[language] = (counts[language] ?? 0) + (languages.length === 1 ? 2 : 1);
    }
    if (languages.length === 0 && /[éêçœ]/.test(lower)) counts['fr'] = (counts['fr'] ?? 0) + 1;
  }
  if (words === 0) return 'und';
  const [best, second] = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  return best && second && best[1] > second[1] ? best[0] : 'und';
};
