import { differencesIn, showDifference } from '../differences.ts';
import { named, replayed, viewed } from './folding.ts';
import { keptForAll } from './keptForAll.ts';
import { keptOutside } from './keptOutside.ts';
import type { Law, Trial } from './law.ts';
import { ownHistory } from './law.ts';
import { watchingSenses } from './senses.ts';
import { sharedNames } from './sharedNames.ts';
import type { Trespass } from './trespass.ts';
import { watchingTrespass } from './trespass.ts';

const sensed = (trial: Trial): string | null => {
  const told = ownHistory(trial);
  const called: string[] = [];
  let where: string | null = null;
  watchingSenses(
    (name) => {
      called.push(name);
    },
    () => {
      const state = replayed(trial, told, (_, { event }) => {
        if (called.length > 0) where ??= `at ${named(event)}`;
      });
      if (called.length > 0) where ??= 'in its initial state';
      viewed(trial, state);
    },
  );
  return called.length > 0 ? `it calls ${called[0]} ${where ?? 'in its view'}` : null;
};

/** Two runs differ where something is read, or kept, that was not watched. */
const differing = (trial: Trial): string | null => {
  const [state, again] = [replayed(trial, ownHistory(trial)), replayed(trial, ownHistory(trial))];
  const [inState] = differencesIn(state, again);
  if (inState) return `two runs give different states${showDifference(inState, 'first', 'then')}`;
  const [inView] = differencesIn(viewed(trial, state), viewed(trial, again));
  return inView ? `two runs give different views${showDifference(inView, 'first', 'then')}` : null;
};

/** What all objects have in common is outside a state, too. */
const trespassing = (trial: Trial): string | null => {
  let found: Trespass | null = null;
  watchingTrespass(
    (trespass) => {
      found ??= trespass;
    },
    () => viewed(trial, replayed(trial, ownHistory(trial))),
  );
  return showTrespass(found);
};

const showTrespass = (trespass: Trespass | null): string | null =>
  trespass &&
  `it puts ${trespass.key} into ${trespass.into}, which all objects share, as a key named __proto__ or constructor leads to it: put something before ids that are keys`;

/** No clock, no randomness, nothing that an earlier run left behind, nothing that all objects share. */
export const readsEventsAlone: Law = {
  name: 'depends on its events alone: on no clock, no randomness and nothing kept outside its state',
  breach: (trial) =>
    trespassing(trial) ??
    sharedNames(trial) ??
    sensed(trial) ??
    differing(trial) ??
    keptOutside(trial),
  breachOfAll: keptForAll,
};
