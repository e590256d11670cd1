import type { UnstoredEvent } from '../events/stored.ts';
import { APPEND_LIMIT_BYTES, sizeBytes } from '../store/size.ts';

/** Events in as few batches as a store takes, in their order. An event too large for any is a batch of its own. */
export const measuredBatches = (
  events: readonly UnstoredEvent[],
): readonly (readonly UnstoredEvent[])[] => {
  const batches: UnstoredEvent[][] = [];
  let roomBytes = 0;
  for (const event of events) {
    const bytes = sizeBytes(event);
    const batch = batches.at(-1);
    if (batch && bytes <= roomBytes) {
      batch.push(event);
      roomBytes -= bytes;
    } else {
      batches.push([event]);
      roomBytes = APPEND_LIMIT_BYTES - bytes;
    }
  }
  return batches;
};

/** Events that are given to a store unmeasured: it says when they are too large, and seldom does. */
const MOST_UNMEASURED = 500;

/** Events in batches, in their order. Few are one batch, to be measured only when a store finds it too large. */
export const batchesOf = (
  events: readonly UnstoredEvent[],
): readonly (readonly UnstoredEvent[])[] =>
  events.length > MOST_UNMEASURED || events.length === 0 ? measuredBatches(events) : [events];
