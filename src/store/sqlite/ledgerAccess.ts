import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { StoreOptions } from '../port.ts';
import type { StoreError } from '../storeError.ts';
import type { Connection } from './connection.ts';
import { connectionOf } from './connection.ts';
import type { SqliteHandle } from './handle.ts';
import { ledgerFile } from './ledgerFile.ts';
import { patiently } from './patience.ts';
import { attempt } from './transact.ts';
import { turns } from './turns.ts';

/**
 * Which ledger of a file to use, and how.
 *
 * @public
 */
export interface SqliteOptions {
  /** Name of the ledger among those in the file, which do not see each other; empty when absent. */
  readonly prefix?: string;
  /** How long to wait while other processes write, in milliseconds; 10 000 when absent. */
  readonly waitMs?: number;
}

/** Effects on one ledger of a file. */
export interface LedgerAccess {
  /** Reads; the number of the ledger is null while nothing was written to it. */
  read<A>(
    options: StoreOptions | undefined,
    work: (db: Connection, ledger: number | null) => E.Either<StoreError, A>,
  ): TaskEither<StoreError, A>;
  /** Writes, in one transaction; with `quick`, in one statement where it can. */
  write<A>(
    options: StoreOptions | undefined,
    work: (db: Connection, ledger: number) => E.Either<StoreError, A>,
    quick?: (db: Connection, ledger: number) => A | null,
  ): TaskEither<StoreError, A>;
}

const WAIT_MS = 10_000;

/** The ledger behind a handle. */
export const ledgerAccess = (handle: SqliteHandle, options: SqliteOptions): LedgerAccess => {
  const { prefix = '', waitMs = WAIT_MS } = options;
  const db = connectionOf(handle);
  const file = ledgerFile(db, prefix);
  const inTurn = turns();
  return {
    read: (given, work) => async () =>
      patiently(
        () =>
          attempt(() => {
            const ledger = file.toRead();
            return E.isLeft(ledger) ? ledger : work(db, ledger.right);
          }),
        waitMs,
        given?.signal,
      ),
    write: (given, work, quick) => async () =>
      inTurn(
        async () =>
          patiently(
            () =>
              attempt(() =>
                file.write(
                  (ledger) => work(db, ledger),
                  (ledger) => quick?.(db, ledger) ?? null,
                ),
              ),
            waitMs,
            given?.signal,
          ),
        given?.signal,
      ),
  };
};
