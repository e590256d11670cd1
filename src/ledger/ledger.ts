import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { Command } from '../decide/command.ts';
import type { RefusalOf } from '../decide/refusal.ts';
import type { ClaimDocument } from '../events/claim.ts';
import type { CoreEvents } from '../events/core.ts';
import type { RecordedEvent } from '../events/event.ts';
import type { AsOf } from '../history/asOf.ts';
import type { History } from '../history/history.ts';
import type { Projection } from '../history/projection.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import type { StoreOptions } from '../store/port.ts';
import type { LedgerError, LoadError } from './ledgerError.ts';
import type { RecordOptions, RecordReport } from './recordReport.ts';
import type { Rule } from './rule.ts';

/**
 * From where a history is looked at, and what ends the work.
 *
 * @public
 */
export interface LookOptions extends AsOf, StoreOptions {}

/**
 * For which instant a view is computed, and from where.
 *
 * @public
 */
export interface ViewOptions extends LookOptions {
  /** What the view takes for the present; the ledger's clock when absent. */
  readonly at?: Instant;
}

/**
 * Incidents kept in a store: commands and documents go in, histories and views come out. Every write is checked
 * whole, appended at the exact revision it was decided on, and decided again when another writer came between.
 *
 * @public
 */
export interface Ledger<D = CoreEvents> {
  /**
   * Carries out a command.
   *
   * @returns The events recorded: none when the command was carried out before, or says what its source has said.
   */
  handle<C extends Command<D>>(
    command: C,
    options?: StoreOptions,
  ): TaskEither<RefusalOf<C> | LedgerError, readonly RecordedEvent<D>[]>;

  /** Records what a rule of your own gives. */
  transact<R>(
    incidentId: IncidentId,
    rule: Rule<R, D>,
    options?: StoreOptions,
  ): TaskEither<R | LedgerError, readonly RecordedEvent<D>[]>;

  /**
   * Records what an importer read: only what the ledger does not have yet. Its schema is checked, the order of
   * life is not, since documents do tell of things in any order.
   *
   * @remarks What the document words otherwise than before is corrected; what a complete one no longer has is
   * retracted, and reinstated once it has it again. Versions that tell when they were stated
   * (`ClaimDocument.statedAt`) are put in order by it: one older than the latest recorded corrects and retracts
   * nothing, and `RecordReport.outdated` tells which of its claims were left as they are. What is more than a store
   * takes at once is appended in parts; recording again completes it.
   */
  record(
    document: ClaimDocument<D>,
    options?: RecordOptions,
  ): TaskEither<LedgerError, RecordReport<D>>;

  /** The history of an incident; one without events has an empty one. */
  history(incidentId: IncidentId, options?: LookOptions): TaskEither<LoadError, History<D>>;

  /** What a projection makes of an incident. */
  view<S, V>(
    incidentId: IncidentId,
    projection: Projection<S, V>,
    options?: ViewOptions,
  ): TaskEither<LedgerError, V>;
}
