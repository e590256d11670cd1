import * as E from 'fp-ts/lib/Either.js';
import type { StoreError } from '../storeError.ts';
import type { Connection } from './connection.ts';
import { numberIn } from './connection.ts';
import { kindOf, ledgerTables, migrate } from './schema.ts';
import { transact } from './transact.ts';

/** A ledger in a file, opened when it is first needed. Its methods throw what the driver throws. */
export interface LedgerFile {
  /** Number of the ledger in the file; null while nothing was written to it. An empty file stays empty. */
  toRead(): E.Either<StoreError, number | null>;
  /**
   * Does work on the ledger in one write transaction, after making the tables that are not there yet.
   *
   * @param quick - Does it with one statement; null when it cannot be done so.
   */
  write<A>(
    work: (ledger: number) => E.Either<StoreError, A>,
    quick: (ledger: number) => A | null,
  ): E.Either<StoreError, A>;
}

/** `FULL` syncs every commit; on macOS only the pragmas with `fullfsync` reach the disk itself. */
const DURABLE = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA fullfsync = 1',
  'PRAGMA checkpoint_fullfsync = 1',
];

const numberOf = (db: Connection, prefix: string): number | null =>
  numberIn(db.rows('SELECT number FROM ledgers WHERE prefix = ?', prefix)[0], 'number');

const makeLedger = (db: Connection, prefix: string): number => {
  db.run('INSERT INTO ledgers (prefix) VALUES (?)', prefix);
  const ledger = numberOf(db, prefix) ?? 0;
  db.exec(ledgerTables(ledger));
  return ledger;
};

/** The ledger of that prefix in the file behind a connection. */
export const ledgerFile = (db: Connection, prefix: string): LedgerFile => {
  let known: number | null = null;
  let isDurable = false;

  const toRead = (): E.Either<StoreError, number | null> => {
    if (known !== null) return E.right(known);
    // All waiting is done where others can go on meanwhile, and none in the driver.
    db.exec('PRAGMA busy_timeout = 0');
    const kind = kindOf(db);
    if (kind._tag === 'Other') return E.left({ _tag: 'Unusable', reason: kind.reason });
    if (kind._tag === 'Empty') return E.right(null);
    const ready = kind.isPresent ? E.right(null) : transact(db, () => migrate(db));
    if (E.isLeft(ready)) return ready;
    known = numberOf(db, prefix);
    return E.right(known);
  };

  return {
    toRead,
    write: (work, quick) => {
      const found = toRead();
      if (E.isLeft(found)) return found;
      const done = known !== null && isDurable ? quick(known) : null;
      if (done !== null) return E.right(done);
      if (!isDurable) for (const pragma of DURABLE) db.exec(pragma);
      isDurable = true;
      return transact(db, () => {
        if (known !== null) return work(known);
        const ready = migrate(db);
        if (E.isLeft(ready)) return ready;
        return work(numberOf(db, prefix) ?? makeLedger(db, prefix));
      });
    },
  };
};
