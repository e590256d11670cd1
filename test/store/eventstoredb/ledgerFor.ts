import { randomUUID } from 'node:crypto';
import { afterEach, expect } from '@jest/globals';
import { EventStoreDBClient } from '@eventstore/db-client';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { UnstoredEvent } from '../../../src/events/stored.ts';
import { incidentId, newEventId } from '../../../src/primitives/ids.ts';
import { instant } from '../../../src/primitives/instant.ts';
import type { EventStoreDbStoreOptions } from '../../../src/store/eventstoredb/eventStoreDbStore.ts';
import {
  eventStoreDbStore,
  type EventStoreDbStore,
} from '../../../src/store/eventstoredb/eventStoreDbStore.ts';
import type { StoreError } from '../../../src/store/storeError.ts';
import type { LoopbackServer, ServerOptions } from '../../eventstoredb/server/startServer.ts';
import { serverFor } from '../../eventstoredb/withServer.ts';

/** The incident that most tests are about. */
export const INCIDENT = incidentId('TSR-1023');

/** Patience for tests: it tries again at once, and waits for an answer as long as a busy machine may need. */
export const PATIENCE = { attemptMs: 10_000, attempts: 4, waitMs: 1 } as const;

/** For tests of an answer that never comes: long enough for one that does, and soon over. */
export const IMPATIENT = { attemptMs: 1000 } as const;

/** A store on a loopback server. */
export interface Ledger {
  readonly server: LoopbackServer;
  readonly store: EventStoreDbStore;
  /** How many clients the store has made. */
  readonly clients: () => number;
}

const stores: EventStoreDbStore[] = [];

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

/** A store on a server that runs already. */
export const storeOn = (
  { url }: { readonly url: string },
  options: Partial<EventStoreDbStoreOptions> = {},
): EventStoreDbStore => {
  const store = eventStoreDbStore({
    connect: () => EventStoreDBClient.connectionString(url),
    ...PATIENCE,
    ...options,
  });
  stores.push(store);
  return store;
};

/** A server and a store on it, both ended after the test. */
export const ledgerFor = async (
  serverOptions: ServerOptions = {},
  options: Partial<EventStoreDbStoreOptions> = {},
): Promise<Ledger> => {
  const server = await serverFor(serverOptions);
  let clients = 0;
  const connect = (): EventStoreDBClient => {
    clients += 1;
    return EventStoreDBClient.connectionString(server.url);
  };
  return { server, store: storeOn(server, { connect, ...options }), clients: () => clients };
};

/** An event of an incident, valid and with nothing special in it. */
export const event = (
  note = 'noted',
  fields: Readonly<Record<string, unknown>> = {},
): UnstoredEvent => ({
  eventId: newEventId(),
  incidentId: INCIDENT,
  type: 'NoteAdded',
  version: 1,
  occurredAt: {
    earliest: instant('2024-12-17T09:51:00.000Z'),
    latest: instant('2024-12-17T09:51:59.999Z'),
  },
  actor: { kind: 'person', id: randomUUID() },
  source: { kind: 'responder', name: 'on call' },
  data: { text: { en: note } },
  ...fields,
});

/** So many events. */
export const eventsOf = (count: number): readonly UnstoredEvent[] =>
  Array.from({ length: count }, (_, number) => event(`note ${number}`));

/** What an effect gives when it goes well. */
export const right = async <A>(effect: TaskEither<StoreError, A>): Promise<A> => {
  const result = await effect();
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};

/** The error that an effect gives. */
export const left = async <A>(effect: TaskEither<StoreError, A>): Promise<StoreError> => {
  const result = await effect();
  if (E.isLeft(result)) return result.left;
  throw new Error(`expected an error, got ${JSON.stringify(result.right)}`);
};

/** Checks that no read or subscription is left open on the server. */
export const expectNothingOpen = async (server: LoopbackServer): Promise<void> => {
  await server.calls.idle('read');
  expect(server.calls.open('read')).toBe(0);
};
