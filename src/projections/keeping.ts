import { foldInto, withAtOnce } from '../history/ownState.ts';
import type { Projection } from '../history/projection.ts';
import type { Keep } from './copyOf.ts';
import { copyOf, itself } from './copyOf.ts';

/**
 * A projection whose state keeps parts of the events: copies, which may live on; in a replay, which has the events
 * as long as the state, the parts themselves.
 *
 * @param make - Makes it by a way to keep them. Its handlers must not change what they kept.
 */
export const keeping = <S, V>(make: (keep: Keep) => Projection<S, V>): Projection<S, V> => {
  const quick = make(itself);
  return withAtOnce(make(copyOf), (told) => foldInto(told, quick, quick.initial()));
};
