import * as E from 'fp-ts/lib/Either.js';
import { combine } from '../history/combine.ts';
import type { ProjectionFault } from '../history/fold.ts';
import { project } from '../history/fold.ts';
import type { History } from '../history/history.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Localized } from '../primitives/text.ts';
import type { Action } from '../projections/actions.ts';
import { actions } from '../projections/actions.ts';
import { claims } from '../projections/claims.ts';
import type { ClaimsView } from '../projections/claimsView.ts';
import type { Duration } from '../projections/duration.ts';
import { durations } from '../projections/durations.ts';
import { impact } from '../projections/impact.ts';
import type { ImpactView } from '../projections/impactView.ts';
import { incident } from '../projections/incident.ts';
import type { IncidentStatus } from '../projections/lifecycle.ts';
import type { Milestones } from '../projections/milestones.ts';
import { milestones } from '../projections/milestones.ts';
import { timeline } from '../projections/timeline.ts';
import type { TimelineEntry } from '../projections/timelineEntry.ts';

/**
 * Something that could not be read or understood.
 *
 * @public
 */
export interface ReportedWarning {
  /** Where: file, line, field. */
  readonly place: string;
  /** What. */
  readonly message: string;
}

/**
 * All that is derived of one incident, side by side.
 *
 * @public
 */
export interface IncidentReport {
  /** The incident. */
  readonly incidentId: IncidentId;
  /** Its title by language; null when no source gives one. */
  readonly title: Localized | null;
  /** Where it stands. */
  readonly status: IncidentStatus;
  /** What happened, in order. */
  readonly timeline: readonly TimelineEntry[];
  /** The milestones that are known, by name. */
  readonly milestones: Milestones;
  /** The durations, whether they could be computed or not. */
  readonly durations: readonly Duration[];
  /** Who was hit. */
  readonly impact: ImpactView;
  /** What was claimed against what happened. */
  readonly claims: ClaimsView;
  /** What is to be done. */
  readonly actions: readonly Action[];
  /** What could not be read or understood. */
  readonly warnings: readonly ReportedWarning[];
}

const views = combine({ incident, timeline, milestones, durations, impact, claims, actions });

/**
 * Derives all that is known of one incident, in one pass over its history.
 *
 * @param incidentId - The incident that the history is of.
 * @param at - The present, for what still runs.
 * @public
 */
export const incidentReport = <D>(
  incidentId: IncidentId,
  history: History<D>,
  at: Instant,
  warnings: readonly ReportedWarning[] = [],
): E.Either<ProjectionFault, IncidentReport> => {
  const derived = project(history, views, at);
  if (E.isLeft(derived)) return derived;
  const { incident: summary, ...rest } = derived.right;
  return E.right({ incidentId, title: summary.title, status: summary.status, ...rest, warnings });
};

/**
 * A report as JSON text; every moment has both its ends, null when unknown.
 *
 * @param space - Spaces to indent by; none when absent.
 * @public
 */
export const reportJson = (reports: readonly IncidentReport[], space?: number): string =>
  JSON.stringify(
    { incidents: reports },
    (key, value: unknown) =>
      key === 'moment' && typeof value === 'object' && value !== null
        ? { earliest: null, latest: null, ...value }
        : value,
    space,
  );
