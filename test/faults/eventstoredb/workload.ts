import { EventStoreDBClient } from '@eventstore/db-client';
import * as E from 'fp-ts/lib/Either.js';
import type { StoredEvent } from '../../../src/events/stored.ts';
import { incidentId } from '../../../src/primitives/ids.ts';
import type { IncidentId } from '../../../src/primitives/ids.ts';
import { follow } from '../../../src/replay/follow.ts';
import { eventStoreDbStore } from '../../../src/store/eventstoredb/eventStoreDbStore.ts';
import { pause, wake } from '../../../src/store/pause.ts';
import type { Expected } from '../../../src/store/port.ts';
import { note } from '../../../src/testing/contractNotes.ts';
import { breachesIn } from './breaches.ts';

/** Short, so that a script can watch it run out; what must hold does not depend on it. */
const PATIENCE = { attemptMs: 500, attempts: 4, waitMs: 20 } as const;

/** No append may take longer: its attempts, the waits between, a read or two for one at any place, a busy machine. */
const LONGEST_MS = 15_000;

const WRITERS = 6;

/** What writers have done, and what became of it. */
export interface Books {
  /** Ids of all events that an append was tried with. */
  readonly tried: ReadonlySet<string>;
  /** Ids of the events whose append was acknowledged. */
  readonly acknowledged: ReadonlySet<string>;
  /** How many appends ended with `Unavailable`. */
  readonly unavailable: number;
  /** What the longest append took. */
  readonly slowestMs: number;
  /** What ended with another error. */
  readonly strange: readonly string[];
}

/** Writers and a follower at work on one store. */
export interface Workload {
  readonly books: () => Books;
  /** Settles when that many appends more are acknowledged. */
  readonly progress: (appends: number) => Promise<void>;
  /** Ends it. @returns the figures; throws when something was lost, doubled, out of order or late. */
  readonly end: () => Promise<string>;
}

/** Starts writers, each at an incident of its own, and a follower of them all, as one service would have them. */
export const startWorkload = (url: string, isShared: boolean): Workload => {
  const stop = new AbortController();
  const waiting = new Set<() => void>();
  const tried = new Set<string>();
  const acknowledged = new Set<string>();
  const strange: string[] = [];
  const followed: StoredEvent[] = [];
  let [unavailable, slowestMs, clients, subscriptions] = [0, 0, 0, 0];

  const connect = (): EventStoreDBClient => {
    clients += 1;
    const client = EventStoreDBClient.connectionString(url);
    const subscribe = client.subscribeToAll.bind(client);
    client.subscribeToAll = (...given) => {
      subscriptions += 1;
      return subscribe(...given);
    };
    return client;
  };
  const credentials = { username: 'any', password: 'not sent without TLS' };
  const store = eventStoreDbStore({ connect, ...PATIENCE, ...(!isShared && { credentials }) });

  const append = async (id: IncidentId, count: number, expected: Expected): Promise<boolean> => {
    const event = note(id, String(count));
    tried.add(event.eventId);
    const began = performance.now();
    const result = await store.append(id, [event], expected)();
    slowestMs = Math.max(slowestMs, performance.now() - began);
    if (E.isRight(result)) {
      acknowledged.add(event.eventId);
      wake(waiting);
    } else if (result.left._tag === 'Unavailable') {
      unavailable += 1;
      await pause({ ms: 20 });
    } else {
      strange.push(JSON.stringify(result.left));
    }
    return E.isRight(result);
  };

  /** Asks again with the same event at the same place until it is told that it stands there. */
  const careful = async (id: IncidentId): Promise<void> => {
    for (let count = 0; !stop.signal.aborted && strange.length === 0; count += 1) {
      const expected = count === 0 ? 'no_stream' : count - 1;
      while (!(await append(id, count, expected)) && strange.length === 0);
    }
  };
  /** Lets go of what it got no answer to, and goes on with the next event at the end. */
  const careless = async (id: IncidentId): Promise<void> => {
    for (let count = 0; !stop.signal.aborted && strange.length === 0; count += 1) {
      await append(id, count, 'any');
    }
  };
  const writers = Array.from({ length: WRITERS }, async (_, index) =>
    (index % 3 === 2 ? careless : careful)(incidentId(`INC-${index}`)),
  );

  const over = new AbortController();
  const following = follow(
    store,
    {},
    (events) => {
      followed.push(...events);
      wake(waiting);
    },
    { signal: over.signal, retry: { firstMs: 20, longestMs: 500 } },
  )();

  const books = (): Books => ({ tried, acknowledged, unavailable, slowestMs, strange });
  return {
    books,
    progress: async (appends) => {
      const goal = acknowledged.size + appends;
      while (acknowledged.size < goal && strange.length === 0) await pause({ waiting });
    },
    end: async () => {
      stop.abort();
      await Promise.all(writers);
      const found: StoredEvent[] = [];
      for (let after: string | null = null, end = false; !end;) {
        const page = await store.readAll({ after })();
        if (E.isLeft(page)) throw new Error(JSON.stringify(page.left));
        found.push(...page.right.events);
        ({ next: after, end } = page.right);
      }
      const late = AbortSignal.timeout(LONGEST_MS);
      while (followed.length < found.length && !late.aborted) {
        await pause({ waiting, signal: late });
      }
      over.abort();
      const ended = await following;
      await store.close();
      if (E.isLeft(ended)) strange.push(JSON.stringify(ended.left));
      const breaches = breachesIn(books(), { found, followed, longestMs: LONGEST_MS });
      const figures =
        `${tried.size} events tried, ${acknowledged.size} acknowledged, ${found.length} found, ` +
        `${followed.length} followed; ${unavailable} appends told Unavailable; ` +
        `slowest ${Math.round(slowestMs)} ms; ${clients} clients, ${subscriptions} subscriptions`;
      if (breaches.length > 0) throw new Error(`${figures}; ${breaches.join('; ')}`);
      return figures;
    },
  };
};
