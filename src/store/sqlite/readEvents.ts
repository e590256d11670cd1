import type { IncidentId } from '../../primitives/ids.ts';
import type { Connection, Row } from './connection.ts';
import { numberIn } from './connection.ts';
import type { Cut } from './cut.ts';

/** Rows of one stream; `place` is the revision. */
export const streamRows = (
  db: Connection,
  ledger: number,
  incidentId: IncidentId,
  { from, sign, order, limit }: Cut,
): readonly Row[] =>
  db.rows(
    `SELECT revision AS place, position, event FROM events_${ledger}
     WHERE incident = (SELECT number FROM incidents_${ledger} WHERE incident_id = ?)
     AND revision ${sign} ? ORDER BY revision ${order} LIMIT ?`,
    incidentId,
    from,
    limit + 1,
  );

/** Rows of all streams; `place` is the number of the position. */
export const allRows = (
  db: Connection,
  ledger: number,
  { from, sign, order, limit }: Cut,
): readonly Row[] =>
  db.rows(
    `SELECT position AS place, position, event FROM events_${ledger}
     WHERE position ${sign} ? ORDER BY position ${order} LIMIT ?`,
    from,
    limit + 1,
  );

/** The number of the last position; 0 when there is none. */
export const lastPlace = (db: Connection, ledger: number): number =>
  numberIn(db.rows(`SELECT max(position) AS last FROM events_${ledger}`)[0], 'last') ?? 0;

/** Members a compound SELECT is given at most; SQLite takes 500. */
const MOST_TYPES = 100;

/** Rows of some types up to that position; `place` is the number of the position. */
export const typedRows = (
  db: Connection,
  ledger: number,
  types: ReadonlySet<string>,
  { from, sign, order, limit }: Cut,
  upTo: number,
): readonly Row[] => {
  if (types.size === 0) return [];
  const events = `events_${ledger}`;
  if (types.size > MOST_TYPES) {
    return db.rows(
      `SELECT position AS place, position, event FROM ${events}
       WHERE +type IN (SELECT value FROM json_each(?))
       AND position ${sign} ? AND position <= ? ORDER BY position ${order} LIMIT ?`,
      JSON.stringify([...types]),
      from,
      upTo,
      limit + 1,
    );
  }
  // The first of each type, then the first of those: with `IN`, all of each type would be sorted for each page.
  const firstOfType = `SELECT position FROM (
    SELECT position FROM ${events} WHERE type = ? AND position ${sign} ? AND position <= ?
    ORDER BY position ${order} LIMIT ?)`;
  return db.rows(
    `SELECT position AS place, position, event FROM ${events} WHERE position IN (
       ${[...types].map(() => firstOfType).join(' UNION ALL ')}
     ) ORDER BY position ${order} LIMIT ?`,
    ...[...types].flatMap((type) => [type, from, upTo, limit + 1]),
    limit + 1,
  );
};

/** Rows of the list of incidents; `place` is the number of the incident. */
export const incidentRows = (
  db: Connection,
  ledger: number,
  { from, sign, order, limit }: Cut,
): readonly Row[] =>
  db.rows(
    `SELECT number AS place, incident_id FROM incidents_${ledger}
     WHERE number ${sign} ? ORDER BY number ${order} LIMIT ?`,
    from,
    limit + 1,
  );
