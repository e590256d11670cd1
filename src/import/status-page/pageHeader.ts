import type { NamedComponent } from '../prose/componentNames.ts';
import { inlineComponents, listedComponents, mergedComponents } from '../prose/componentList.ts';
import { looksGlued } from '../prose/componentNames.ts';
import type { WrittenDuration } from '../time/durationNotation.ts';
import type { NumberedLine } from '../text/numberedLine.ts';
import type { HeaderDraft } from './headerDraft.ts';
import { headerLines } from './headerLines.ts';
import type { HeaderSentence } from './headerSentence.ts';
import type { ImportWarning } from '../importer.ts';
import type { StatusSpan } from './statusSpans.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import type { DatedDay } from '../time/wallMoment.ts';

/** What a page says of the incident outside its updates. */
export interface PageHeader {
  /** Whose page it is. */
  readonly name?: string;
  /** What the incident is called. */
  readonly title?: string;
  /** The sentence that sums it up. */
  readonly sentence?: HeaderSentence;
  /** The components hit, in the order named. */
  readonly components: readonly NamedComponent[];
  /** How bad, as a word of Statuspage. */
  readonly level?: string;
  /** How long it says it lasted. */
  readonly lasting?: WrittenDuration;
  /** Its reference. */
  readonly reference?: string;
  /** Start and end of planned work. */
  readonly planned?: readonly [TimeMark, TimeMark];
  /** When components had which status, by their names. */
  readonly spans: ReadonlyMap<string, readonly StatusSpan[]>;
  /** Whether it says that it reports planned work. */
  readonly maintenance: boolean;
  /** Months that head it, as a day of theirs. */
  readonly months: readonly DatedDay[];
  /** The times that stand there. */
  readonly marks: readonly TimeMark[];
  /** Lines that were not understood. */
  readonly unknown: readonly NumberedLine[];
  /** What is doubtful. */
  readonly warnings: readonly ImportWarning[];
}

const namesOf = (
  draft: HeaderDraft,
  updates: readonly NamedComponent[],
  warnings: ImportWarning[],
): readonly NamedComponent[] => {
  const lines = draft.listed.map(({ text }) => text);
  // One line with commas is a list by itself.
  const isInline = lines.length === 1 && /\S, \S/.test(lines[0] ?? '');
  const listed = isInline ? [] : listedComponents(lines);
  const whole = new Set([...listed, ...updates].map(({ name }) => name));
  const told = [
    draft.sentence?.affecting ?? '',
    ...draft.inline,
    ...(isInline ? lines : []),
  ].flatMap((list) => inlineComponents(list, whole));
  const names = new Set(told.map(({ name }) => name));
  const glued = told.map(({ name }) => name).join('');
  const kept = listed.filter(({ name }) => names.size < 2 || name !== glued);
  for (const { name } of kept) {
    if (names.has(name) || !looksGlued(name)) continue;
    const line = draft.listed.find(({ text }) => text.includes(name));
    warnings.push({
      place: `line ${line?.number ?? 1}`,
      message: `"${name}" may be several components set without a gap; it is kept as one`,
    });
  }
  return mergedComponents([...told, ...kept, ...updates]);
};

/**
 * Reads what a page says outside its updates.
 *
 * @param updates - The components that its updates name.
 * @param shown - The times of its updates.
 */
export const pageHeader = (
  header: readonly NumberedLine[],
  loose: readonly NumberedLine[],
  updates: readonly NamedComponent[],
  shown: readonly TimeMark[],
  notation: Notation,
): PageHeader => {
  const draft = headerLines(header, loose, shown, notation);
  const warnings: ImportWarning[] = [];
  const components = namesOf(draft, updates, warnings);
  const {
    open: _open,
    listed: _listed,
    inline: _inline,
    titles: _titles,
    summary: _summary,
    ...read
  } = draft;
  const name = draft.sentence?.name ?? draft.name;
  const level = draft.sentence?.level ?? draft.level;
  const lasting = draft.sentence?.lasting ?? draft.lasting;
  return {
    ...read,
    ...(name !== undefined && { name }),
    ...(level !== undefined && { level }),
    ...(lasting && { lasting }),
    components,
    warnings,
  };
};
