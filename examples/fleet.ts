// Counts many incidents: quantiles with intervals, what was left out and why, availability; in parts, put together.
import {
  between,
  core,
  createLedger,
  events,
  fleetWith,
  incidentId,
  instant,
  instantOfMs,
  memoryStore,
  mergeTallies,
  msOf,
  orThrow,
  projectLog,
  readLog,
  restore,
  startImpact,
  summarize,
  summarized,
  tally,
  writeLog,
} from 'incident-ledger';
import * as E from 'fp-ts/lib/Either.js';

const store = memoryStore();
const ledger = createLedger({ store });
const source = { kind: 'postmortem' } as const;
const january = instant('2024-01-01T00:00:00Z');

const around = (ms: number) => between(instantOfMs(ms), instantOfMs(ms + 59_999));

// Forty incidents, one a day, each a little longer than the one before; of the last, nobody says when it ended.
for (let day = 0; day < 40; day += 1) {
  const by = { incidentId: incidentId(`INC-${day}`), actor: { id: 'u-17' }, source };
  const began = msOf(january) + day * 86_400_000;
  const over = began + (day + 1) * 60_000;
  const impact = { impactId: 'main', component: day % 2 === 0 ? 'Payments' : 'Reports' };
  await orThrow(ledger.handle(startImpact({ ...by, occurredAt: around(began), ...impact })));
  if (day < 39) await orThrow(ledger.handle(restore({ ...by, occurredAt: around(over) })));
}
const stored = [];
for await (const event of events(store)) stored.push(event);
const log = readLog(writeLog(stored), core);

// #region fleet
const at = instant('2024-02-12T00:00:00Z');
const window = { from: january, to: instant('2024-02-01T00:00:00Z') };
const fleet = fleetWith({ availability: { window, objective: 0.999 } });

const { view } = summarize(fleet, projectLog(log, fleet.of, { at }), { at });
const toRestore = view.durations.find(({ name }) => name === 'time-to-restore');
console.log(view.incidents, toRestore?.n, toRestore?.leftOut); // 40 39 { running: 1 }
console.log(toRestore?.median); // 20 minutes, with the interval it may lie in
console.log(toRestore?.p95); // no interval: 59 incidents are the fewest that could hold one
console.log(view.availability?.overall.share, view.availability?.overall.budget?.used);
// #endregion fleet

// #region parts
const seen = projectLog(log, fleet.of, { at });
const parts = [seen.slice(0, 15), seen.slice(15)].map((part) => tally(fleet, part, { at }));
const sent = structuredClone(parts); // as a worker's message, or as JSON over the wire
const merged = mergeTallies(fleet, sent, { at });
if (E.isRight(merged)) console.log(summarized(fleet, merged.right).view.durations.length);
// #endregion parts
