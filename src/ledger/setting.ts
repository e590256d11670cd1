import type { Vocabulary } from '../events/vocabulary.ts';
import type { Policy } from '../history/policy.ts';
import type { Clock } from '../primitives/instant.ts';
import type { EventStore } from '../store/port.ts';

/** What a ledger works with, defaults filled in. */
export interface Setting<D> {
  readonly store: EventStore;
  readonly vocabulary: Vocabulary<D>;
  readonly policy: Policy;
  readonly clock: Clock;
  readonly futureToleranceMs: number;
  readonly retries: number;
}
