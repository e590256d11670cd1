import { wordsIn } from '../prose/wordsIn.ts';
import { unquoted } from '../text/frontMatter.ts';
import type { ReadLine } from './pageLayout.ts';

const RULE = /^(?:---|\+\+\+)$/;
const FIELD = /^(?:[A-Za-z][\w-]{0,40}\s?[:=]|- |#\s)/;
const TITLE = /^title\s?[:=]\s?(?:"(.{1,400})"|'(.{1,400})'|(.{1,400}))$/i;
const KEYED = /^([A-Za-z][\w-]{0,40})\s?[:=](?:\s?(\S.{0,2000}))?$/;
const LIST = /^\[(.{0,2000})\]$/;
const ITEM_QUOTES = /(^|,\s?)["']|["'](?=\s?,|$)/g;
const MOST_LINES = 100;

const titleIn = (line: ReadLine): readonly ReadLine[] => {
  const [, double, single, bare] = TITLE.exec(line.text) ?? [];
  const text = double ?? single ?? bare;
  return text === undefined ? [] : [{ ...line, text, read: null, isTitle: true }];
};

/** A field as a line of a page: `created_at: "2024-03-04"` as `created at: 2024-03-04`, a list without its brackets. */
const shownField = (text: string): string => {
  const [, key, value = ''] = KEYED.exec(text) ?? [];
  if (key === undefined) return text;
  const [, list] = LIST.exec(value) ?? [];
  const shown = list?.replaceAll(ITEM_QUOTES, '$1') ?? unquoted(value);
  return `${key.replaceAll(/[_-]/g, ' ')}: ${shown}`;
};

/** Fields, with the items of a list that stand below one put behind it: `affected: [API, Search]`. */
const withItems = (lines: readonly ReadLine[]): readonly ReadLine[] => {
  const fields: { readonly line: ReadLine; readonly items: string[] }[] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    if (last && line.text.startsWith('- ')) last.items.push(line.text.slice(2));
    else fields.push({ line, items: [] });
  }
  return fields.map(({ line, items }) =>
    items.length === 0 ? line : { ...line, text: `${line.text} [${items.join(', ')}]` },
  );
};

/**
 * The lines of a page with its front matter, which has a title, as lines at its top, the title first: what stands there is no update,
 * although `updated: 2024-03-04T10:22:00Z` reads like one.
 */
export const frontAsTop = (filled: readonly ReadLine[]): readonly ReadLine[] => {
  const [rule] = filled;
  if (!rule || !RULE.test(rule.text)) return filled;
  const end = filled.slice(0, MOST_LINES).findIndex(({ text }, at) => at > 0 && text === rule.text);
  const front = filled.slice(1, Math.max(1, end));
  const [title] = front.flatMap(titleIn);
  if (!title || !front.every(({ text }) => FIELD.test(text))) return filled;
  const others = front.filter(({ number }) => number !== title.number);
  const shown = withItems(others).map((line) => {
    const text = shownField(line.text);
    return { ...line, text, words: wordsIn(text), read: null };
  });
  return [title, ...shown, ...filled.slice(end + 1)];
};
