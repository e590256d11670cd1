import type { UnstoredEvent } from '../../src/events/stored.ts';
import { derivedEventId, incidentId } from '../../src/primitives/ids.ts';
import { exactly } from '../../src/primitives/moment.ts';

/** Events an incident. */
export const STREAM = 1000;

/** The alert of that number: about 450 bytes as JSON, and valid. */
export const alert = (number: number): UnstoredEvent => ({
  eventId: derivedEventId('alert', `${number}`),
  incidentId: incidentId(`INC-${Math.floor(number / STREAM)}`),
  type: 'AlertRaised',
  version: 1,
  occurredAt: { ...exactly('2024-12-17T09:53:00Z'), written: '10h53', basis: 'stated' },
  statedAt: exactly('2024-12-17T10:20:00Z'),
  actor: { id: 'importer' },
  source: { kind: 'monitor', name: 'payments', url: 'https://status.example.org/incidents/1023' },
  correlationId: `run-${Math.floor(number / STREAM)}`,
  data: { alertId: `alert-${number}`, monitor: 'payment latency é', text: { en: 'slow' } },
});
