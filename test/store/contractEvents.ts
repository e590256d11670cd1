import type { StoredEvent, UnstoredEvent } from '../../src/events/stored.ts';
import type { IncidentId } from '../../src/primitives/ids.ts';
import { derivedEventId, incidentId } from '../../src/primitives/ids.ts';
import { exactly } from '../../src/primitives/moment.ts';

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

/** What is told of an event: its incident, revision and words. */
export const brief = ({ incidentId: incident, revision, data }: StoredEvent): string =>
  `${incident}@${revision} ${JSON.stringify(data)}`;
