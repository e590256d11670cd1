import { randomUUID } from 'node:crypto';
import { afterEach } from '@jest/globals';
import {
  EventStoreDBClient,
  jsonEvent,
  type EventData,
  type EventStoreDBClient as Client,
} from '@eventstore/db-client';
import { startServer, type LoopbackServer, type ServerOptions } from './server/startServer.ts';

/** A server with a client, and clients more where wanted; all are ended after the test. */
export interface Bench {
  readonly server: LoopbackServer;
  readonly client: Client;
  /** Another client of the same server; `settings` are added to the connection string. */
  readonly another: (settings?: string) => Client;
}

const open: { readonly servers: LoopbackServer[]; readonly clients: Client[] } = {
  servers: [],
  clients: [],
};

afterEach(async () => {
  for (const client of open.clients.splice(0)) await client.dispose();
  for (const server of open.servers.splice(0)) {
    server.faults.clear();
    await server.stop();
  }
});

/** Starts a server that is stopped after the test. */
export const serverFor = async (options: ServerOptions = {}): Promise<LoopbackServer> => {
  const server = await startServer(options);
  open.servers.push(server);
  return server;
};

/** Makes a client that is disposed of after the test. */
export const clientFor = ({ url }: { readonly url: string }, settings = ''): Client => {
  const client = EventStoreDBClient.connectionString(`${url}${settings}`);
  open.clients.push(client);
  return client;
};

/** Starts a server with a client for it; both are ended after the test. */
export const bench = async (options: ServerOptions = {}): Promise<Bench> => {
  const server = await serverFor(options);
  return {
    server,
    client: clientFor(server),
    another: (settings) => clientFor(server, settings),
  };
};

/** So many events of that type, with ids of their own. */
export const someEvents = (count: number, type = 'Happened'): EventData[] =>
  Array.from({ length: count }, (_, number) =>
    jsonEvent({ id: randomUUID(), type, data: { number } }),
  );

/** What a promise was rejected with. */
export const rejection = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it was not rejected');
};

/** The two ways that appends go; each with the options of a server that makes the client take it. */
export const WAYS = [
  { way: 'one shared call', batchAppend: true, method: 'batchAppend' },
  { way: 'a call each', batchAppend: false, method: 'append' },
] as const;
