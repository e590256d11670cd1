import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { StoreOptions } from '../port.ts';
import type { StoreError } from '../storeError.ts';
import type { Connection } from './connection.ts';
import { connectionOf } from './connection.ts';
import type { SqliteHandle } from './handle.ts';
import { groupedWrites } from './groupedWrites.ts';
import { ledgerFile } from './ledgerFile.ts';
import { patiently } from './patience.ts';
import { attempt } from './transact.ts';

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
  /** Writes, in one transaction with what waits at the same time; with `quick`, in one statement where it can. */
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
  const write = groupedWrites(db, file, waitMs);
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
      write({
        work: (ledger) => work(db, ledger),
        quick: (ledger) => quick?.(db, ledger) ?? null,
        signal: given?.signal,
      }),
  };
};
