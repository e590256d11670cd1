import type { StoredEvent } from '../events/stored.ts';

/**
 * An event as a line of a log, without the line's end. Its position is left out: it means nothing elsewhere.
 *
 * @public
 */
export const logLine = (event: StoredEvent): string =>
  // What is undefined is left out; taking a field off an object costs ten times as much.
  JSON.stringify({ ...event, position: undefined });

/**
 * An event log: one event a line, grouped by incident in the order in which they first come, each by revision.
 *
 * @public
 */
export const writeLog = (events: Iterable<StoredEvent>): string => {
  const groups = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const group = groups.get(event.incidentId);
    if (group) group.push(event);
    else groups.set(event.incidentId, [event]);
  }
  return [...groups.values()]
    .flatMap((group) => group.toSorted((a, b) => a.revision - b.revision))
    .map((event) => `${logLine(event)}\n`)
    .join('');
};
