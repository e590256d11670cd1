import type { EventStore } from '../port.ts';
import { append } from './append.ts';
import { arrival } from './arrival.ts';
import type { EventStoreDbClient, EventStoreDbCredentials } from './client.ts';
import { connection } from './connection.ts';
import type { Context } from './context.ts';
import type { EventStoreDbPatience } from './patiently.ts';
import { readPage } from './readStream.ts';
import { restore } from './restore.ts';
import { incidentPage, readAllPage } from './scan.ts';
import { isPrefix } from './streamName.ts';

/**
 * What a store on EventStoreDB or KurrentDB is made of.
 *
 * @public
 */
export interface EventStoreDbStoreOptions extends EventStoreDbPatience {
  /** Makes the client, and another when that one goes bad; it must throw on failed appends, as it does by default. */
  readonly connect: () => EventStoreDbClient;
  /** Category of this ledger's streams, without a hyphen; `incident` when absent. */
  readonly prefix?: string | undefined;
  /**
   * Goes with each append, which then is a call of its own, and lets a client that gives no answer be replaced.
   * Needed where another client of the same package appends in this process: on the call that appends share
   * otherwise, the failure of one client can end the process. Without TLS they are not sent, and any will do.
   */
  readonly credentials?: EventStoreDbCredentials | undefined;
}

/**
 * A store on EventStoreDB or KurrentDB.
 *
 * @public
 */
export interface EventStoreDbStore extends EventStore {
  /** Ends the calls under way and lets go of the client. */
  close(): Promise<void>;
}

/**
 * A store on an EventStoreDB or KurrentDB cluster: streams `prefix-incidentId`, with the envelope as metadata.
 *
 * @remarks Shape: `recordedAt` is the server's time, which goes back where the leader's clock does; what was
 * restored keeps its own. A restored stream of more than 1 MiB is written part by part. Reading all needs the
 * right to read `$all`, and passes over what is not the ledger's.
 * Errors: throws a RangeError for a prefix that is none.
 * @example
 * `eventStoreDbStore({ connect: () => EventStoreDBClient.connectionString('esdb://…') })`
 * @public
 */
export const eventStoreDbStore = (options: EventStoreDbStoreOptions): EventStoreDbStore => {
  const { connect, prefix = 'incident', credentials, ...patience } = options;
  if (!isPrefix(prefix)) {
    throw new RangeError(`expected a prefix without a hyphen, got ${JSON.stringify(prefix)}`);
  }
  const context: Context = { prefix, credentials, patience, connection: connection(connect) };
  return {
    append: (incidentId, events, expected, given) => async () =>
      append(context, incidentId, events, { expected, signal: given?.signal }),
    restore: (incidentId, events, given) => async () =>
      restore(context, incidentId, events, given?.signal),
    read: (query) => async () => readPage(context, query),
    readAll: (query) => async () => readAllPage(context, query),
    arrival: (query) => async () => arrival(context, query),
    incidents: (query) => async () => incidentPage(context, query),
    close: context.connection.close,
  };
};
