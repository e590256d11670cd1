import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from './failure.ts';
import { badInput, messageOf, storeFailed } from './failure.ts';
import type { OpenStore } from './io.ts';

/** Loads a package that may not be installed. */
const loaded = async <M>(name: string, load: () => Promise<M>): Promise<E.Either<Failure, M>> => {
  try {
    return E.right(await load());
  } catch (cause) {
    return E.left(
      badInput(`this ledger needs the package ${name}: npm install ${name} (${messageOf(cause)})`),
    );
  }
};

const openCluster = async (where: string): Promise<E.Either<Failure, OpenStore>> => {
  const client = await loaded('@eventstore/db-client', async () => import('@eventstore/db-client'));
  if (E.isLeft(client)) return client;
  const { EventStoreDBClient } = client.right;
  const { eventStoreDbStore } = await import('../store/eventstoredb/public.ts');
  try {
    EventStoreDBClient.connectionString(where);
  } catch (cause) {
    return E.left(badInput(`--ledger ${where}: ${messageOf(cause)}`));
  }
  const store = eventStoreDbStore({ connect: () => EventStoreDBClient.connectionString(where) });
  return E.right({ store, close: async () => store.close() });
};

/** What is said of a ledger that is still to be made. */
export const NO_LEDGER = 'no such ledger';

const openFile = async (path: string, create: boolean): Promise<E.Either<Failure, OpenStore>> => {
  if (!create && !existsSync(path)) {
    return E.left(badInput(`${path}: ${NO_LEDGER}; import makes one, --ledger names another`));
  }
  if (!existsSync(dirname(path))) return E.left(badInput(`${path}: no such folder`));
  const driver = await loaded('libsql', async () => import('libsql'));
  if (E.isLeft(driver)) return driver;
  const { sqliteStore } = await import('../store/sqlite/public.ts');
  try {
    const handle = new driver.right.default(path);
    return E.right({
      store: sqliteStore(handle),
      close: async () => {
        handle.close();
      },
    });
  } catch (cause) {
    return E.left(storeFailed(`${path}: ${messageOf(cause)}`));
  }
};

/** Opens a ledger's store: a cluster for a connection string `esdb://…`, else a SQLite file. */
export const openStore = async (
  ledger: string,
  create: boolean,
): Promise<E.Either<Failure, OpenStore>> =>
  /^(?:esdb|kurrentdb)(?:\+discover)?:\/\//.test(ledger)
    ? openCluster(ledger)
    : openFile(ledger, create);
