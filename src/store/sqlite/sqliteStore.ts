import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { Clock } from '../../primitives/instant.ts';
import { systemClock } from '../../primitives/instant.ts';
import { invalidAppend, invalidRestore, tooLarge } from '../appendPlan.ts';
import { pause, wake } from '../pause.ts';
import type { Appended, ArrivalQuery, EventStore, StoreOptions } from '../port.ts';
import { positionOf } from '../position.ts';
import type { StoreError } from '../storeError.ts';
import type { SqliteHandle } from './handle.ts';
import { knownEnds } from './knownEnds.ts';
import type { SqliteOptions } from './ledgerAccess.ts';
import { ledgerAccess } from './ledgerAccess.ts';
import { toAppend, toRestore } from './newEvent.ts';
import { allPage, incidentPage, streamPage } from './pages.ts';
import { lastPlace } from './readEvents.ts';
import type { Writing } from './writeEvents.ts';
import { writeAtKnownEnds, writeEvents } from './writeEvents.ts';

/**
 * How a SQLite store works.
 *
 * @public
 */
export interface SqliteStoreOptions extends SqliteOptions {
  /** Tells when events are recorded; the computer's clock when absent. */
  readonly clock?: Clock;
  /** How often to look for what other processes appended while waiting for it, in milliseconds; 100 when absent. */
  readonly pollMs?: number;
}

const POLL_MS = 100;

/**
 * A store in one SQLite file: what an append gave back is on the disk, and any number of processes may read, write
 * and follow the file at once. The tables are made with the first append.
 *
 * @param handle - A handle that nothing else uses but saved states of the same ledger; whoever opened it closes it.
 * @remarks Errors: `Unusable` for a file that is not a ledger, that a newer version wrote, that cannot be written
 * to, or on a full disk; `Unavailable` when other processes leave no room for too long.
 * @example
 * `sqliteStore(new Database('incidents.db'))`, with `Database` from libsql or better-sqlite3.
 * @public
 */
export const sqliteStore = (handle: SqliteHandle, options: SqliteStoreOptions = {}): EventStore => {
  const { clock = systemClock, pollMs = POLL_MS } = options;
  const access = ledgerAccess(handle, options);
  const known = knownEnds();
  const waiting = new Set<() => void>();

  const write = async (
    given: StoreOptions | undefined,
    what: Writing,
  ): Promise<E.Either<StoreError, Appended>> => {
    const { incidentId, events } = what;
    const written = await access.write(
      given,
      (db, ledger) => writeEvents(db, ledger, what),
      (db, ledger) => writeAtKnownEnds(db, ledger, what, known.of(incidentId)),
    )();
    if (E.isLeft(written)) return written;
    const { appended, ends } = written.right;
    if (ends) known.remember(incidentId, ends, events.length);
    wake(waiting);
    return E.right(appended);
  };

  const arrival =
    ({ after = null, signal }: ArrivalQuery): TaskEither<StoreError, void> =>
    async () => {
      for (;;) {
        const last = await access.read({ signal }, (db, ledger) =>
          E.right(ledger === null ? 0 : lastPlace(db, ledger)),
        )();
        if (E.isLeft(last)) return last;
        if (last.right > 0 && positionOf(last.right) > (after ?? '')) return E.right(undefined);
        await pause({ ms: pollMs, signal, waiting });
      }
    };

  return {
    append: (incidentId, events, expected, given) => async () => {
      const refused = invalidAppend(incidentId, events);
      if (refused) return E.left(refused);
      const added = events.map(toAppend);
      const large = tooLarge(added.map(({ text }) => text));
      return large ? E.left(large) : write(given, { incidentId, events: added, expected, clock });
    },
    restore: (incidentId, events, given) => async () => {
      const refused = invalidRestore(incidentId, events);
      if (refused) return E.left(refused);
      const restored = events.map(toRestore);
      return write(given, { incidentId, events: restored, expected: 'no_stream', clock });
    },
    read: (query) => access.read(query, (db, ledger) => streamPage(db, ledger, query)),
    readAll: (query) => access.read(query, (db, ledger) => allPage(db, ledger, query)),
    incidents: (query) => access.read(query, (db, ledger) => incidentPage(db, ledger, query)),
    arrival,
  };
};
