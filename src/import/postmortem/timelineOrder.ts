import type { DayKeeper } from '../time/dayKeeper.ts';
import { minutesOf } from '../time/dayKeeper.ts';
import type { DocumentBlock } from './documentBlock.ts';
import { timedRow } from './timedRow.ts';
import { timelineLine } from '../prose/timelineLine.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import type { DatedDay } from '../time/wallMoment.ts';

const HALF_DAY = 12 * 60;

const marksOf = (
  blocks: readonly DocumentBlock[],
  notation: Notation,
): readonly { readonly block: DocumentBlock; readonly mark: TimeMark }[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'quote' || block.kind === 'code') return [];
    const text = block.kind === 'row' ? timedRow(block, notation) : block.text;
    const mark = timelineLine(text, notation)?.mark;
    return mark ? [{ block, mark }] : [];
  });

/**
 * Days of the lines of a timeline that is told newest first, which are dated from its end; null for one told in order.
 * Where such a timeline names its days, the clock decides nothing: no line is put on another day for its time.
 */
export const newestFirst = (
  blocks: readonly DocumentBlock[],
  notation: Notation,
  days: DayKeeper,
): ReadonlyMap<DocumentBlock, DatedDay> | null => {
  const all = marksOf(blocks, notation);
  const clocks = all.filter(({ mark }) => mark.clock && !mark.day);
  let [down, up] = [0, 0];
  for (const [index, { mark }] of clocks.entries()) {
    const before = clocks[index - 1]?.mark;
    const step = before ? minutesOf(mark) - minutesOf(before) : 0;
    // More than half a day is the other way, past midnight.
    if ((step < 0 && step > -HALF_DAY) || step > HALF_DAY) down++;
    else if (step !== 0) up++;
  }
  if (down < 2 || down <= 2 * up) return null;
  const dates = new Map<DocumentBlock, DatedDay>();
  if (all.some(({ mark }) => mark.day)) {
    days.hold();
    return dates;
  }
  for (const { block, mark } of clocks.toReversed()) {
    const day = days.dayOf(mark);
    if (day) dates.set(block, day);
  }
  return dates;
};
