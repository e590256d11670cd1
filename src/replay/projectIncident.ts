import { pipe } from 'fp-ts/lib/function.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { core } from '../events/core.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import type { AsOf } from '../history/asOf.ts';
import type { ProjectionFault } from '../history/fold.ts';
import { projectTold } from '../history/fold.ts';
import { tell } from '../history/history.ts';
import type { Policy } from '../history/policy.ts';
import { defaultPolicy } from '../history/policy.ts';
import type { Projection } from '../history/projection.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import type { LoadError } from '../ledger/ledgerError.ts';
import { load } from '../ledger/load.ts';
import type { EventStore, StoreOptions } from '../store/port.ts';

/**
 * How a replay looks at an incident.
 *
 * @public
 */
export interface ReplayOptions extends AsOf, StoreOptions {
  /** What the view takes for the present: a replay has no clock. */
  readonly at: Instant;
  /** How one claim is chosen among several; `defaultPolicy` when absent. */
  readonly policy?: Policy;
  /** The vocabulary to read with; the core's when absent. */
  readonly vocabulary?: Vocabulary<unknown>;
}

/**
 * What a projection makes of one incident of a store, replayed from its first event.
 *
 * @public
 */
export const projectIncident = <S, V>(
  store: EventStore,
  incidentId: IncidentId,
  projection: Projection<S, V>,
  options: ReplayOptions,
): TaskEither<LoadError | ProjectionFault, V> => {
  const { at, signal, vocabulary = core, policy = defaultPolicy, ...asOf } = options;
  return pipe(
    load(store, vocabulary, { incidentId, signal }),
    TE.chainEitherKW((events) =>
      projectTold(tell(events, { ...asOf, vocabulary, policy }), projection, at),
    ),
  );
};
