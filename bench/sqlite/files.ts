import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SqliteHandle, SqliteStatement } from '../../src/store/sqlite/handle.ts';
import type { Driver } from '../../test/store/sqlite/drivers.ts';

const directory = mkdtempSync(join(tmpdir(), 'incident-ledger-bench-'));
let files = 0;

/** A handle on a new file. */
export const newHandle = ({ open }: Driver): SqliteHandle => {
  files += 1;
  return open(join(directory, `${files}.db`));
};

/** A table with nothing but the events, written as durably as a ledger, and the statement that inserts into it. */
export const bareTable = (handle: SqliteHandle): SqliteStatement => {
  handle.exec('PRAGMA journal_mode = WAL');
  handle.exec('PRAGMA synchronous = FULL');
  handle.exec('CREATE TABLE bare (position INTEGER PRIMARY KEY, event TEXT NOT NULL)');
  return handle.prepare('INSERT INTO bare (event) VALUES (?)');
};
