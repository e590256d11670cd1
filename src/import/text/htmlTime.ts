import { timeMarkAt, timeMarks } from '../time/timeMark.ts';

/**
 * What a `time` element says: its `datetime` where that is the more exact, else its text with the day that only
 * `datetime` names.
 */
export const statedTime = (datetime: string, text: string): string => {
  const stated = timeMarkAt(datetime.trim().slice(0, 60), 0);
  if (!stated) return text;
  const shown = timeMarks(text.slice(0, 200));
  if (stated.clock) return stated.written;
  const clock = shown.find((mark) => mark.clock);
  if (!clock) return stated.written;
  return clock.day ? text : `${stated.written} ${text}`;
};
