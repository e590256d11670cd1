import type { StoredEvent, UnstoredEvent } from '../events/stored.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import { newMeter, openCopy } from './frozenCopy.ts';
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

/** A copy of an event that nobody else has, of which the parts are frozen and not yet itself. */
export type OpenEvent = Record<string, unknown>;

/** Copies of events for a log to keep, with how large they are at most. */
export const toKeep = (
  events: readonly UnstoredEvent[],
): { readonly kept: readonly OpenEvent[]; readonly mostBytes: number } => {
  const meter = newMeter();
  const kept = events.map((event) => openCopy(event, meter));
  return { kept, mostBytes: meter.mostBytes };
};

/**
 * Writes events at the end of a log and of their streams.
 *
 * @param kept - With their revisions and when they are recorded: they are given their positions and frozen.
 */
export const addTo = (log: MemoryLog, prefix: string, kept: readonly OpenEvent[]): void => {
  const { streams, incidents } = ledgerIn(log, prefix);
  for (const event of kept) {
    event['position'] = positionOf(log.entries.length);
    // A copy of plain JSON is the same plain JSON.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const placed = Object.freeze(event) as unknown as StoredEvent;
    const stream = streams.get(placed.incidentId);
    if (stream) stream.push(placed);
    else {
      streams.set(placed.incidentId, [placed]);
      incidents.push(placed.incidentId);
    }
    log.entries.push({ prefix, event: placed });
  }
  wake(log.waiting);
};
