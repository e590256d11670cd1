import type { IncidentId } from '../../primitives/ids.ts';
import type { DocumentSection } from './documentSections.ts';
import { incidentKey } from '../incidentKey.ts';
import type { KeyField } from './keyField.ts';
import { timeMarkAt } from '../time/timeMark.ts';
import type { DatedDay } from '../time/wallMoment.ts';

/** What a document and its incident are told apart by. */
export interface DocumentKeys {
  /** The incident. */
  readonly incidentId: IncidentId;
  /** The document: its file name where that says something, so that it stays the same when the text is edited. */
  readonly sourceKey: string;
  /** Name of the document as a source. */
  readonly name: string;
  /** Reference of the incident, where the document states one. */
  readonly reference?: string;
}

interface Part {
  readonly fields: readonly KeyField[];
  readonly sections: readonly DocumentSection[];
}

/** File names under which anything may stand. */
const ANY =
  /^(?:readme|index|post-?mortem|incident|report|document|page|untitled|new|stdin|-|draft|rca|pir|notes)?$/i;
/** At one end of a title, or set apart in it. */
const IN_TITLE = /(?:^|[[(#:|]\s?|\s[-–—]\s)([A-Z][A-Z0-9]{1,9}-\d{1,8})(?=$|[\])|:,]|\s[-–—:|])/u;
const NO_REFERENCE = /^(?:SEV|P|UTC|GMT|CVE|RFC|ISO|HTTP|COVID|SHA|UTF|TLS|IPV|Q)-?\d/;

const referenceIn = (parts: readonly Part[], title: string): string | undefined => {
  for (const { fields, sections } of parts) {
    const field = fields.find(({ label }) => label.about === 'reference');
    // "#INC-7" is how some write INC-7.
    if (field) return field.value.replace(/^#(?=\p{L})/u, '');
    const section = sections.find(({ kind }) => kind === 'reference');
    const stated = /^[^\s\p{C}]{1,80}$/u.exec(section?.blocks[0]?.text.trim() ?? '')?.[0];
    if (stated !== undefined) return stated;
  }
  const titled = IN_TITLE.exec(title.slice(0, 300))?.[1];
  return titled === undefined || NO_REFERENCE.test(titled) ? undefined : titled;
};

const baseName = (documentName: string | undefined): string =>
  (documentName ?? '').replace(/^.*[/\\]/, '').replace(/(?:\.[a-z]{1,10}){1,3}$/i, '');

/** The name of one of several post mortems in a document: that of the document with its heading; its own heading else. */
export const partName = (documentName: string | undefined, heading: string): string | undefined => {
  const base = baseName(documentName);
  if (ANY.test(base)) return documentName;
  const words = heading.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  return `${base}-${words.slice(0, 60).toLowerCase()}`;
};

/** A title without the date and the words that every such title has. */
const bareTitle = (title: string): string => {
  const words = title
    .replaceAll('`', '')
    .replace(
      /^(?:incident|post-?\s?mortem|rca|outage)(?:\s(?:report|review))?\s?(?:on|of|for|:|-|–|—|\|)\s?/i,
      '',
    );
  const mark = timeMarkAt(words, 0);
  return (mark ? words.slice(mark.end) : words).replace(/^[\s,:–—-]{1,6}/, '');
};

/** Finds the keys: the incident's reference, else the name of the document, else its day and title. */
export const documentKeys = (
  parts: readonly Part[],
  title: string,
  documentName: string | undefined,
  day: DatedDay | undefined,
): DocumentKeys => {
  const reference = referenceIn(parts, title);
  const base = baseName(documentName);
  const named = !ANY.test(base);
  const incidentId = named
    ? incidentKey(reference, '', undefined, base)
    : incidentKey(reference, '', day, bareTitle(title));
  const bare = bareTitle(title).trim();
  const name = reference ?? (named ? base : bare === '' ? incidentId : bare.slice(0, 100));
  return {
    incidentId,
    sourceKey: `postmortem:${named ? base : incidentId}`,
    name,
    ...(reference !== undefined && { reference }),
  };
};
