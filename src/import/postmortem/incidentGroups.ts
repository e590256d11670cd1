import type { DocumentBlock } from './documentBlock.ts';
import type { DocumentKind } from './documentKind.ts';
import { documentKind } from './documentKind.ts';
import { keyField } from './keyField.ts';
import { plainWords } from '../text/plainWords.ts';
import { timelineLine } from '../prose/timelineLine.ts';
import type { Notation } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';

/** A heading with all that stands below it, where that is a post mortem of its own. */
export interface IncidentGroup {
  /** The heading. */
  readonly heading: string;
  /** Number of its first line. */
  readonly from: number;
  /** Number of the line behind its last. */
  readonly to: number;
}

/** The post mortems that a document holds. */
export interface IncidentGroups {
  /** The post mortems, two or more. */
  readonly groups: readonly IncidentGroup[];
  /** Whether nothing outside tells of a timeline, a cause, an impact or actions that they could have in common. */
  readonly apart: boolean;
}

/** Headings in bold are no parts of a document. */
const DEEPEST = 6;
const NAMED =
  /(?<![a-z])(?:incident|incidente|outage|post-? ?mortem|panne|coupure|interruption|disruption|disservizio|degradation|inc-?\d)/;
/** `1. Incident triage` and `4. Postmortem` are chapters about an incident that they do not name. */
const CHAPTER =
  /^(?:\d{1,2}[.)] ?)?(?:(?:the|incidente?s?|post-? ?mortem|triage|response|report|summary|overview|details?|analysis|review|communications?|management|handling|rapport|analyse|gestion|resume|synthese|reponse|rapporto|analisi|gestione|sintesi|an?|and|of|de|du|des|d|l|aux?|dell|di|et|e)(?:[ ']|$))+$/;
const TELLING: ReadonlySet<DocumentKind> = new Set([
  'timeline',
  'cause',
  'impact',
  'actions',
  'resolution',
  'detection',
]);
const SHARED: ReadonlySet<DocumentKind> = new Set(['timeline', 'cause', 'impact', 'actions']);

/** Whether a heading names an incident: by a word for one, or by its day. */
const namesIncident = (heading: string, notation: Notation): boolean => {
  const kind = documentKind(heading);
  if (kind !== null && kind !== 'title') return false;
  const plain = plainWords(heading, 160).trim();
  return (
    (NAMED.test(plain) && !CHAPTER.test(plain)) ||
    timeMarks(heading.slice(0, 160), notation).some(({ day }) => day)
  );
};

/** Whether blocks are a post mortem of their own: sections of two kinds, or lines with times and one. */
const isWhole = (blocks: readonly DocumentBlock[], notation: Notation): boolean => {
  const kinds = new Set<DocumentKind>();
  let [timed, fields] = [0, 0];
  for (const { kind, text } of blocks) {
    if (kind === 'heading') {
      const own = documentKind(text);
      if (own !== null && TELLING.has(own)) kinds.add(own);
    } else if (kind === 'item' || kind === 'row' || kind === 'text') {
      const line = text.slice(0, 200);
      if (timelineLine(line, notation)?.mark.clock) timed++;
      else if (keyField(line, notation)?.label.about === 'time') fields++;
    }
  }
  return kinds.size + (timed > 1 ? 1 : 0) + (fields > 1 ? 1 : 0) > 1;
};

/** What stands in no group, in one pass over both. */
export const beside = <A extends { readonly line: number }>(
  all: readonly A[],
  groups: readonly IncidentGroup[],
): readonly A[] => {
  let nth = 0;
  return all.filter(({ line }) => {
    while ((groups[nth]?.to ?? Infinity) <= line) nth++;
    return line < (groups[nth]?.from ?? Infinity);
  });
};

/** The post mortems that stand in one document, each below a heading of one level; null when there are not several. */
export const incidentGroups = (
  blocks: readonly DocumentBlock[],
  notation: Notation,
  end: number,
): IncidentGroups | null => {
  const headings = blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.level <= DEEPEST ? [{ ...block, index }] : [],
  );
  for (let level = 1; level <= DEEPEST; level++) {
    const heads = headings.filter((heading) => heading.level <= level);
    const found = heads.flatMap((heading, nth) => {
      if (heading.level !== level || !namesIncident(heading.text, notation)) return [];
      const next = heads[nth + 1];
      const own = blocks.slice(heading.index + 1, next?.index);
      if (!isWhole(own, notation)) return [];
      return [{ heading: heading.text, from: heading.line, to: next?.line ?? end }];
    });
    if (found.length < 2) continue;
    const shared = beside(headings, found).some(({ text }) =>
      SHARED.has(documentKind(text) ?? 'other'),
    );
    return { groups: found, apart: !shared };
  }
  return null;
};
