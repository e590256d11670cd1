import type { Interval } from '../primitives/interval.ts';
import type { SeverityScale } from '../primitives/severity.ts';
import type { AvailabilityWindow } from './availability.ts';
import type { Weights } from './downtime.ts';
import type { DurationsOptions } from './durations.ts';
import type { Resampling } from './estimate.ts';

/**
 * How the availability of a fleet is computed.
 *
 * @public
 */
export interface FleetAvailabilityOptions {
  /** The window; what of it lies after the instant of the views is not counted. */
  readonly window: AvailabilityWindow;
  /** What counts as down; `outageWeights` when absent. */
  readonly weights?: Weights;
  /** Time that belongs to neither side of the division, such as time that nobody watched. */
  readonly exclude?: readonly Interval[];
  /** Whether the windows of `MaintenanceScheduled` belong to neither side either; what overruns them counts. */
  readonly excludeMaintenance?: boolean;
  /** The objective that the error budget is of, such as 0.999; no budget when absent. */
  readonly objective?: number;
}

/**
 * What `fleetWith` does beside the usual.
 *
 * @public
 */
export interface FleetOptions extends DurationsOptions, Partial<Resampling> {
  /** The scales of severity with their ranks; `severityScales` when absent. */
  readonly scales?: readonly SeverityScale[];
  /** The time zone that months are of, as an IANA name; `UTC` when absent. */
  readonly zone?: string;
  /** Whether to give the mean too; durations are skewed, so that a mean misleads. */
  readonly mean?: boolean;
  /** The window to compute availability for; none when absent. */
  readonly availability?: FleetAvailabilityOptions;
  /** How soon after another an incident counts as a recurrence, in milliseconds; 184 days when absent. */
  readonly recurrenceMs?: number;
}
