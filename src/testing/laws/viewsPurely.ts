import { differencesIn, showDifference } from '../differences.ts';
import { replayed, viewed } from './folding.ts';
import type { Law } from './law.ts';
import { copied, ownHistory } from './law.ts';

/** A view is asked for at any time, and any number of times. */
export const viewsPurely: Law = {
  name: 'changes nothing by being viewed, and is viewed the same again',
  breach: (trial) => {
    const state = replayed(trial, ownHistory(trial));
    const before = copied(state);
    const view = viewed(trial, state);
    // The view may be part of the state, which a second view must not change either.
    const [inState] = differencesIn(before, copied(state));
    if (inState) return `the view changes the state${showDifference(inState, 'before', 'after')}`;
    const [again] = differencesIn(view, viewed(trial, copied(state)));
    return again ? `viewed twice, it differs${showDifference(again, 'first', 'then')}` : null;
  },
};
