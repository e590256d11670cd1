/**
 * A value that is bound to a statement.
 *
 * @public
 */
export type SqliteValue = string | number | null;

/**
 * A prepared statement, as far as the store needs one.
 *
 * @public
 */
export interface SqliteStatement {
  /** Runs it for its effect. */
  run(...values: SqliteValue[]): unknown;
  /** Runs it to its end and gives its rows, each an object with a field a column. */
  all(...values: SqliteValue[]): readonly unknown[];
}

/**
 * An open SQLite database. What `new Database(path)` of libsql or of better-sqlite3 gives is one, and so is
 * `new DatabaseSync(path)` of node:sqlite.
 *
 * @public
 */
export interface SqliteHandle {
  /** Runs SQL that has no parameters and gives no rows. */
  exec(sql: string): unknown;
  /** Prepares a statement. */
  prepare(sql: string): SqliteStatement;
  /** Whether a transaction is open, as better-sqlite3 and libsql say it. */
  readonly inTransaction?: boolean;
  /** Whether a transaction is open, as node:sqlite says it. */
  readonly isTransaction?: boolean;
}
