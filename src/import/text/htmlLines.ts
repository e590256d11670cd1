import type { Token } from 'parse5';
import { Tokenizer, TokenizerMode } from 'parse5';
import type { NumberedLine } from './numberedLine.ts';
import { statedTime } from './htmlTime.ts';

/** An HTML page as lines of Markdown, with what its head says. */
export interface HtmlText {
  /** The lines, each with the number of the line of the page it begins in. */
  readonly lines: readonly NumberedLine[];
  /** Text of its `title`. */
  readonly title?: string;
  /** When it says that it was published. */
  readonly published?: string;
}

const HIDDEN = new Set('script style template svg noscript nav button select iframe'.split(' '));
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'iframe']);
const BREAKS = new Set(
  `p div section article header footer main aside figure figcaption address form fieldset details summary ul ol dl
   li dt dd table thead tbody tfoot tr caption hr blockquote pre h1 h2 h3 h4 h5 h6 br body head title`.split(
    /\s+/,
  ),
);
const PUBLISHED =
  /^(?:article:published_time|date|dc\.date(?:\.issued)?|publish(?:ed|-date|date)?)$/i;

interface Draft {
  lines: NumberedLine[];
  text: string;
  line: number;
  prefix: string;
  lists: ('ul' | 'ol')[];
  tables: { cells: string[]; rows: number; inCell: boolean }[];
  hidden: string | null;
  hiddenDepth: number;
  pre: boolean;
  quote: number;
  title?: string;
  inTitle: boolean;
  published?: string;
  links: string[];
  /** A time element that is open, and what stood before it. */
  time: { readonly datetime: string; readonly before: string } | null;
}

const attribute = ({ attrs }: Token.TagToken, name: string): string =>
  attrs.find((one) => one.name === name)?.value ?? '';

const push = (draft: Draft, text: string): void => {
  draft.lines.push({ number: draft.line, text });
};

const closeTime = (draft: Draft): void => {
  if (!draft.time) return;
  const { datetime, before } = draft.time;
  draft.text = before + statedTime(datetime, draft.text);
  draft.time = null;
};

const openTime = (draft: Draft, datetime: string): void => {
  closeTime(draft);
  draft.time = { datetime, before: draft.text };
  draft.text = '';
};

/** Ends the line that is being gathered. */
const flush = (draft: Draft): void => {
  closeTime(draft);
  const text = draft.text.replaceAll(/[^\S\n]+/g, ' ').trim();
  draft.text = '';
  if (text === '' || draft.inTitle) {
    if (draft.inTitle && text !== '') draft.title ??= text;
    return;
  }
  const quote = '> '.repeat(Math.min(draft.quote, 1));
  push(draft, quote + draft.prefix + text);
  // What follows in the same item belongs to it, and is indented below its mark.
  draft.prefix = draft.prefix.replace(/\S+\s*$/, (mark) => ' '.repeat(mark.length));
  if (draft.lists.length === 0) push(draft, '');
};

const openCell = (draft: Draft): void => {
  const table = draft.tables.at(-1);
  if (!table) return;
  table.inCell = true;
  draft.text = '';
};

const closeCell = (draft: Draft): void => {
  const table = draft.tables.at(-1);
  if (table?.inCell !== true) return;
  table.inCell = false;
  table.cells.push(draft.text.replaceAll(/\s+/g, ' ').trim().replaceAll('|', '\\|'));
  draft.text = '';
};

const closeRow = (draft: Draft): void => {
  closeCell(draft);
  const table = draft.tables.at(-1);
  if (!table || table.cells.length === 0) return;
  const { cells } = table;
  table.cells = [];
  if (cells.length === 1) {
    push(draft, (cells[0] ?? '').replaceAll('\\|', '|'));
    push(draft, '');
    return;
  }
  push(draft, `| ${cells.join(' | ')} |`);
  if (table.rows++ === 0) push(draft, `|${' --- |'.repeat(cells.length)}`);
};

