import type { Instant } from '../../primitives/instant.ts';
import type { Moment } from '../../primitives/moment.ts';
import { isLongAfter, lastWritten } from '../vendor/lastWritten.ts';
import type { StatuspageUpdate } from './statuspageUpdates.ts';

const earlier = (at: Instant, other: Instant | undefined): Instant =>
  other !== undefined && other < at ? other : at;

/** When a version of an incident was. */
export interface VersionTimes {
  /** When it was seen, where that is known. */
  readonly seen: Instant | undefined;
  /** When it was seen, else last updated. */
  readonly version: Instant | undefined;
}

/**
 * When something written then was stated: in a version seen later, between the two; where it was edited, certainly by the edit,
 * since nothing tells how it read before.
 *
 * @param changed - When it was last written, be it by the page itself.
 */
export const statedIn = (
  { seen, version }: VersionTimes,
  written: Instant,
  changed?: Instant,
): Moment => {
  if (seen !== undefined) return { earliest: earlier(written, seen), latest: seen };
  const by = lastWritten(written, changed);
  return { earliest: earlier(written, version), latest: earlier(by, version) };
};

/**
 * The updates of a part of an incident, as claims of impact are made of them: without their components where the update that the
 * incident was opened with is missing, since nothing then tells which impact a status is of, and which began before.
 */
export const updatesForImpacts = (
  updates: readonly StatuspageUpdate[],
  opened: Instant,
): readonly StatuspageUpdate[] => {
  const hasFirst = updates.some(
    ({ created }) => created !== undefined && !isLongAfter(created, opened),
  );
  return hasFirst ? updates : updates.map((update) => ({ ...update, components: [] }));
};
