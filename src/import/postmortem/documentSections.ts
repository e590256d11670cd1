import type { DocumentBlock } from './documentBlock.ts';
import type { DocumentKind } from './documentKind.ts';
import { documentKind } from './documentKind.ts';
import { isDayAlone, relativeDay } from '../time/relativeDay.ts';
import { timelineLine } from '../prose/timelineLine.ts';
import { timeMarks } from '../time/timeMark.ts';

/** A section of a document. */
export interface DocumentSection {
  /** What it is about. */
  readonly kind: DocumentKind;
  /** Its heading; empty for what stands before the first, and for what goes on behind a section inside it. */
  readonly heading: string;
  /** Number of the line of its heading. */
  readonly line?: number;
  /** What stands in it; a heading that begins with a time is one of its blocks. */
  readonly blocks: readonly DocumentBlock[];
}

interface Draft {
  readonly kind: DocumentKind;
  readonly heading: string;
  readonly line?: number;
  readonly blocks: DocumentBlock[];
}

interface Level {
  readonly level: number;
  readonly kind: DocumentKind;
}

/** Items that head a list stand below all headings. */
const ITEMS = 10;

const isTimed = (text: string): boolean => timelineLine(text, {}) !== null;

const namesTime = (text: string): boolean =>
  timeMarks(text.slice(0, 300)).some(({ clock }) => clock !== undefined);

const isWeekday = (text: string): boolean => {
  const day = relativeDay(text);
  return day !== null && isDayAlone(text, day);
};

/** Whether a heading is a line of a timeline: it begins with a time of day or is a day, or stands in one and names a time. */
const isLine = ({ text }: DocumentBlock, kind: DocumentKind): boolean => {
  const line = timelineLine(text, {});
  if (line && (line.mark.clock !== undefined || line.text === '')) return true;
  if (kind !== 'timeline' && kind !== 'aftermath') return false;
  return line !== null || isWeekday(text) || (documentKind(text) === null && namesTime(text));
};

/** `- **Key events**` above items that stand further in, or `- **Resolution**:`. */
const isHeadItem = (
  block: DocumentBlock,
  next: DocumentBlock | undefined,
  parent: DocumentKind,
): boolean => {
  if (block.kind !== 'item' || block.done !== undefined || isTimed(block.text)) return false;
  // "Fix the alert" among actions is one.
  const known = parent !== 'actions' && documentKind(block.text) !== null;
  const holds =
    (next?.kind === 'item' && next.level > block.level) || (known && next?.kind === 'text');
  if (!holds || block.text.length > 60 || block.text.includes('\n')) return false;
  return block.bold === true || known;
};

const INHERITED: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'timeline',
  'aftermath',
  'actions',
  'lessons',
  'impact',
  'cause',
]);

/** The sections of a document, in order: a section inside another of no known kind is of the kind of that one. */
export const documentSections = (blocks: readonly DocumentBlock[]): readonly DocumentSection[] => {
  const sections: Draft[] = [{ kind: 'other', heading: '', blocks: [] }];
  const levels: Level[] = [];
  let titled = false;
  const tellsLessons = blocks.some(
    ({ kind, text }) => kind === 'heading' && documentKind(text) === 'lessons',
  );
  const ownKind = (heading: string): DocumentKind | null => {
    const kind = documentKind(heading);
    if (!tellsLessons || !/went wrong/i.test(heading)) return kind;
    return 'lessons';
  };
  const open = (level: number, heading: string, line: number): void => {
    while ((levels.at(-1)?.level ?? 0) >= level) levels.pop();
    const parent = levels.at(-1)?.kind ?? 'other';
    const own = ownKind(heading);
    const first = !titled && level <= 2 && (own === null || level === 1);
    titled = true;
    const kind =
      own === null || first ? (INHERITED.has(parent) ? parent : first ? 'title' : 'other') : own;
    levels.push({ level, kind });
    sections.push({ kind, heading, line, blocks: [] });
  };
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      if (sections.length > 1 && isLine(block, sections.at(-1)?.kind ?? 'other'))
        sections.at(-1)?.blocks.push(block);
      else open(block.level, block.text, block.line);
      continue;
    }
    if (block.kind === 'item') {
      const before = levels.length;
      while ((levels.at(-1)?.level ?? 0) >= ITEMS + block.level) levels.pop();
      if (isHeadItem(block, blocks[index + 1], levels.at(-1)?.kind ?? 'other')) {
        open(ITEMS + block.level, block.text.replace(/[\s:]{1,4}$/, ''), block.line);
        continue;
      }
      if (levels.length < before) {
        sections.push({ kind: levels.at(-1)?.kind ?? 'other', heading: '', blocks: [] });
      }
    }
    sections.at(-1)?.blocks.push(block);
  }
  return sections.filter(({ heading, blocks: all }) => heading !== '' || all.length > 0);
};
