import { EventStoreDBClient } from '@eventstore/db-client';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import type { EventStore } from 'incident-ledger';
import { memoryStore } from 'incident-ledger';
import { eventStoreDbStore } from 'incident-ledger/eventstoredb';
import { sqliteStore } from 'incident-ledger/sqlite';
import Database from 'libsql';
import { service } from '../examples/service/service.ts';
import { startServer } from './eventstoredb/server/startServer.ts';

const said = {
  actor: { id: 'u-17' },
  source: { kind: 'responder', name: 'on-call' },
};
const at = (time: string) => ({ earliest: time, latest: time });
const began = { ...said, occurredAt: at('2024-12-17T09:51:00.000Z'), data: { impactId: 'main' } };
const over = { ...said, occurredAt: at('2024-12-17T10:02:00.000Z'), data: {} };

interface Made {
  readonly store: EventStore;
  readonly close: () => Promise<void>;
}

const onEventStoreDb = async (): Promise<Made> => {
  const server = await startServer();
  const store = eventStoreDbStore({
    connect: () => EventStoreDBClient.connectionString(server.url),
  });
  return {
    store,
    close: async () => {
      await store.close();
      await server.stop();
    },
  };
};

const kept = (store: EventStore): Made => ({ store, close: async () => {} });

const stores: readonly (readonly [name: string, make: () => Made | Promise<Made>])[] = [
  ['memory', () => kept(memoryStore())],
  ['SQLite', () => kept(sqliteStore(new Database(':memory:')))],
  ['the EventStoreDB loopback server', onEventStoreDb],
];

const open: { readonly app: FastifyInstance; readonly made: Made }[] = [];

/** Starts the service; gives its address. */
const started = async (make: () => Made | Promise<Made>): Promise<string> => {
  const made = await make();
  const app = service(made.store);
  open.push({ app, made });
  return app.listen({ port: 0, host: '127.0.0.1' });
};

afterEach(async () => {
  for (const { app, made } of open.splice(0)) {
    await app.close();
    await made.close();
  }
});

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const answerOf = async (response: Response): Promise<Answer> => ({
  status: response.status,
  body: await response.json(),
});

const get = async (url: string): Promise<Answer> => answerOf(await fetch(url));

const post = async (url: string, body: unknown): Promise<Answer> =>
  answerOf(
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

/** Reads an event stream on until it has said that; gives all that it has said. */
const listener = (body: ReadableStream<Uint8Array>): ((what: string) => Promise<string>) => {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return async (what) => {
    while (!text.includes(what)) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`the stream ended before ${what}: ${text}`);
      text += value;
    }
    return text;
  };
};

describe.each(stores)('the service on %s', (_, make) => {
  it('records what is posted and serves the report', async () => {
    const url = await started(make);
    const first = await post(`${url}/incidents/INC-1/impacts`, began);
    const last = await post(`${url}/incidents/INC-1/restoration`, over);
    expect([first.status, last.status]).toEqual([201, 201]);
    const report = await get(`${url}/incidents/INC-1`);
    expect(report.body).toMatchObject({ claims: { actual: { ms: 660_000 } } });
    expect((await get(`${url}/incidents`)).body).toMatchObject({ incidentIds: ['INC-1'] });
  });

  it('says what is wrong with a body, and what makes no sense', async () => {
    const url = await started(make);
    const wrong = await post(`${url}/incidents/INC-1/alerts`, {
      ...over,
      occurredAt: at('10:51'),
    });
    expect(wrong).toMatchObject({
      status: 400,
      body: {
        faults: [
          { path: 'occurredAt.earliest' },
          { path: 'occurredAt.latest' },
          { path: 'data.alertId' },
        ],
      },
    });
    const refused = await post(`${url}/incidents/INC-1/resolution`, over);
    expect(refused).toMatchObject({ status: 409, body: { _tag: 'NothingOpen' } });
    expect((await get(`${url}/incidents/INC-2`)).status).toBe(404);
  });

  it('sends what is there, says that it has caught up, and goes on live', async () => {
    const url = await started(make);
    await post(`${url}/incidents/INC-1/impacts`, began);
    const { body } = await fetch(`${url}/live`);
    if (!body) throw new Error('no body');
    const hear = listener(body);
    expect(await hear('caught-up')).toContain('ImpactStarted');
    await post(`${url}/incidents/INC-1/restoration`, over);
    expect(await hear('Restored')).toContain('Restored');
  });
});
