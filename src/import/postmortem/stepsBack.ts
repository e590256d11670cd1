import { anchorOf } from '../../primitives/moment.ts';
import type { DocumentEntry } from './documentEntry.ts';
import type { DocumentTimes } from './documentTimes.ts';

/** A line of a timeline that stands behind a later one. */
export interface StepBack {
  /** The line. */
  readonly entry: DocumentEntry;
  /** The one before it. */
  readonly before: DocumentEntry;
}

/** Less is the order in which somebody wrote it down. */
const LEAST = 6 * 60 * 60_000;
/** So many lines go forward for each that goes back, where the order is that of time. */
const FORWARD = 3;

/**
 * The lines of a timeline in the order of time that go back by hours although they name their day: one of the two days
 * is hardly right.
 */
export const stepsBack = (
  lines: readonly DocumentEntry[],
  times: DocumentTimes,
): readonly StepBack[] => {
  const back: StepBack[] = [];
  let forward = 0;
  for (const [index, entry] of lines.entries()) {
    const before = lines[index - 1];
    if (before?.section !== entry.section || !before.mark.clock || !entry.mark.clock) continue;
    const [from, to] = [before, entry].map((one) =>
      Date.parse(anchorOf(times.momentOf(one)) ?? ''),
    );
    if (from === undefined || to === undefined || Number.isNaN(to - from)) continue;
    if (to >= from) forward++;
    else if (entry.mark.day && from - to > LEAST) back.push({ entry, before });
  }
  return back.length * FORWARD > forward ? [] : back;
};
