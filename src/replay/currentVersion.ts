import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { StoreOptions } from '../store/port.ts';
import type { SavedAs, StateStore } from '../store/states.ts';
import type { StoreError } from '../store/storeError.ts';

/**
 * Which version is current is kept as the checkpoint of version 0, which no projection has: a checkpoint moves in one
 * step, and only from where its mover takes it to be.
 */
const pointerOf = (name: string): SavedAs => ({ name, version: 0 });

/** Why nothing can be saved under that version; null when it can. */
export const versionProblem = ({ name, version }: SavedAs): StoreError | null =>
  Number.isSafeInteger(version) && version >= 1
    ? null
    : {
        _tag: 'InvalidRequest',
        reason: `the version of a saved projection is a whole number from 1, not ${version} as of ${name}`,
      };

/**
 * The version of a projection that is current: the one that those who know it by its name are to read.
 *
 * @returns Null while none is.
 * @public
 */
export const currentVersion = (
  states: StateStore,
  name: string,
  options?: StoreOptions,
): TaskEither<StoreError, number | null> =>
  pipe(
    states.checkpoint(pointerOf(name), options),
    TE.map((pointer) => (pointer === null ? null : Number(pointer))),
  );

/** Makes a version current in one step, if the current one is still that. */
export const replaceCurrent = (
  states: StateStore,
  { name, version }: SavedAs,
  before: number | null,
  options?: StoreOptions,
): TaskEither<StoreError, void> =>
  states.save(
    {
      ...pointerOf(name),
      from: before === null ? null : `${before}`,
      to: `${version}`,
      states: new Map(),
    },
    options,
  );

/**
 * Makes a saved version of a projection current: at once, and for everybody who reads the same states. `rebuild` does
 * so when it has caught up; this is for going back to an older one.
 *
 * @returns The version that was current before; null when none was.
 * @remarks Errors: `InvalidRequest` when nothing is saved of that version.
 * @public
 */
export const makeCurrent =
  (
    states: StateStore,
    { name, version }: SavedAs,
    options?: StoreOptions,
  ): TaskEither<StoreError, number | null> =>
  async () => {
    const checkpoint = await states.checkpoint({ name, version }, options)();
    if (E.isLeft(checkpoint)) return checkpoint;
    const refused = versionProblem({ name, version });
    if (refused) return E.left(refused);
    if (checkpoint.right === null) {
      const reason = `nothing is saved of ${name}, version ${version}`;
      return E.left({ _tag: 'InvalidRequest', reason });
    }
    const before = await currentVersion(states, name, options)();
    if (E.isLeft(before) || before.right === version) return before;
    const replaced = await replaceCurrent(states, { name, version }, before.right, options)();
    return E.isLeft(replaced) ? replaced : before;
  };

/**
 * The projection, among several versions of one, that is current.
 *
 * @param versions - The versions that the calling code can read.
 * @returns Null when it is none of them.
 * @example
 * `const current = await orThrow(currentOf(states, [openActions1, openActions2]))`
 * @public
 */
export const currentOf =
  <P extends SavedAs>(
    states: StateStore,
    versions: readonly P[],
    options?: StoreOptions,
  ): TaskEither<StoreError, P | null> =>
  async () => {
    for (const name of new Set(versions.map((each) => each.name))) {
      const current = await currentVersion(states, name, options)();
      if (E.isLeft(current)) return current;
      const found = versions.find((each) => each.name === name && each.version === current.right);
      if (found) return E.right(found);
    }
    return E.right(null);
  };

/**
 * Forgets what is saved of a version of a projection.
 *
 * @remarks Errors: `InvalidRequest` for the current one, which is being read.
 * @public
 */
export const dropSaved =
  (
    states: StateStore,
    { name, version }: SavedAs,
    options?: StoreOptions,
  ): TaskEither<StoreError, void> =>
  async () => {
    const refused = versionProblem({ name, version });
    if (refused) return E.left(refused);
    const current = await currentVersion(states, name, options)();
    if (E.isLeft(current)) return current;
    if (current.right === version) {
      const reason = `version ${version} of ${name} is the current one; make another current before it is dropped`;
      return E.left({ _tag: 'InvalidRequest', reason });
    }
    return states.drop({ name, version }, options)();
  };
