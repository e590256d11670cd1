import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject, StoredEvent } from '../src/index.ts';
import { derivedEventId, incidentId, instantOfMs, logLine } from '../src/index.ts';

const START_MS = Date.parse('2020-01-01T00:00:00.000Z');
const MINUTE_MS = 60_000;

/** The course of one incident: types with their data; every other one has a text, a third of those not ASCII. */
const COURSE: readonly (readonly [string, JsonObject])[] = [
  ['ChangeMade', { changeId: 'change-1', kind: 'dns' }],
  ['ImpactStarted', { impactId: 'impact-1', component: 'payments', degree: 'full' }],
  ['AlertRaised', { alertId: 'alert-1', monitor: 'latency' }],
  ['Detected', { by: 'monitor' }],
  ['Declared', { kind: 'incident', reference: 'TSR-1023' }],
  ['Acknowledged', { alertId: 'alert-1' }],
  ['SeverityAssigned', { dimension: 'priority', scale: 'internal', level: 'P1' }],
  ['ResponderJoined', { responder: { id: 'u-4711' }, role: 'lead' }],
  ['CellCreated', { cellId: 'cell-1' }],
  ['StatusPublished', { status: 'investigating', audience: 'public' }],
  ['NoteAdded', { text: { en: 'a note about what is being tried' } }],
  ['NoteAdded', { text: { en: 'a note about what was tried' } }],
  ['CauseIdentified', { changeId: 'change-1', strength: 'confirmed' }],
  ['FixApplied', { fixId: 'fix-1', changeId: 'change-1' }],
  ['Mitigated', {}],
  ['Restored', {}],
  ['ImpactEnded', { impactId: 'impact-1' }],
  ['Resolved', {}],
  ['StatusPublished', { status: 'resolved', audience: 'public' }],
  ['PostmortemPublished', { url: 'https://status.example/postmortems/1' }],
];

/** How many events an incident has. */
export const PER_INCIDENT = COURSE.length;

const TEXTS = [
  { en: 'what the source said of it' },
  { en: 'what it said', fr: 'ce qu’elle en a dit à l’époque' },
  { en: 'what somebody wrote down then' },
];

/** The event at that place of a ledger. */
export const eventAt = (index: number): StoredEvent => {
  const revision = index % PER_INCIDENT;
  const incident = Math.floor(index / PER_INCIDENT);
  const [type, data] = COURSE[revision] ?? ['NoteAdded', {}];
  const ms = START_MS + incident * 60 * MINUTE_MS + revision * MINUTE_MS;
  const text = revision % 2 === 1 && { text: TEXTS[incident % TEXTS.length] };
  return {
    eventId: derivedEventId('bench', `${index}`),
    incidentId: incidentId(`INC-${incident}`),
    type,
    version: 1,
    occurredAt: { earliest: instantOfMs(ms), latest: instantOfMs(ms + MINUTE_MS - 1) },
    statedAt: { earliest: instantOfMs(ms + 90_000), latest: instantOfMs(ms + 90_000) },
    actor: { id: 'importer-1', kind: 'service' },
    source: { kind: 'responder', name: 'payments team' },
    data: { ...text, ...data },
    revision,
    recordedAt: instantOfMs(ms + 2 * MINUTE_MS),
  };
};

/** The path of a log of so many events, grouped by incident; written when it is first asked for. */
export const logFile = async (events: number): Promise<string> => {
  const folder = join(tmpdir(), 'incident-ledger-bench');
  const path = join(folder, `log-1-${events}.jsonl`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const out = createWriteStream(`${path}.part`);
  for (let from = 0; from < events; from += 1000) {
    const count = Math.min(1000, events - from);
    const lines = Array.from(
      { length: count },
      (_, index) => `${logLine(eventAt(from + index))}\n`,
    );
    if (!out.write(lines.join(''))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  renameSync(`${path}.part`, path);
  return path;
};
