import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { orThrow } from '../../../src/ledger/orThrow.ts';
import { instant } from '../../../src/primitives/instant.ts';
import type { SqliteHandle } from '../../../src/store/sqlite/handle.ts';
import { sqliteStore } from '../../../src/store/sqlite/sqliteStore.ts';
import { A, B, notes, words } from '../../../src/testing/contractNotes.ts';
import { all, errorOf } from '../../../src/testing/expectations.ts';
import type { OpenHandle } from './drivers.ts';
import { drivers, newFile } from './drivers.ts';

const opened: OpenHandle[] = [];

afterEach(() => {
  for (const handle of opened.splice(0)) handle.close();
});

/** A handle that tells before each time it reads rows. */
const watched = (handle: SqliteHandle, tell: () => void): SqliteHandle => ({
  exec: (sql) => handle.exec(sql),
  prepare: (sql) => {
    const statement = handle.prepare(sql);
    return {
      run: (...values) => statement.run(...values),
      all: (...values) => {
        tell();
        return statement.all(...values);
      },
    };
  },
});

/** Does it the n-th time it is called, and then no more. */
const before = (n: number, act: () => void): (() => void) => {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls === n) act();
  };
};

describe.each(drivers.map((driver) => [driver.name, driver] as const))(
  'a file of the SQLite store over %s',
  (_, { open }) => {
    const handleOf = (path: string): OpenHandle => {
      const handle = open(path);
      opened.push(handle);
      return handle;
    };

    it('keeps what it was given for the next process, and stays empty when only read', async () => {
      const path = newFile();
      const reading = sqliteStore(handleOf(path));
      expect(await all(reading)).toEqual([]);
      expect(readFileSync(path)).toHaveLength(0);
      await orThrow(sqliteStore(handleOf(path)).append(A, notes(A, 'a'), 'no_stream'));
      expect(words(await all(sqliteStore(handleOf(path))))).toEqual(['a']);
      expect(words(await all(reading))).toEqual(['a']);
    });

    it.each([1, 2, 3, 4, 5])(
      'may be made by another while look %i is taken at it',
      async (look) => {
        const path = newFile();
        const handle = handleOf(path);
        const other = sqliteStore(handleOf(path));
        let made: Promise<unknown> = Promise.resolve();
        const makeAt = before(look, () => {
          made = orThrow(other.append(B, notes(B, 'b'), 'no_stream'));
        });
        const store = sqliteStore(watched(handle, makeAt));
        const appended = await orThrow(store.append(A, notes(A, 'a'), 'no_stream'));
        await made;
        expect(appended.lastRevision).toBe(0);
        expect(words(await all(store)).toSorted()).toEqual(['a', 'b']);
      },
    );

    it('syncs every commit of a write-ahead log', async () => {
      const handle = handleOf(newFile());
      await orThrow(sqliteStore(handle).append(A, notes(A, 'a'), 'any'));
      expect(handle.prepare('PRAGMA journal_mode').all()).toEqual([{ journal_mode: 'wal' }]);
      expect(handle.prepare('PRAGMA synchronous').all()).toEqual([{ synchronous: 2 }]);
    });

    it.each([
      ['CREATE TABLE cats (name TEXT)', 'the file is a SQLite database, but not a ledger'],
      ['PRAGMA application_id = 7', 'the file is a SQLite database, but not a ledger'],
      ['PRAGMA user_version = 3', 'the file is a SQLite database, but not a ledger'],
    ])('is refused after %j', async (sql, reason) => {
      const handle = handleOf(newFile());
      handle.exec(sql);
      const store = sqliteStore(handle);
      const refused = { _tag: 'Unusable', reason };
      expect(await errorOf(store.readAll({}))).toEqual(refused);
      expect(await errorOf(store.append(A, notes(A, 'a'), 'any'))).toEqual(refused);
      expect(handle.prepare('PRAGMA journal_mode').all()).toEqual([{ journal_mode: 'delete' }]);
    });

    it('is refused when a newer version wrote it', async () => {
      const path = newFile();
      const handle = handleOf(path);
      await orThrow(sqliteStore(handle).append(A, notes(A, 'a'), 'any'));
      handle.exec('PRAGMA user_version = 99');
      expect(await errorOf(sqliteStore(handleOf(path)).append(A, notes(A, 'b'), 0))).toEqual({
        _tag: 'Unusable',
        reason:
          'the file has schema version 99, and this incident-ledger knows 1: a newer one wrote it',
      });
    });

    it('is refused when it is no database', async () => {
      const path = newFile();
      writeFileSync(path, 'the minutes of a meeting\n'.repeat(100));
      expect(await errorOf(sqliteStore(handleOf(path)).readAll({}))).toEqual({
        _tag: 'Unusable',
        reason: 'the file is not a ledger (file is not a database)',
      });
    });

    it('is read, but not written to, through a handle that only reads', async () => {
      const handle = handleOf(newFile());
      const store = sqliteStore(handle);
      await orThrow(store.append(A, notes(A, 'a'), 'any'));
      handle.exec('PRAGMA query_only = 1');
      expect(await errorOf(store.append(A, notes(A, 'b'), 0))).toEqual({
        _tag: 'Unusable',
        reason: 'the file cannot be written to (attempt to write a readonly database)',
      });
      expect(words(await all(store))).toEqual(['a']);
    });

    it('loses nothing when there is no room for more', async () => {
      const handle = handleOf(newFile());
      const store = sqliteStore(handle);
      await orThrow(store.append(A, notes(A, 'a'), 'any'));
      handle.exec('PRAGMA max_page_count = 20');
      const large = notes(A, 'x'.repeat(500_000));
      expect(await errorOf(store.append(A, large, 0))).toEqual({
        _tag: 'Unusable',
        reason: 'the disk is full (database or disk is full)',
      });
      handle.exec('PRAGMA max_page_count = 10000');
      await orThrow(store.append(A, notes(A, 'b'), 0));
      expect(words(await all(store))).toEqual(['a', 'b']);
    });

    it('names the place of what is damaged', async () => {
      const handle = handleOf(newFile());
      const store = sqliteStore(handle);
      await orThrow(store.append(A, notes(A, 'a', 'b'), 'any'));
      handle.exec(`UPDATE events_1 SET event = '{"eventId": 7}' WHERE position = 2`);
      expect(await errorOf(store.readAll({}))).toEqual({
        _tag: 'Corrupt',
        place: 'position 2',
        message: 'what is there is no event',
      });
      handle.exec(`UPDATE events_1 SET event = '{' WHERE position = 2`);
      expect((await errorOf(store.read({ incidentId: A })))._tag).toBe('Corrupt');
    });

    it('gives up after a while where another connection does not end its write', async () => {
      const path = newFile();
      const [writing, waiting] = [handleOf(path), handleOf(path)];
      await orThrow(sqliteStore(writing).append(A, notes(A, 'a'), 'any'));
      writing.exec('BEGIN IMMEDIATE');
      const store = sqliteStore(waiting, { waitMs: 5 });
      expect((await errorOf(store.append(A, notes(A, 'b'), 0)))._tag).toBe('Unavailable');
      expect(words(await all(store))).toEqual(['a']);
      const controller = new AbortController();
      const patient = sqliteStore(waiting);
      const { signal } = controller;
      const ended = [B, A].map(async (id) =>
        errorOf(patient.append(id, notes(id, 'b'), 'any', { signal })),
      );
      controller.abort();
      expect(await Promise.all(ended)).toEqual([{ _tag: 'Aborted' }, { _tag: 'Aborted' }]);
      const late = orThrow(patient.append(A, notes(A, 'c'), 0));
      writing.exec('ROLLBACK');
      await late;
      expect(words(await all(store))).toEqual(['a', 'c']);
    });

    it('is not written to within a transaction of its owner', async () => {
      const handle = handleOf(newFile());
      const store = sqliteStore(handle);
      await orThrow(store.append(A, notes(A, 'a'), 'any'));
      handle.exec('BEGIN IMMEDIATE');
      expect((await errorOf(store.append(A, notes(A, 'b'), 0)))._tag).toBe('Unusable');
      handle.exec('ROLLBACK');
      await orThrow(store.append(A, notes(A, 'b'), 0));
    });

    it('cannot be used when its handle is closed', async () => {
      const handle = open(newFile());
      const store = sqliteStore(handle);
      await orThrow(store.append(A, notes(A, 'a'), 'any'));
      handle.close();
      expect((await errorOf(store.append(A, notes(A, 'b'), 0)))._tag).toBe('Unusable');
    });

    it('records by its clock, which never goes back, but for what was restored', async () => {
      const [early, late] = [instant('2024-12-17T10:00:00Z'), instant('2024-12-17T11:00:00Z')];
      const path = newFile();
      const exporting = sqliteStore(handleOf(newFile()), { clock: () => late });
      await orThrow(exporting.append(B, notes(B, 'x'), 'any'));
      const far = (await all(exporting)).map((event) => ({
        ...event,
        recordedAt: instant('2030-01-01T00:00:00Z'),
      }));
      await orThrow(
        sqliteStore(handleOf(path), { clock: () => late }).append(A, notes(A, 'a'), 'any'),
      );
      const store = sqliteStore(handleOf(path), { clock: () => early });
      await orThrow(store.restore(B, far));
      await orThrow(store.append(A, notes(A, 'b'), 0));
      await orThrow(store.append(B, notes(B, 'y'), 0));
      expect((await all(store)).map(({ recordedAt }) => recordedAt.slice(0, 13))).toEqual([
        '2024-12-17T11',
        '2030-01-01T00',
        '2024-12-17T11',
        '2030-01-01T00',
      ]);
    });
  },
);
