// Imports a status page with its post mortem, keeps the event log, and replays it as of any of three times.
import { readFileSync } from 'node:fs';
import type { AsOf } from 'incident-ledger';
import {
  claims,
  combine,
  core,
  createLedger,
  durations,
  events,
  incident,
  instant,
  memoryStore,
  orThrow,
  projectLog,
  readLog,
  writeLog,
} from 'incident-ledger';
import { readAll, statusPage } from 'incident-ledger/import';
import * as E from 'fp-ts/lib/Either.js';

// #region import
const page = readFileSync(new URL('tsr-1023.txt', import.meta.url), 'utf8');
const { documents, warnings } = await readAll(statusPage, page);
const store = memoryStore();
const ledger = createLedger({ store });
for (const document of documents) await orThrow(ledger.record(document));
for (const { place, message } of warnings) console.log(`${place}: ${message}`);
// #endregion import

// #region export
const stored = [];
for await (const event of events(store)) stored.push(event);
const log = writeLog(stored); // one event a line; keep it, sign it, send it
// #endregion export

// #region replay
const reading = readLog(log, core);
if (reading.faults.length > 0) throw new Error('the log is damaged');
const views = combine({ incident, durations, claims });
const at = instant('2025-01-01T00:00:00Z');

const look = (asOf: AsOf): void => {
  for (const { incidentId, view } of projectLog(reading, views, { at, ...asOf })) {
    if (E.isLeft(view)) throw new Error(view.left.message);
    const { ms } = view.right.claims.actual;
    const known = view.right.durations.filter(({ status }) => status === 'recorded');
    console.log(incidentId, view.right.incident.status, ms, known.length);
  }
};
look({}); // all that is known now
look({ knownAt: instant('2024-12-17T10:13:00Z') }); // what anybody had said by 10:13
// #endregion replay

// #region claimed
const [now] = projectLog(reading, views, { at });
if (now && E.isRight(now.view)) {
  for (const { source, startErrorMs, durationErrorMs, overlap } of now.view.right.claims.periods) {
    console.log(source.kind, startErrorMs, durationErrorMs, overlap);
  }
}
// #endregion claimed
