import * as E from 'fp-ts/lib/Either.js';
import type { Draft } from 'immer';
import { produce } from 'immer';
import type { EventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import type { AnyRecorded } from './effective.ts';
import type { History } from './history.ts';
import { ownInitial } from './ownInitial.ts';
import { atOnceOf, foldInto, ownState } from './ownState.ts';
import type { Projection, Scope } from './projection.ts';
import { messageOf } from '../primitives/messageOf.ts';
import type { Told } from './told.ts';
import { seenIn, toldBy } from './told.ts';

/**
 * A projection could not be folded: one of its own functions threw, or it handles event types that the history
 * was not read with.
 *
 * @public
 */
export interface ProjectionFault {
  /** Always `ProjectionFault`. */
  readonly _tag: 'ProjectionFault';
  /** The projection. */
  readonly projection: string;
  /** The event at which it stopped; null when it was not at an event. */
  readonly eventId: EventId | null;
  /** What was thrown, as text. */
  readonly message: string;
}

const fault = (projection: string, eventId: EventId | null, cause: unknown): ProjectionFault => ({
  _tag: 'ProjectionFault',
  projection,
  eventId,
  message: messageOf(cause),
});

/** What a scope sees of a history. */
export const seen = <D>(history: History<D>, scope: Scope): readonly AnyRecorded[] =>
  seenIn(toldBy(history), scope);

/** A vocabulary that has all that a projection handles. */
const readBy = new WeakMap<object, object>();

/** An own event type that the projection handles and the history was read without; null when there is none. */
const unread = <S, V>({ vocabulary }: Told, projection: Projection<S, V>): string | null => {
  if (readBy.get(projection) === vocabulary) return null;
  const { definitions } = vocabulary;
  const missing = projection.handles.find((type) => !Object.hasOwn(definitions, type)) ?? null;
  if (missing === null) readBy.set(projection, vocabulary);
  return missing;
};

/** Folds with a way of handing the state to the handlers; what they throw is a fault at the event. */
const folded = <S, V>(
  told: Told,
  projection: Projection<S, V>,
  hand: (change: (state: S) => void) => S,
): E.Either<ProjectionFault, S> => {
  const missing = unread(told, projection);
  if (missing !== null) {
    const message = `${missing} is handled, but the history was read with a vocabulary that does not have it`;
    return E.left(fault(projection.name, null, message));
  }
  let at: EventId | null = null;
  try {
    return E.right(
      hand((state) => {
        foldInto(told, projection, state, (eventId) => {
          at = eventId;
        });
      }),
    );
  } catch (cause) {
    return E.left(fault(projection.name, at, cause));
  }
};

/**
 * The state that a history folds to, in one draft.
 *
 * @param from - The state to go on from; the projection's initial one when absent. It is not changed.
 * @public
 */
export const fold = <D, S, V>(
  history: History<D>,
  projection: Projection<S, V>,
  from?: S,
): E.Either<ProjectionFault, S> =>
  folded(toldBy(history), projection, (change) =>
    produce(from ?? projection.initial(), (draft: Draft<S>) => {
      change(draft as S);
    }),
  );

/** The same, in a state that is changed in place: nobody else has it. */
const foldOwned = <S, V>(told: Told, projection: Projection<S, V>): E.Either<ProjectionFault, S> =>
  folded(told, projection, (change) => {
    const state = ownInitial(projection);
    change(state);
    return state;
  });

/** The same, made at once where the projection knows how. */
const own = <S, V>(told: Told, projection: Projection<S, V>): E.Either<ProjectionFault, S> => {
  if (atOnceOf(projection) === undefined || unread(told, projection) !== null) {
    return foldOwned(told, projection);
  }
  try {
    return E.right(ownState(told, projection));
  } catch {
    // Folded event by event, it says at which one.
    return foldOwned(told, projection);
  }
};

/** What a projection makes of a history that nobody else has. See {@link project}. */
export const projectTold = <S, V>(
  told: Told,
  projection: Projection<S, V>,
  at: Instant,
): E.Either<ProjectionFault, V> => {
  const state = own(told, projection);
  if (E.isLeft(state)) return state;
  try {
    return E.right(projection.view(state.right, at, { policy: told.policy }));
  } catch (cause) {
    return E.left(fault(projection.name, null, cause));
  }
};

/**
 * What a projection makes of a history: folds it and computes the view for an instant.
 *
 * @remarks Errors: a {@link ProjectionFault} when a function of the projection throws.
 * @public
 */
export const project = <D, S, V>(
  history: History<D>,
  projection: Projection<S, V>,
  at: Instant,
): E.Either<ProjectionFault, V> => projectTold(toldBy(history), projection, at);
