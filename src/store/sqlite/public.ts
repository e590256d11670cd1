/**
 * A store in one SQLite file, and saved states beside it, over the driver that you hand in.
 *
 * @packageDocumentation
 */
export type { SqliteHandle, SqliteStatement, SqliteValue } from './handle.ts';
export type { SqliteOptions } from './ledgerAccess.ts';
export { sqliteStates } from './sqliteStates.ts';
export { sqliteStore } from './sqliteStore.ts';
export type { SqliteStoreOptions } from './sqliteStore.ts';
