import type { FoundUpdate, PageParts } from '../prose/foundUpdate.ts';
import { isComponentStatus } from '../prose/componentNames.ts';
import { postedWords } from '../prose/statusWords.ts';
import { headerSentence } from './headerSentence.ts';
import type { Layout, ReadLine } from './pageLayout.ts';
import { isDay, isOwnWord } from './updateHead.ts';
import { isFurniture, labelledLine } from './pageLabels.ts';
import { pageTitle } from './pageTitle.ts';

const POSTED = new RegExp(String.raw`^\W{0,4}(?!comm)(?:${postedWords})(?![\p{L}])`, 'iu');

/** Whether a line begins with a word such as `Posted`. */
export const isPostedLine = (line: string): boolean => POSTED.test(line);

const isTime = ({ read }: ReadLine): boolean =>
  read?.kind === 'time' && read.mark?.clock !== undefined;

const isPosted = (line: ReadLine): boolean => isTime(line) && isPostedLine(line.text);

/** The lines at which updates were published: those that say so, else all that are a time and nothing else. */
const timesOf = (filled: readonly ReadLine[]): readonly ReadLine[] => {
  const posted = filled.filter(isPosted);
  if (posted.length > 0) return posted;
  const days = new Set(filled.filter(isDay).map(({ text }) => text));
  const times = filled.filter(
    (line) => isTime(line) && (line.read?.mark?.day !== undefined || days.size === 1),
  );
  // Below several days stand several incidents, which nothing tells apart.
  return times.length > 1 && days.size < 2 ? times : [];
};

const isOfThePage = (line: ReadLine | undefined): boolean =>
  line === undefined ||
  labelledLine(line.text, line.words) !== null ||
  isFurniture(line.text, line.words);

/** The layout of a page that names no status; null when nothing in it looks like updates. */
export const unnamedLayout = (filled: readonly ReadLine[]): Layout | null => {
  const texts = filled.filter(({ read }) => read?.kind === 'time-text').length;
  const times = timesOf(filled);
  const last = times.at(-1);
  if (!last || times.length <= texts) return texts > 0 ? 'unnamed' : null;
  const own = new Set(filled.filter((_, at) => isOwnWord(filled[at - 1])));
  if (times.length > 1 && times.every((time) => own.has(time))) return 'own-words';
  const isBehind = isPosted(last) || isOfThePage(filled[filled.indexOf(last) + 1]);
  return isBehind ? 'unnamed-behind' : 'unnamed-above';
};

/** Whether a line can only stand at the top of a page, above its first update. */
const isOfTheTop = (line: ReadLine): boolean => {
  const label = labelledLine(line.text, line.words);
  return (
    (label !== null && label.value !== '') ||
    line.read?.kind === 'time' ||
    isFurniture(line.text, line.words) ||
    isComponentStatus(line.text) ||
    pageTitle(line.text.slice(0, 400)).name !== undefined ||
    headerSentence(line.text, {}) !== null
  );
};

/** How many lines stand above the text of the first update: those of the page, and one that is a title. */
const topLength = (filled: readonly ReadLine[], firstTime: number): number => {
  let titled = false;
  let top = 0;
  while (top < firstTime - 1) {
    const line = filled[top];
    if (!line) break;
    if (!isOfTheTop(line)) {
      if (titled) break;
      titled = true;
    }
    top++;
  }
  return top;
};

/** Cuts a page that names no status at its times, above the texts of its updates or behind them. */
export const unnamedUpdates = (layout: Layout, filled: readonly ReadLine[]): PageParts => {
  const times = new Set(timesOf(filled));
  const firstTime = filled.findIndex((line) => times.has(line));
  const isBehind = layout === 'unnamed-behind';
  const top = isBehind ? topLength(filled, firstTime) : firstTime;
  const updates: FoundUpdate[] = [];
  let body: ReadLine[] = [];
  const take = (at: ReadLine, from: ReadLine): void => {
    const mark = at.read?.mark;
    updates.push({ line: from.number, status: 'update', ...(mark && { mark }), body });
    body = [];
  };
  let open: ReadLine | undefined;
  for (const line of filled.slice(top)) {
    if (!times.has(line)) body.push(line);
    else if (isBehind) take(line, body[0] ?? line);
    else {
      if (open) take(open, open);
      open = line;
    }
  }
  if (open) take(open, open);
  return { header: filled.slice(0, top), updates, loose: body, unnamed: true };
};
