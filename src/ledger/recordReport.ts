import type { CoreEvents } from '../events/core.ts';
import type { RecordedEvent } from '../events/event.ts';
import type { EventId, IncidentId } from '../primitives/ids.ts';
import type { StoreOptions } from '../store/port.ts';
import type { AnyEvent } from './encodeAll.ts';
import type { Planned } from './recordPlan.ts';

/**
 * How a document is recorded.
 *
 * @public
 */
export interface RecordOptions extends StoreOptions {
  /** The incident to record it in; the one that the document names when absent. */
  readonly into?: IncidentId | undefined;
}

/**
 * What recording a document came to, claim by claim.
 *
 * @public
 */
export interface RecordReport<D = CoreEvents> {
  /** The incident that it was recorded in. */
  readonly incidentId: IncidentId;
  /** New claims. */
  readonly appended: readonly EventId[];
  /** Claims that the ledger had already, as the document words them. */
  readonly known: readonly EventId[];
  /** Claims that the document words otherwise than before, or that are read otherwise now of the same words. */
  readonly corrected: readonly EventId[];
  /** Claims that the document no longer has, or that are no longer read of the same words. */
  readonly retracted: readonly EventId[];
  /** Those of the corrected and the retracted of which the words are the same, and only read otherwise now. */
  readonly mended: readonly EventId[];
  /** Claims that the document had no longer, and has again. */
  readonly reinstated: readonly EventId[];
  /**
   * Claims left as they are, since the document is an older version than one recorded before: it words them otherwise than
   * any version recorded, or a later version had them no longer.
   */
  readonly outdated: readonly EventId[];
  /** The events written for all this, as the store gave them back. */
  readonly events: readonly RecordedEvent<D>[];
}

/** What was planned for a document. */
interface PlannedRecord {
  /** What was planned, by the id of the event. */
  readonly planned: ReadonlyMap<string, Planned>;
  /** The claims left as they are. */
  readonly outdated: readonly EventId[];
}

/** Tells what was written of what was planned. */
export const reportOf = <D>(
  incidentId: IncidentId,
  claims: readonly AnyEvent[],
  { planned, outdated }: PlannedRecord,
  events: readonly (RecordedEvent<D> & { readonly eventId: EventId })[],
): RecordReport<D> => {
  const claimsThat: Readonly<Record<Planned['as'], EventId[]>> = {
    appended: [],
    corrected: [],
    cleared: [],
    retracted: [],
    reinstated: [],
  };
  const mended: EventId[] = [];
  for (const { eventId } of events) {
    const plan = planned.get(eventId);
    if (!plan) continue;
    claimsThat[plan.as].push(plan.claim);
    if (plan.as !== 'appended' && plan.isMended === true) mended.push(plan.claim);
  }
  const { appended, corrected, retracted, reinstated } = claimsThat;
  const known: EventId[] = [];
  if (appended.length < claims.length) {
    const told = new Set([...appended, ...corrected, ...outdated]);
    for (const { eventId } of claims) if (!told.has(eventId)) known.push(eventId);
  }
  return {
    incidentId,
    appended,
    known,
    corrected,
    retracted,
    mended,
    reinstated,
    outdated,
    events,
  };
};
