import type { Clock } from '../../primitives/instant.ts';
import { instantOfMs, msOf } from '../../primitives/instant.ts';
import type { Connection } from './connection.ts';
import type { Ends } from './knownEnds.ts';
import { memo } from './memo.ts';
import type { NewEvent } from './newEvent.ts';
import { recordedText } from './newEvent.ts';

/** Rows an INSERT: with one, calling the driver costs more than writing. */
export const MOST_ROWS = 100;

const inserts = memo((ledger) =>
  memo((rows) => {
    const places = Array.from({ length: rows }, () => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ');
    return `INSERT INTO events_${ledger} VALUES ${places}`;
  }),
);

/** Inserts events where a stream and its ledger end, and gives where they end then. */
export const insertEvents = (
  db: Connection,
  ledger: number,
  ends: Ends,
  events: readonly NewEvent[],
  clock: Clock,
): Ends => {
  // The present, but never before what the ledger or the stream holds, should the clock go back.
  const clocked = clock();
  const nowMs = Math.max(msOf(clocked), ends.clockMs, ends.recordedMs);
  const now = nowMs === msOf(clocked) ? clocked : instantOfMs(nowMs);
  let { recordedMs, clockMs } = ends;
  const rows = events.map(({ eventId, type, text, recordedAt }, index) => {
    const revision = ends.length + index;
    recordedMs = recordedAt === null ? nowMs : msOf(recordedAt);
    clockMs = recordedAt === null ? nowMs : ends.clockMs;
    const event = recordedText(text, revision, recordedAt ?? now);
    const place = ends.place + 1 + index;
    return [place, ends.incident, revision, eventId, type, recordedMs, clockMs, event];
  });
  for (let from = 0; from < rows.length; from += MOST_ROWS) {
    const some = rows.slice(from, from + MOST_ROWS);
    db.run(inserts(ledger)(some.length), ...some.flat());
  }
  return {
    incident: ends.incident,
    length: ends.length + events.length,
    recordedMs,
    place: ends.place + events.length,
    clockMs,
  };
};
