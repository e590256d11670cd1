import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { Json } from '../primitives/json.ts';
import type { StoreOptions } from './port.ts';
import type { SavedAs, StateStore } from './states.ts';
import { planSave } from './states.ts';
import type { StoreError } from './storeError.ts';

interface Saved {
  checkpoint: string | null;
  readonly states: Map<string, Json>;
}

const effect =
  <A>(
    options: StoreOptions | undefined,
    run: () => E.Either<StoreError, A>,
  ): TaskEither<StoreError, A> =>
  async () =>
    options?.signal?.aborted === true ? E.left({ _tag: 'Aborted' }) : run();

/**
 * Saved states that last as long as the process: for tests and for short-lived projections.
 *
 * @public
 */
export const memoryStates = (): StateStore => {
  const kept = new Map<string, Saved>();
  const savedAs = ({ name, version }: SavedAs): Saved => {
    const key = JSON.stringify([name, version]);
    const saved = kept.get(key) ?? { checkpoint: null, states: new Map<string, Json>() };
    kept.set(key, saved);
    return saved;
  };
  return {
    checkpoint: (of, options) => effect(options, () => E.right(savedAs(of).checkpoint)),
    load: (of, key, options) =>
      effect(options, () => E.right(structuredClone(savedAs(of).states.get(key) ?? null))),
    save: (saving, options) =>
      effect(options, () => {
        const saved = savedAs(saving);
        const plan = planSave(saving, saved.checkpoint);
        if (E.isLeft(plan)) return plan;
        if (plan.right) {
          for (const [key, state] of structuredClone(saving.states)) saved.states.set(key, state);
          saved.checkpoint = saving.to;
        }
        return E.right(undefined);
      }),
  };
};
