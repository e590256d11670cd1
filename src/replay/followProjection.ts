import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { core } from '../events/core.ts';
import { defaultPolicy } from '../history/policy.ts';
import type { Projection } from '../history/projection.ts';
import { IncidentId } from '../primitives/ids.ts';
import type { EventStore } from '../store/port.ts';
import type { StoreError } from '../store/storeError.ts';
import { currentVersion, replaceCurrent, versionProblem } from './currentVersion.ts';
import type { FollowProjectionError, FollowProjectionOptions } from './followProjectionOptions.ts';
import { followStates } from './followStates.ts';
import { foldAnew } from './goOn.ts';
import { persist } from './persist.ts';
import { SETTING_KEY, settingIn, settingOf, settingProblem } from './savedSetting.ts';
import { stateMaker } from './stateMaker.ts';

type Followed = E.Either<FollowProjectionError, string | null>;

/** Follows a projection, whichever version is current. */
export const keepFollowing = async <S, V>(
  store: EventStore,
  projection: Projection<S, V>,
  options: FollowProjectionOptions,
): Promise<Followed> => {
  const { states, signal, retry = {}, limit, onSaved } = options;
  const { vocabulary = core, policy = defaultPolicy } = options;
  const refused = versionProblem(projection);
  if (refused) return E.left(refused);
  const making = { projection, vocabulary, policy };
  const { name, version } = projection;
  const { fault } = foldAnew(making, [], { revision: -1, position: '', incomplete: false });
  if (fault) return E.left({ _tag: 'ProjectionFault', projection: name, ...fault });
  const setting = await persist(states.load(projection, SETTING_KEY, { signal }), retry, signal);
  if (E.isLeft(setting)) return setting.left._tag === 'Aborted' ? E.right(null) : setting;
  const saved = settingIn(setting.right);
  const now = settingOf(vocabulary, policy);
  const problem = saved && settingProblem(saved, now);
  if (problem !== null) {
    const reason = `the saved states of ${name}, version ${version}, cannot be gone on with: ${problem}; count its version up and rebuild it`;
    return E.left({ _tag: 'InvalidRequest', reason });
  }
  return followStates<FollowProjectionError>(
    store,
    { name, version, states, limit },
    {
      make: stateMaker(store, making, { saved, now }, options),
      onSaved: (made, position) => onSaved?.([...made.keys()].filter(IncidentId.is), position),
    },
    options,
  );
};

/** Makes a version current where none is; another that comes first is as good. */
const claimName = async <S, V>(
  { name, version }: Projection<S, V>,
  { states, signal, retry = {} }: FollowProjectionOptions,
): Promise<E.Either<StoreError, void>> => {
  for (;;) {
    const current = await persist(currentVersion(states, name, { signal }), retry, signal);
    if (E.isLeft(current)) return current;
    if (current.right !== null) return E.right(undefined);
    const replaced = await persist(
      replaceCurrent(states, { name, version }, null, { signal }),
      retry,
      signal,
    );
    if (E.isRight(replaced) || replaced.left._tag !== 'InvalidRequest') return replaced;
  }
};

/**
 * Keeps the views of a projection at hand: follows a ledger, and keeps for each incident the state that the projection
 * folds to. An event that comes after everything and tells of something new is applied to the state that was saved;
 * with any other, late, correcting or a further claim, its incident is folded anew, and no other is. The states are
 * saved with the position they stand for, so that whatever crashes, each event is in them once.
 *
 * @returns The position to go on from, once the signal has ended it.
 * @remarks
 * Shape: states are read with `savedView`. The first version followed becomes the current one of its name; a later
 * one does with `rebuild`. A projection whose handler throws costs the view of that incident alone.
 * Errors: as `follow`; `UnreadableEvents` unless they are quarantined; `ProjectionFault` where it cannot even begin;
 * `InvalidRequest` when something else saves under the same name and version, or the states were made under another
 * policy or vocabulary.
 * @example
 * `await followProjection(store, openActions, { states, signal })()`
 * @public
 */
export const followProjection =
  <S, V>(
    store: EventStore,
    projection: Projection<S, V>,
    options: FollowProjectionOptions,
  ): TaskEither<FollowProjectionError, string | null> =>
  async () => {
    const refused = versionProblem(projection);
    if (refused) return E.left(refused);
    const claimed = await claimName(projection, options);
    if (E.isLeft(claimed)) return claimed.left._tag === 'Aborted' ? E.right(null) : claimed;
    return keepFollowing(store, projection, options);
  };
