import type { EventStore, IncidentId, Ledger } from '../index.ts';
import type { ImportWarning } from '../import/public.ts';

/** What the files taken so far hold. */
export interface Gathered {
  /** Where their events are kept. */
  readonly store: EventStore;
  /** The ledger over it. */
  readonly ledger: Ledger;
  /** The file that first tells of each incident. */
  readonly sources: Map<IncidentId, string>;
  /** What was not understood, by incident. */
  readonly warnings: Map<IncidentId, readonly ImportWarning[]>;
}
