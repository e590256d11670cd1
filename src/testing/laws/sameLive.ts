import * as E from 'fp-ts/lib/Either.js';
import { fold } from '../../history/fold.ts';
import { step } from '../../history/step.ts';
import { differencesIn, showDifference } from '../differences.ts';
import { named, replayed, replayedStates, viewed } from './folding.ts';
import type { Law, Trial } from './law.ts';
import { ownHistory } from './law.ts';

const differing = (what: string, inPlace: unknown, live: unknown): string | null => {
  const [found] = differencesIn(inPlace, live);
  return found ? `${what} differs${showDifference(found, 'replayed', 'live')}` : null;
};

/** One draft an event, as a live projection is folded. */
const eventByEvent = (trial: Trial): string | null => {
  const states = replayedStates(trial, ownHistory(trial));
  const steps = step(ownHistory(trial), trial.projection);
  for (const [index, { event, after, fault }] of steps.entries()) {
    if (fault !== undefined) return `live, it throws at ${named(event)}: ${fault}`;
    const found = differing(`the state after ${named(event)}`, states[index + 1], after);
    if (found !== null) return found;
  }
  const last = steps.at(-1)?.after ?? trial.projection.initial();
  return differing('the view', viewed(trial, states.at(-1)), viewed(trial, last));
};

/** One draft for all events. */
const inOneDraft = (trial: Trial): string | null => {
  const drafted = fold(ownHistory(trial), trial.projection);
  if (E.isLeft(drafted)) return `live, it throws: ${drafted.left.message}`;
  return differing('the state', replayed(trial, ownHistory(trial)), drafted.right);
};

/** A replay changes a state of its own in place; what is live is folded by drafts. */
export const sameLive: Law = {
  name: 'comes to the same live as replayed, at every event',
  breach: (trial) => eventByEvent(trial) ?? inOneDraft(trial),
};
