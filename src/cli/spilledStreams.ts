import type { IncidentId, StoredEvent } from '../index.ts';
import { logText } from './logText.ts';
import { spilledTexts } from './spilledTexts.ts';

/** The beginnings of streams, in a file of their own once they are many. */
export interface SpilledStreams {
  /** Adds events, or none, behind those that are there of an incident. */
  readonly add: (incidentId: IncidentId, events: readonly StoredEvent[]) => void;
  /** What is there of an incident. */
  readonly read: (incidentId: IncidentId) => readonly StoredEvent[];
  /** What is there of all, as bytes of a log, in the order in which the incidents came first; some whole lines at a time. */
  readonly log: () => Iterable<Buffer>;
  /** Removes the file. */
  readonly remove: () => void;
}

/** Events that are written as one text: a text can be only so long. */
const PAGE = 500;

/**
 * No streams yet.
 *
 * @param folder - Where to make a folder for the file.
 */
export const spilledStreams = (folder: string): SpilledStreams => {
  const { add, texts, bytes, remove } = spilledTexts<IncidentId>(folder);
  return {
    add: (incidentId, events) => {
      if (events.length === 0) add(incidentId, '');
      for (let from = 0; from < events.length; from += PAGE) {
        add(incidentId, logText(events.slice(from, from + PAGE)));
      }
    },
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
    log: bytes,
    remove,
  };
};
