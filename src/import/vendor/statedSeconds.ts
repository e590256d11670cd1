import type { OutsideObject } from '../json/outsideJson.ts';
import type { Teller } from './teller.ts';

/** Longer than this nothing lasted: a hundred years. */
const MOST_SECONDS = 100 * 366 * 86_400;

/** A duration stated in seconds; undefined when there is none, or when it is left out since none can be that long. */
export const statedSeconds = (
  object: OutsideObject,
  key: string,
  { leaveOut }: Pick<Teller, 'leaveOut'>,
): number | undefined => {
  const seconds = object.number(key);
  if (seconds === undefined || (seconds >= 0 && seconds <= MOST_SECONDS)) return seconds;
  leaveOut(object.placeOf(key), `nothing lasted ${seconds} s`);
  return undefined;
};
