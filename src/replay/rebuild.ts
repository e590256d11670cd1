import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { Projection } from '../history/projection.ts';
import type { EventStore } from '../store/port.ts';
import type { SavedAs, StateStore } from '../store/states.ts';
import type { StoreError } from '../store/storeError.ts';
import { currentVersion, replaceCurrent } from './currentVersion.ts';
import { keepFollowing } from './followProjection.ts';
import type { FollowProjectionError, FollowProjectionOptions } from './followProjectionOptions.ts';
import { persist } from './persist.ts';

/**
 * How far a rebuild is.
 *
 * @public
 */
export interface RebuildProgress {
  /** How many views were saved since this run began, one for each incident and save. */
  readonly saved: number;
  /** The position up to which everything is in the states. */
  readonly position: string;
}

/**
 * How a projection is built anew: as one is followed.
 *
 * @public
 */
export interface RebuildOptions extends Omit<FollowProjectionOptions, 'onCaughtUp'> {
  /** Is told of each save how far it is. */
  readonly onProgress?: ((progress: RebuildProgress) => void) | undefined;
}

/**
 * What a rebuild came to.
 *
 * @public
 */
export interface Rebuilt {
  /** The position that it has caught up to; null for a ledger without events. */
  readonly position: string | null;
  /** The version that was current before; null when none was. */
  readonly before: number | null;
  /** The version that is current now: a later one than was built, where another process switched to that meanwhile. */
  readonly current: number;
}

/** Switches to a version, unless a later one is current; another that switches meanwhile is waited for. */
const switchTo = async (
  states: StateStore,
  of: SavedAs,
  { signal, retry = {} }: RebuildOptions,
): Promise<E.Either<StoreError, Omit<Rebuilt, 'position'>>> => {
  for (;;) {
    const current = await persist(currentVersion(states, of.name, { signal }), retry, signal);
    if (E.isLeft(current)) return current;
    const before = current.right;
    if (before !== null && before >= of.version) return E.right({ before, current: before });
    const replacing = replaceCurrent(states, of, before, { signal });
    const replaced = await persist(replacing, retry, signal);
    if (E.isRight(replaced)) return E.right({ before, current: of.version });
    if (replaced.left._tag !== 'InvalidRequest') return replaced;
  }
};

/**
 * Builds a new version of a projection beside the one that is current, and makes it the current one when it has caught
 * up: until then, those who read by name read the old one, and after that it can still be read until it is dropped.
 * One that was stopped in the middle goes on where it was.
 *
 * @remarks
 * Shape: `followProjection` keeps it up to date from there; a version that has been built already only catches up.
 * It never goes back to an older version; `makeCurrent` does.
 * Errors: as `followProjection`; `Aborted` when its signal ended it before it had caught up, nothing being switched.
 * @example
 * `await orThrow(rebuild(store, openActions2, { states, signal }))`
 * @public
 */
export const rebuild =
  <S, V>(
    store: EventStore,
    projection: Projection<S, V>,
    options: RebuildOptions,
  ): TaskEither<FollowProjectionError, Rebuilt> =>
  async () => {
    const { states, signal, onProgress, onSaved } = options;
    const caughtUp = new AbortController();
    const onAbort = (): void => {
      caughtUp.abort();
    };
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted === true) onAbort();
    let hasCaughtUp = false;
    let saved = 0;
    const followed = await keepFollowing(store, projection, {
      ...options,
      signal: caughtUp.signal,
      onSaved: (incidentIds, position) => {
        saved += incidentIds.length;
        onSaved?.(incidentIds, position);
        onProgress?.({ saved, position });
      },
      onCaughtUp: () => {
        hasCaughtUp = true;
        caughtUp.abort();
      },
    });
    signal?.removeEventListener('abort', onAbort);
    if (E.isLeft(followed)) return followed;
    if (!hasCaughtUp) return E.left({ _tag: 'Aborted' });
    const { name, version } = projection;
    const switched = await switchTo(states, { name, version }, options);
    return E.isLeft(switched) ? switched : E.right({ position: followed.right, ...switched.right });
  };
