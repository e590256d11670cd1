import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { ProjectionFault } from '../history/fold.ts';
import type { Policy } from '../history/policy.ts';
import { defaultPolicy } from '../history/policy.ts';
import type { Projection } from '../history/projection.ts';
import { IncidentId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import { messageOf } from '../primitives/messageOf.ts';
import type { IncidentPage, StoreOptions } from '../store/port.ts';
import type { KeyQuery, SavedAs, StateStore } from '../store/states.ts';
import type { StoreError } from '../store/storeError.ts';
import type { ReplayedIncident } from './projectLog.ts';
import { savedIn } from './savedIncident.ts';

/**
 * For when a saved view is computed.
 *
 * @public
 */
export interface SavedViewOptions extends StoreOptions {
  /** What the view takes for the present. */
  readonly at: Instant;
  /** The policy that the projection was followed with, which views name; `defaultPolicy` when absent. */
  readonly policy?: Policy | undefined;
}

/**
 * The view of an incident whose state was saved.
 *
 * @public
 */
export interface SavedView<V> extends ReplayedIncident<V> {
  /** The version of the projection. */
  readonly version: number;
  /** The position that it stands for: all events of the incident up to there are in it, and none after. */
  readonly checkpoint: string;
}

/**
 * What a followed projection says of an incident, computed from its saved state alone.
 *
 * @returns Null when the projection has met no event of it yet.
 * @remarks Errors: a `StoreError`; `Corrupt` for a state that was not saved by a followed projection.
 * @example
 * `const seen = await orThrow(savedView(states, openActions, id, { at: systemClock() }))`
 * @public
 */
export const savedView =
  <S, V>(
    states: StateStore,
    projection: Projection<S, V>,
    incidentId: IncidentId,
    { at, policy = defaultPolicy, signal }: SavedViewOptions,
  ): TaskEither<StoreError, SavedView<V> | null> =>
  async () => {
    const { name, version } = projection;
    // A state read after its checkpoint lacks nothing up to there; it may be newer, and then it says itself up to where.
    const checkpoint = await states.checkpoint(projection, { signal })();
    if (E.isLeft(checkpoint)) return checkpoint;
    const loaded = await states.load(projection, incidentId, { signal })();
    if (E.isLeft(loaded)) return loaded;
    const saved = savedIn(loaded.right, projection, incidentId);
    if (E.isLeft(saved)) return saved;
    if (saved.right === null) return E.right(null);
    const { state, fault, incomplete, position } = saved.right;
    const stands = checkpoint.right !== null && checkpoint.right > position;
    const viewOf = (): E.Either<ProjectionFault, V> => {
      if (fault) return E.left({ _tag: 'ProjectionFault', projection: name, ...fault });
      try {
        // The same projection made it.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        return E.right(projection.view(state as S, at, { policy }));
      } catch (cause) {
        const message = messageOf(cause);
        return E.left({ _tag: 'ProjectionFault', projection: name, eventId: null, message });
      }
    };
    return E.right({
      incidentId,
      view: viewOf(),
      incomplete,
      version,
      checkpoint: stands ? checkpoint.right : position,
    });
  };

/**
 * Lists the incidents that a followed projection has a view of; `after` is an opaque text.
 *
 * @public
 */
export const savedIncidents =
  (states: StateStore, of: SavedAs, query: KeyQuery = {}): TaskEither<StoreError, IncidentPage> =>
  async () => {
    const page = await states.keys(of, query)();
    if (E.isLeft(page)) return page;
    const { keys, next, end } = page.right;
    return E.right({ incidentIds: keys.filter(IncidentId.is), next, end });
  };
