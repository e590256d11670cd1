import type { AnyEffective } from '../history/effective.ts';
import type { Mutable } from '../history/mutable.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Moment } from '../primitives/moment.ts';
import { anchorOf } from '../primitives/moment.ts';
import type { Source } from '../primitives/source.ts';
import type { Keep } from './copyOf.ts';
import { copyOf } from './copyOf.ts';

/**
 * One claim of one source about when something happened.
 *
 * @public
 */
export interface Statement {
  /** What happened. */
  readonly type: string;
  /** Key of the happening. */
  readonly happening: string;
  /** When it happened, by this claim. */
  readonly moment: Moment;
  /** Who says so. */
  readonly source: Source;
  /** When they said so. */
  readonly stated: Instant;
  /** The claim. */
  readonly eventId: EventId;
}

/** A claim as a statement. */
export const statementOf = (event: AnyEffective, keep: Keep = copyOf): Mutable<Statement> => ({
  type: event.type,
  happening: event.happening,
  moment: keep(event.occurredAt),
  source: keep(event.source),
  stated: anchorOf(event.statedAt) ?? event.recordedAt,
  eventId: event.eventId,
});

/** The one stated last: a source's word is what it said last. Ids break a tie, the order of arrival never. */
export const latestOf = <T extends Pick<Statement, 'stated' | 'eventId'>>(
  statements: readonly T[],
): T | undefined =>
  statements.toSorted((a, b) => {
    if (a.stated !== b.stated) return a.stated < b.stated ? 1 : -1;
    return a.eventId < b.eventId ? -1 : 1;
  })[0];
