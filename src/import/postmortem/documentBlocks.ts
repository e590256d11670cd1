import { blockLine, cellsOf, TABLE_RULE } from '../text/blockLine.ts';
import type { DocumentBlock } from './documentBlock.ts';
import { documentKind } from './documentKind.ts';
import type { NumberedLine } from '../text/numberedLine.ts';
import { inlineText, linksIn } from '../text/inlineText.ts';
import { keyPair } from './keyField.ts';
import { keyLabel } from './keyLabel.ts';
import { markdownBlocks } from '../prose/markdownBlocks.ts';
import { sectionKind } from '../prose/sectionKind.ts';
import { timelineLine } from '../prose/timelineLine.ts';

interface Draft {
  kind: DocumentBlock['kind'];
  level: number;
  text: string;
  line: number;
  links: string[];
  done?: boolean;
  cells?: readonly string[];
  header?: readonly string[];
  bold?: boolean;
  open: boolean;
  /** Its first line and its last: to look into a text while it grows costs all of it. */
  first: string;
  last: string;
}

const BOLD = /^(?:\*\*|__)([^*]{1,200}?)(?:\*\*|__)\s?[:;]?$/u;
/** `**Impact:** text`, with the colon inside or outside, or `**Impact client** text`. */
const BOLD_LABEL = /^(?:\*\*|__)([^*:]{2,60}?)\s?(:?)(?:\*\*|__)\s?(:?)\s{1,3}(\S.*)$/su;
const BARE = /^[^.!?;|]{3,90}$/u;
/** `:small_orange_diamond:` as GitHub writes an emoji, in front of a line. */
const SHORTCODE =
  /^([\s\u2003]{0,12}(?:[-*+#>]{1,6}\s{1,3})?)(?:\s?:[a-z][a-z0-9_+-]{2,40}:\s?){1,4}(?=\S)/u;
/** What ends code: its mark and nothing behind it, where the name of a language would begin more. */
const FENCE_END = /^\s{0,12}(?:`{3,12}|~{3,12})\s{0,8}$/;
/** A line as long as this, with marks in it, is a document whose line breaks were lost. */
const FLATTENED = 300;
/** `Time | Event` above a rule. */
const OPEN_ROW = /\S\s?\|\s?\S/;

/** A label in bold on a line of its own, or a known heading that has lost its mark, is a heading. */
const isHeadingText = (text: string, bold: boolean): boolean => {
  const name = text.replace(/\s?:$/, '');
  if (timelineLine(name, {})?.mark) return false;
  return bold ? name.length <= 90 : BARE.test(name) && sectionKind(name) !== null;
};

/** `Root Cause and Resolution` without a mark, in capitals as titles are; one word alone only above a time. */
const isTitle = (text: string, next: string | undefined): boolean => {
  const words = text.split(' ');
  const isTitled = words.every((word) => word.length < 4 || /^\p{Lu}/u.test(word));
  if (!isTitled || !/^\p{Lu}/u.test(text)) return false;
  return words.length > 1 || timelineLine(next ?? '', {})?.mark.clock !== undefined;
};

/** Whether a label in bold heads the text behind it, and states no value such as a time. */
const isSectionLabel = (name: string, colon: boolean, value: string): boolean => {
  if (timelineLine(name, {}) || keyPair(name, value, {})) return false;
  return (
    documentKind(name) !== null || (colon && keyLabel(name) === null && name.split(' ').length <= 4)
  );
};

/** `| Incident | INC-12 |` above a rule is the first of the values that a table states, and heads none. */
const statesValue = (cells: readonly string[]): boolean => {
  const [name = '', value = ''] = cells.map(inlineText);
  return cells.length === 2 && /\d/.test(value) && keyPair(name, value, {}) !== null;
};

/** A line as long as this, without the end of a sentence, was wrapped. */
const WRAPPED = 50;
/** A word at the end of a line that leads to a time. */
const LEADS =
  /(?<![\p{L}])(?:at|by|around|about|from|until|between|since|à|vers|dès|depuis|jusqu['’]à|entre|alle(?: ore)?|dalle(?: ore)?|verso le)$/iu;
const GOES_ON = /^\s{0,2}[\p{Ll}),.;]/u;

/** Whether a line that begins with a time goes on with a sentence that was wrapped before it. */
const isWrapped = (before: Draft | undefined, raw: string): boolean => {
  if (before?.open !== true || (before.kind !== 'text' && before.kind !== 'item')) return false;
  const line = before.last.trimEnd();
  if (line.length < WRAPPED || /[.:!?;]$/.test(line)) return false;
  if (timelineLine(before.first, {}) && !LEADS.test(line)) return false;
  const found = timelineLine(raw, {});
  return found !== null && GOES_ON.test(raw.slice((found.until ?? found.mark).end));
};

/** Gathers the blocks of a document line by line, in one pass. */
export const documentBlocks = (given: readonly NumberedLine[]): readonly DocumentBlock[] => {
  const lines = given.map((line) =>
    SHORTCODE.test(line.text) ? { ...line, text: line.text.replace(SHORTCODE, '$1') } : line,
  );
  const blocks: Draft[] = [];
  let fence: string | null = null;
  let header: readonly string[] | null = null;
  let itemLevel = 0;
  let blankBefore = true;
  // A fence that is never closed is none: what stands below it is read all the same.
  const lastFence = new Map<string, number>();
  for (const [index, { text: line }] of lines.entries()) {
    const found = blockLine(line);
    if (found.kind === 'fence' && FENCE_END.test(line)) lastFence.set(found.mark, index);
  }

  const add = (kind: DocumentBlock['kind'], level: number, raw: string, line: number): Draft => {
    const shown = kind === 'code' ? raw : inlineText(raw);
    const block: Draft = {
      kind,
      level,
      text: shown,
      first: shown,
      last: shown,
      line,
      links: [...linksIn(raw)],
      open: kind !== 'heading' && kind !== 'row',
      ...(BOLD.test(raw.trim()) && { bold: true }),
    };
    blocks.push(block);
    return block;
  };
  /** Goes on with the block before, where it is still open. */
  const extend = (raw: string, text: string): boolean => {
    const last = blocks.at(-1);
    if (last?.open !== true) return false;
    last.text += `\n${text}`;
    last.last = text;
    last.links.push(...linksIn(raw));
    return true;
  };
  const close = (): void => {
    const last = blocks.at(-1);
    if (last) last.open = false;
  };
  const row = (cells: readonly string[], raw: string, number: number): void => {
    const block = add('row', 0, cells.filter((cell) => cell !== '').join(' : '), number);
    block.cells = cells.map(inlineText);
    block.links.push(...linksIn(raw));
    block.header = (header ?? []).map(inlineText);
  };
  const item = (level: number, raw: string, number: number, done: boolean | undefined): void => {
    itemLevel = level;
    const block = add('item', level, raw, number);
    if (done !== undefined) block.done = done;
  };
  const text = (raw: string, level: number, number: number, next: string | undefined): void => {
    const bold = BOLD.exec(raw);
    const plain = inlineText(raw);
    const alone =
      blankBefore || raw.endsWith(':') || (next ?? '').trim() === '' || isTitle(plain, next);
    if (alone && isHeadingText(bold?.[1] ?? plain, bold !== null)) {
      add('heading', bold ? 7 : 8, (bold?.[1] ?? raw).replace(/\s?:$/, ''), number);
      itemLevel = 0;
      return;
    }
    const label = BOLD_LABEL.exec(raw);
    if (
      label &&
      isSectionLabel(label[1] ?? '', label[2] !== '' || label[3] !== '', label[4] ?? '')
    ) {
      add('heading', 8, label[1] ?? '', number);
      add('text', 0, label[4] ?? '', number);
      return;
    }
    if (label && keyPair(label[1] ?? '', label[4] ?? '', {})) {
      add('text', 0, `${label[1] ?? ''}: ${label[4] ?? ''}`, number);
      return;
    }
    if (raw.length > FLATTENED && /\s(?:\*|\*\*|#{1,6})\s/.test(raw)) {
      for (const part of markdownBlocks(raw)) {
        add(
          part.kind,
          part.kind === 'heading' ? 7 : part.kind === 'item' ? 1 : 0,
          part.text,
          number,
        );
        close();
      }
      return;
    }
    const begins = timelineLine(raw, {})?.mark.clock && !isWrapped(blocks.at(-1), raw);
    if (blankBefore || begins || !extend(raw, plain)) {
      if (blankBefore && level < 2 && itemLevel <= 1) itemLevel = 0;
      add('text', level >= 2 || !blankBefore ? itemLevel : 0, raw, number);
    }
  };

  for (const [index, { number, text: line }] of lines.entries()) {
    if (fence !== null) {
      if (line.trimStart().startsWith(fence) && FENCE_END.test(line)) fence = null;
      else if (!extend(line, line)) add('code', itemLevel, line, number);
      if (fence === null) close();
      continue;
    }
    const next = lines[index + 1]?.text;
    const found = blockLine(line);
    const after = next ?? '';
    if (found.kind !== 'row' && (!header || found.kind !== 'text' || !OPEN_ROW.test(line)))
      header = null;
    switch (found.kind) {
      case 'fence':
        if ((lastFence.get(found.mark) ?? 0) > index) fence = found.mark;
        close();
        break;
      case 'blank':
      case 'rule':
        close();
        break;
      case 'heading':
        itemLevel = 0;
        add('heading', found.level, found.text, number);
        break;
      case 'item':
        item(found.level, found.text, number, found.done);
        break;
      case 'quote':
        if (blocks.at(-1)?.kind !== 'quote' || !extend(line, inlineText(found.text))) {
          close();
          add('quote', itemLevel, found.text, number);
        }
        break;
      case 'row':
        if (TABLE_RULE.test(line)) break;
        if (
          header === null &&
          (found.isHeader || TABLE_RULE.test(after)) &&
          !statesValue(found.cells)
        )
          header = found.cells;
        else row(found.cells, line, number);
        break;
      case 'text':
        if (TABLE_RULE.test(line) && header) break;
        if (OPEN_ROW.test(line) && (header || TABLE_RULE.test(after))) {
          if (header || statesValue(cellsOf(line))) row(cellsOf(line), line, number);
          else header = cellsOf(line);
        } else if (/^\s{0,3}(?:={3,}|-{3,})\s{0,8}$/.test(after) && blankBefore) {
          add('heading', after.trim().startsWith('=') ? 1 : 2, found.text, number);
        } else text(found.text, found.level, number, next);
        break;
    }
    blankBefore = found.kind === 'blank' || found.kind === 'rule' || found.kind === 'heading';
  }
  return blocks.map(({ open: _open, first: _first, last: _last, ...block }) => block);
};
