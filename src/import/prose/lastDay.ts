import { instantOfMs, LATEST_MS, msOf } from '../../primitives/instant.ts';
import type { Moment } from '../../primitives/moment.ts';
import { exactly } from '../../primitives/moment.ts';
import type { DatedUpdate } from './datedUpdates.ts';
import type { TimeMark } from '../time/timeMark.ts';
import type { TimeSetting } from '../time/timeSetting.ts';
import { momentOf, unheard } from '../time/timeSetting.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { wallMs } from '../time/wallMoment.ts';
import { nextDay } from '../time/yearOf.ts';

const FEW_MINUTES = 5 * 60_000;
/** No clock is farther ahead of UTC. */
const FARTHEST = 14 * 60 * 60_000;

/** Whether a moment is later than that of the text that speaks of it, by more than clocks differ. */
export const isAhead = ({ earliest }: Moment, { latest }: Moment): boolean =>
  earliest !== undefined && latest !== undefined && msOf(earliest) > msOf(latest) + FEW_MINUTES;

/**
 * The day of a time of day that an update speaks of: the last on which the clock showed it before the update. That
 * can be the day before, or in another zone the day after.
 *
 * @param near - The day of the update.
 */
export const lastDay = (
  mark: TimeMark,
  near: DatedDay,
  update: Pick<DatedUpdate, 'moment' | 'place'>,
  setting: TimeSetting,
): DatedDay => {
  if (update.moment.latest === undefined) return near;
  const { day: _day, ...clock } = mark;
  const latest = msOf(update.moment.latest) + FEW_MINUTES;
  // Most texts are not of the end of a day: then the day after them is ahead in every zone.
  const isPast = (day: DatedDay): boolean =>
    wallMs(day, mark.clock) - FARTHEST <= latest &&
    !isAhead(momentOf(clock, day, setting, unheard, update.place), update.moment);
  return [nextDay(near), near].find(isPast) ?? nextDay(near, -1);
};

/** An impact seldom begins longer after the page first told of it. */
const LATE = 6 * 60 * 60_000;

/**
 * By when the impact had begun of which the updates of a page tell: not long after the first of them, and before it was over.
 *
 * @param course - The updates, the oldest first.
 */
export const impactBegunBy = (course: readonly DatedUpdate[]): Moment | undefined => {
  const first = course.find(({ status }) => status !== 'postmortem')?.moment.latest;
  if (first === undefined) return undefined;
  const over = course.findLast(({ status }) => status === 'resolved' || status === 'completed');
  const last = over?.moment.latest;
  const lastMs = last === undefined ? LATEST_MS : msOf(last);
  return exactly(instantOfMs(Math.min(msOf(first) + LATE, lastMs)));
};
