import * as E from 'fp-ts/lib/Either.js';
import type { Json } from '../primitives/json.ts';
import type { EventStore } from '../store/port.ts';
import type { SavedAs, StateStore } from '../store/states.ts';
import type { FollowError, FollowFilter, FollowOptions, Taken } from './followPages.ts';
import { followPages, guarded } from './followPages.ts';
import { persist } from './persist.ts';

/** What makes states of events, and is told when they are saved. */
export interface StateMaker<F> {
  /** The states that events change, by key. */
  readonly make: (taken: Taken) => Promise<E.Either<F | FollowError, ReadonlyMap<string, Json>>>;
  /** Is told of each save. */
  readonly onSaved?: (states: ReadonlyMap<string, Json>, position: string) => void;
}

/** Follows a ledger from the checkpoint of saved states, and saves what is made of each page with the next one. */
export const followStates = async <F extends { readonly _tag: string }>(
  store: EventStore,
  { states, name, version, ...filter }: SavedAs & FollowFilter & { readonly states: StateStore },
  { make, onSaved }: StateMaker<F>,
  options: FollowOptions,
): Promise<E.Either<F | FollowError, string | null>> => {
  const { signal, retry = {} } = options;
  const start = await persist(states.checkpoint({ name, version }, { signal }), retry, signal);
  if (E.isLeft(start)) return start.left._tag === 'Aborted' ? E.right(null) : start;
  let checkpoint = start.right;
  return followPages<F>(
    store,
    filter,
    checkpoint,
    async (taken) => {
      const changed = await make({ ...taken, from: checkpoint });
      if (E.isLeft(changed)) return changed;
      const { to } = taken;
      const saving = { name, version, from: checkpoint, to, states: changed.right };
      const saved = await persist(states.save(saving, { signal }), retry, signal);
      if (E.isLeft(saved)) return saved;
      checkpoint = to;
      return guarded(to, () => onSaved?.(changed.right, to));
    },
    options,
  );
};
