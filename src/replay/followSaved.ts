import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { StoredEvent } from '../events/stored.ts';
import type { Json } from '../primitives/json.ts';
import type { EventStore } from '../store/port.ts';
import type { SavedAs, StateStore } from '../store/states.ts';
import type { FollowError, FollowFilter, FollowOptions } from './followPages.ts';
import { guarded } from './followPages.ts';
import { followStates } from './followStates.ts';

/**
 * Where a follower saves the states that it makes of events.
 *
 * @public
 */
export interface FollowSavedQuery extends SavedAs, FollowFilter {
  /** The store of the states. */
  readonly states: StateStore;
}

/**
 * Takes events in the order of their positions and gives the states that they change, by key.
 *
 * @public
 */
export type StatesHandler = (
  events: readonly StoredEvent[],
) => Promise<ReadonlyMap<string, Json>> | ReadonlyMap<string, Json>;

/**
 * Follows a ledger from the checkpoint of its saved states, and saves what the handler makes of the events together
 * with the next checkpoint: whatever crashes, each event is in the states once.
 *
 * @returns The position to go on from, once the signal has ended it.
 * @remarks Errors: as `follow`; `InvalidRequest` when something else saves under the same name.
 * @public
 */
export const followSaved =
  (
    store: EventStore,
    query: FollowSavedQuery,
    handler: StatesHandler,
    options: FollowOptions = {},
  ): TaskEither<FollowError, string | null> =>
  async () =>
    followStates(
      store,
      query,
      { make: async ({ events, from }) => guarded(from, () => handler(events)) },
      options,
    );
