import type { IncidentId } from '../../primitives/ids.ts';
import type { StreamView } from '../appendPlan.ts';
import type { Connection } from './connection.ts';
import { numberIn, textIn } from './connection.ts';
import type { Ends } from './knownEnds.ts';
import { memo } from './memo.ts';

/** A stream as it stands, read as far as it is asked about. */
export interface Stream extends StreamView, Omit<Ends, 'incident'> {
  /** Number of its incident; null while it has no events. */
  readonly incident: number | null;
  /** The number of the position of the event at that revision. */
  placeAt(revision: number): number;
}

/** All that nearly every append has to know, in one query: each costs a good part of the commit. */
const ends = memo(
  (ledger) =>
    `SELECT i.number, e.revision, e.recorded_ms, l.position, l.clock_ms
     FROM (SELECT max(position) AS position FROM events_${ledger}) AS m
     LEFT JOIN events_${ledger} AS l ON l.position = m.position
     LEFT JOIN incidents_${ledger} AS i ON i.incident_id = ?
     LEFT JOIN events_${ledger} AS e ON e.incident = i.number
       AND e.revision = (SELECT max(revision) FROM events_${ledger} WHERE incident = i.number)`,
);

/** The stream of an incident in a ledger. */
export const streamOf = (db: Connection, ledger: number, incidentId: IncidentId): Stream => {
  const events = `events_${ledger}`;
  const [last] = db.rows(ends(ledger), incidentId);
  const incident = numberIn(last, 'number');
  return {
    incident,
    recordedMs: numberIn(last, 'recorded_ms') ?? 0,
    place: numberIn(last, 'position') ?? 0,
    clockMs: numberIn(last, 'clock_ms') ?? 0,
    length: (numberIn(last, 'revision') ?? -1) + 1,
    firstOf: (eventIds) => {
      const [row] = db.rows(
        `SELECT min(revision) AS first FROM ${events}
         WHERE incident = ? AND event_id IN (SELECT value FROM json_each(?))`,
        incident,
        JSON.stringify(eventIds),
      );
      return numberIn(row, 'first');
    },
    idsFrom: (revision, count) =>
      db
        .rows(
          `SELECT event_id FROM ${events}
           WHERE incident = ? AND revision >= ? ORDER BY revision LIMIT ?`,
          incident,
          revision,
          count,
        )
        .map((row) => textIn(row, 'event_id') ?? ''),
    placeAt: (revision) => {
      const [row] = db.rows(
        `SELECT position FROM ${events} WHERE incident = ? AND revision = ?`,
        incident,
        revision,
      );
      return numberIn(row, 'position') ?? 0;
    },
  };
};
