import type { NamedComponent } from '../prose/componentNames.ts';
import {
  inlineComponents,
  isListed,
  listedComponents,
  mergedComponents,
} from '../prose/componentList.ts';
import { isComponentStatus, looksGlued } from '../prose/componentNames.ts';
import type { WrittenDuration } from '../time/durationNotation.ts';
import { durationIn, durationOf } from '../time/durationNotation.ts';
import type { NumberedLine } from '../text/numberedLine.ts';
import type { HeaderSentence } from './headerSentence.ts';
import { headerSentence, publicLevel } from './headerSentence.ts';
import type { ImportWarning } from '../importer.ts';
import type { LabelledLine } from './pageLabels.ts';
import { isFurniture, labelledLine } from './pageLabels.ts';
import { pageTitle } from './pageTitle.ts';
import { plainText } from '../text/plainText.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { timeMarkAt, timeMarks } from '../time/timeMark.ts';
import { statusWordAt } from '../prose/statusWords.ts';

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
  /** The times that stand there. */
  readonly marks: readonly TimeMark[];
  /** Lines that were not understood. */
  readonly unknown: readonly NumberedLine[];
  /** What is doubtful. */
  readonly warnings: readonly ImportWarning[];
}

interface Draft {
  name?: string;
  title?: string;
  sentence?: HeaderSentence;
  level?: string;
  lasting?: WrittenDuration;
  reference?: string;
  planned?: readonly [TimeMark, TimeMark];
  listed: NumberedLine[];
  inline: string[];
  marks: TimeMark[];
  unknown: NumberedLine[];
  warnings: ImportWarning[];
}

const takeLabel = (
  draft: Draft,
  { label, value }: LabelledLine,
  line: NumberedLine,
  notation: Notation,
): void => {
  if (label === 'components' && value !== '') draft.inline.push(value);
  if (label === 'severity') {
    const level = publicLevel(value) ?? (/^(?:none|aucune?)$/i.test(value) ? 'none' : undefined);
    if (level === undefined) draft.unknown.push(line);
    else draft.level ??= level;
  }
  if (label === 'duration') {
    const lasting = durationOf(value) ?? durationIn(value);
    if (lasting) draft.lasting ??= lasting;
    else draft.unknown.push(line);
  }
  if (label === 'reference') {
    const reference = /^[^\s\p{C}]{1,80}$/u.exec(value)?.[0];
    if (reference === undefined) draft.unknown.push(line);
    else draft.reference ??= reference;
  }
  if (label === 'scheduled') {
    const [from, to] = timeMarks(value.slice(0, 300), notation);
    if (from?.clock && to?.clock) draft.planned ??= [from, to];
    else if (!from && draft.title === undefined && !/^\p{L}+ for(?!\p{L})/u.test(value))
      draft.title = value;
    else draft.unknown.push(line);
    if (from) draft.marks.push(from);
  }
};

/** A title behind the date of the incident: `16 mars 2025 - Lenteurs`. */
const BEHIND_DATE = /^\s{0,2}[-–—:|]\s{1,2}(\S.{2,300})$/u;

/** `Incident affecting Compute Engine, Networking`, a line with nothing else. */
const AFFECTING =
  /^(?:incident|outage|service disruption)\s(?:affecting|impacting)\s(.{1,300}[^.!?])$/i;

const takeLine = (draft: Draft, line: NumberedLine, notation: Notation): void => {
  const text = plainText(line.text).replace(/^(?:#{1,6}|[-*•])\s/, '');
  const sentence = headerSentence(text, notation);
  if (sentence) {
    draft.sentence ??= sentence;
    if (sentence.mark) draft.marks.push(sentence.mark);
    if (sentence.ongoing && durationIn(text)) draft.unknown.push(line);
    return;
  }
  const affecting = AFFECTING.exec(text)?.[1];
  if (affecting !== undefined) {
    draft.inline.push(affecting);
    return;
  }
  const mark = timeMarkAt(text.slice(0, 200), 0, notation);
  if (mark) {
    draft.marks.push(mark);
    const rest = BEHIND_DATE.exec(text.slice(mark.end))?.[1];
    if (rest !== undefined && draft.title === undefined) draft.title = rest;
    else if (mark.end < text.length) draft.unknown.push(line);
    return;
  }
  const { name, title } = pageTitle(text.slice(0, 400));
  if (name !== undefined && draft.name === undefined) draft.name = name;
  else if (name !== undefined && name === draft.name) return;
  else if (draft.title === undefined) draft.title = title ?? text;
  else draft.unknown.push(line);
  if (title !== undefined && name !== undefined) draft.title ??= title;
};

/** The status of the page or of its components as a word of its own, which its updates tell with their times. */
const isBadge = (line: string): boolean => {
  const status = statusWordAt(line, 0);
  return isComponentStatus(line) || (status !== null && status.end === line.length);
};

const gather = (
  lines: readonly NumberedLine[],
  loose: readonly NumberedLine[],
  notation: Notation,
): Draft => {
  const draft: Draft = { listed: [], inline: [], marks: [], unknown: [], warnings: [] };
  let list = false;
  for (const line of lines) {
    const label = labelledLine(line.text);
    if (label) {
      list = label.label === 'components' && label.value === '';
      takeLabel(draft, label, line, notation);
    } else if (list && isListed(line.text)) draft.listed.push(line);
    else if (!isFurniture(line.text) && !isBadge(line.text)) takeLine(draft, line, notation);
  }
  // "Partial outage" below its day, with nothing else that could be the title, is one.
  const [badge, ...badges] = lines.filter(({ text }) => isComponentStatus(text));
  if (badge && badges.length === 0 && draft.title === undefined && !list && draft.marks.length > 0)
    draft.title = plainText(badge.text);
  for (const line of loose) {
    const label = labelledLine(line.text);
    if (label) takeLabel(draft, label, line, notation);
    else if (!isFurniture(line.text)) draft.unknown.push(line);
  }
  return draft;
};

const namesOf = (draft: Draft, updates: readonly NamedComponent[]): readonly NamedComponent[] => {
  const listed = listedComponents(draft.listed.map(({ text }) => text));
  const whole = new Set([...listed, ...updates].map(({ name }) => name));
  const told = [draft.sentence?.affecting ?? '', ...draft.inline].flatMap((list) =>
    inlineComponents(list, whole),
  );
  const names = new Set(told.map(({ name }) => name));
  const glued = told.map(({ name }) => name).join('');
  const kept = listed.filter(({ name }) => names.size < 2 || name !== glued);
  for (const { name } of kept) {
    if (names.has(name) || !looksGlued(name)) continue;
    const line = draft.listed.find(({ text }) => text.includes(name));
    draft.warnings.push({
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
 */
export const pageHeader = (
  header: readonly NumberedLine[],
  loose: readonly NumberedLine[],
  updates: readonly NamedComponent[],
  notation: Notation,
): PageHeader => {
  const { listed: _listed, inline: _inline, ...draft } = gather(header, loose, notation);
  const components = namesOf({ ...draft, listed: _listed, inline: _inline }, updates);
  const name = draft.sentence?.name ?? draft.name;
  const level = draft.sentence?.level ?? draft.level;
  const lasting = draft.sentence?.lasting ?? draft.lasting;
  return {
    ...draft,
    ...(name !== undefined && { name }),
    ...(level !== undefined && { level }),
    ...(lasting && { lasting }),
    components,
  };
};
