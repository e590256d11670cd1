import { plainWords } from '../text/plainWords.ts';
import type { SectionKind } from '../prose/sectionKind.ts';
import { sectionKind } from '../prose/sectionKind.ts';

/** What a section of a document that is a post mortem as a whole is about. */
export type DocumentKind =
  SectionKind | 'aftermath' | 'summary' | 'detection' | 'resolution' | 'lessons';

const AFTERMATH =
  /(?<![a-z])(?:follow-? ?up|aftermath|post-? ?incident|subsequent|afterwards|after the (?:incident|outage|resolution)|suivi|suites?|apres l'incident|successiv[aeio]|dopo l'incidente)(?![a-z])/;

/** Words of headings, the narrow kinds first. */
const KINDS: readonly (readonly [DocumentKind, RegExp])[] = [
  [
    'timeline',
    /timeline|time line|chronolog|cronolog|deroule|(?:sequence|chain|order|log) (?:of|des|degli) ev|key events|events? log|fil des evenements|historique|ligne de temps|linea temporale|what happened when|key times|dates? cles|^how did we respond/,
  ],
  [
    'lessons',
    /lessons?|lecons?|went (?:well|poorly|badly|right)|(?:did ?n.t|did not) (?:go|work)|got lucky|luck|retrospective|enseignements|retours? d.experience|ce qui a (?:bien|mal)|points? (?:positif|negatif|fort|faible|d.amelioration)|lezioni|cosa (?:ha|e andat)/,
  ],
  // What was done is no proposal.
  [
    'resolution',
    /^(?:immediate |emergency )?(?:actions?|measures|steps) (?:we )?(?:have |were )?(?:already )?taken(?: (?:during|to (?:resolve|restore|mitigate|fix)) .{0,40}| and (?:recovery|resolution|mitigation))?$|^(?:actions?|mesures) (?:immediates |deja )?(?:prises|menees|realisees|effectuees)(?: pendant .{0,40}| et (?:retablissement|resolution|remise en service))?$|^azioni (?:immediate |gia )?(?:intraprese|eseguite|svolte|effettuate)$/,
  ],
  [
    'actions',
    /actions? (?:items?|plan|points?|a |prises|correct|prevent|to |taken|menees|de suivi|immediate|futures?)|^(?:review |corrective |follow-?up |preventi?ve )?actions?$|follow-? ?ups?|next steps|^what(?:'s| is)? next|prochaines etapes|corrective|preventi?(?:ve|on)|preventat|remediation (?:items|plan|actions)|mesures|azioni|prossimi passi|improvements?|ameliorations?|to-?dos?$|what (?:are we|we are|we're|will we) (?:doing|changing|do)|plan d.action|going forward/,
  ],
  [
    'cause',
    /root cause|^(?:why|pourquoi|perche)$|^causes?|contributing|trigger|origine|declencheur|cause racine|causa|fattori/,
  ],
  ['detection', /^(?:how .{0,30})?detect|^rilevament|^alerting|^monitoring$/],
  [
    'resolution',
    /^(?:resolution|recovery|mitigation|remediation|fix|how .{0,30}(?:fixed|resolved)|retablissement|risoluzione|ripristino|correction|remise en service)/,
  ],
  ['impact', /impact|impatto|consequences?$|conseguenze/],
  [
    'summary',
    /summary|overview|resume|synthese|sintesi|riepilogo|tl;?dr|abstract|^what happened|^que s.est-il passe|^cosa e successo|^description|^descrizione|^introduction|^introduzione/,
  ],
];
/** "Why was the impact misjudged?" asks for a cause, whatever else it names. */
const WHY = /^(?:why|pourquoi|perche) [a-z]/;
const MOST_WORDS = 9;

/** What the heading of a section says it is about; null when it is none known. */
export const documentKind = (heading: string): DocumentKind | null => {
  const plain = plainWords(heading, 120)
    .replaceAll(/\([^()]{0,80}\)|\[[^[\]]{0,80}\]/g, ' ')
    .replace(/^[\d.)\s]{0,6}/, '')
    .replace(/[\s:.?!]{1,6}$/, '')
    .replaceAll(/ {2,10}/g, ' ');
  if (plain === '' || plain.split(' ').length > MOST_WORDS) return null;
  const found = KINDS.find(([, pattern]) => pattern.test(plain))?.[0];
  if (WHY.test(plain)) return found === 'cause' ? found : null;
  if (found === 'timeline' && AFTERMATH.test(plain)) return 'aftermath';
  return found ?? sectionKind(plain);
};
