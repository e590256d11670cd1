import { isCertainlyBefore } from '../primitives/elapsed.ts';
import type { Moment } from '../primitives/moment.ts';
import { isPlaceable } from './placeOf.ts';

/**
 * The first of what happened, given in the order of the story. One whose time is known to the hour is preferred
 * to one that only sorts before it, such as a whole day; what was certainly before it is not passed over.
 */
export const firstOf = <C extends { readonly moment: Moment }>(
  happened: readonly C[],
): C | undefined => {
  if (happened.length < 2) return happened[0];
  const placed = happened.find(({ moment }) => isPlaceable(moment));
  if (!placed) return happened[0];
  return happened.find(({ moment }) => isCertainlyBefore(moment, placed.moment)) ?? placed;
};
