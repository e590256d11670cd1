import type { Instant } from '../primitives/instant.ts';
import type { MeasuredImpact } from './measuredImpact.ts';
import type { UnmeasuredImpact } from './placedImpact.ts';
import type { ImpactInterval } from './worstIntervals.ts';

/**
 * How one component was hit.
 *
 * @public
 */
export interface ComponentImpact {
  /** The component; null where no source names one. */
  readonly component: string | null;
  /** When it was hit and how badly; the worst degree holds at any instant, and the last may still run. */
  readonly intervals: readonly ImpactInterval[];
  /** How long it counts as down, in milliseconds, up to the instant asked for; null when no impact could be counted. */
  readonly downtimeMs: number | null;
  /** Impacts left out of the intervals and the downtime, since they cannot be placed in time. */
  readonly unmeasured: readonly UnmeasuredImpact[];
}

/**
 * Who was hit, when and how badly.
 *
 * @public
 */
export interface ImpactView {
  /** The components hit, in the order in which they were. */
  readonly components: readonly ComponentImpact[];
  /** How long at least one was down, in milliseconds, overlap counted once; null when no impact could be counted. */
  readonly downtimeMs: number | null;
  /** The worst level on each scale. */
  readonly severity: Readonly<Record<string, string>>;
  /** What was measured. */
  readonly measured: MeasuredImpact;
  /** Name of the weights that say what counts as down. */
  readonly weights: string;
  /** The instant that running impacts are counted up to. */
  readonly at: Instant;
}
