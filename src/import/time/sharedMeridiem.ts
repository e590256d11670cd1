import type { ClockTime } from './clockTime.ts';
import type { TimeMark } from './timeMark.ts';

const MERIDIEM = /\d(?:\s?([ap])\.?m|([ap]))\b/i;

/** Half of the day that a time names; null where it names none. */
const halfOf = ({ written }: TimeMark): 'a' | 'p' | null => {
  const [, short, letter] = MERIDIEM.exec(written) ?? [];
  const half = (short ?? letter)?.toLowerCase();
  return half === 'a' || half === 'p' ? half : null;
};

const minutes = ({ hour, minute }: ClockTime): number => hour * 60 + minute;

/** The other time that the hands of a clock with twelve hours show like this one. */
const opposite = (clock: ClockTime): ClockTime => ({ ...clock, hour: (clock.hour + 12) % 24 });

/**
 * The times of a range on the clock that one of them names: in `10:00 PM and 11:30` both are in the evening, in
 * `9:30 to 11:00 PM` too. The time that names no half of the day is the one nearest to the other: behind its start,
 * or before its end. An hour past twelve is on the 24-hour clock.
 */
export const sharedMeridiem = (
  from: TimeMark,
  to: TimeMark,
): { readonly from: TimeMark; readonly to: TimeMark } => {
  const [first, last] = [halfOf(from), halfOf(to)];
  const open = first === null ? from : to;
  if (!from.clock || !to.clock || !open.clock || (first === null) === (last === null))
    return { from, to };
  if (open.clock.hour > 12 || open.clock.hour === 0) return { from, to };
  const [one, other] = [open.clock, opposite(open.clock)];
  const [start, end] = [minutes(from.clock), minutes(to.clock)];
  // How long the range is with each reading, past midnight where it must be.
  const lengthWith = (clock: ClockTime): number =>
    first === null ? (end - minutes(clock) + 1440) % 1440 : (minutes(clock) - start + 1440) % 1440;
  const clock = lengthWith(other) < lengthWith(one) ? other : one;
  return first === null ? { from: { ...from, clock }, to } : { from, to: { ...to, clock } };
};
