import type { NumberedLine } from '../text/numberedLine.ts';
import type { SeenWords } from '../text/seenWords.ts';
import type { UpdateLine } from './updateLine.ts';
import { behind } from './updateLine.ts';
import { isSameTime } from '../time/wallOrder.ts';
import { unnamedLayout } from './unnamedUpdates.ts';

/** A line of a page, read as one of its timeline; null when it is none. */
export interface ReadLine extends NumberedLine {
  /** What its words show. */
  readonly words: SeenWords;
  readonly read: UpdateLine | null;
}

/**
 * How a page sets status, time and text: one line for both, the time above, right below, or behind the text. Where no
 * status is named: time and text in one line, the time above its text, or behind it. Where all statuses are words of the
 * page alone: the time below.
 */
export type Layout =
  | 'one-line'
  | 'time-above'
  | 'time-below'
  | 'time-behind'
  | 'own-words'
  | 'unnamed'
  | 'unnamed-above'
  | 'unnamed-behind';

/** Whether an update names no status in a layout. */
export const isUnnamed = (layout: Layout): boolean => layout.startsWith('unnamed');

/** `EDIT 2:11pm (UTC): …`: a later word inside an update, on its day. */
export const isEdit = ({ read }: ReadLine): boolean =>
  read?.kind === 'head' &&
  read.status === 'update' &&
  !read.mark?.day &&
  read.mark?.daysBefore === undefined &&
  read.rest !== '';

const isClocked = ({ read }: ReadLine): boolean => read?.mark?.clock !== undefined;

const isTime = (line: ReadLine | undefined): boolean => line?.read?.kind === 'time';

const isClockedTime = (line: ReadLine | undefined): boolean =>
  line?.read?.kind === 'time' && isClocked(line);

/**
 * Whether a page begins with its present status, and sets the time above each status: its last status has none behind
 * it, and what follows the first status is the newest update, which has it too.
 */
const isBelowBadge = (filled: readonly ReadLine[], firstStatus: number): boolean => {
  const last = filled.findLastIndex(({ read }) => read?.status !== undefined);
  const next = filled.find(({ read }, at) => at > firstStatus && read?.status !== undefined);
  const [badge, above] = [filled[firstStatus], filled[last - 1]];
  return (
    badge?.read?.kind === 'status' &&
    badge.read.status === next?.read?.status &&
    isTime(above) &&
    above !== undefined &&
    isClocked(above) &&
    !filled.slice(last + 1).some((line) => isTime(line) && isClocked(line))
  );
};

/**
 * Whether the time on top is that of the incident, which an update has once more: behind each status stands a time of its
 * own, also behind the last one.
 */
const isBelowTime = (filled: readonly ReadLine[]): boolean => {
  const [top, ...times] = filled.filter(isClockedTime);
  if (!top || !times.some(({ read }) => isSameTime(read?.mark ?? {}, top.read?.mark ?? {})))
    return false;
  let open = 0;
  for (const line of filled.slice(filled.findIndex(({ read }) => read?.status !== undefined))) {
    if (line.read?.status !== undefined) open++;
    else if (isClockedTime(line)) open--;
    if (open < 0 || open > 1) return false;
  }
  return open === 0;
};

const namedLayout = (filled: readonly ReadLine[], firstStatus: number): Layout => {
  const follows = filled.some(
    ({ read }, index) => read?.kind === 'status' && isTime(filled[index + 1]),
  );
  if (follows) {
    // Where most times stand below, one above its status is of the page.
    const below = filled.filter(
      ({ read }, at) => read?.kind === 'status' && isClockedTime(filled[at + 1]),
    ).length;
    const above = filled.filter(
      ({ read }, at) => read?.status !== undefined && isClockedTime(filled[at - 1]),
    ).length;
    if (below > above) return 'time-below';
    const firstTime = filled.findIndex((line) => isTime(line) && isClocked(line));
    return firstTime >= 0 && firstTime === firstStatus - 1 ? 'time-above' : 'time-below';
  }
  const first = filled.find((line) => line.read?.status !== undefined || isClocked(line));
  if (first && isTime(first)) return isBelowTime(filled) ? 'time-behind' : 'time-above';
  return isBelowBadge(filled, firstStatus) ? 'time-above' : 'time-behind';
};

/** The lines as they are read in a layout: where times stand on lines of their own, no other is the time of an update. */
export const inLayout = (layout: Layout, lines: readonly ReadLine[]): readonly ReadLine[] =>
  layout === 'one-line' || !lines.some(({ read }) => read?.kind === 'head')
    ? lines
    : lines.map((line): ReadLine => {
        const { status, statusEnd } = line.read ?? {};
        if (line.read?.kind !== 'head' || isEdit(line) || status === undefined) return line;
        const rest = statusEnd === undefined ? null : behind(line.text, statusEnd, true);
        return { ...line, read: rest === null ? null : { kind: 'status-text', status, rest } };
      });

/** The layout of a page; null when it has no update. */
export const layoutOf = (lines: readonly ReadLine[]): Layout | null => {
  const filled = lines.filter((line) => !isEdit(line));
  let [heads, statuses, times] = [0, 0, 0];
  for (const line of filled) {
    const { read } = line;
    if (read === null) continue;
    if (read.kind === 'head') heads++;
    else if (read.status !== undefined) statuses++;
    else if (read.kind === 'time' && isClocked(line)) times++;
  }
  // Where most updates have their time on a line of its own, a time behind a status is how a text begins.
  if (heads > 0 && heads >= Math.min(statuses, times)) return 'one-line';
  const firstStatus = filled.findIndex(({ read }) => read?.status !== undefined);
  if (firstStatus >= 0 && filled.some(isTime)) {
    // Where only the title has a word such as "resolved", each line tells its time and no status.
    const isTitle =
      !filled.some((line) => isTime(line) && isClocked(line)) &&
      filled.filter(({ read }) => read?.kind === 'time-text').length >
        filled.filter(({ read }) => read?.status !== undefined).length;
    return isTitle ? 'unnamed' : namedLayout(filled, firstStatus);
  }
  if (filled.length < lines.length) return 'one-line';
  return unnamedLayout(filled);
};
