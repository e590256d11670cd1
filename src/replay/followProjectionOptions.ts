import type { Vocabulary } from '../events/vocabulary.ts';
import type { ProjectionFault } from '../history/fold.ts';
import type { Policy } from '../history/policy.ts';
import type { UnreadableEvents } from '../ledger/ledgerError.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { StateStore } from '../store/states.ts';
import type { FollowError, FollowOptions } from './followPages.ts';

/**
 * Where a followed projection saves its states, and how it goes about it.
 *
 * @public
 */
export interface FollowProjectionOptions extends FollowOptions {
  /** Where the states are saved. */
  readonly states: StateStore;
  /** How one claim is chosen among several; `defaultPolicy` when absent. Saved states are bound to it. */
  readonly policy?: Policy | undefined;
  /** The vocabulary to read with; the core's when absent. Saved states are bound to it. */
  readonly vocabulary?: Vocabulary<unknown> | undefined;
  /** The most events to take before the states are saved; the store's own limit when absent. */
  readonly limit?: number | undefined;
  /**
   * What to do with events that cannot be read: `fail`, which is the default; or `quarantine` them: go on, and say of
   * the incident's view that it is incomplete.
   */
  readonly unreadable?: 'fail' | 'quarantine' | undefined;
  /** Is told what was quarantined. */
  readonly onQuarantine?: ((what: UnreadableEvents) => void) | undefined;
  /** Is told which incidents have a new view, when it is saved. After a crash in between it is not told of those. */
  readonly onSaved?: ((incidentIds: readonly IncidentId[], position: string) => void) | undefined;
}

/**
 * Why a followed projection ended before its signal ended it.
 *
 * @public
 */
export type FollowProjectionError = FollowError | UnreadableEvents | ProjectionFault;
