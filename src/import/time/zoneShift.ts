import type { TimeMark } from './timeMark.ts';
import type { DatedDay } from './wallMoment.ts';
import { dayMs } from './wallMoment.ts';
import { zoneOf } from './zone.ts';

const offsetOn = (zone: string, day: DatedDay): number | undefined => {
  const wall = dayMs(day);
  const [reading] = zoneOf(zone)?.readingsAt(wall) ?? [];
  return reading?.offsetsAt(wall).minutes[0];
};

/**
 * How many minutes the clock beside which one time stands is ahead of that of another, on a day: none where one of
 * them names no zone, or one that is not known.
 */
export const zoneShift = (
  { zone: one }: TimeMark,
  { zone: other }: TimeMark,
  day: DatedDay | undefined,
): number => {
  if (!day || one === undefined || other === undefined || one === other) return 0;
  const [first, last] = [offsetOn(one, day), offsetOn(other, day)];
  return first === undefined || last === undefined ? 0 : first - last;
};
