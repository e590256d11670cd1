import { inlineComponents, isListed, listedComponents } from '../prose/componentList.ts';
import type { FoundUpdate, PageParts } from '../prose/foundUpdate.ts';
import type { NumberedLine } from '../text/numberedLine.ts';
import { timeMarkAt } from '../time/timeMark.ts';
import { monthIn } from './historyMonths.ts';
import { isFurniture, labelledLine } from './pageLabels.ts';

const OF_THE_PAGE = /^\W{0,4}(?:this|cet|cette|questo)\s/i;
const NONE: ReadonlySet<string> = new Set();

const isList = ({ text, words }: NumberedLine): boolean =>
  labelledLine(text, words)?.label === 'components';

const isDated = (line: NumberedLine): boolean =>
  monthIn(line) !== null || timeMarkAt(line.text, 0)?.end === line.text.length;

/** A day or a month and nothing else. */
const isDay = (line: NumberedLine): boolean =>
  monthIn(line) !== null || (isDated(line) && timeMarkAt(line.text, 0)?.clock === undefined);

const isComponent = (line: NumberedLine): boolean =>
  isListed(line.text) && labelledLine(line.text, line.words) === null && !isDated(line);

/** An update with the components told apart that it lists below or behind a label, up to its end. */
const withComponents = (update: FoundUpdate, lists: ReadonlySet<NumberedLine>): FoundUpdate => {
  const at = update.body.findIndex((line) => lists.has(line));
  const label = update.body[at];
  if (!label) return update;
  const value = labelledLine(label.text)?.value ?? '';
  const below = update.body.slice(at + 1);
  const length = value === '' ? below.findIndex((line) => !isComponent(line)) : 0;
  const lines = below.slice(0, length < 0 ? below.length : length);
  const components =
    value === '' ? listedComponents(lines.map(({ text }) => text)) : inlineComponents(value, NONE);
  const body = [...update.body.slice(0, at), ...below.slice(lines.length)];
  return { ...update, body, ...(components.length > 0 && { components }) };
};

/** The updates without the days that stand behind the last text: those are of the page. */
const withoutLastDay = (
  updates: readonly FoundUpdate[],
): readonly [readonly FoundUpdate[], readonly NumberedLine[]] => {
  const last = updates.at(-1);
  if (!last || last.status === 'postmortem') return [updates, []];
  const length = last.body.findLastIndex((line) => !isDay(line)) + 1;
  const days = last.body.slice(length);
  return days.length === 0
    ? [updates, days]
    : [[...updates.slice(0, -1), { ...last, body: last.body.slice(0, length) }], days];
};

/** What a page says of itself, and an update where it says nothing else. */
const ALL_WELL = /^all systems operational$/i;

const isOwn = ({ text, words }: NumberedLine): boolean => !isFurniture(text, words);

const ownLines = (body: readonly NumberedLine[]): readonly NumberedLine[] => {
  if (body.every(isOwn)) return body;
  const own = body.filter(isOwn);
  return own.length > 0 ? own : body.filter(({ text }) => ALL_WELL.test(text));
};

/** An update without the lines that are part of the page. */
const bareUpdate = (update: FoundUpdate): FoundUpdate => {
  const body = ownLines(update.body);
  return body === update.body ? update : { ...update, body };
};

/**
 * The parts of a page, its updates without the lines that are none of theirs: what belongs to the page itself, such
 * as the list of components at its foot, and lists of components, which are told apart from the text.
 */
export const withoutFurniture = (found: PageParts): PageParts => {
  const [course, days] = withoutLastDay(found.updates.map(bareUpdate));
  const parts = days.length === 0 ? found : { ...found, loose: [...found.loose, ...days] };
  const lists: NumberedLine[] = [];
  for (const { body, status } of course)
    if (status !== 'postmortem') for (const line of body) if (isList(line)) lists.push(line);
  const [foot] = lists;
  const last = course.at(-1);
  if (
    last &&
    lists.length === 1 &&
    foot &&
    OF_THE_PAGE.test(foot.text) &&
    last.body.includes(foot)
  ) {
    const body = last.body.filter((line) => line !== foot);
    const updates = [...course.slice(0, -1), { ...last, body }];
    return { ...parts, loose: [...parts.loose, foot], updates };
  }
  if (lists.length === 0) return { ...parts, updates: course };
  const listed = new Set(lists);
  const updates = course.map((update) =>
    update.status === 'postmortem' ? update : withComponents(update, listed),
  );
  return { ...parts, updates };
};
