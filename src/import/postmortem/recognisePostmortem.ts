import { csvReader } from '../csv/csvReader.ts';
import { documentKind } from './documentKind.ts';
import { inlineText } from '../text/inlineText.ts';
import { isHtml } from '../text/isHtml.ts';
import { plainWords } from '../text/plainWords.ts';
import { statusPage } from '../status-page/statusPage.ts';
import { timelineLine } from '../prose/timelineLine.ts';

const HEAD = 65_536;
const MOST_LINES = 3000;
const ABOUT =
  /(?<![a-z])(?:post-? ?mortem|incident (?:report|review|summary|retrospective|timeline)|root cause|outage|timeline|chronologie|cronologia|rapport d.incident|rapporto (?:di|sull.)? ?incidente|analisi dell.incidente|incident|panne|disservizio|indisponibilite)(?![a-z])/;

/** A time of day with its zone in running text. */
const ZONED =
  /\d{1,2}[:h.]\d{2}\s?(?:[ap]\.?m\.?\s?)?\(?(?:UTC|GMT|CES?T|BST|[PMCE][SD]?T)(?![A-Za-z])/i;
const DISRUPTION =
  /(?<![a-z])(?:service event|disruption|outage|incident|unavailab|impairment|degrad|panne|disservizio|indisponib)/;

/** The title of a post mortem; "Incident report for Acme" is that of a status page. */
const TITLE =
  /(?<![a-z])(?:post-? ?mortem|root cause analysis|incident (?:review|retrospective)|incident report(?! (?:for|from))|(?:rapport|compte.rendu|bilan) d.incident(?! (?:de|pour))|retour d.experience|rapporto|analisi dell.incidente)(?![a-z])/;

const HEADING = /^(?:\s{0,6}[-*]\s)?\s{0,3}(?:#{1,6}\s|\*\*|__|h[1-6]\.\s|={1,4}\s)/;

/** How many cells the head of a table has at least, by what stands between them. */
const LEAST_CELLS = { ',': 3, ';': 3, '\t': 5 } as const;

/** Whether a text is a table from its first line on: rows with as many cells as the head, which names each of its own. */
const isTable = (head: string): boolean => {
  for (const [delimiter, least] of Object.entries(LEAST_CELLS)) {
    const [first, ...rows] = csvReader(delimiter).write(head.slice(0, 8192));
    const names = new Set(first?.fields.map((name) => name.trim()));
    names.delete('');
    if (!first || first.fields.length < least || names.size < first.fields.length) continue;
    const some = rows.slice(0, 5);
    if (some.length > 0 && some.every(({ fields }) => fields.length === first.fields.length))
      return true;
  }
  return false;
};

/** How sure it is that a text is a post mortem: by its headings, and by lines that begin with a time below them. */
export const recognisePostmortem = (start: string): number => {
  const head = start.slice(0, HEAD).replace(/^\uFEFF/, '');
  if (head.includes('\0') || /^\s{0,200}[{[]\s{0,200}(?:["{[}\]]|\d)/.test(head)) return 0;
  if (isTable(head)) return 0;
  if (isHtml(head)) {
    const words = plainWords(head.replaceAll(/<[^<>]{0,300}>/g, ' '), HEAD);
    const kinds = [
      'timeline|chronolog|cronolog',
      'root cause|cause',
      'impact',
      'action|follow-up|next steps|azioni',
      'lessons|resolution|summary',
    ];
    const found = kinds.filter((kind) => new RegExp(`(?<![a-z])(?:${kind})`).test(words)).length;
    if (/post-? ?mortem|incident|outage|panne|disservizio/.test(words))
      return Math.min(0.9, 0.4 + found * 0.1);
    return found > 2 ? 0.5 : 0.2;
  }
  const kinds = new Set<string>();
  let [headings, timed, spoken, about] = [0, 0, 0, false];
  const lines = head.split(/\r?\n/, MOST_LINES);
  for (const [index, line] of lines.entries()) {
    const marked = HEADING.test(line);
    const text = inlineText(
      line.slice(0, 200).replace(/^\s{0,12}(?:#{1,6}|[-*•|]|h[1-6]\.)\s{1,4}/, ''),
    );
    if (index < 10 || marked) about ||= ABOUT.test(plainWords(text, 200));
    if (marked || text.length < 60) {
      const kind = text === '' ? null : documentKind(text.replace(/\s?:.*$/s, ''));
      if (kind !== null) {
        kinds.add(kind);
        if (marked) headings++;
      }
    }
    if (timelineLine(text, {})?.mark.clock) timed++;
    else if (ZONED.test(line.slice(0, 1000))) spoken++;
  }
  kinds.delete('other');
  const asPage = statusPage.recognise(head);
  const isPage = asPage >= 0.5;
  const leads = lines
    .filter((line) => line.trim() !== '')
    .slice(0, 2)
    .some((line) => /^(?:#{1,2}\s|---\s*$|\+\+\+\s*$)/.test(line.trim()));
  const signs = kinds.size + (about ? 1 : 0) + (timed > 1 ? 1 : 0);
  if (headings > 0 && leads && signs > 2) return 0.97;
  if (headings > 1 && signs > 2) return isPage ? 0.6 : 0.9;
  const opening = lines.find((line) => line.trim() !== '') ?? '';
  if (signs > 3 && TITLE.test(plainWords(opening, 200))) return 0.8;
  // A single word that could be a status is one of its headings too, such as "Resolution:".
  if (isPage && asPage < 0.7 && kinds.size > 2 && signs > 3) return 0.8;
  if (isPage) return signs > 3 ? 0.45 : 0.1;
  if (kinds.size > 1 && signs > 2) return 0.8;
  if (signs > 1) return 0.5;
  if (about && timed + spoken > 0) return 0.4;
  return timed + spoken > 1 && DISRUPTION.test(plainWords(head, 4000)) ? 0.3 : 0;
};
