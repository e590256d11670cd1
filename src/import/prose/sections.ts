import type { Block } from './markdownBlocks.ts';
import { markdownBlocks } from './markdownBlocks.ts';
import { plainText } from '../text/plainText.ts';
import type { SectionKind } from './sectionKind.ts';
import { sectionKind } from './sectionKind.ts';
import { timeMarkAt } from '../time/timeMark.ts';

/** A section of a post mortem in one language. */
export interface Section {
  /** What it is about. */
  readonly kind: SectionKind;
  /** Its heading; empty for what stands before the first. */
  readonly heading: string;
  /** What stands in it; a heading that begins with a time is an item of a timeline. */
  readonly blocks: readonly Block[];
}

interface Draft {
  kind: SectionKind;
  heading: string;
  blocks: Block[];
}

/** Rows of a table stand on lines of their own: together they are one block. */
const withTables = (blocks: readonly Block[]): readonly Block[] => {
  const joined: { kind: Block['kind']; lines: string[]; row: boolean }[] = [];
  for (const { kind, text } of blocks) {
    const row = kind === 'text' && (text.startsWith('|') || text.includes('\t'));
    const last = joined.at(-1);
    if (row && last?.row === true) last.lines.push(text);
    else joined.push({ kind, lines: [text], row });
  }
  return joined.map(({ kind, lines }) => ({ kind, text: lines.join('\n') }));
};

/** The sections of a post mortem, in order. */
export const sections = (text: string): readonly Section[] => {
  const found: Draft[] = [{ kind: 'other', heading: '', blocks: [] }];
  for (const block of markdownBlocks(text)) {
    const last = found.at(-1);
    if (block.kind !== 'heading') last?.blocks.push(block);
    else if (timeMarkAt(block.text, 0) && sectionKind(block.text) === null) {
      last?.blocks.push({ kind: 'item', text: block.text });
    } else {
      const heading = plainText(block.text);
      found.push({ kind: sectionKind(heading) ?? 'other', heading, blocks: [] });
    }
  }
  return found
    .filter(({ heading, blocks }) => heading !== '' || blocks.length > 0)
    .map((section) => ({ ...section, blocks: withTables(section.blocks) }));
};

/** The text of a section, its blocks on lines of their own. */
export const sectionText = ({ blocks }: Section): string =>
  blocks.map(({ text }) => plainText(text)).join('\n');

/** Whether a text only says that there is nothing to say. */
export const isNothing = (text: string): boolean =>
  /^(?:n\/?a|none|aucune?|nessun[oa]?|sans objet|not applicable|non applicable|-|—)?\W{0,3}$/i.test(
    text.trim(),
  );
