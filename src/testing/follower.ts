import * as E from 'fp-ts/lib/Either.js';
import type { StoredEvent } from '../events/stored.ts';
import type { FollowQuery } from '../replay/follow.ts';
import { follow } from '../replay/follow.ts';
import { pause, wake } from '../store/pause.ts';
import type { EventStore } from '../store/port.ts';

/** Someone who follows a store and keeps what was handed over. */
export interface Follower {
  /** What was handed over. */
  readonly events: readonly StoredEvent[];
  /** Settles when that many events are there. */
  readonly holds: (count: number) => Promise<void>;
  /** Settles when it was told that many times that it has caught up. */
  readonly caughtUp: (times: number) => Promise<void>;
  /** Ends it, and gives the position to go on from. */
  readonly end: () => Promise<string | null>;
}

/** Starts to follow. */
export const startFollower = (store: EventStore, query: FollowQuery): Follower => {
  const controller = new AbortController();
  const { signal } = controller;
  const waiting = new Set<() => void>();
  const events: StoredEvent[] = [];
  let timesCaughtUp = 0;
  let failure: unknown = null;
  const run = async (): Promise<string | null> => {
    const ended = await follow(
      store,
      query,
      (more) => {
        events.push(...more);
        wake(waiting);
      },
      {
        signal,
        onCaughtUp: () => {
          timesCaughtUp += 1;
          wake(waiting);
        },
      },
    )();
    if (E.isLeft(ended)) failure = ended.left;
    wake(waiting);
    return E.isRight(ended) ? ended.right : null;
  };
  const running = run();
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) {
      if (failure !== null) throw new Error(`following ended: ${JSON.stringify(failure)}`);
      await pause({ waiting });
    }
  };
  return {
    events,
    holds: async (count) => until(() => events.length >= count),
    caughtUp: async (times) => until(() => timesCaughtUp >= times),
    end: async () => {
      controller.abort();
      return running;
    },
  };
};
