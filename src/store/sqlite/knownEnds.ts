import type { IncidentId } from '../../primitives/ids.ts';

/** Where a stream and its ledger end: what a write has to know. */
export interface Ends {
  /** Number of the incident. */
  readonly incident: number;
  /** How many events the stream has. */
  readonly length: number;
  /** When its last event was recorded, in milliseconds. */
  readonly recordedMs: number;
  /** The number of the last position of the ledger; 0 while it is empty. */
  readonly place: number;
  /** The latest instant at which anything was appended to the ledger, in milliseconds. */
  readonly clockMs: number;
}

/** What a process remembers of its own writes: true as long as no other process has written since. */
export interface KnownEnds {
  /** Where the stream and the ledger ended; null when that is not remembered. */
  of(incidentId: IncidentId): Ends | null;
  /** Remembers the ends after a write of that many events. */
  remember(incidentId: IncidentId, ends: Ends, events: number): void;
}

const MOST_STREAMS = 1000;

/** Nothing remembered yet. */
export const knownEnds = (): KnownEnds => {
  const streams = new Map<IncidentId, Ends>();
  let end = { place: 0, clockMs: 0 };
  return {
    of: (incidentId) => {
      const stream = streams.get(incidentId);
      return stream ? { ...stream, ...end } : null;
    },
    remember: (incidentId, ends, events) => {
      const wasAlone = ends.place - events === end.place;
      if (!wasAlone || streams.size >= MOST_STREAMS) streams.clear();
      streams.set(incidentId, ends);
      end = { place: ends.place, clockMs: ends.clockMs };
    },
  };
};
