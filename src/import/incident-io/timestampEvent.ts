import type { CoreEvents } from '../../events/core.ts';
import { plainWords } from '../text/plainWords.ts';

/** The events that a timestamp can be of. */
export type TimestampEvent = Extract<
  keyof CoreEvents,
  | 'ImpactStarted'
  | 'ImpactEnded'
  | 'Detected'
  | 'Declared'
  | 'Acknowledged'
  | 'CauseIdentified'
  | 'FixApplied'
  | 'Mitigated'
  | 'Restored'
  | 'Resolved'
  | 'Closed'
  | 'Cancelled'
>;

const NAMES: readonly (readonly [RegExp, TimestampEvent])[] = [
  [/^(?:customer |user )?impact (?:start(?:ed)?|began|begins?)$/, 'ImpactStarted'],
  [/^(?:incident )?(?:started|began)$/, 'ImpactStarted'],
  [/^(?:customer |user )?impact (?:end(?:ed)?|stopped|over)$/, 'ImpactEnded'],
  [/^detected$/, 'Detected'],
  [/^(?:reported|declared|opened|created)$/, 'Declared'],
  [/^(?:accepted|acknowledged|responded)$/, 'Acknowledged'],
  [/^(?:(?:root )?cause )?(?:identified|found)$/, 'CauseIdentified'],
  [/^(?:fixed|fix (?:applied|deployed|released))$/, 'FixApplied'],
  [/^(?:impact )?(?:mitigated|stabili[sz]ed)$/, 'Mitigated'],
  [/^(?:service )?(?:restored|recovered)$/, 'Restored'],
  [/^resolved$/, 'Resolved'],
  [/^closed$/, 'Closed'],
  [/^(?:cancell?ed|declined)$/, 'Cancelled'],
];

/**
 * The event that a timestamp is of, by its name; null where that is open. People name timestamps themselves.
 *
 * @param name - Such as `Impact started` or `Fixed at`.
 */
export const timestampEvent = (name: string): TimestampEvent | null => {
  const words = plainWords(name, 100)
    .replaceAll(/[^a-z ]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/ at$/, '');
  return NAMES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
};
