import * as E from 'fp-ts/lib/Either.js';
import { ownInitial } from '../../history/ownInitial.ts';
import { messageOf } from '../../primitives/messageOf.ts';
import { allSeen, named, thrownBy, viewed } from './folding.ts';
import type { Law, Trial } from './law.ts';
import { copied, ownHistory } from './law.ts';

/** The view is asked for after every event, as a live view is; of a copy, which it may spoil. */
const thrownByView = (trial: Trial, state: unknown): string | null => {
  const own = E.tryCatch(() => copied(state), messageOf);
  return E.isLeft(own) ? null : thrownBy(() => viewed(trial, own.right));
};

/** A handler, or a view, that throws costs the view of the incident. */
export const throwsNothing: Law = {
  name: 'throws nothing, whatever an incident is like',
  breach: (trial) => {
    const initial = E.tryCatch(() => ownInitial(trial.projection), messageOf);
    if (E.isLeft(initial)) return `its initial state throws: ${initial.left}`;
    const state = initial.right;
    const empty = thrownByView(trial, state);
    if (empty !== null) return `its view throws before the first event: ${empty}`;
    for (const { scope, event } of allSeen(trial, ownHistory(trial))) {
      const handler = thrownBy(() => {
        trial.projection.apply(scope, state, event);
      });
      if (handler !== null) return `it throws at ${named(event)}: ${handler}`;
      const view = thrownByView(trial, state);
      if (view !== null) return `its view throws after ${named(event)}: ${view}`;
    }
    return null;
  },
};
