import type { DurationSpread } from './durationSpread.ts';
import type { Resampling } from './estimate.ts';
import type { FleetAvailability } from './fleetAvailability.ts';
import type { NotInFleet } from './fleetIncident.ts';
import type { Recurrences } from './recurrences.ts';

/**
 * Incidents put together, and how long things took over them.
 *
 * @public
 */
export interface FleetCohort {
  /** How many incidents. */
  readonly incidents: number;
  /** How long things took, one entry for each definition and basis. */
  readonly durations: readonly DurationSpread[];
}

/**
 * What can be said of many incidents.
 *
 * @public
 */
export interface FleetView extends FleetCohort {
  /** How many incidents are no part of it, by reason; with `incidents` they add up to all that were added. */
  readonly leftOut: Readonly<Partial<Record<NotInFleet, number>>>;
  /** By the worst level on each scale, the worst first; each scale holds every incident once. */
  readonly bySeverity: readonly (FleetCohort & {
    /** The scale. */
    readonly scale: string;
    /** The level; null for incidents with none on that scale. */
    readonly level: string | null;
  })[];
  /** By component hit; an incident that hit several is in each of them, so these do not add up. */
  readonly byComponent: readonly (FleetCohort & {
    /** The component; null where none is named. */
    readonly component: string | null;
  })[];
  /** By the month in which impact started, side by side: no trend is claimed. */
  readonly byMonth: readonly (FleetCohort & {
    /** The month, such as `2024-12`; null where the start is not known to the hour. */
    readonly month: string | null;
  })[];
  /** How available things were in the window; null when no window was asked for. */
  readonly availability: FleetAvailability | null;
  /** What came again. */
  readonly recurrences: Recurrences;
  /** How the numbers were computed. */
  readonly method: Resampling & {
    /** How quantiles are taken: definition 7 of Hyndman and Fan. */
    readonly quantiles: 'hyndman-fan-7';
    /** How intervals are made. */
    readonly intervals: 'percentile-bootstrap';
    /** The time zone that months are of. */
    readonly zone: string;
  };
}
