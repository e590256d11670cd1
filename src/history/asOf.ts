import type { Instant } from '../primitives/instant.ts';
import type { Moment } from '../primitives/moment.ts';
import type { AnyRecorded } from './effective.ts';

/**
 * A point on each of the three time axes from which a history is looked at; an absent one is the end of its axis.
 *
 * @public
 */
export interface AsOf {
  /** What someone had stated by then: keeps what was certainly stated at or before this instant. */
  readonly knownAt?: Instant;
  /** What this ledger held then: keeps what was recorded before this instant; later appends change nothing. */
  readonly recordedBefore?: Instant;
  /**
   * What had happened by then: keeps what began before this instant, or, where no time is known, was said before
   * it. Corrections are never cut by it.
   */
  readonly occurredBefore?: Instant;
}

/** Whether something recorded at that instant was in the ledger by then. */
export const wasRecorded = (recordedAt: Instant, { recordedBefore }: AsOf): boolean =>
  recordedBefore === undefined || recordedAt < recordedBefore;

type Statement = Pick<AnyRecorded, 'statedAt' | 'recordedAt'>;

/** Whether something was certainly stated by then; a statement without a last instant was made when recorded. */
export const wasStated = ({ statedAt, recordedAt }: Statement, { knownAt }: AsOf): boolean =>
  knownAt === undefined || (statedAt?.latest ?? recordedAt) <= knownAt;

/** When it was stated: when it was recorded, where nobody says. */
export const statedAtOf = ({ statedAt, recordedAt }: Statement): Moment =>
  statedAt ?? { earliest: recordedAt, latest: recordedAt };

/** Whether something that stands at that instant of the story had begun by then. */
export const hadOccurred = (toldAt: Instant, { occurredBefore }: AsOf): boolean =>
  occurredBefore === undefined || toldAt < occurredBefore;
