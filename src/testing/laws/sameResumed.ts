import * as E from 'fp-ts/lib/Either.js';
import { fold, seen } from '../../history/fold.ts';
import type { History } from '../../history/history.ts';
import { differencesIn, showDifference } from '../differences.ts';
import { replayed, replayedStates } from './folding.ts';
import type { Law, Trial } from './law.ts';
import { copied, ownHistory } from './law.ts';

/** The history without the first that the projection sees of it. */
const rest = (trial: Trial, told: History<unknown>, cut: number): History<unknown> => {
  const sequences: Record<string, readonly unknown[]> = {};
  let left = cut;
  for (const scope of trial.projection.scopes) {
    const all = seen(told, scope);
    sequences[scope] = all.slice(left);
    left = Math.max(0, left - all.length);
  }
  const { incident: happenings, claims, ledger: events } = sequences;
  return Object.assign(
    { ...told, claims: told.claims },
    happenings && { happenings },
    claims && { claims },
    events && { events },
  );
};

const place = (cut: number): string =>
  cut === 0 ? 'before the first event' : `after ${cut} ${cut === 1 ? 'event' : 'events'}`;

/** What is replayed: the history, the state at a cut, and the state at the end. */
interface Replay {
  readonly told: History<unknown>;
  readonly state: unknown;
  readonly end: unknown;
}

const resumedAt = (trial: Trial, cut: number, { told, state, end }: Replay): string | null => {
  const saved = copied(state);
  const resumed = fold(rest(trial, told, cut), trial.projection, saved);
  const from = `resumed from the state saved ${place(cut)}`;
  if (E.isLeft(resumed)) return `${from}, it throws: ${resumed.left.message}`;
  const [changed] = differencesIn(state, saved);
  if (changed) return `${from}, it changes that${showDifference(changed, 'before', 'after')}`;
  // Equal states have equal views: that is another law.
  const [found] = differencesIn(end, resumed.right);
  return found ? `${from}, the state differs${showDifference(found, 'replayed', 'resumed')}` : null;
};

/** A saved state is the state as JSON; it stays as it is. */
export const sameResumed: Law = {
  name: 'comes to the same resumed from a saved state as replayed, wherever it was saved',
  breach: (trial) => {
    const end = replayed(trial, ownHistory(trial));
    const states = replayedStates(trial, ownHistory(trial));
    const told = ownHistory(trial);
    for (const [cut, state] of states.slice(0, -1).entries()) {
      const found = resumedAt(trial, cut, { told, state, end });
      if (found !== null) return found;
    }
    return null;
  },
};
