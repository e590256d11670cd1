import { isGap } from '../text/letters.ts';
import { plainText } from '../text/plainText.ts';
import type { SectionKind } from './sectionKind.ts';
import { sectionKind } from './sectionKind.ts';
import { timeMarkAt } from '../time/timeMark.ts';

/** A piece of Markdown that stands for itself. */
export interface Block {
  /** A heading, an item of a list, or other text, which may hold a table. */
  readonly kind: 'heading' | 'item' | 'text';
  /** Its text, without the mark that makes it one; tables keep their bars. */
  readonly text: string;
}

const TOKEN = /\*\*|(?<=^|\s)#{1,6}(?=\s)|(?<=^|\s)[*•](?=\s)/g;
const ITEM = /^(?:[-+*•]|\d{1,3}[.)])\s/;
/** A longer bold text is no heading, and a mark without its other half is none at all. */
const BOLD = 200;
const HEADING = 90;
const HEADING_WORDS = 10;

interface Cut {
  readonly at: number;
  readonly textAt: number;
  readonly kind: Block['kind'];
  /** Where the heading ends, for one in bold. */
  readonly headingEnd?: number;
  readonly heading?: string;
}

const isHeading = (line: string, open: number, content: string, afterCut: boolean): boolean => {
  const name = content.trim();
  if (name === '' || name.length > HEADING || name.split(' ').length > HEADING_WORDS) return false;
  let before = open - 1;
  while (before >= 0 && before > open - 8 && isGap(line.charCodeAt(before))) before--;
  if (line.charAt(before) === '|')
    return (
      sectionKind(name) !== null &&
      !/^\s{0,3}\|/.test(line.slice(open + content.length + 4, open + content.length + 9))
    );
  if (sectionKind(name) !== null) return true;
  return !afterCut && (before < 0 || /[.!?:]/.test(line.charAt(before)));
};

/** Where a line, which may hold a whole document flattened into one, is to be cut. */
const cutsIn = (line: string): readonly Cut[] => {
  const cuts: Cut[] = [];
  const tokens = [...line.matchAll(TOKEN)];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    const at = token.index;
    const end = at + token[0].length;
    if (token[0] !== '**') {
      cuts.push({ at, textAt: end, kind: token[0].startsWith('#') ? 'heading' : 'item' });
      continue;
    }
    const close = tokens[index + 1];
    if (close?.[0] !== '**' || close.index - end > BOLD) continue;
    index++;
    const content = line.slice(end, close.index);
    const last = cuts.at(-1);
    const afterBullet = last?.kind === 'item' && line.slice(last.textAt, at).trim() === '';
    const time = timeMarkAt(content, content.length - content.trimStart().length);
    if (time) {
      if (!afterBullet) cuts.push({ at, textAt: at, kind: 'item' });
    } else if (isHeading(line, at, content, afterBullet)) {
      const headingEnd = close.index + 2;
      const bullet = afterBullet ? cuts.pop() : undefined;
      cuts.push({
        at: bullet?.at ?? at,
        textAt: end,
        kind: 'heading',
        headingEnd,
        heading: content,
      });
    }
  }
  return cuts;
};

/** What can begin a text that has to be looked at: a colon left behind by a label, or a rule. */
const SIGN = /^[:=_*~-]/;
const RULE = /^[=_*~\s-]{1,200}$/;

const push = (blocks: Block[], kind: Block['kind'], text: string): void => {
  const trimmed = text.trim();
  const isSigned = SIGN.test(trimmed);
  const own = isSigned ? trimmed.replace(/^[:_]\s/, '') : trimmed;
  if (own !== '' && !(isSigned && RULE.test(own.slice(0, 200)))) blocks.push({ kind, text: own });
};

/** A heading behind `#` ends with its line; in a flattened text only a known heading can be told from what follows. */
const pushHeading = (blocks: Block[], text: string): void => {
  if (text.trim().length <= HEADING) push(blocks, 'heading', plainText(text));
  else {
    const words = text.trim().slice(0, HEADING).split(' ');
    for (let count = 1; count <= Math.min(HEADING_WORDS, words.length); count++) {
      const name = words.slice(0, count).join(' ');
      if (sectionKind(name) === null || sectionKind(name) === 'title') continue;
      push(blocks, 'heading', name);
      push(blocks, 'text', text.trim().slice(name.length));
      return;
    }
    push(blocks, 'text', text);
  }
};

const NAMED: ReadonlySet<unknown> = new Set<SectionKind>([
  'reference',
  'service',
  'impact',
  'timeline',
  'cause',
  'actions',
]);
const LABEL = /^([^:|]{3,60}?)\s?:\s{1,3}(?=\S)/u;

/** Copied text has lost the marks of its headings: a known one on a line of its own, or before a colon. */
const isBareHeading = (name: string): boolean => {
  const kind = sectionKind(name);
  return kind !== null && name.split(' ').length <= 6 && !/[.!?,;]$/.test(name);
};

const bareHeading = (line: string, blocks: Block[]): boolean => {
  const text = line.trim();
  if (text.length <= HEADING && isBareHeading(text.replace(/\s?:$/, ''))) {
    push(blocks, 'heading', text.replace(/\s?:$/, ''));
    return true;
  }
  const name = LABEL.exec(text.slice(0, HEADING))?.[1];
  if (name === undefined || !NAMED.has(sectionKind(name)) || !isBareHeading(name)) return false;
  push(blocks, 'heading', name);
  push(blocks, 'text', text.slice(name.length).replace(/^\s?:\s/, ''));
  return true;
};

const blocksIn = (line: string, blocks: Block[]): void => {
  const cuts = cutsIn(line);
  if (cuts.length === 0 && bareHeading(line, blocks)) return;
  const lead = line.slice(0, cuts[0]?.at ?? line.length);
  const item = ITEM.exec(lead.trimStart());
  push(blocks, item ? 'item' : 'text', item ? lead.trimStart().slice(item[0].length) : lead);
  for (const [index, cut] of cuts.entries()) {
    const end = cuts[index + 1]?.at ?? line.length;
    if (cut.headingEnd !== undefined) {
      push(blocks, 'heading', (cut.heading ?? '').replace(/\s?:\s?$/, ''));
      push(blocks, 'text', line.slice(cut.headingEnd, end));
    } else if (cut.kind === 'heading') pushHeading(blocks, line.slice(cut.textAt, end));
    else push(blocks, cut.kind, line.slice(cut.textAt, end));
  }
};

/** The blocks of a Markdown text, also of one whose line breaks were lost on the way. */
export const markdownBlocks = (text: string): readonly Block[] => {
  const blocks: Block[] = [];
  for (const line of text.split('\n')) blocksIn(line, blocks);
  return blocks;
};
