import type { IncidentId, StoredEvent } from '../index.ts';
import { logLine } from '../index.ts';
import { spilledTexts } from './spilledTexts.ts';

/** The beginnings of streams, in a file of their own once they are many. */
export interface SpilledStreams {
  /** The incidents that anything was added to, be it nothing, in the order in which they came first. */
  readonly incidentIds: () => Iterable<IncidentId>;
  /** Adds events behind those that are there of an incident. */
  readonly add: (incidentId: IncidentId, events: readonly StoredEvent[]) => void;
  /** What is there of an incident, as lines of a log, some at a time. */
  readonly texts: (incidentId: IncidentId) => Iterable<string>;
  /** The same as events. */
  readonly read: (incidentId: IncidentId) => readonly StoredEvent[];
  /** Removes the file. */
  readonly remove: () => void;
}

/** Events of one incident as lines of a log. */
export const logOf = (events: readonly StoredEvent[]): string =>
  events.map((event) => `${logLine(event)}\n`).join('');

/**
 * No streams yet.
 *
 * @param folder - Where to make a folder for the file.
 */
export const spilledStreams = (folder: string): SpilledStreams => {
  const { keys, add, texts, remove } = spilledTexts<IncidentId>(folder);
  return {
    incidentIds: keys,
    add: (incidentId, events) => {
      add(incidentId, logOf(events));
    },
    texts,
    read: (incidentId) => {
      const events: StoredEvent[] = [];
      for (const text of texts(incidentId)) {
        for (const line of text.trimEnd().split('\n')) {
          // It was written above.
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion
          events.push(JSON.parse(line) as StoredEvent);
        }
      }
      return events;
    },
    remove,
  };
};
