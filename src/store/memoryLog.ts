import type { StoredEvent } from '../events/stored.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import { frozenCopy } from './frozenCopy.ts';
import { wake } from './pause.ts';
import { positionOf } from './position.ts';

/**
 * One ledger of a log.
 *
 * @public
 */
export interface MemoryLedger {
  /** The events of each incident, by revision. */
  readonly streams: Map<IncidentId, StoredEvent[]>;
  /** The incidents in the order of their first events. */
  readonly incidents: IncidentId[];
}

/**
 * What memory stores write to. Several stores, each with its own prefix, can share one.
 *
 * @public
 */
export interface MemoryLog {
  /** Every event with the prefix of its ledger, at the index that its position names. */
  readonly entries: { readonly prefix: string; readonly event: StoredEvent }[];
  /** The ledgers by prefix. */
  readonly ledgers: Map<string, MemoryLedger>;
  /** The latest instant at which anything was recorded; null before the first. */
  recordedAt: Instant | null;
  /** What to call when the next event arrives. */
  readonly waiting: Set<() => void>;
}

/**
 * An empty log for memory stores to share.
 *
 * @public
 */
export const memoryLog = (): MemoryLog => ({
  entries: [],
  ledgers: new Map(),
  recordedAt: null,
  waiting: new Set(),
});

/** The ledger of that prefix, made when it is first asked for. */
export const ledgerIn = ({ ledgers }: MemoryLog, prefix: string): MemoryLedger => {
  const known = ledgers.get(prefix);
  if (known) return known;
  const ledger: MemoryLedger = { streams: new Map(), incidents: [] };
  ledgers.set(prefix, ledger);
  return ledger;
};

/** Writes events at the end of a log and of their streams. */
export const addTo = (log: MemoryLog, prefix: string, events: readonly StoredEvent[]): void => {
  const { streams, incidents } = ledgerIn(log, prefix);
  for (const event of events) {
    const kept = frozenCopy({ ...event, position: positionOf(log.entries.length) });
    const stream = streams.get(event.incidentId);
    if (stream) stream.push(kept);
    else {
      streams.set(event.incidentId, [kept]);
      incidents.push(event.incidentId);
    }
    log.entries.push({ prefix, event: kept });
  }
  wake(log.waiting);
};
