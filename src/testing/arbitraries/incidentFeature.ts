import type { CoreEvents } from '../../events/core.ts';
import type { EventArbitraryOptions } from './kinds.ts';

/**
 * What makes the record of an incident hard to read: events recorded long after they happened; corrections, both
 * transcriptions and revisions; retractions, of corrections and of retractions too; sources that contradict each
 * other; several episodes, each begun by a reopening; moments that are not exact, some with an end missing or with
 * a zone that is undecided.
 *
 * @public
 */
export type IncidentFeature =
  'late' | 'corrections' | 'retractions' | 'contradictions' | 'episodes' | 'inexact';

/**
 * Which incidents are made.
 *
 * @public
 */
export interface IncidentArbitraryOptions<D = CoreEvents> extends EventArbitraryOptions<D> {
  /** What to leave out; nothing when absent. */
  readonly without?: readonly IncidentFeature[];
  /** The most that is told, claims that contradict and what amends it not counted; 10 when absent. */
  readonly maxTold?: number;
}
