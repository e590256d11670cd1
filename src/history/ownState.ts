import { ownInitial } from './ownInitial.ts';
import type { Projection } from './projection.ts';
import type { Told } from './told.ts';
import { seenIn } from './told.ts';

/**
 * Makes the state of a projection from a whole history, for a replay: it lives no longer than the history, is
 * never changed again, and so may share with it and with other states what folding event by event would copy.
 */
export type AtOnce<S> = (told: Told) => S;

const ways = new WeakMap<object, AtOnce<unknown>>();

/** The same projection, of which it is known how to make its state at once: as folding it does, only quicker. */
export const withAtOnce = <S, V>(
  projection: Projection<S, V>,
  way: AtOnce<S>,
): Projection<S, V> => {
  ways.set(projection, way);
  return projection;
};

/** How the state of a projection is made at once; undefined when it can only be folded. */
export const atOnceOf = <S>(
  projection: Pick<Projection<S, unknown>, 'initial'>,
): AtOnce<S> | undefined => ways.get(projection) as AtOnce<S> | undefined;

/** Folds a history into a state, which it changes; tells of each event before it is handled. */
export const foldInto = <S, V>(
  told: Told,
  projection: Projection<S, V>,
  state: S,
  before?: (eventId: Told['events'][number]['eventId']) => void,
): S => {
  for (const scope of projection.scopes) {
    for (const event of seenIn(told, scope)) {
      before?.(event.eventId);
      projection.apply(scope, state, event);
    }
  }
  return state;
};

/** The state of a projection, made at once where that can be; one state for all that are made in the same way. */
export const ownState = <S, V>(told: Told, projection: Projection<S, V>): S => {
  const way = atOnceOf(projection);
  if (way === undefined) return foldInto(told, projection, ownInitial(projection));
  if (!told.states.has(way)) told.states.set(way, way(told));
  return told.states.get(way) as S;
};
