import * as E from 'fp-ts/lib/Either.js';
import type { StoreError } from '../storeError.ts';
import type { Connection } from './connection.ts';
import type { Attempt } from './patience.ts';
import { isBusy, storeErrorOf } from './sqliteError.ts';

/** Runs work that a driver may interrupt by throwing: null when another connection was in the way. */
export const attempt = <A>(work: () => E.Either<StoreError, A>): Attempt<A> => {
  try {
    return work();
  } catch (thrown) {
    return isBusy(thrown) ? null : E.left(storeErrorOf(thrown));
  }
};

/** Ends a transaction that some failures have ended already. */
const rollBack = (db: Connection): void => {
  try {
    db.exec('ROLLBACK');
  } catch {
    // What went wrong before is what the caller has to know.
  }
};

/** Runs work in one write transaction, which is kept when the work succeeds and undone when not. */
export const transact = <A>(
  db: Connection,
  work: () => E.Either<StoreError, A>,
): E.Either<StoreError, A> => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    if (E.isRight(result)) db.exec('COMMIT');
    else rollBack(db);
    return result;
  } catch (thrown) {
    rollBack(db);
    throw thrown;
  }
};
