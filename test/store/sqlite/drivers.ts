import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SqliteHandle } from '../../../src/store/sqlite/handle.ts';

/** A handle that is closed when the test is over. */
export interface OpenHandle extends SqliteHandle {
  close(): unknown;
}

/** A driver that can be loaded here. */
export interface Driver {
  readonly name: string;
  readonly open: (path: string) => OpenHandle;
}

type Opens = new (path: string) => OpenHandle;

/** Where each driver has its constructor; which of them are installed depends on the machine and on Node. */
const SOURCES = [
  ['libsql', 'default'],
  ['node:sqlite', 'DatabaseSync'],
  ['better-sqlite3', 'default'],
] as const;

const driverIn = async ([name, member]: (typeof SOURCES)[number]): Promise<Driver | null> => {
  try {
    const loaded = (await import(name)) as Readonly<Record<string, Opens>>;
    const Database = loaded[member];
    return Database ? { name, open: (path) => new Database(path) } : null;
  } catch {
    return null;
  }
};

/** The drivers that can be loaded here; libsql always can. */
export const drivers: readonly Driver[] = (await Promise.all(SOURCES.map(driverIn))).filter(
  (driver) => driver !== null,
);

/** The driver of that name; the first there is when it is absent. */
export const driverNamed = (name: string): Driver => {
  const found = drivers.find((driver) => driver.name === name) ?? drivers[0];
  if (!found) throw new Error('no SQLite driver can be loaded');
  return found;
};

const folders: string[] = [];

const removeFolders = (): void => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
};

/** The end of a suite of Jest, or of the process where there is none. */
const atEnd: unknown = Reflect.get(globalThis, 'afterAll');
if (typeof atEnd === 'function') Reflect.apply(atEnd, undefined, [removeFolders]);
else process.once('exit', removeFolders);

/** A path in a new directory, which is removed at the end. */
export const newFile = (name = 'ledger.db'): string => {
  const folder = mkdtempSync(join(tmpdir(), 'incident-ledger-'));
  folders.push(folder);
  return join(folder, name);
};
