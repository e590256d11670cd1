import { combine } from '../history/combine.ts';
import type { Projection } from '../history/projection.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Duration } from './duration.ts';
import { durationsWith } from './durations.ts';
import type { Cause } from './causes.ts';
import { causesIn } from './causes.ts';
import type { FleetOptions } from './fleetOptions.ts';
import { impactWith } from './impact.ts';
import type { ImpactRecord } from './impactRecord.ts';
import { impactRecord } from './impactRecord.ts';
import type { ComponentImpact } from './impactView.ts';
import type { IncidentState } from './incident.ts';
import { incident } from './incident.ts';
import { incidentRecord } from './incidentRecord.ts';
import type { IncidentView } from './incidentView.ts';
import { milestoneOf } from './milestone.ts';
import { definitionsWith, storyFor } from './milestones.ts';
import { placeOf } from './placeOf.ts';
import { withView } from './withView.ts';

/**
 * Why a whole incident is no part of the statistics.
 *
 * @public
 */
export type NotInFleet = 'nothing-known' | 'cancelled' | 'merged' | 'maintenance' | 'exercise';

/**
 * What a fleet takes of one incident.
 *
 * @public
 */
export interface FleetIncident {
  /** The incident; null when nothing is known of it. */
  readonly incidentId: IncidentId | null;
  /** Why it is no part of the statistics; null when it is. */
  readonly leftOut: NotInFleet | null;
  /** The worst level on each scale. */
  readonly severity: Readonly<Record<string, string>>;
  /** When its impact started; null when that is not known to the hour. */
  readonly startedAt: Instant | null;
  /** What caused it, as far as sources say. */
  readonly causes: readonly Cause[];
  /** How long things took. */
  readonly durations: readonly Duration[];
  /** How each component was hit. */
  readonly impact: readonly ComponentImpact[];
  /** The windows of planned maintenance. */
  readonly planned: ImpactRecord['windows'];
}

const leftOutOf = ({ status, kind }: IncidentView): NotInFleet | null => {
  if (status === 'none') return 'nothing-known';
  if (status === 'cancelled' || status === 'merged') return status;
  return kind === 'maintenance' || kind === 'exercise' ? kind : null;
};

/** The projection that a fleet takes its incidents from: one pass, one story for all it needs. */
export const fleetIncident = ({
  durations = [],
  milestones = [],
  scales,
}: FleetOptions): Projection<IncidentState, FleetIncident> => {
  const definitions = definitionsWith(milestones);
  const impactStarted = definitions.find(({ name }) => name === 'impactStarted');
  const durationsOf = durationsWith({ durations, milestones });
  const impactOf = impactWith(scales ? { scales } : {});
  const parts: Projection<IncidentState, unknown> = combine({
    story: storyFor(definitions),
    record: incidentRecord,
    impact: impactRecord,
  });
  return withView(parts, {
    name: 'fleet-incident',
    version: 1,
    view: (state, at, context) => {
      const view = incident.view(state, at, context);
      const { components, severity } = impactOf.view(state.impact, at, context);
      const start = impactStarted && milestoneOf(state.story, impactStarted);
      return {
        incidentId: view.incidentId,
        leftOut: leftOutOf(view),
        severity,
        startedAt: start ? placeOf(start.moment) : null,
        causes: causesIn(state.story),
        durations: durationsOf.view(state.story, at, context),
        impact: components,
        planned: state.impact.windows,
      };
    },
  });
};
