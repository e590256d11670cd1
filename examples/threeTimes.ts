// Looks at one outage along each of three times, at moments that are not exact, at claims, and at corrections.
import { readFileSync } from 'node:fs';
import type { AsOf, IncidentId } from 'incident-ledger';
import {
  correct,
  createLedger,
  exactly,
  incidentId,
  instant,
  memoryStore,
  orThrow,
  resolve,
  startImpact,
  timeline,
  durations,
} from 'incident-ledger';
import { readAll, statusPage } from 'incident-ledger/import';

const page = readFileSync(new URL('tsr-1023.txt', import.meta.url), 'utf8');
const { documents } = await readAll(statusPage, page);
const imported = instant('2025-01-01T00:00:00Z');
const ledger = createLedger({ store: memoryStore({ clock: () => imported }) });
for (const document of documents) await orThrow(ledger.record(document));

const minute = (text: string | undefined) => text?.slice(11, 16) ?? '';

// #region axes
const on17 = (time: string) => instant(`2024-12-17T${time}:00Z`);
const id = incidentId('TSR-1023');

const look = async (asOf: AsOf): Promise<readonly string[]> => {
  const { happenings } = await orThrow(ledger.history(id, asOf));
  const dated = happenings.filter(({ occurredAt }) => occurredAt.earliest);
  return dated.map(({ type, occurredAt }) => `${minute(occurredAt.earliest)} ${type}`);
};

console.log(await look({ occurredBefore: on17('09:55') }));
// 09:30 ChangeMade, 09:51 ImpactStarted, 09:53 AlertRaised
console.log(await look({ knownAt: on17('10:13') }));
// 09:51 ImpactStarted, 10:02 ImpactEnded, 10:12 StatusPublished
console.log(await look({ knownAt: on17('10:13'), occurredBefore: on17('09:55') }));
// 09:51 ImpactStarted
console.log(await look({ recordedBefore: imported })); // []: the page was imported later
// #endregion axes

// #region moments
const { happenings } = await orThrow(ledger.history(id));
const fix = happenings.find(({ type }) => type === 'FixApplied');
console.log(fix?.source.kind, minute(fix?.occurredAt.earliest)); // postmortem 09:57

const all = await orThrow(ledger.view(id, durations));
const toRestore = all.find(({ name }) => name === 'time-to-restore');
console.log(toRestore?.ms, toRestore?.minMs, toRestore?.maxMs); // 660000 600001 719999
// #endregion moments

// #region claims
for (const { source, occurredAt } of fix?.others ?? []) {
  console.log(source.kind, occurredAt.earliest, minute(occurredAt.latest)); // status-page undefined 10:14
}
const entries = await orThrow(ledger.view(id, timeline));
console.log(entries.filter(({ type }) => type === 'FixApplied').length); // 1
// #endregion claims

/** An incident of its own, of which somebody first said that it was over at 10:05. */
const ownIncident = async (own: IncidentId) => {
  const source = { kind: 'ticket', name: 'OPS-7' } as const;
  const by = { incidentId: own, actor: { id: 'u-17' }, source };
  const began = { occurredAt: exactly(on17('09:51')), statedAt: exactly(on17('09:52')) };
  await orThrow(ledger.handle(startImpact({ ...by, ...began, impactId: 'main' })));
  const over = { occurredAt: exactly(on17('10:05')), statedAt: exactly(on17('10:06')) };
  const [resolved] = await orThrow(ledger.handle(resolve({ ...by, ...over })));
  if (!resolved) throw new Error('nothing was recorded');
  return { by, target: resolved.eventId };
};

// #region corrections
const end = async (own: IncidentId, knownAt: string): Promise<string> => {
  const history = await orThrow(ledger.history(own, { knownAt: on17(knownAt) }));
  return minute(history.happenings.find(({ type }) => type === 'Resolved')?.occurredAt.earliest);
};

for (const kind of ['revision', 'transcription'] as const) {
  const own = incidentId(`INC-${kind}`);
  const { by, target } = await ownIncident(own); // the ticket says at 10:06: over at 10:05
  const right = { kind, reason: 'it was 10:02', occurredAt: exactly(on17('10:02')) };
  const said = { statedAt: exactly(on17('11:00')) };
  await orThrow(ledger.handle(correct({ ...by, ...said, ...right, target })));
  console.log(kind, await end(own, '10:30'), await end(own, '11:30'));
}
// revision 10:05 10:02: until eleven the ticket did say 10:05
// transcription 10:02 10:02: it never did, we had read it wrongly
// #endregion corrections
