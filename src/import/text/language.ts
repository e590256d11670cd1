import { lexicon } from './lexicon.ts';
import { wordSeer } from './seenWords.ts';
import { languageOfVotes, VOTES } from './votes.ts';

/** Words that tell a language, short ones first of all; words of the trade where sentences are clipped. */
const WORDS = {
  fr: `le la les des du un une et est sont nous vous avons avez sur dans pour entre avec été au aux ce cette ces
    qui que par plus pas se ne notre votre nos vos ont a été sera cours depuis suite reprise fin début création
    remontée remontées alertes règle correction mise déploiement service incident résolu surveillance enquête
    identifié perturbations plateforme paiement indisponible indisponibilité difficultés rétabli retour normale
    erreur humaine renforcement contrôles cellule modification l qu jusqu afin ainsi actuellement
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
    risolto pagamenti utenti stiamo viene vengono alle dalle ore dopo clienti errori versione era erano`,
} as const;
const LANGUAGES = ['fr', 'en', 'it'] as const;

/** The votes of each word: twice as many from one that belongs to a single language. */
export const languageVotes: ReadonlyMap<string, number> = (() => {
  const votes = new Map<string, number>();
  const shared = new Set<string>();
  for (const language of LANGUAGES) {
    for (const word of new Set(WORDS[language].split(/\s+/))) {
      const before = votes.get(word) ?? 0;
      if (before > 0) shared.add(word);
      votes.set(word, before + VOTES[language]);
    }
  }
  for (const [word, vote] of votes) if (!shared.has(word)) votes.set(word, vote * 2);
  return votes;
})();

const seen = wordSeer(lexicon([], languageVotes));

/** The language that most words of a text belong to: `fr`, `en`, `it`, or `und` when that is open. */
export const languageOf = (text: string): string => languageOfVotes(seen(text).votes);
