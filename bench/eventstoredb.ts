/**
 * What the EventStoreDB adapter costs over the bare client: the same work by both, against the same loopback server
 * in a process of its own, in rounds that alternate; the medians of the rounds and their ratio.
 *
 * Run it with `node --conditions=@incident-ledger/source --import ./scripts/typescript.js bench/eventstoredb.ts`.
 */
import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { UnstoredEvent } from 'incident-ledger';
import { events as eventsOf, exactly, incidentId, newEventId, orThrow } from 'incident-ledger';
import { eventStoreDbStore } from 'incident-ledger/eventstoredb';
import { startOwnProcess } from '../test/eventstoredb/ownProcess.ts';
import { median } from './measure.ts';

const ROUNDS = 9;
const READ_EVENTS = 5000;
const READ_PAGE = 2500;
const BATCHES = 10;
const BATCH = 250;
const SINGLES = 600;
const CONCURRENCY = 25;

const server = await startOwnProcess();
const client = EventStoreDBClient.connectionString(server.url);
const store = eventStoreDbStore({ connect: () => client });

const event = (incident: string, number: number): UnstoredEvent => ({
  eventId: newEventId(),
  incidentId: incidentId(incident),
  type: 'NoteAdded',
  version: 1,
  occurredAt: exactly('2024-12-17T10:00:00Z'),
  actor: { id: 'u-17' },
  source: { kind: 'responder', name: 'on call' },
  data: {
    text: { en: `note ${number}: the connection pool is exhausted, restarting the gateway` },
  },
});

const several = (incident: string, count: number): readonly UnstoredEvent[] =>
  Array.from({ length: count }, (_, number) => event(incident, number));

/** The same event for the bare client, as someone would write it who keeps the same things. */
const bare = ({ eventId: id, incidentId: _, type, data, ...metadata }: UnstoredEvent) =>
  jsonEvent({ id, type, data: Object.fromEntries(Object.entries(data ?? {})), metadata });

/** Does work for each item, so many at a time. */
const atOnce = async <A>(
  items: readonly A[],
  concurrency: number,
  work: (item: A) => Promise<unknown>,
): Promise<void> => {
  const iterator = items.values();
  const worker = async (): Promise<void> => {
    for (const item of iterator) await work(item);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
};

interface Measured {
  readonly name: string;
  /** How many events each round is about. */
  readonly size: number;
  readonly byClient: () => Promise<unknown>;
  readonly byStore: () => Promise<unknown>;
}

const READ = `BENCH-${randomUUID()}`;
for (let start = 0; start < READ_EVENTS; start += BATCH) {
  await orThrow(
    store.append(incidentId(READ), several(READ, BATCH), start === 0 ? 'no_stream' : start - 1),
  );
}

const counted = async (read: AsyncIterable<unknown>): Promise<void> => {
  let count = 0;
  for await (const _ of read) count += 1;
  if (count < READ_EVENTS) throw new Error(`only ${count} events were read`);
};

/** Appends to streams of their own, by the client or by the store. */
const appending = (name: string, count: number, size: number): Measured => {
  const streams = (): readonly (readonly UnstoredEvent[])[] =>
    Array.from({ length: count }, () => several(`BENCH-${randomUUID()}`, size));
  return {
    name,
    size: count * size,
    byClient: async () =>
      atOnce(streams(), CONCURRENCY, async (given) =>
        client.appendToStream(`incident-${given[0]?.incidentId}`, given.map(bare), {
          expectedRevision: 'no_stream',
        }),
      ),
    byStore: async () =>
      atOnce(streams(), CONCURRENCY, async (given) =>
        orThrow(store.append(incidentId(given[0]?.incidentId ?? ''), given, 'no_stream')),
      ),
  };
};

const MEASURED: readonly Measured[] = [
  {
    name: `read a stream of ${READ_EVENTS}`,
    size: READ_EVENTS,
    byClient: async () => counted(client.readStream(`incident-${READ}`)),
    byStore: async () =>
      counted(eventsOf(store, { incidentId: incidentId(READ), limit: READ_PAGE })),
  },
  {
    name: 'read all',
    size: READ_EVENTS,
    byClient: async () => counted(client.readAll({ maxCount: READ_EVENTS })),
    byStore: async () => orThrow(store.readAll({ limit: READ_EVENTS })),
  },
  appending(`append batches of ${BATCH}, ${CONCURRENCY} at once`, BATCHES, BATCH),
  appending(`append one by one, ${CONCURRENCY} at once`, SINGLES, 1),
];

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

for (const { name, size, byClient, byStore } of MEASURED) {
  const [clientMs, storeMs]: [number[], number[]] = [[], []];
  await byClient();
  await byStore();
  for (let round = 0; round < ROUNDS; round += 1) {
    clientMs.push(await timed(byClient));
    storeMs.push(await timed(byStore));
  }
  const rate = (ms: readonly number[]): number => Math.round((size / median(ms)) * 1000);
  const ratio = median(clientMs) / median(storeMs);
  process.stdout.write(
    `${name}: client ${rate(clientMs)}/s, store ${rate(storeMs)}/s, ratio ${ratio.toFixed(2)}\n`,
  );
}
await store.close();
await server.kill();
