import type { Moment } from '../../primitives/moment.ts';
import type { Localized } from '../../primitives/text.ts';
import { documentAnchors } from './documentAnchors.ts';
import type { DocumentBlock } from './documentBlock.ts';
import { documentBlocks } from './documentBlocks.ts';
import { documentClaims } from './documentClaims.ts';
import type { DocumentPart } from './documentPart.ts';
import { documentEntries } from './documentEntries.ts';
import { documentKeys } from './documentKeys.ts';
import { documentLanguages } from './documentLanguages.ts';
import type { DocumentSection } from './documentSections.ts';
import { documentSections } from './documentSections.ts';
import { documentTimes } from './documentTimes.ts';
import { documentZone } from './documentZone.ts';
import type { NumberedLine } from '../text/numberedLine.ts';
import { frontMatter } from '../text/frontMatter.ts';
import type { HtmlText } from '../text/htmlLines.ts';
import { htmlLines } from '../text/htmlLines.ts';
import { htmlRegions } from '../text/htmlRegions.ts';
import type { ImportedDocument, ImportWarning, ReadOptions } from '../importer.ts';
import { isHtml } from '../text/isHtml.ts';
import { keyPair } from './keyField.ts';
import { isFurniture } from '../status-page/pageLabels.ts';
import { numericOrder } from '../time/numericOrder.ts';
import { newReading } from '../reading.ts';
import type { TimeMark } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { linkWindows, linkWitnesses, quotedWitnesses } from '../time/witness.ts';

/** What was read of a document. */
export interface DocumentRead {
  /** The document; null when nothing in it has a time and no section is known, so that it is no post mortem. */
  readonly document: ImportedDocument | null;
  /** What was not understood, or only with an assumption. */
  readonly warnings: readonly ImportWarning[];
}

const PUBLISHED_NAMES = ['published', 'publishdate', 'publish_date', 'pubdate', 'published_at'];
const STATED_NAMES = ['date', 'incident_date', 'created', 'created_at', 'start', 'started'];

const withoutFurniture = (page: HtmlText): HtmlText => ({
  ...page,
  lines: page.lines.filter(({ text }) => !isFurniture(text.trim())),
});

const linesOf = (
  text: string,
): {
  readonly lines: readonly NumberedLine[];
  readonly title?: string;
  readonly published?: string;
} =>
  isHtml(text)
    ? withoutFurniture(htmlLines(text))
    : {
        lines: htmlRegions(
          text.split('\n').map((line, index) => ({ number: index + 1, text: line })),
        ),
      };

/** The first line of a text that has no heading above it. */
const firstLine = (blocks: readonly DocumentBlock[]): string | undefined => {
  const [first] = blocks;
  return first?.kind === 'text' && first.text.length < 160 && !first.text.includes('\n')
    ? first.text
    : undefined;
};

const titleOf = (
  sections: readonly DocumentSection[],
  blocks: readonly DocumentBlock[],
): string | undefined =>
  sections.find(({ kind }) => kind === 'title')?.heading ??
  firstLine(blocks) ??
  sections.find(({ heading }) => heading !== '')?.heading;

const datedMark = (
  text: string | undefined,
): { readonly mark: TimeMark; readonly day: DatedDay } | undefined => {
  const mark =
    text === undefined ? undefined : timeMarks(text.slice(0, 100)).find(({ day }) => day);
  return mark?.day?.year === undefined
    ? undefined
    : { mark, day: { ...mark.day, year: mark.day.year } };
};

const publishedLine = (lines: readonly NumberedLine[]): string | undefined => {
  for (const { text } of lines.slice(0, 2000)) {
    const [, name = '', value = ''] =
      /^[\s>*_-]{0,6}([^:\n]{4,40}?)[*_\s]{0,4}:[*_\s]{0,4}(\S.{5,80})$/u.exec(text) ?? [];
    if (name === '') continue;
    const field = keyPair(name, value, {});
    if (field?.label.about === 'time' && field.label.type === 'PostmortemPublished') return value;
  }
  return undefined;
};

/** Reads a post mortem that is a document of its own: Markdown, HTML or plain text. */
export const readPostmortem = (
  text: string,
  options: ReadOptions,
  importer: { readonly name: string; readonly version: string },
): DocumentRead => {
  const reading = newReading();
  const source = linesOf(text);
  const { lines, front } = frontMatter(source.lines);
  const order = numericOrder(text);
  const notation = { monthFirst: order === 'month-first' };
  const languages = documentLanguages(lines).map(({ language, lines: own }) => {
    const blocks = documentBlocks(own);
    const sections = documentSections(blocks);
    return { language, blocks, sections, title: titleOf(sections, blocks) };
  });
  const title = front.get('title') ?? languages[0]?.title ?? source.title ?? '';
  const publishedText =
    PUBLISHED_NAMES.map((name) => front.get(name)).find((value) => value !== undefined) ??
    source.published ??
    publishedLine(lines);
  const stated = STATED_NAMES.flatMap((name) => front.get(name) ?? []);
  const { incident, titled } = documentAnchors(
    title,
    [...stated, ...(publishedText === undefined ? [] : [publishedText])],
    options.documentName,
    lines,
    notation,
  );
  const publishedOn = datedMark(publishedText);
  const parts = languages.map(({ language, sections, title: own }): DocumentPart => ({
    language,
    title: own ?? title,
    ...documentEntries(sections, {
      notation,
      published: publishedOn?.day,
      incident,
      warn: (line, message) => reading.warn(`line ${line}`, message),
    }),
  }));
  const entries = parts.flatMap((part) => part.entries);
  const sections = parts.flatMap((part) => part.sections);
  if (entries.length === 0 && !sections.some(({ kind }) => kind !== 'other' && kind !== 'title')) {
    return { document: null, warnings: reading.warnings };
  }
  const general = languages
    .flatMap(({ blocks }) => blocks)
    .filter(({ kind }) => kind !== 'quote' && kind !== 'code')
    .map((block) => documentZone(block.text))
    .find((zone) => zone !== null);
  const raw = source.lines;
  const quoted = languages.flatMap(({ blocks }) =>
    blocks.filter(({ kind }) => kind === 'quote' || kind === 'code'),
  );
  const language = languages[0]?.language ?? 'und';
  const keys = documentKeys(parts, title, options.documentName, incident);
  const times = documentTimes({
    entries,
    general: general ?? null,
    language,
    witnesses: [
      ...raw.flatMap(({ number, text: line }) => linkWitnesses(line, number)),
      ...quoted.flatMap(({ text: words, line }) =>
        words.split('\n').flatMap((one, index) => quotedWitnesses(one, line + index)),
      ),
    ],
    windows: raw.flatMap(({ number, text: line }) => linkWindows(line, number)),
    options,
    group: keys.name,
    orderKnown: order !== null,
    reading,
  });
  const titles: Localized = Object.fromEntries(
    parts.map((part) => [part.language, front.get('title') ?? part.title] as const),
  );
  const published: Moment | undefined =
    publishedOn && times.markOf(publishedOn.mark, publishedOn.day);
  documentClaims({
    parts,
    times,
    reading,
    name: keys.name,
    titles,
    ...(published && { published }),
    ...(titled && { titled }),
    ...(keys.reference !== undefined && { reference: keys.reference }),
    notation,
    options,
  });
  return {
    document: {
      sourceKey: keys.sourceKey,
      incidentId: keys.incidentId,
      importer,
      complete: true,
      claims: reading.claims,
      ...(title !== '' && { title: titles }),
    },
    warnings: reading.warnings,
  };
};
