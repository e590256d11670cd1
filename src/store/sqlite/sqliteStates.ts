import * as E from 'fp-ts/lib/Either.js';
import type { Json } from '../../primitives/json.ts';
import type { SavedAs, StateStore } from '../states.ts';
import { planSave } from '../states.ts';
import type { StoreError } from '../storeError.ts';
import type { Connection } from './connection.ts';
import { textIn } from './connection.ts';
import type { SqliteHandle } from './handle.ts';
import { ledgerAccess } from './ledgerAccess.ts';
import type { SqliteOptions } from './ledgerAccess.ts';

const checkpointIn = (
  db: Connection,
  ledger: number | null,
  { name, version }: SavedAs,
): string | null => {
  if (ledger === null) return null;
  const [row] = db.rows(
    `SELECT position FROM checkpoints_${ledger} WHERE name = ? AND version = ?`,
    name,
    version,
  );
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
        const [row] = db.rows(
          `SELECT state FROM states_${ledger} WHERE name = ? AND version = ? AND key = ?`,
          name,
          version,
          key,
        );
        return parsed(textIn(row, 'state') ?? 'null', `state ${name} ${version} ${key}`);
      }),
    save: (saving, given) =>
      access.write(given, (db, ledger) => {
        const plan = planSave(saving, checkpointIn(db, ledger, saving));
        if (E.isLeft(plan)) return plan;
        if (!plan.right) return E.right(undefined);
        const { name, version, to, states } = saving;
        for (const [key, state] of states) {
          db.run(
            `INSERT OR REPLACE INTO states_${ledger} (name, version, key, state) VALUES (?, ?, ?, ?)`,
            name,
            version,
            key,
            JSON.stringify(state),
          );
        }
        db.run(
          `INSERT OR REPLACE INTO checkpoints_${ledger} (name, version, position) VALUES (?, ?, ?)`,
          name,
          version,
          to,
        );
        return E.right(undefined);
      }),
  };
};
