import { derivedEventId } from '../../src/primitives/ids.ts';
import { instantOfMs } from '../../src/primitives/instant.ts';

/** What a line of a log says beside its place. */
export interface Said {
  readonly type: string;
  readonly data: unknown;
  /** Minutes from ten o'clock on the first of June 2024. */
  readonly minute: number;
}

const TEN_MS = Date.parse('2024-06-01T10:00:00.000Z');
const RECORDED_MS = Date.parse('2025-01-01T00:00:00.000Z');

/** The event id of that line. */
export const idOf = (incidentId: string, revision: number): string =>
  derivedEventId('line', incidentId, `${revision}`);

/** A line of a log; each incident is recorded a minute after the other events of it. */
export const lineOf = (incidentId: string, revision: number, said: Said): string => {
  const occurredAt = instantOfMs(TEN_MS + said.minute * 60_000);
  return JSON.stringify({
    eventId: idOf(incidentId, revision),
    incidentId,
    type: said.type,
    version: 1,
    occurredAt: { earliest: occurredAt, latest: occurredAt },
    statedAt: { earliest: occurredAt, latest: occurredAt },
    actor: { id: 'u-17' },
    source: { kind: 'responder', name: 'on-call' },
    data: said.data,
    revision,
    recordedAt: instantOfMs(RECORDED_MS + revision * 60_000),
  });
};

/** A log of those incidents, grouped. */
export const logOf = (incidents: Readonly<Record<string, readonly Said[]>>): string =>
  Object.entries(incidents)
    .flatMap(([incidentId, told]) => told.map((said, at) => `${lineOf(incidentId, at, said)}\n`))
    .join('');

export const detected: Said = { type: 'Detected', data: {}, minute: 0 };
export const alerted: Said = { type: 'AlertRaised', data: { alertId: 'a1' }, minute: 1 };
export const restored: Said = { type: 'Restored', data: {}, minute: 20 };
export const resolved: Said = { type: 'Resolved', data: {}, minute: 20 };

/** A call that was opened. */
export const called = (participants: unknown, minute = 5): Said => ({
  type: 'acme.CallOpened',
  data: { callId: 'c1', participants },
  minute,
});
