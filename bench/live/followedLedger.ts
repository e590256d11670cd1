import type {
  EventStore,
  IncidentId,
  StateStore,
  StoredEvent,
  UnstoredEvent,
} from '../../src/index.ts';
import { durations, followProjection, memoryStore, orThrow } from '../../src/index.ts';
import { eventAt } from '../logFile.ts';

/** How many events each incident of `eventAt` has. */
const COURSE = 20;
/** How many of them are there before anything is measured. */
const BEFORE = 2;

/** What a caller hands to a store: an event without what the store adds. */
export const unstoredAt = (index: number): UnstoredEvent => {
  const { revision: _, recordedAt: __, ...event }: StoredEvent = eventAt(index);
  return event;
};

/** A ledger whose durations are followed. */
export interface FollowedLedger {
  /** Appends an event to that many incidents, one after the other, and waits until each is in a saved state. */
  readonly live: (events: number) => Promise<void>;
  /** Ends the following. */
  readonly end: () => Promise<void>;
}

const filled = async (incidents: number): Promise<EventStore> => {
  const store = memoryStore();
  for (let incident = 0; incident < incidents; incident += 1) {
    const events = Array.from({ length: BEFORE }, (_, at) => unstoredAt(incident * COURSE + at));
    const [first] = events;
    if (first) await orThrow(store.append(first.incidentId, events, 'no_stream'));
  }
  return store;
};

/** A ledger of so many incidents, followed up to its end. */
export const followedLedger = async (
  incidents: number,
  states: StateStore,
): Promise<FollowedLedger> => {
  const store = await filled(incidents);
  const controller = new AbortController();
  let saved: ((ids: readonly IncidentId[]) => void) | null = null;
  let ended: Promise<unknown> = Promise.resolve();
  await new Promise<void>((resolve) => {
    ended = orThrow(
      followProjection(store, durations, {
        states,
        signal: controller.signal,
        onCaughtUp: () => {
          resolve();
        },
        onSaved: (ids) => saved?.(ids),
      }),
    );
  });
  const nextSaved = async (): Promise<unknown> =>
    new Promise((resolve) => {
      saved = resolve;
    });
  let next = 0;
  return {
    live: async (events) => {
      for (let count = 0; count < events; count += 1) {
        // A prime apart: neighbours in a row would be neighbours in memory.
        const incident = (next * 7919) % incidents;
        const revision = BEFORE + Math.floor(next / incidents);
        next += 1;
        const event = unstoredAt(incident * COURSE + revision);
        const isSaved = nextSaved();
        await orThrow(store.append(event.incidentId, [event], revision - 1));
        await isSaved;
      }
    },
    end: async () => {
      controller.abort();
      await ended;
    },
  };
};
