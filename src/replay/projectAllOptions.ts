import type { Vocabulary } from '../events/vocabulary.ts';
import type { AsOf } from '../history/asOf.ts';
import type { Policy } from '../history/policy.ts';
import type { Instant } from '../primitives/instant.ts';
import type { StoreOptions } from '../store/port.ts';
import type { UnreadableEvents } from '../ledger/ledgerError.ts';
import type { Partition } from './partition.ts';
import type { ReplayedIncident } from './projectLog.ts';
import type { UnreadableLog } from './replayError.ts';

/**
 * How a whole ledger is looked at.
 *
 * @public
 */
export interface ProjectAllOptions extends AsOf, StoreOptions {
  /** What the views take for the present: a replay has no clock. */
  readonly at: Instant;
  /** How one claim is chosen among several; `defaultPolicy` when absent. */
  readonly policy?: Policy;
  /** The vocabulary to read with; the core's when absent. */
  readonly vocabulary?: Vocabulary<unknown>;
  /**
   * What to do with what cannot be read: `fail` at once, which is the default; or `quarantine` it: go on, and say
   * of the incident's view that it is incomplete.
   */
  readonly unreadable?: 'fail' | 'quarantine';
  /** Is told what was quarantined, with its place. */
  readonly onQuarantine?: (what: UnreadableEvents | UnreadableLog) => void;
  /** The part of the incidents to replay; all when absent. Parts can be replayed in other processes. */
  readonly partition?: Partition;
  /** Is told every so often how far it is. */
  readonly onProgress?: (progress: Replayed) => void;
}

/**
 * How much was replayed.
 *
 * @public
 */
export interface Replayed {
  /** How many incidents. */
  readonly incidents: number;
  /** How many events. */
  readonly events: number;
  /** How many of the incidents lack events that could not be read. */
  readonly incomplete: number;
  /** How many bytes of a log were read, those of other parts included; 0 of a store. */
  readonly bytes: number;
}

/**
 * Takes the view of one incident.
 *
 * @public
 */
export type ViewTaker<V> = (incident: ReplayedIncident<V>) => Promise<void> | void;
