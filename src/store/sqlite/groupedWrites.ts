import * as E from 'fp-ts/lib/Either.js';
import type { StoreError } from '../storeError.ts';
import type { Connection } from './connection.ts';
import type { LedgerFile } from './ledgerFile.ts';
import { patiently } from './patience.ts';
import { attempt } from './transact.ts';
import { turns } from './turns.ts';

/** A write that was asked for. */
export interface AskedWrite<A> {
  /** What it does within a transaction. */
  readonly work: (ledger: number) => E.Either<StoreError, A>;
  /** Does it with one statement; null when it cannot be done so. */
  readonly quick: (ledger: number) => A | null;
  /** Ends the waiting. */
  readonly signal: AbortSignal | undefined;
}

/** Does a write when its turn comes, together with those that wait by then. */
export type GroupedWrites = <A>(asked: AskedWrite<A>) => Promise<E.Either<StoreError, A>>;

/** A write that waits. */
interface Waiting {
  /** Does it within the transaction of all. */
  readonly join: (ledger: number) => void;
  /** The transaction is on the disk. */
  readonly settle: () => void;
  /** Whether it goes on by itself. */
  isAlone: boolean;
}

/** More are committed one group after the other. */
const MOST_TOGETHER = 256;

/** Runs work whose failure undoes what it wrote itself, and nothing else. */
const within = <A>(
  db: Connection,
  work: () => E.Either<StoreError, A>,
): E.Either<StoreError, A> => {
  db.exec('SAVEPOINT one');
  const result = work();
  if (E.isLeft(result)) db.exec('ROLLBACK TO one');
  db.exec('RELEASE one');
  return result;
};

/**
 * Writes of one process: those that wait at the same time are committed together, since what takes long is to bring a
 * commit to the disk. None is told to be done before it is there. Should anything be thrown amid them, all is undone, and
 * each is done by itself.
 *
 * @remarks Source: group commit; DeWitt and others, Implementation Techniques for Main Memory Database Systems, 1984.
 */
export const groupedWrites = (db: Connection, file: LedgerFile, waitMs: number): GroupedWrites => {
  const inTurn = turns();
  const waiting = new Set<Waiting>();

  /** Writes all that wait, or nothing. */
  const together = async (signal: AbortSignal | undefined): Promise<void> => {
    const all = [...waiting].filter(({ isAlone }) => !isAlone).slice(0, MOST_TOGETHER);
    if (all.length < 2) return;
    const writeAll = (): E.Either<StoreError, null> => {
      // Whoever gave up meanwhile is not among them.
      const left = all.filter(({ isAlone }) => !isAlone);
      const written = file.write(
        (ledger) => {
          for (const { join } of left) join(ledger);
          return E.right(null);
        },
        () => null,
      );
      if (E.isRight(written)) for (const { settle } of left) settle();
      return written;
    };
    const written = await patiently(() => attempt(writeAll), waitMs, signal);
    if (E.isLeft(written)) for (const each of all) each.isAlone = true;
  };

  return async <A>({ work, quick, signal }: AskedWrite<A>): Promise<E.Either<StoreError, A>> => {
    const state: Record<'joined' | 'done', E.Either<StoreError, A> | null> = {
      joined: null,
      done: null,
    };
    const mine: Waiting = {
      join: (ledger) => {
        state.joined = within(db, () => work(ledger));
      },
      settle: () => {
        state.done = state.joined;
        waiting.delete(mine);
      },
      isAlone: false,
    };
    waiting.add(mine);
    return inTurn(async () => {
      if (state.done === null && signal?.aborted !== true) await together(signal);
      if (state.done !== null) return state.done;
      mine.isAlone = true;
      waiting.delete(mine);
      return patiently(() => attempt(() => file.write(work, quick)), waitMs, signal);
    }, signal);
  };
};
