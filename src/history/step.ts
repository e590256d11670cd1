import type { Draft } from 'immer';
import { produce } from 'immer';
import type { AnyRecorded } from './effective.ts';
import { seen } from './fold.ts';
import type { History } from './history.ts';
import type { Projection, Scope } from './projection.ts';
import { messageOf } from '../primitives/messageOf.ts';

/**
 * One event on its way through a projection.
 *
 * @public
 */
export interface Step<S> {
  /** What the event was seen as. */
  readonly scope: Scope;
  /** The event, as that scope sees it. */
  readonly event: AnyRecorded;
  /** The state before it. */
  readonly before: S;
  /** The state after it; the same value when the event changed nothing. */
  readonly after: S;
  /** What the handler threw, as text; the state then stays as it was. */
  readonly fault?: string;
}

/**
 * Folds a history event by event, for people to look at: each event with the state before and after. It does not
 * stop at a handler that throws, and changes nothing.
 *
 * @public
 */
export const step = <D, S, V>(
  history: History<D>,
  projection: Projection<S, V>,
): readonly Step<S>[] => {
  const steps: Step<S>[] = [];
  let before = projection.initial();
  for (const scope of projection.scopes) {
    for (const event of seen(history, scope)) {
      try {
        const after = produce(before, (draft: Draft<S>) => {
          projection.apply(scope, draft as S, event);
        });
        steps.push({ scope, event, before, after });
        before = after;
      } catch (cause) {
        const fault = messageOf(cause);
        steps.push({ scope, event, before, after: before, fault });
      }
    }
  }
  return steps;
};
