import type { AnyEffective, AnyRecorded } from '../history/effective.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import { instant, instantOfMs, msOf } from '../primitives/instant.ts';
import type { Moment } from '../primitives/moment.ts';
import { anchorOf } from '../primitives/moment.ts';
import { fieldOf } from './fieldOf.ts';

const LAST_MS = msOf(instant('9999-12-31T23:59:59.999Z'));

/** The one instant that stands for when an event was stated. */
export const statedOf = ({
  statedAt,
  recordedAt,
}: Pick<AnyRecorded, 'statedAt' | 'recordedAt'>): Instant =>
  (statedAt && anchorOf(statedAt)) ?? recordedAt;

/** The corrections of an event that stand, among the claims of its incident. */
export const standingCorrections = (
  claims: readonly AnyEffective[],
  target: EventId,
): readonly AnyEffective[] =>
  claims.filter(({ type, data }) => type === 'Corrected' && fieldOf(data, 'target') === target);

/**
 * When a further correction counts as stated where nobody tells: after those that stand, so that it wins over
 * them, even when the clock has not moved since or has gone back. Undefined when none stand.
 */
export const statedAfter = (
  corrections: readonly Pick<AnyRecorded, 'statedAt' | 'recordedAt'>[],
  now: Instant,
): Moment | undefined => {
  const last = corrections.map(statedOf).toSorted().at(-1);
  if (last === undefined) return undefined;
  return { earliest: now > last ? now : instantOfMs(Math.min(msOf(last) + 1, LAST_MS)) };
};
