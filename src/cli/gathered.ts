import type { EventStore, IncidentId, Ledger } from '../index.ts';
import type { ImportWarning } from '../import/public.ts';

/** What taking a file came to for one incident. */
export interface Taken {
  /** The file. */
  readonly file: string;
  /** The incident. */
  readonly incidentId: IncidentId;
  /** How many events are new. */
  readonly appended: number;
  /** How many the ledger had already. */
  readonly known: number;
  /** How many the document words otherwise than before. */
  readonly corrected: number;
  /** How many the document no longer has. */
  readonly retracted: number;
}

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
  /** What taking each file came to. */
  readonly taken: Taken[];
}
