import type { StoredEvent, UnstoredEvent } from '../events/stored.ts';
import type { IncidentId } from '../primitives/ids.ts';
import { derivedEventId, incidentId } from '../primitives/ids.ts';
import { exactly } from '../primitives/moment.ts';

/** The incident that most cases write to. */
export const A: IncidentId = incidentId('INC-A');
/** Another one. */
export const B: IncidentId = incidentId('INC-B');

/** A note of an incident, the same one for the same words. */
export const note = (incident: IncidentId, words: string, type = 'NoteAdded'): UnstoredEvent => ({
  eventId: derivedEventId('note', incident, words),
  incidentId: incident,
  type,
  version: 1,
  occurredAt: exactly('2024-12-17T10:00:00Z'),
  actor: { id: 'tester' },
  source: { kind: 'responder' },
  data: { text: { en: words } },
});

/** Notes of an incident, one for each text. */
export const notes = (incident: IncidentId, ...texts: readonly string[]): UnstoredEvent[] =>
  texts.map((words) => note(incident, words));

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;

/** What notes say. */
export const words = (found: readonly StoredEvent[]): readonly unknown[] =>
  found.map(({ data }) => fieldOf(fieldOf(data, 'text'), 'en'));

/** Notes numbered from 0. */
export const numbered = (incident: IncidentId, count: number, from = 0): UnstoredEvent[] =>
  notes(incident, ...Array.from({ length: count }, (_, index) => `${from + index}`));
