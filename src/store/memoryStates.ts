import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { Json } from '../primitives/json.ts';
import type { StoreOptions } from './port.ts';
import { placeOf, positionOf } from './position.ts';
import { noSuchPage, slicePage } from './slicePage.ts';
import type { SavedAs, StateStore } from './states.ts';
import { planSave } from './states.ts';
import type { StoreError } from './storeError.ts';

/** What is saved under one name and version: each state as its JSON, which shares nothing with anybody. */
interface Saved {
  checkpoint: string | null;
  readonly states: Map<string, string>;
}

const effect =
  <A>(
    options: StoreOptions | undefined,
    run: () => E.Either<StoreError, A>,
  ): TaskEither<StoreError, A> =>
  async () =>
    options?.signal?.aborted === true ? E.left({ _tag: 'Aborted' }) : run();

const keyOf = ({ name, version }: SavedAs): string => JSON.stringify([name, version]);

/**
 * Saved states that last as long as the process: for tests and for short-lived projections.
 *
 * @public
 */
export const memoryStates = (): StateStore => {
  const kept = new Map<string, Saved>();
  const savedAs = (of: SavedAs): Saved | undefined => kept.get(keyOf(of));
  return {
    checkpoint: (of, options) => effect(options, () => E.right(savedAs(of)?.checkpoint ?? null)),
    load: (of, key, options) =>
      effect(options, () => {
        const text = savedAs(of)?.states.get(key) ?? 'null';
        // What was written as JSON is JSON.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        return E.right(JSON.parse(text) as Json);
      }),
    save: (saving, options) =>
      effect(options, () => {
        const saved = savedAs(saving) ?? { checkpoint: null, states: new Map<string, string>() };
        const plan = planSave(saving, saved.checkpoint);
        if (E.isLeft(plan)) return plan;
        if (!plan.right) return E.right(undefined);
        const texts = [...saving.states].map(
          ([key, state]) => [key, JSON.stringify(state)] as const,
        );
        for (const [key, text] of texts) saved.states.set(key, text);
        saved.checkpoint = saving.to;
        kept.set(keyOf(saving), saved);
        return E.right(undefined);
      }),
    keys: (of, query = {}) =>
      effect(query, () => {
        const { after = null, limit } = query;
        const from = after === null ? null : (placeOf(after) ?? Number.NaN);
        const page = slicePage([...(savedAs(of)?.states.keys() ?? [])], { after: from, limit });
        if (page === null) return noSuchPage;
        const next = page.next === null ? null : positionOf(page.next);
        return E.right({ keys: page.items, next, end: page.end });
      }),
    drop: (of, options) =>
      effect(options, () => {
        kept.delete(keyOf(of));
        return E.right(undefined);
      }),
  };
};