const openTag = (draft: Draft, token: Token.TagToken): void => {
  const { tagName } = token;
  const cell = draft.tables.at(-1)?.inCell === true && tagName !== 'table';
  if (cell && BREAKS.has(tagName) && !/^t[dhr]$/.test(tagName)) {
    draft.text += tagName === 'li' || tagName === 'br' || tagName === 'p' ? ' ' : '';
    return;
  }
  if (/^t[dh]$/.test(tagName)) {
    closeCell(draft);
    openCell(draft);
  } else if (BREAKS.has(tagName) && !(tagName === 'dd' && draft.text.endsWith('**: ')))
    flush(draft);
  if (/^h[1-6]$/.test(tagName)) draft.prefix = `${'#'.repeat(Number(tagName.charAt(1)))} `;
  else if (tagName === 'ul' || tagName === 'ol') draft.lists.push(tagName);
  else if (tagName === 'li')
    draft.prefix = `${'  '.repeat(Math.min(20, Math.max(0, draft.lists.length - 1)))}- `;
  else if (tagName === 'dt') draft.text = '- **';
  else if (tagName === 'blockquote') draft.quote++;
  else if (tagName === 'pre') {
    draft.pre = true;
    push(draft, '```');
  } else if (tagName === 'table') {
    closeCell(draft);
    draft.tables.push({ cells: [], rows: 0, inCell: false });
  } else if (tagName === 'tr') closeRow(draft);
  else if (tagName === 'b' || tagName === 'strong') draft.text += '**';
  else if (tagName === 'hr') push(draft, '---');
  else if (tagName === 'input' && attribute(token, 'type') === 'checkbox')
    draft.text +=
      attribute(token, 'checked') !== '' || token.attrs.some(({ name }) => name === 'checked')
        ? '[x] '
        : '[ ] ';
  else if (tagName === 'a') {
    draft.links.push(
      attribute(token, 'href')
        .slice(0, 2000)
        .replaceAll(/[\s()]/g, ''),
    );
    draft.text += '[';
  } else if (tagName === 'time') openTime(draft, attribute(token, 'datetime'));
  else if (tagName === 'title') draft.inTitle = draft.title === undefined;
  else if (tagName === 'meta') {
    const name =
      attribute(token, 'property') || attribute(token, 'name') || attribute(token, 'itemprop');
    if (PUBLISHED.test(name)) draft.published ??= attribute(token, 'content').slice(0, 60);
  }
};

const closeTag = (draft: Draft, tagName: string): void => {
  if (tagName === 'a') {
    const href = draft.links.pop() ?? '';
    draft.text += href === '' ? ']' : `](${href})`;
    return;
  }
  if (tagName === 'b' || tagName === 'strong') draft.text += '**';
  if (tagName === 'time') closeTime(draft);
  if (/^t[dh]$/.test(tagName)) closeCell(draft);
  else if (tagName === 'tr') closeRow(draft);
  else if (draft.tables.at(-1)?.inCell === true && tagName !== 'table') return;
  else if (tagName === 'dt') draft.text = `${draft.text.trimEnd().replace(/:$/, '')}**: `;
  else if (BREAKS.has(tagName)) flush(draft);
  if (tagName === 'ul' || tagName === 'ol') {
    draft.lists.pop();
    if (draft.lists.length === 0) push(draft, '');
  }
  if (tagName === 'table') {
    closeRow(draft);
    draft.tables.pop();
    push(draft, '');
  }
  if (tagName === 'pre') {
    draft.pre = false;
    push(draft, '```');
  }
  if (tagName === 'blockquote') draft.quote = Math.max(0, draft.quote - 1);
  if (tagName === 'title') draft.inTitle = false;
  const ends = tagName === 'li' || (/^(?:h[1-6]|p)$/.test(tagName) && draft.lists.length === 0);
  if (ends) draft.prefix = '';
};

const ignored = (): void => undefined;

/** Reads HTML, a page or a part of one, as Markdown; whatever the markup, in time linear in its length. */
export const htmlLines = (html: string): HtmlText => {
  const draft: Draft = {
    lines: [],
    text: '',
    line: 1,
    prefix: '',
    lists: [],
    tables: [],
    hidden: null,
    hiddenDepth: 0,
    pre: false,
    quote: 0,
    inTitle: false,
    links: [],
    time: null,
  };
  const characters = ({ chars, location }: Token.CharacterToken): void => {
    if (draft.hidden !== null) return;
    if (draft.text === '') draft.line = location?.startLine ?? draft.line;
    if (draft.pre) {
      for (const line of chars.split('\n')) if (line.trim() !== '') push(draft, line);
    } else draft.text += chars;
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onComment: ignored,
      onDoctype: ignored,
      onStartTag: (token) => {
        const { tagName } = token;
        draft.line = draft.text === '' ? (token.location?.startLine ?? draft.line) : draft.line;
        if (RAW.has(tagName)) tokenizer.state = TokenizerMode.RAWTEXT;
        if (tagName === 'title') tokenizer.state = TokenizerMode.RCDATA;
        if (draft.hidden === tagName) draft.hiddenDepth++;
        else if (draft.hidden === null && HIDDEN.has(tagName) && !token.selfClosing) {
          [draft.hidden, draft.hiddenDepth] = [tagName, 1];
        } else if (draft.hidden === null) openTag(draft, token);
      },
      onEndTag: ({ tagName }) => {
        if (draft.hidden === null) closeTag(draft, tagName);
        else if (draft.hidden === tagName && --draft.hiddenDepth === 0) draft.hidden = null;
      },
      onEof: () => {
        closeRow(draft);
        flush(draft);
      },
      onCharacter: characters,
      onNullCharacter: ignored,
      onWhitespaceCharacter: characters,
    },
  );
  tokenizer.write(html, true);
  const { lines, title, published } = draft;
  return {
    lines,
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
  };
};
