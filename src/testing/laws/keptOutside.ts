import * as E from 'fp-ts/lib/Either.js';
import { differencesIn, showDifference } from '../differences.ts';
import type { Trial } from './law.ts';
import type { Labels } from './relabelled.ts';
import { relabelled, viewUnder } from './relabelled.ts';
import { replayed, viewed } from './folding.ts';
import { ownHistory } from './law.ts';

let made = 0;

const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');

/** Ids that no trial had before, for the incident and its events: in the same order, since stories are told by it. */
const freshIds = ({ events }: Trial): Labels => {
  made += 1;
  const run = hex(made, 8);
  const ids = [...new Set(events.map(({ eventId }) => eventId))].toSorted();
  const incidents = [...new Set(events.map(({ incidentId }) => incidentId))];
  return new Map<string, string>([
    ...ids.map((id, index) => [id, `${run}-${hex(index, 4)}-5000-8000-000000000000`] as const),
    ...incidents.map((id, index) => [id, `incident-${run}-${index}`] as const),
  ]);
};

/**
 * How a look at the beginning of an incident changes what is then made of all of it; null where it does not. What is kept
 * outside by an id is only found where nobody met that id before.
 */
export const keptOutside = (trial: Trial): string | null => {
  const [first, again] = [viewUnder(trial, freshIds(trial)), viewUnder(trial, freshIds(trial))];
  if (E.isLeft(first) || E.isLeft(again)) return null;
  // A view that makes something else of ids, such as their first letters, cannot be told with the others again.
  if (differencesIn(first.right, again.right).length > 0) return null;
  const ids = freshIds(trial);
  const half = Math.ceil(trial.events.length / 2);
  const begun = relabelled({ ...trial, events: trial.events.slice(0, half) }, ids);
  viewed(begun, replayed(begun, ownHistory(begun)));
  const then = viewUnder(trial, ids);
  const [found] = E.isRight(then) ? differencesIn(first.right, then.right) : [];
  return found
    ? `it keeps something outside its state: after a look at ${half === 1 ? 'its first event' : `its first ${half} events`} alone, the view of the incident differs${showDifference(found, 'without that look', 'then')}`
    : null;
};
