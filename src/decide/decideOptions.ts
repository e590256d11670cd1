import type { CoreEvents } from '../events/core.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import type { Instant } from '../primitives/instant.ts';

/**
 * What a decision depends on beside the command and the state.
 *
 * @public
 */
export interface DecideOptions<D = CoreEvents> {
  /** The present: nothing else tells the time. */
  readonly now: Instant;
  /** How far in the future a time may lie, in milliseconds; 0 when absent. */
  readonly toleranceMs?: number;
  /** The vocabulary of the command; the core's when absent. */
  readonly vocabulary?: Vocabulary<D>;
}
