import { pause } from '../pause.ts';
import type { EventStoreDbClient } from './client.ts';

/** The one client of a store, until it goes bad and another takes its place. */
export interface Connection {
  /** The client to call. */
  readonly client: () => EventStoreDbClient;
  /** Takes that client out of use; one that was replaced already changes nothing. */
  readonly replace: (spoilt: EventStoreDbClient) => void;
  /** Ends all that is under way. */
  readonly close: () => Promise<void>;
}

const LONGEST_DISPOSAL_MS = 1000;

const dispose = async (client: EventStoreDbClient): Promise<void> => {
  const done = new AbortController();
  try {
    const late = pause({ ms: LONGEST_DISPOSAL_MS, signal: done.signal });
    await Promise.race([client.dispose?.(), late]);
  } catch {
    // What is thrown away has nothing left to say.
  } finally {
    done.abort();
  }
};

/** Connects when first asked to, and again for each client that goes bad. */
export const connection = (connect: () => EventStoreDbClient): Connection => {
  let current: EventStoreDbClient | null = null;
  return {
    client: () => {
      current ??= connect();
      return current;
    },
    replace: (spoilt) => {
      if (current !== spoilt) return;
      current = null;
      void dispose(spoilt);
    },
    close: async () => {
      const last = current;
      current = null;
      if (last) await dispose(last);
    },
  };
};
