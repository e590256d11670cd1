import * as E from 'fp-ts/lib/Either.js';
import type { IncidentId } from '../../primitives/ids.ts';
import type { Clock } from '../../primitives/instant.ts';
import { planAppend } from '../appendPlan.ts';
import type { Appended, Expected } from '../port.ts';
import { positionOf } from '../position.ts';
import type { StoreError } from '../storeError.ts';
import type { Connection } from './connection.ts';
import { numberIn } from './connection.ts';
import { insertEvents, MOST_ROWS } from './insertEvents.ts';
import type { Ends } from './knownEnds.ts';
import type { NewEvent } from './newEvent.ts';
import { isTaken } from './sqliteError.ts';
import { streamOf } from './stream.ts';

/** Events to write to the stream of one incident. */
export interface Writing {
  /** The incident. */
  readonly incidentId: IncidentId;
  /** The events. */
  readonly events: readonly NewEvent[];
  /** What the caller takes to be there. */
  readonly expected: Expected;
  /** Tells when they are recorded. */
  readonly clock: Clock;
}

/** What a write came to. */
export interface Written {
  /** What its caller is told. */
  readonly appended: Appended;
  /** Where the stream and the ledger end now; null when nothing was written. */
  readonly ends: Ends | null;
}

const writtenTo = (ends: Ends): Written => ({
  appended: { lastRevision: ends.length - 1, lastPosition: positionOf(ends.place) },
  ends,
});

const numberOfNew = (db: Connection, ledger: number, incidentId: IncidentId): number => {
  db.run(`INSERT INTO incidents_${ledger} (incident_id) VALUES (?)`, incidentId);
  const [row] = db.rows(`SELECT number FROM incidents_${ledger} WHERE incident_id = ?`, incidentId);
  return numberIn(row, 'number') ?? 0;
};

/** Writes events at the end of a stream, unless they stand there already. Within a transaction. */
export const writeEvents = (
  db: Connection,
  ledger: number,
  { incidentId, events, expected, clock }: Writing,
): E.Either<StoreError, Written> => {
  const stream = streamOf(db, ledger, incidentId);
  const plan = planAppend(incidentId, stream, events, expected);
  if (E.isLeft(plan)) return plan;
  if (plan.right._tag === 'Written') {
    const { lastRevision } = plan.right;
    const lastPosition = positionOf(stream.placeAt(lastRevision));
    return E.right({ appended: { lastRevision, lastPosition }, ends: null });
  }
  const incident = stream.incident ?? numberOfNew(db, ledger, incidentId);
  const { length, recordedMs, place, clockMs } = stream;
  const before = { incident, length, recordedMs, place, clockMs };
  return E.right(writtenTo(insertEvents(db, ledger, before, events, clock)));
};

/**
 * Writes events where this process knows the stream to end, with one statement and nothing read; null when that
 * cannot be done.
 *
 * @remarks Positions have no gaps, so the next one is free only if nobody else wrote since: that it can be inserted
 * proves that what is known of the stream still holds.
 */
export const writeAtKnownEnds = (
  db: Connection,
  ledger: number,
  { events, expected, clock }: Writing,
  known: Ends | null,
): Written | null => {
  if (known === null || expected !== known.length - 1 || events.length > MOST_ROWS) return null;
  if (db.isInTransaction()) return null;
  try {
    return writtenTo(insertEvents(db, ledger, known, events, clock));
  } catch (thrown) {
    if (isTaken(thrown)) return null;
    throw thrown;
  }
};
