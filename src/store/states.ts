import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { Json } from '../primitives/json.ts';
import type { StoreOptions } from './port.ts';
import type { StoreError } from './storeError.ts';

/**
 * Under which name states are saved; those of another version are others.
 *
 * @public
 */
export interface SavedAs {
  /** Name of what the states belong to, such as a projection's. */
  readonly name: string;
  /** Version of their shape and meaning. */
  readonly version: number;
}

/**
 * States that changed between two checkpoints.
 *
 * @public
 */
export interface Saving extends SavedAs {
  /** The checkpoint that they go on from; null for the first. */
  readonly from: string | null;
  /** The checkpoint that they lead to: the position up to which all events are in them. */
  readonly to: string;
  /** The states that changed, by key. */
  readonly states: ReadonlyMap<string, Json>;
}

/**
 * Which keys to list, and how many at once.
 *
 * @public
 */
export interface KeyQuery extends StoreOptions {
  /** Where to go on: the `next` of the page before; from the beginning when null or absent. */
  readonly after?: string | null | undefined;
  /** The most to give; the store's own limit when absent. */
  readonly limit?: number | undefined;
}

/**
 * Some keys under which states are saved, in an order of the store's own.
 *
 * @public
 */
export interface KeyPage {
  /** The keys. */
  readonly keys: readonly string[];
  /** The `after` of the page that follows; null while nothing was passed. */
  readonly next: string | null;
  /** Whether there was nothing more. */
  readonly end: boolean;
}

/**
 * Keeps states together with the checkpoint they stand for, so that a crash neither repeats nor skips an event.
 *
 * @public
 */
export interface StateStore {
  /** The position up to which all events are in the states; null before the first save. */
  checkpoint(of: SavedAs, options?: StoreOptions): TaskEither<StoreError, string | null>;

  /** The state saved under a key; null when there is none. */
  load(of: SavedAs, key: string, options?: StoreOptions): TaskEither<StoreError, Json>;

  /**
   * Saves states and their checkpoint, all or none. Doing it again changes nothing.
   *
   * @remarks Errors: `InvalidRequest` when the checkpoint is elsewhere than `from`: someone else saves there.
   */
  save(saving: Saving, options?: StoreOptions): TaskEither<StoreError, void>;

  /** Lists the keys that states are saved under: each once that is there from the first page to the last. */
  keys(of: SavedAs, query?: KeyQuery): TaskEither<StoreError, KeyPage>;

  /** Forgets the states and their checkpoint, all or none. Doing it again changes nothing. */
  drop(of: SavedAs, options?: StoreOptions): TaskEither<StoreError, void>;
}

/** What a save comes to where that checkpoint stands: true to write, false when it is written already. */
export const planSave = (
  { name, version, from, to }: Saving,
  checkpoint: string | null,
): E.Either<StoreError, boolean> => {
  if (checkpoint === to) return E.right(false);
  if (checkpoint === from) return E.right(true);
  const reason = `the checkpoint of ${name}, version ${version}, is ${checkpoint ?? 'not there'}, expected ${from ?? 'none'}: something else saves under this name`;
  return E.left({ _tag: 'InvalidRequest', reason });
};
