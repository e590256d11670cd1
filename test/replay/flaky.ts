import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { EventStore } from '../../src/store/port.ts';
import type { StateStore } from '../../src/store/states.ts';
import type { StoreError } from '../../src/store/storeError.ts';

/** What a store says that cannot be reached. */
export const unavailable: StoreError = { _tag: 'Unavailable', message: 'the connection dropped' };
/** No time to lose. */
export const SOON = { firstMs: 1, longestMs: 2 };

/** Every second call of an effect fails, after it was done. */
const flaky = () => {
  let calls = 0;
  return <X>(effect: TaskEither<StoreError, X>): TaskEither<StoreError, X> =>
    async () => {
      const result = await effect();
      calls += 1;
      return calls % 2 === 1 ? E.left(unavailable) : result;
    };
};

/** A store whose every second read fails. */
export const flakyStore = (store: EventStore): EventStore => {
  const drop = flaky();
  return {
    ...store,
    read: (query) => drop(store.read(query)),
    readAll: (query) => drop(store.readAll(query)),
    arrival: (query) => drop(store.arrival(query)),
  };
};

/** Saved states whose every second call fails. */
export const flakyStates = (states: StateStore): StateStore => {
  const drop = flaky();
  return {
    ...states,
    load: (...given) => drop(states.load(...given)),
    checkpoint: (...given) => drop(states.checkpoint(...given)),
    save: (...given) => drop(states.save(...given)),
  };
};
