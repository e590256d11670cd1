import { topics } from '../prose/topics.ts';
import type { ReadLine } from './pageLayout.ts';

/** How the form begins with which one subscribes to a page of Atlassian Statuspage, and how it ends. */
const [FORM, FORM_END] = [/^get email notifications whenever /i, /^get the (?:atom|rss) feed /i];
/** The form lists the codes of all countries. */
const LONGEST_FORM = 500;
/** What stands at the foot of a page. */
const FOOT = /^(?:powered by|propuls[ée] par)(?: \S{1,40}){1,4}$/i;

const begins = ({ text, words }: ReadLine, pattern: RegExp): boolean =>
  (words.first & topics.furniture) !== 0 && pattern.test(text);

const withoutForm = (lines: readonly ReadLine[]): readonly ReadLine[] => {
  const start = lines.findIndex((line) => begins(line, FORM));
  if (start < 0) return lines;
  const form = lines.slice(start, start + LONGEST_FORM);
  const length = form.findIndex((line) => begins(line, FORM_END)) + 1;
  return [...lines.slice(0, start), ...lines.slice(start + length)];
};

/** A whole page without the form to subscribe, and without what stands below its foot where no time does. */
export const withoutFrame = (all: readonly ReadLine[]): readonly ReadLine[] => {
  const lines = withoutForm(all);
  const last = lines.findLastIndex(({ read }) => read?.mark?.clock !== undefined);
  const foot = lines.findIndex((line, at) => at > last && begins(line, FOOT));
  return last < 0 || foot < 0 ? lines : lines.slice(0, foot);
};
