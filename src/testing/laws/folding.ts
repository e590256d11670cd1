import type { AnyRecorded } from '../../history/effective.ts';
import { seen } from '../../history/fold.ts';
import type { History } from '../../history/history.ts';
import { ownInitial } from '../../history/ownInitial.ts';
import type { Scope } from '../../history/projection.ts';
import { messageOf } from '../../primitives/messageOf.ts';
import type { Trial } from './law.ts';
import { copied } from './law.ts';

/** An event on its way through a projection. */
export interface Seen {
  /** What it is seen as. */
  readonly scope: Scope;
  /** The event. */
  readonly event: AnyRecorded;
}

/** All that a projection sees of a history, in order. */
export const allSeen = ({ projection }: Trial, told: History<unknown>): readonly Seen[] =>
  projection.scopes.flatMap((scope) => seen(told, scope).map((event) => ({ scope, event })));

/** An event in words, such as `event 2 (Resolved)`. */
export const named = ({ revision, type }: AnyRecorded): string => `event ${revision} (${type})`;

/** The state that a replay comes to, changed in place; what is to be done after each event is done. */
export const replayed = (
  trial: Trial,
  told: History<unknown>,
  after?: (state: unknown, seen: Seen) => void,
): unknown => {
  const { projection } = trial;
  const state = ownInitial(projection);
  for (const each of allSeen(trial, told)) {
    projection.apply(each.scope, state, each.event);
    after?.(state, each);
  }
  return state;
};

/** The states before the first event and after each, copied. */
export const replayedStates = (trial: Trial, told: History<unknown>): readonly unknown[] => {
  const states = [copied(ownInitial(trial.projection))];
  replayed(trial, told, (state) => {
    states.push(copied(state));
  });
  return states;
};

/** The view of a state. */
export const viewed = ({ projection, at, policy }: Trial, state: unknown): unknown =>
  projection.view(state, at, { policy });

/** What is thrown, in words; null when nothing is. */
export const thrownBy = (run: () => unknown): string | null => {
  try {
    run();
    return null;
  } catch (cause) {
    return messageOf(cause);
  }
};
