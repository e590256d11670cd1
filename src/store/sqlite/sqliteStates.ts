import * as E from 'fp-ts/lib/Either.js';
import type { Json } from '../../primitives/json.ts';
import { noSuchPage } from '../slicePage.ts';
import type { SavedAs, StateStore } from '../states.ts';
import { planSave } from '../states.ts';
import type { StoreError } from '../storeError.ts';
import type { Connection } from './connection.ts';
import { textIn } from './connection.ts';
import { cutOf } from './cut.ts';
import type { SqliteHandle } from './handle.ts';
import { ledgerAccess } from './ledgerAccess.ts';
import type { SqliteOptions } from './ledgerAccess.ts';
import { memo } from './memo.ts';

const selectCheckpoint = memo(
  (ledger) => `SELECT position FROM checkpoints_${ledger} WHERE name = ? AND version = ?`,
);
const selectState = memo(
  (ledger) => `SELECT state FROM states_${ledger} WHERE name = ? AND version = ? AND key = ?`,
);
const selectFirstKeys = memo(
  (ledger) =>
    `SELECT key FROM states_${ledger} WHERE name = ? AND version = ? ORDER BY key LIMIT ?`,
);
const selectNextKeys = memo(
  (ledger) =>
    `SELECT key FROM states_${ledger} WHERE name = ? AND version = ? AND key > ? ORDER BY key LIMIT ?`,
);
const insertState = memo(
  (ledger) =>
    `INSERT OR REPLACE INTO states_${ledger} (name, version, key, state) VALUES (?, ?, ?, ?)`,
);
const insertCheckpoint = memo(
  (ledger) =>
    `INSERT OR REPLACE INTO checkpoints_${ledger} (name, version, position) VALUES (?, ?, ?)`,
);

const checkpointIn = (
  db: Connection,
  ledger: number | null,
  { name, version }: SavedAs,
): string | null => {
  if (ledger === null) return null;
  const [row] = db.rows(selectCheckpoint(ledger), name, version);
  return textIn(row, 'position');
};

const parsed = (text: string, place: string): E.Either<StoreError, Json> => {
  try {
    // What is parsed as JSON is JSON.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return E.right(JSON.parse(text) as Json);
  } catch {
    return E.left({ _tag: 'Corrupt', place, message: 'what is there is no JSON' });
  }
};

/**
 * Saved states in the file of a SQLite ledger.
 *
 * @param handle - The handle of the ledger's store, or another on the same file.
 * @param options - As for the store: states belong to the ledger of that prefix.
 * @public
 */
export const sqliteStates = (handle: SqliteHandle, options: SqliteOptions = {}): StateStore => {
  const access = ledgerAccess(handle, options);
  return {
    checkpoint: (of, given) =>
      access.read(given, (db, ledger) => E.right(checkpointIn(db, ledger, of))),
    load: ({ name, version }, key, given) =>
      access.read(given, (db, ledger) => {
        if (ledger === null) return E.right(null);
        const [row] = db.rows(selectState(ledger), name, version, key);
        return parsed(textIn(row, 'state') ?? 'null', `state ${name} ${version} ${key}`);
      }),
    save: (saving, given) =>
      access.write(given, (db, ledger) => {
        const plan = planSave(saving, checkpointIn(db, ledger, saving));
        if (E.isLeft(plan)) return plan;
        if (!plan.right) return E.right(undefined);
        const { name, version, to, states } = saving;
        for (const [key, state] of states) {
          db.run(insertState(ledger), name, version, key, JSON.stringify(state));
        }
        db.run(insertCheckpoint(ledger), name, version, to);
        return E.right(undefined);
      }),
    keys: ({ name, version }, query = {}) =>
      access.read(query, (db, ledger) => {
        const { after = null } = query;
        const cut = cutOf(query, null);
        if (cut === null) return noSuchPage;
        if (ledger === null) return E.right({ keys: [], next: after, end: true });
        const most = cut.limit;
        const rows =
          after === null
            ? db.rows(selectFirstKeys(ledger), name, version, most + 1)
            : db.rows(selectNextKeys(ledger), name, version, after, most + 1);
        const keys = rows.slice(0, most).map((row) => textIn(row, 'key') ?? '');
        return E.right({ keys, next: keys.at(-1) ?? after, end: rows.length <= most });
      }),
    drop: ({ name, version }, given) =>
      access.write(given, (db, ledger) => {
        db.run(`DELETE FROM states_${ledger} WHERE name = ? AND version = ?`, name, version);
        db.run(`DELETE FROM checkpoints_${ledger} WHERE name = ? AND version = ?`, name, version);
        return E.right(undefined);
      }),
  };
};
