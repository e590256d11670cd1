import type { EventStore, IncidentId, Ledger } from '../index.ts';

/** A claim that recording a document added, changed, withdrew or brought back. */
export interface ClaimChange {
  /** What became of it. */
  readonly as: 'appended' | 'corrected' | 'retracted' | 'reinstated';
  /** Its type; absent where only what withdrew it tells. */
  readonly type?: string;
  /** Where it stands in the document. */
  readonly place: string;
  /** Id of the event that was written for it. */
  readonly eventId: string;
  /** There where the document words it as before, and it is only read otherwise now. */
  readonly isMended?: true;
}

/** What taking a file came to for one incident. */
export interface Taken {
  readonly _tag: 'Recorded';
  /** The file. */
  readonly file: string;
  /** The format it was read as. */
  readonly format: string;
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
  /** How many of the corrected and the retracted are only read otherwise now of the same words. */
  readonly mended: number;
  /** How many the document had no longer, and has again. */
  readonly reinstated: number;
  /** How many were left, since a later version of the document was recorded before. */
  readonly outdated: number;
  /** What was written, claim by claim. */
  readonly changes: readonly ClaimChange[];
}

/** Something that taking files came to. */
export type ReportEntry =
  | Taken
  | {
      readonly _tag: 'Warning';
      readonly file: string;
      readonly place: string;
      readonly message: string;
    }
  | {
      readonly _tag: 'LeftOut';
      readonly file: string;
      readonly place: string;
      readonly reason: string;
    };

/** Where files are taken to. */
export interface Gathered {
  /** Where their events are kept. */
  readonly store: EventStore;
  /** The ledger over it. */
  readonly ledger: Ledger;
  /** The file that first tells of each incident. */
  readonly sources: Map<IncidentId, string>;
  /** Whether those that documents tell of are among them, however many there are. */
  readonly isListed: boolean;
  /** The incident to record documents in; null for the one that they name. */
  readonly into: IncidentId | null;
  /** How many incidents are recorded at the same time: a store on a disk brings them there together. */
  readonly atOnce: number;
  /** Ends the work. */
  readonly signal: AbortSignal;
  /** Is told what it comes to, as it comes. */
  readonly tell: (entry: ReportEntry) => Promise<void>;
}
