import type { Moment } from '../../primitives/moment.ts';
import type { Localized } from '../../primitives/text.ts';
import { documentAnchors } from './documentAnchors.ts';
import type { DocumentBlock } from './documentBlock.ts';
import { documentClaims } from './documentClaims.ts';
import { documentEntries } from './documentEntries.ts';
import { documentKeys } from './documentKeys.ts';
import type { DocumentPart } from './documentPart.ts';
import type { DocumentSection } from './documentSections.ts';
import { documentSections } from './documentSections.ts';
import type { DocumentSource } from './documentSource.ts';
import { documentTimes } from './documentTimes.ts';
import { documentZone } from './documentZone.ts';
import type { ImportedDocument, ReadOptions } from '../importer.ts';
import type { KeyField } from './keyField.ts';
import { parallelWitnesses } from './parallelWitnesses.ts';
import type { Reading } from '../reading.ts';
import type { TimeMark } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { isDated } from '../time/wallMoment.ts';
import { linkWindows, linkWitnesses, quotedWitnesses } from '../time/witness.ts';

/** The blocks of a document in one language. */
export interface SpokenBlocks {
  /** The language. */
  readonly language: string;
  /** Its blocks. */
  readonly blocks: readonly DocumentBlock[];
}

/** The first line of a text that has no heading above it: alone, or above others as a title stands there. */
const firstLine = (blocks: readonly DocumentBlock[]): string | undefined => {
  const [first] = blocks;
  if (first?.kind !== 'text') return undefined;
  const [line = '', below] = first.text.split('\n', 2);
  if (below === undefined) return line.length < 160 ? line : undefined;
  return line.length <= 90 && /^\p{Lu}/u.test(line) && !/[.:!?]$/.test(line) ? line : undefined;
};

const HEAD_LINE = /^[^:\n]{3,80}:$/;
const TITLE_LABEL =
  /^(?:incident(?: (?:name|title))?|title|name|subject|titre|nom|objet|titolo|oggetto)$/i;

/** `**Incident:** Checkout outage` at the top. */
const labelledTitle = (sections: readonly DocumentSection[]): string | undefined => {
  const [first] = sections;
  const [block] = first && TITLE_LABEL.test(first.heading.trim()) ? first.blocks : [];
  return block?.kind === 'text' && block.text.length < 160 && !block.text.includes('\n')
    ? block.text
    : undefined;
};

const titleOf = (
  sections: readonly DocumentSection[],
  blocks: readonly DocumentBlock[],
): string | undefined =>
  labelledTitle(sections) ??
  sections.find(({ kind }) => kind === 'title')?.heading ??
  firstLine(blocks) ??
  sections.find(({ heading, kind }) => heading !== '' && kind !== 'timeline')?.heading;

const datedMark = (
  text: string | undefined,
): { readonly mark: TimeMark; readonly day: DatedDay } | undefined => {
  const mark =
    text === undefined ? undefined : timeMarks(text.slice(0, 100)).find(({ day }) => day);
  return mark && isDated(mark.day) ? { mark, day: mark.day } : undefined;
};

/** Whether a labelled value by itself makes a text a post mortem: the length of something, or how bad it was. */
const isTelling = ({ label: { about } }: KeyField): boolean =>
  about === 'duration' || about === 'level';

/** The lines inside a text that head those below them: `Detailed timeline (CET):`. */
const headLines = (text: string): readonly string[] =>
  text.includes('\n') ? text.split('\n').filter((line) => HEAD_LINE.test(line)) : [];

/** The zone that blocks say all times are in. */
export const zoneStated = (spoken: readonly SpokenBlocks[]): string | null =>
  spoken
    .flatMap(({ blocks }) => blocks)
    .filter(({ kind }) => kind !== 'quote' && kind !== 'code')
    .flatMap(({ text }) => [text, ...headLines(text)])
    .map(documentZone)
    .find((zone) => zone !== null) ?? null;

/**
 * Reads one incident of a document; null when nothing in it has a time and no section is known.
 *
 * @param general - The zone that the whole document says its times are in.
 */
export const readIncident = (
  source: DocumentSource,
  spoken: readonly SpokenBlocks[],
  general: string | null,
  options: ReadOptions,
  importer: ImportedDocument['importer'],
  reading: Reading,
): ImportedDocument | null => {
  const { lines, raw, notation, published: publishedText } = source;
  const languages = spoken.map(({ language, blocks }) => {
    const sections = documentSections(blocks);
    return { language, blocks, sections, title: titleOf(sections, blocks) };
  });
  const title = source.title ?? languages[0]?.title ?? source.pageTitle ?? '';
  const { incident, titled, named, doubt } = documentAnchors(
    title,
    [...source.stated, ...(publishedText === undefined ? [] : [publishedText])],
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
  if (doubt !== undefined && entries.some(({ mark }) => mark.clock && !mark.day))
    reading.warn('document', doubt);
  const told = entries.length > 0 || parts.some(({ fields }) => fields.some(isTelling));
  if (!told && !sections.some(({ kind }) => kind !== 'other' && kind !== 'title')) return null;
  const quoted = spoken.flatMap(({ blocks }) =>
    blocks.filter(({ kind }) => kind === 'quote' || kind === 'code'),
  );
  const language = languages[0]?.language ?? 'und';
  const keys = documentKeys(parts, title, options.documentName, incident);
  const times = documentTimes({
    entries,
    general,
    language,
    witnesses: [
      ...parallelWitnesses(entries),
      ...raw.flatMap(({ number, text: line }) => linkWitnesses(line, number)),
      ...quoted.flatMap(({ text: words, line }) =>
        words.split('\n').flatMap((one, index) => quotedWitnesses(one, line + index)),
      ),
    ],
    windows: raw.flatMap(({ number, text: line }) => linkWindows(line, number)),
    options,
    group: keys.name,
    orderKnown: source.orderKnown,
    reading,
  });
  const titles: Localized = Object.fromEntries(
    parts.map((part) => [part.language, source.title ?? part.title] as const),
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
    ...(incident && { incident }),
    ...(titled && { titled }),
    ...(named && { named }),
    ...(keys.reference !== undefined && { reference: keys.reference }),
    notation,
    options,
  });
  return {
    sourceKey: keys.sourceKey,
    incidentId: keys.incidentId,
    importer,
    complete: true,
    claims: reading.claims,
    ...(title !== '' && { title: titles }),
  };
};
