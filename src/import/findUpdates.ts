import type { NumberedLine, PageParts } from './foundUpdate.ts';
import type { Notation, TimeMark } from './timeMark.ts';
import type { UpdateLine } from './updateLine.ts';
import { updateLine } from './updateLine.ts';

interface ReadLine extends NumberedLine {
  readonly read: UpdateLine | null;
}

/** How a page sets status, time and text: one line for both, the time above, right below, or behind the text. */
type Layout = 'one-line' | 'time-above' | 'time-below' | 'time-behind' | 'unnamed';

const layoutOf = (filled: readonly ReadLine[]): Layout | null => {
  if (filled.some(({ read }) => read?.kind === 'head')) return 'one-line';
  const follows = (first: string, second: string): boolean =>
    filled.some(
      ({ read }, index) => read?.kind === first && filled[index + 1]?.read?.kind === second,
    );
  const firstStatus = filled.findIndex(({ read }) => read?.status !== undefined);
  const timed = filled.some(({ read }) => read?.kind === 'time');
  if (firstStatus >= 0 && timed) {
    if (follows('status', 'time')) {
      const firstTime = filled.findIndex(
        ({ read }) => read?.kind === 'time' && read.mark?.clock !== undefined,
      );
      const above = firstTime >= 0 && firstTime === firstStatus - 1;
      return above ? 'time-above' : 'time-below';
    }
    const first = filled.find(
      ({ read }) => read?.status !== undefined || read?.mark?.clock !== undefined,
    );
    return first?.read?.kind === 'time' ? 'time-above' : 'time-behind';
  }
  return filled.some(({ read }) => read?.kind === 'time-text') ? 'unnamed' : null;
};

interface Draft {
  line: number;
  status: string;
  mark?: TimeMark;
  body: NumberedLine[];
}

const draft = (line: ReadLine, above?: ReadLine): Draft => {
  const mark = above?.read?.mark ?? line.read?.mark;
  const rest = line.read?.rest ?? '';
  return {
    line: above?.number ?? line.number,
    status: line.read?.status ?? 'update',
    ...(mark && { mark }),
    body: rest === '' ? [] : [{ number: line.number, text: rest }],
  };
};

/** Which lines begin an update, and how many lines its head has. */
const headLength = (layout: Layout, filled: readonly ReadLine[], index: number): number => {
  const here = filled[index]?.read;
  const next = filled[index + 1]?.read;
  if (layout === 'one-line') return here?.kind === 'head' ? 1 : 0;
  if (layout === 'unnamed') return here?.kind === 'time-text' ? 1 : 0;
  if (layout === 'time-above') return here?.kind === 'time' && next?.status !== undefined ? 2 : 0;
  if (here?.status === undefined) return 0;
  if (layout === 'time-below') return next?.kind === 'time' ? 2 : 0;
  return 1;
};

const gather = (layout: Layout, filled: readonly ReadLine[]): PageParts => {
  const header: NumberedLine[] = [];
  const loose: NumberedLine[] = [];
  const updates: Draft[] = [];
  let closed = false;
  for (let index = 0; index < filled.length; index++) {
    const line = filled[index];
    if (!line) continue;
    const length = headLength(layout, filled, index);
    const last = updates.at(-1);
    if (length === 2) {
      const second = filled[index + 1] ?? line;
      const [status, time] = layout === 'time-above' ? [second, line] : [line, second];
      updates.push({ ...draft(status, time), line: line.number });
      index++;
    } else if (length === 1) {
      updates.push(draft(line));
      closed = false;
    } else if (!last) header.push(line);
    else if (layout === 'time-behind' && !closed && line.read?.kind === 'time' && line.read.mark) {
      last.mark = line.read.mark;
      closed = true;
    } else (closed ? loose : last.body).push({ number: line.number, text: line.text });
  }
  // A status without time or text before the first update is the badge at the top of the page.
  const [badge] = updates;
  if (updates.length > 1 && badge && !badge.mark && layout === 'time-behind') {
    updates.shift();
    header.push(...badge.body);
  }
  return { header, updates, loose, unnamed: layout === 'unnamed' };
};

/** Cuts the filled lines of a page into header, updates and the rest; null when it has no update. */
export const findUpdates = (lines: readonly string[], notation: Notation): PageParts | null => {
  const filled: ReadLine[] = [];
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    if (text !== '') filled.push({ number: index + 1, text, read: updateLine(text, notation) });
  }
  const layout = layoutOf(filled);
  if (layout === null) return null;
  const parts = gather(layout, filled);
  return parts.updates.length > 0 ? parts : null;
};
