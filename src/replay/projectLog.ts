import type * as E from 'fp-ts/lib/Either.js';
import type { AsOf } from '../history/asOf.ts';
import type { ProjectionFault } from '../history/fold.ts';
import { projectTold } from '../history/fold.ts';
import { tell } from '../history/history.ts';
import type { Policy } from '../history/policy.ts';
import { defaultPolicy } from '../history/policy.ts';
import type { Projection } from '../history/projection.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import type { LogReading } from './logReading.ts';

/**
 * How a log is looked at.
 *
 * @public
 */
export interface LogOptions extends AsOf {
  /** What the views take for the present: a replay has no clock. */
  readonly at: Instant;
  /** How one claim is chosen among several; `defaultPolicy` when absent. */
  readonly policy?: Policy;
}

/**
 * What a projection makes of one incident of a log.
 *
 * @public
 */
export interface ReplayedIncident<V> {
  /** The incident. */
  readonly incidentId: IncidentId;
  /** The view, or what the projection stopped at. */
  readonly view: E.Either<ProjectionFault, V>;
  /** Whether the log has faults that concern the incident, so that the view may lack something. */
  readonly incomplete: boolean;
}

/**
 * What a projection makes of each incident of a log that was read. One that makes it fail costs its own view alone.
 *
 * @public
 */
export const projectLog = <D, S, V>(
  reading: LogReading<D>,
  projection: Projection<S, V>,
  { at, policy = defaultPolicy, ...asOf }: LogOptions,
): readonly ReplayedIncident<V>[] =>
  reading.incidents.map(({ incidentId, events, incomplete }) => ({
    incidentId,
    view: projectTold(
      tell(events, { ...asOf, vocabulary: reading.vocabulary, policy }),
      projection,
      at,
    ),
    incomplete,
  }));
