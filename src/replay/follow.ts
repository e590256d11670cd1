import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { StoredEvent } from '../events/stored.ts';
import type { EventStore } from '../store/port.ts';
import type { FollowError, FollowFilter, FollowOptions } from './followPages.ts';
import { followPages, guarded } from './followPages.ts';

/**
 * What to follow, and from where.
 *
 * @public
 */
export interface FollowQuery extends FollowFilter {
  /** The position to go on from, its event not included; from the first event when null or absent. */
  readonly from?: string | null | undefined;
}

/**
 * Takes events in the order of their positions, each once; the next ones are read when it has settled.
 *
 * @param position - The position to go on from when these are handled.
 * @public
 */
export type FollowHandler = (
  events: readonly StoredEvent[],
  position: string,
) => Promise<void> | void;

/**
 * Follows a ledger: hands over what is there, page by page, tells when that is done, then goes on with what arrives,
 * until its signal ends it. Where the store is not available it waits, and resumes where it was.
 *
 * @returns The position to go on from, once the signal has ended it.
 * @remarks Errors: a `StoreError` other than `Unavailable`; a `HandlerFault` when a function given to it throws.
 * @example
 * `await follow(store, { from }, (events) => publish(events), { signal })()`
 * @public
 */
export const follow =
  (
    store: EventStore,
    query: FollowQuery,
    handler: FollowHandler,
    options: FollowOptions = {},
  ): TaskEither<FollowError, string | null> =>
  async () =>
    followPages(
      store,
      query,
      query.from ?? null,
      async ({ events, from, to }) => guarded(from, async () => handler(events, to)),
      options,
    );
