import type { StoreError } from '../storeError.ts';

/** The primary result codes that are told apart. Source: https://sqlite.org/rescode.html */
const NAMES = new Map<number, string>([
  [1, 'ERROR'],
  [3, 'PERM'],
  [5, 'BUSY'],
  [6, 'LOCKED'],
  [8, 'READONLY'],
  [10, 'IOERR'],
  [11, 'CORRUPT'],
  [13, 'FULL'],
  [14, 'CANTOPEN'],
  [15, 'PROTOCOL'],
  [19, 'CONSTRAINT'],
  [23, 'AUTH'],
  [26, 'NOTADB'],
]);

/**
 * The name of the primary result code of what a driver threw; null when it is no error of SQLite. Drivers say
 * `code: 'SQLITE_BUSY_RECOVERY'` (better-sqlite3, libsql) or `errcode: 261` (node:sqlite).
 */
const codeOf = (thrown: unknown): string | null => {
  if (typeof thrown !== 'object' || thrown === null) return null;
  if ('errcode' in thrown && typeof thrown.errcode === 'number') {
    return NAMES.get(thrown.errcode % 256) ?? 'OTHER';
  }
  if ('code' in thrown && typeof thrown.code === 'string' && thrown.code.startsWith('SQLITE_')) {
    return thrown.code.split('_')[1] ?? 'OTHER';
  }
  return null;
};

/** Not by `instanceof`: a driver's errors may come from another realm. */
const messageOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown
    ? String(thrown.message)
    : String(thrown);

const MEANT = new Map<string | null, string>([
  ['READONLY', 'the file cannot be written to'],
  ['FULL', 'the disk is full'],
  ['NOTADB', 'the file is not a ledger'],
  ['CANTOPEN', 'the file cannot be opened'],
  ['PERM', 'the file cannot be used'],
  ['AUTH', 'the file cannot be used'],
  ['ERROR', 'SQLite refused'],
  [null, 'the handle cannot be used'],
]);

/** Whether another connection was in the way, and trying again may do. */
export const isBusy = (thrown: unknown): boolean =>
  ['BUSY', 'LOCKED', 'PROTOCOL'].includes(codeOf(thrown) ?? '');

/** Whether a row stands already where one was to be inserted. */
export const isTaken = (thrown: unknown): boolean => codeOf(thrown) === 'CONSTRAINT';

/** The store error that a thing thrown by a driver is. */
export const storeErrorOf = (thrown: unknown): StoreError => {
  const code = codeOf(thrown);
  const message = messageOf(thrown);
  const meant = MEANT.get(code);
  if (meant !== undefined) return { _tag: 'Unusable', reason: `${meant} (${message})` };
  return code === 'CORRUPT'
    ? { _tag: 'Corrupt', place: 'the file', message }
    : { _tag: 'Unavailable', message };
};
