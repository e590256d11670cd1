/** What a line of Markdown, or of the markups like it, begins. */
export type BlockLine =
  | { readonly kind: 'blank' }
  | { readonly kind: 'rule' }
  | { readonly kind: 'fence'; readonly mark: string }
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | {
      readonly kind: 'item';
      readonly level: number;
      readonly text: string;
      readonly done?: boolean;
    }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly string[]; readonly isHeader: boolean }
  | { readonly kind: 'text'; readonly level: number; readonly text: string };

const FENCE = /^\s{0,12}(```|~~~)/;
const RULE = /^\s{0,3}(?:[-*_=]\s?){3,200}$/;
const HEADING = /^\s{0,3}(#{1,6})\s{1,8}(\S.{0,2000})$/u;
/** `h2. Title` of Jira, `== Title` of AsciiDoc and MediaWiki. */
const WIKI_HEADING = /^(?:h([1-6])\.\s{1,4}|(={1,5})\s{1,4})(\S.{0,400})$/u;
const ITEM = /^(\s{0,60})(?:[-*+•‣◦▪–]|\d{1,3}[.)])\s{1,8}(?:\[([ xX])\]\s{1,4})?(.*)$/u;
const QUOTE = /^\s{0,12}>\s?(.*)$/u;
const INDENT = /^\s{0,60}/;
/** A rule below a header: `| --- | :-: |`. */
export const TABLE_RULE =
  /^\s{0,12}(?:\|\s{0,8}:?-{1,200}|:?-{2,200}):?\s{0,8}(?:\|\s{0,8}:?-{1,200}:?\s{0,8}){0,100}\|?\s{0,8}$/;
const MOST_CELLS = 100;

const widthOf = (indent: string): number => indent.replaceAll('\t', '    ').length;

/** The cells of a row; bars behind a backslash are text. */
export const cellsOf = (line: string): readonly string[] => {
  const bare = line
    .trim()
    .replaceAll('\\|', '\u0001')
    .replace(/^\|{1,2}/, '')
    .replace(/\|{1,2}$/, '');
  return bare.split(/\|{1,2}/, MOST_CELLS).map((cell) => cell.replaceAll('\u0001', '|').trim());
};

/** Tells what a line begins; a table without bars at its edges is told by the rule below its header. */
export const blockLine = (line: string): BlockLine => {
  if (line.trim() === '') return { kind: 'blank' };
  const fence = FENCE.exec(line)?.[1];
  if (fence !== undefined) return { kind: 'fence', mark: fence };
  const heading = HEADING.exec(line);
  if (heading) {
    const text = (heading[2] ?? '').replace(/\s#{1,6}\s{0,8}$/, '');
    return { kind: 'heading', level: heading[1]?.length ?? 1, text };
  }
  if (RULE.test(line)) return { kind: 'rule' };
  const wiki = WIKI_HEADING.exec(line);
  if (wiki) {
    const level = Number(wiki[1] ?? wiki[2]?.length ?? 1);
    return { kind: 'heading', level, text: (wiki[3] ?? '').replace(/\s={1,5}$/, '') };
  }
  if (/^\s{0,12}\|/.test(line)) {
    return { kind: 'row', cells: cellsOf(line), isHeader: /^\s{0,12}\|\|/.test(line) };
  }
  if (/\S\t+\S/.test(line)) {
    const cells = line.split('\t', MOST_CELLS).map((cell) => cell.trim());
    return { kind: 'row', cells, isHeader: false };
  }
  const item = ITEM.exec(line);
  if (item) {
    const done = item[2] === undefined ? {} : { done: item[2] !== ' ' };
    return { kind: 'item', level: widthOf(item[1] ?? '') + 1, text: item[3] ?? '', ...done };
  }
  const quote = QUOTE.exec(line);
  if (quote) return { kind: 'quote', text: quote[1] ?? '' };
  return { kind: 'text', level: widthOf(INDENT.exec(line)?.[0] ?? ''), text: line.trim() };
};
