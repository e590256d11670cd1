import { messageOf } from '../../primitives/messageOf.ts';
import type { Law, Trial } from './law.ts';
import { watchingTrespass } from './trespass.ts';

/** How a law is broken in a trial, in words; what is thrown on the way breaks it too. Nothing stays behind of it. */
const tried = (law: Law, trial: Trial): string | null => {
  try {
    return watchingTrespass(null, () => law.breach(trial));
  } catch (cause) {
    return `it throws: ${messageOf(cause)}`;
  }
};

/**
 * How a law is broken in a trial; null when it is not, and when one of those before it is: what follows from that
 * is no fault of its own.
 */
export const breachOf = (law: Law, before: readonly Law[], trial: Trial): string | null => {
  const breach = tried(law, trial);
  if (breach === null) return null;
  const isBroken = (earlier: Law): boolean =>
    (earlier.breachOfAll?.(trial.projection) ?? tried(earlier, trial)) !== null;
  return before.some(isBroken) ? null : breach;
};

/** A breach, with the trial it was found in. */
export interface Breach {
  /** The trial. */
  readonly trial: Trial;
  /** How the law was broken, in words. */
  readonly breach: string;
}

/** The same trial without one of its events. */
const withoutEvent = (trial: Trial, index: number): Trial => ({
  ...trial,
  events: trial.events
    .filter((_, each) => each !== index)
    .map((event, revision) => Object.assign({}, event, { revision })),
});

/** A breach with as few events as can be: none of them can be left out. */
export const smallest = (found: Breach, breachIn: (trial: Trial) => string | null): Breach => {
  for (const index of found.trial.events.keys()) {
    const trial = withoutEvent(found.trial, index);
    const breach = breachIn(trial);
    if (breach !== null) return smallest({ trial, breach }, breachIn);
  }
  return found;
};
