import type { SqliteHandle, SqliteStatement, SqliteValue } from './handle.ts';

/** A row as a driver gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** A handle whose statements are prepared once. */
export interface Connection {
  /** Runs SQL that has no parameters and gives no rows. */
  exec(sql: string): void;
  /** Runs a statement for its effect. */
  run(sql: string, ...values: SqliteValue[]): void;
  /** The rows of a statement. */
  rows(sql: string, ...values: SqliteValue[]): readonly Row[];
  /** Whether the owner of the handle has begun a transaction, where the driver says so. */
  isInTransaction(): boolean;
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** The connection over a handle. */
export const connectionOf = (handle: SqliteHandle): Connection => {
  const prepared = new Map<string, SqliteStatement>();
  const statement = (sql: string): SqliteStatement => {
    const known = prepared.get(sql);
    if (known) return known;
    const made = handle.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  return {
    exec: (sql) => {
      handle.exec(sql);
    },
    run: (sql, ...values) => {
      statement(sql).run(...values);
    },
    // Never `get`: libsql leaves the statement open after the first row, and with it the transaction.
    rows: (sql, ...values) =>
      statement(sql)
        .all(...values)
        .filter(isRow),
    isInTransaction: () => handle.inTransaction ?? handle.isTransaction ?? false,
  };
};

/** The whole number in a column; null when there is none. */
export const numberIn = (row: Row | undefined, column: string): number | null => {
  const value = row?.[column];
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null;
};

/** The text in a column; null when there is none. */
export const textIn = (row: Row | undefined, column: string): string | null => {
  const value = row?.[column];
  return typeof value === 'string' ? value : null;
};
