import { incidentId } from '../../primitives/ids.ts';
import { documentBlocks } from './documentBlocks.ts';
import { documentLanguages } from './documentLanguages.ts';
import type { DocumentSource } from './documentSource.ts';
import { documentSource } from './documentSource.ts';
import type { ImportedDocument, ImportWarning, LeftOut, ReadOptions } from '../importer.ts';
import type { IncidentGroup } from './incidentGroups.ts';
import { beside, incidentGroups } from './incidentGroups.ts';
import { languageOf } from '../text/language.ts';
import type { NumberedLine } from '../text/numberedLine.ts';
import { newReading } from '../reading.ts';
import { partName } from './documentKeys.ts';
import { readIncident, zoneStated } from './readIncident.ts';

/** What was read of a document. */
export interface DocumentRead {
  /** The incidents; none when nothing in it has a time and no section is known, so that it is no post mortem. */
  readonly documents: readonly ImportedDocument[];
  /** What was not understood, or only with an assumption. */
  readonly warnings: readonly ImportWarning[];
  /** What stands beside several incidents and belongs to none. */
  readonly leftOut: readonly LeftOut[];
}

/** The lines of each group, in one pass over both. */
const withinEach = (
  lines: readonly NumberedLine[],
  groups: readonly IncidentGroup[],
): readonly (readonly NumberedLine[])[] => {
  let at = 0;
  return groups.map(({ from, to }) => {
    while ((lines[at]?.number ?? Infinity) < from) at++;
    const start = at;
    while ((lines[at]?.number ?? Infinity) < to) at++;
    return lines.slice(start, at);
  });
};

/** The stretches of lines outside all groups in which something is written. */
const outside = (
  lines: readonly NumberedLine[],
  groups: readonly IncidentGroup[],
): readonly LeftOut[] => {
  const stretches: { from: number; to: number; written: boolean }[] = [];
  const numbered = lines.map(({ number, text }) => ({ line: number, text }));
  for (const { line, text } of beside(numbered, groups)) {
    const last = stretches.at(-1);
    const written = text.trim() !== '';
    if (last?.to === line - 1) [last.to, last.written] = [line, last.written || written];
    else stretches.push({ from: line, to: line, written });
  }
  return stretches.flatMap(({ from, to, written }) =>
    written
      ? [{ place: `lines ${from} to ${to}`, reason: 'it belongs to none of the incidents told' }]
      : [],
  );
};

/** Two post mortems of one name are told apart by their number. */
const toldApart = (documents: readonly ImportedDocument[]): readonly ImportedDocument[] => {
  const seen = new Map<string, number>();
  return documents.map((document) => {
    const nth = (seen.get(document.sourceKey) ?? 0) + 1;
    seen.set(document.sourceKey, nth);
    if (nth === 1) return document;
    return {
      ...document,
      sourceKey: `${document.sourceKey}-${nth}`,
      incidentId: incidentId(`${document.incidentId}-${nth}`),
    };
  });
};

/** Reads each of the post mortems that stand apart in one document. */
const readGroups = (
  source: DocumentSource,
  groups: readonly IncidentGroup[],
  general: string | null,
  options: ReadOptions,
  importer: ImportedDocument['importer'],
): DocumentRead => {
  const { title: _title, pageTitle: _pageTitle, ...shared } = source;
  const [own, raw] = [withinEach(source.lines, groups), withinEach(source.raw, groups)];
  const found = groups.map((group, nth) => {
    const lines = own[nth] ?? [];
    const language = languageOf(lines.map(({ text }) => text).join('\n'));
    const reading = newReading();
    const name = partName(options.documentName, group.heading);
    const document = readIncident(
      { ...shared, lines, raw: raw[nth] ?? [] },
      [{ language, blocks: documentBlocks(lines) }],
      general,
      { ...options, ...(name !== undefined && { documentName: name }) },
      importer,
      reading,
    );
    return { document, warnings: reading.warnings };
  });
  return {
    documents: toldApart(found.flatMap(({ document }) => document ?? [])),
    warnings: found.flatMap(({ warnings }) => warnings),
    leftOut: outside(source.lines, groups),
  };
};

/** Reads a post mortem that is a document of its own, or several in one: Markdown, HTML or plain text. */
export const readPostmortem = (
  text: string,
  options: ReadOptions,
  importer: ImportedDocument['importer'],
): DocumentRead => {
  const source = documentSource(text);
  const spoken = documentLanguages(source.lines).map(({ language, lines }) => ({
    language,
    blocks: documentBlocks(lines),
  }));
  const general = zoneStated(spoken);
  const end = (source.lines.at(-1)?.number ?? 0) + 1;
  const [only] = spoken;
  const several =
    only && spoken.length === 1 ? incidentGroups(only.blocks, source.notation, end) : null;
  if (several?.apart === true)
    return readGroups(source, several.groups, general, options, importer);
  const reading = newReading();
  if (several) {
    const headings = several.groups.map(({ heading }) => `"${heading}"`).join(', ');
    reading.warn(
      `line ${several.groups[0]?.from ?? 1}`,
      `several incidents are told, with sections in common, and are read as one: ${headings}`,
    );
  }
  const document = readIncident(source, spoken, general, options, importer, reading);
  return { documents: document ? [document] : [], warnings: reading.warnings, leftOut: [] };
};
