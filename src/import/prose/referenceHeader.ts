import { plainWords } from '../text/plainWords.ts';
import { COLON } from '../text/seenWords.ts';
import { topics } from './topics.ts';
import { wordsIn } from './wordsIn.ts';
import type { ReferenceLabel } from './referenceLabels.ts';
import { referenceLabels } from './referenceLabels.ts';

/** A labelled value of a reference header. */
export interface ReferenceField {
  /** What it is. */
  readonly label: ReferenceLabel;
  /** Its name to show: the English one where it has one. */
  readonly name: string;
  /** The value as it stood. */
  readonly value: string;
}

/** A line of the form `TSR-1023 - Début / Start : … - Fin / End : … - Priorité / Priority : P1` inside a text. */
export interface ReferenceHeader {
  /** The reference, where it has one. */
  readonly reference?: string;
  /** Its labelled values, in order. */
  readonly fields: readonly ReferenceField[];
  /** The text without it. */
  readonly rest: string;
}

const LABELS: ReadonlyMap<string, ReferenceLabel> = new Map(
  referenceLabels.flatMap(([kind, names]) =>
    names.map((name) => [plainWords(name), kind] as const),
  ),
);
const ENGLISH = new Set([
  'start',
  'end',
  'priority',
  'severity',
  'category',
  'responsibility',
  'owner',
  'reference',
  'service',
  'services',
  'impact',
  'status',
  'type',
  'scope',
]);

const NAME = referenceLabels
  .flatMap(([, names]) => names)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const FIELD = new RegExp(
  String.raw`(?<=^|\n|[-–—|;•*]\s{1,2}|[*]{2})((?:${NAME})(?:\s?/\s?(?:${NAME})){0,3})(?:\*\*)?\s?:\s?(?:\*\*)?`,
  'giu',
);
const REFERENCE = /^[\s*_[(#]{0,4}([A-Z][A-Z0-9]{1,9}-\d{1,8})(?!\d)/;
const LANGUAGE_MARK = /\s(?:[[(]?(?:FR|EN|IT)[\])]?)(?=\s|\s?:)|🇫🇷|🇬🇧|🇺🇸|🇮🇹/u;
const LEVEL = /^(?:P|S|SEV|Sev|sev|p)[\s-]?\d{1,2}|^[^\s]{1,20}/;
const LOOKED_AT = 3000;

const trimmed = (value: string): string =>
  value.replace(/^[\s*]{1,8}/, '').replace(/[\s\-–—|;*]{1,8}$/, '');

/** The value of the last field ends where its line or its language does. */
const lastValue = (text: string, label: ReferenceLabel): string => {
  const line = text.slice(0, Math.max(0, `${text}\n`.indexOf('\n')));
  const marked = LANGUAGE_MARK.exec(line);
  const value = marked ? line.slice(0, marked.index) : line;
  return label === 'priority' || label === 'severity' ? (LEVEL.exec(value)?.[0] ?? value) : value;
};

const nameOf = (written: string): string => {
  const names = written.split('/').map((name) => name.trim());
  return names.find((name) => ENGLISH.has(name.toLowerCase())) ?? names[0] ?? written;
};

/**
 * Reads the reference header at the beginning of a text; null when it has none.
 *
 * @param present - The topics of its words.
 */
export const referenceHeader = (
  text: string,
  present = wordsIn(text).topics,
): ReferenceHeader | null => {
  if ((present & topics.field) === 0 || (present & COLON) === 0) return null;
  const head = text.slice(0, LOOKED_AT);
  const reference = REFERENCE.exec(head)?.[1];
  const found = [...head.matchAll(FIELD)];
  const [first] = found;
  const before = head.slice(0, first?.index ?? 0);
  if (
    !first ||
    (reference === undefined ? found.length < 2 || before.trim() !== '' : before.length > 200)
  ) {
    return null;
  }
  const fields: ReferenceField[] = [];
  let end = 0;
  for (const [index, { 0: all, 1: written = '', index: at }] of found.entries()) {
    const from = at + all.length;
    const next = found[index + 1];
    const label = LABELS.get(plainWords(written.split('/')[0] ?? '')) ?? 'other';
    // What follows a line break is text again, unless a field stands there.
    const value = next ? head.slice(from, next.index) : lastValue(head.slice(from), label);
    const line = value.split('\n', 1)[0] ?? '';
    end = next && trimmed(value.slice(line.length)) === '' ? next.index : from + line.length;
    fields.push({ label, name: nameOf(written), value: trimmed(line) });
    if (next && end !== next.index) break;
  }
  const title = trimmed(before.replace(REFERENCE, ''));
  const rest = [title, text.slice(end).trim()].filter((part) => part !== '').join('\n');
  return { ...(reference !== undefined && { reference }), fields, rest };
};
