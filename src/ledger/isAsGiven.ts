import type { StoredEvent, UnstoredEvent } from '../events/stored.ts';

/** An event of any fields. */
const fieldsOf = (event: object): Readonly<Record<string, unknown>> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  event as Readonly<Record<string, unknown>>;

/**
 * Whether a store gives back an event as it was given it, part by part the very same, so that it need not be read again:
 * one that can never change was made by the quick copy, which takes only what is read as it stands.
 */
export const isAsGiven = (stored: StoredEvent, given: UnstoredEvent | undefined): boolean => {
  if (given === undefined || !Object.isFrozen(given)) return false;
  const before = fieldsOf(given);
  const after = fieldsOf(stored);
  // The quick copy has no other keys than its own.
  // oxlint-disable-next-line guard-for-in
  for (const key in before) if (after[key] !== before[key]) return false;
  return true;
};
