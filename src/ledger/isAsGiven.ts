import type { StoredEvent, UnstoredEvent } from '../events/stored.ts';

/**
 * Whether a store gives back an event as it was given it, part by part the very same, so that it need not be read again:
 * one that can never change was made by the quick copy, which takes only what is read as it stands.
 */
export const isAsGiven = (stored: StoredEvent, given: UnstoredEvent | undefined): boolean => {
  if (given === undefined || !Object.isFrozen(given)) return false;
  // The quick copy has no other keys than its own.
  // oxlint-disable-next-line guard-for-in
  for (const key in given) if (Reflect.get(stored, key) !== Reflect.get(given, key)) return false;
  return true;
};
