import type { AnyRecorded } from '../../history/effective.ts';
import type { History } from '../../history/history.ts';
import { differencesIn, showDifference } from '../differences.ts';
import type { Seen } from './folding.ts';
import { allSeen, named, replayed, thrownBy } from './folding.ts';
import type { Law, Trial } from './law.ts';
import { ownHistory } from './law.ts';

const freeze = (value: unknown): void => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const child of Object.values(value)) freeze(child);
};

const frozen = (trial: Trial): History<unknown> => {
  const told = ownHistory(trial);
  const { claims } = told;
  freeze([told.events, claims, told.happenings]);
  return { ...told, claims };
};

/** Which event differs from what it was, and how; null when none does. */
const changedIn = (
  before: readonly Seen[],
  now: readonly Seen[],
  by: AnyRecorded,
): string | null => {
  for (const [index, { event }] of now.entries()) {
    const [found] = differencesIn(before[index]?.event, event);
    if (found) {
      const whose = by === event ? 'it' : named(event);
      return `at ${named(by)} it changes ${whose}${showDifference(found, 'before', 'after')}`;
    }
  }
  return null;
};

/** How the handlers change events; they are looked at one by one only when the end tells that one did. */
const changed = (trial: Trial): string | null => {
  const before = allSeen(trial, ownHistory(trial));
  const last = before.at(-1);
  const quick = ownHistory(trial);
  replayed(trial, quick);
  if (!last || changedIn(before, allSeen(trial, quick), last.event) === null) return null;
  const told = ownHistory(trial);
  const now = allSeen(trial, told);
  let found: string | null = null;
  replayed(trial, told, (_, { event }) => {
    found ??= changedIn(before, now, event);
  });
  return found;
};

/** Events are read-only, and so is what a state keeps of them. */
export const changesNoEvent: Law = {
  name: 'changes no event, and nothing that it keeps of one',
  breach: (trial) => {
    const change = changed(trial);
    if (change !== null) return change;
    const thrown = thrownBy(() => {
      replayed(trial, frozen(trial));
    });
    return thrown === null ? null : `it writes to an event: ${thrown}`;
  },
};
