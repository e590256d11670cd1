import type { StoredEvent } from '../events/stored.ts';

const frozen = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(frozen));
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  return Object.freeze(Object.fromEntries(entries.map(([key, child]) => [key, frozen(child)])));
};

/** A copy of an event that shares nothing with it and cannot be changed. */
export const frozenCopy = (event: StoredEvent): StoredEvent =>
  // A copy of plain JSON is the same plain JSON.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  frozen(event) as StoredEvent;
