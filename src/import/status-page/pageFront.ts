import type { ReadLine } from './pageLayout.ts';

const RULE = /^(?:---|\+\+\+)$/;
const FIELD = /^(?:[A-Za-z][\w-]{0,40}\s?[:=]|- |#\s)/;
const TITLE = /^title\s?[:=]\s?(?:"(.{1,400})"|'(.{1,400})'|(.{1,400}))$/i;
const MOST_LINES = 100;

const titleIn = (line: ReadLine): readonly ReadLine[] => {
  const [, double, single, bare] = TITLE.exec(line.text) ?? [];
  const text = double ?? single ?? bare;
  return text === undefined ? [] : [{ ...line, text, read: null }];
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
  return [title, ...others.map((line) => ({ ...line, read: null })), ...filled.slice(end + 1)];
};
