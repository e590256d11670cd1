import { tmpdir } from 'node:os';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { EventStore, IncidentId, Instant, StoredEvent, StoreError } from '../index.ts';
import { memoryLog, memoryStore } from '../index.ts';
import { messageOf } from './failure.ts';
import { spilledStreams } from './spilledStreams.ts';

/** A store for as long as a command runs. */
export interface SpillingStore {
  /** The store. It is written and read incident by incident: it refuses to read all events and to list incidents. */
  readonly store: EventStore;
  /** All of it as bytes of a log, by incident in the order in which it was first asked for them; some whole lines at a time. */
  readonly log: () => Iterable<Buffer>;
  /** Removes what it keeps on the disk. */
  readonly remove: () => void;
}

/** What it may hold, and where the rest goes. */
export interface Spilling {
  /** Events that are held in memory before all are put away. */
  readonly mostEvents: number;
  /** The folder to put them in. */
  readonly folder: string;
}

const MOST_EVENTS = 500;

const byIncidentOnly: E.Either<StoreError, never> = E.left({
  _tag: 'InvalidRequest',
  reason: 'what is kept for one command only is read by incident',
});

/**
 * A store of any size: the incidents that are written to are held in memory, and put into a file of the temporary folder
 * when they are many, to be taken up again when one of them is asked for. Small ones never reach the disk.
 *
 * @param now - When what is written is recorded.
 */
export const spillingStore = (
  now: Instant,
  { mostEvents = MOST_EVENTS, folder = tmpdir() }: Partial<Spilling> = {},
): SpillingStore => {
  const clock = (): Instant => now;
  const spilled = spilledStreams(folder);
  /** Those held in memory, each with how many of its events are on the disk as well. */
  const held = new Map<IncidentId, number>();
  let log = memoryLog();
  let memory = memoryStore({ clock, log });

  /** What is held of an incident and not on the disk. */
  const fresh = (incidentId: IncidentId): readonly StoredEvent[] => {
    const stream = log.ledgers.get('')?.streams.get(incidentId) ?? [];
    return stream.slice(held.get(incidentId) ?? stream.length);
  };

  const putAway = (): void => {
    for (const incidentId of held.keys()) spilled.add(incidentId, fresh(incidentId));
    held.clear();
    const { recordedAt } = log;
    log = memoryLog();
    // Nothing is recorded earlier than what was before it.
    log.recordedAt = recordedAt;
    memory = memoryStore({ clock, log });
  };

  /** Makes sure that what there is of an incident is held. */
  const hold = async (incidentId: IncidentId): Promise<E.Either<StoreError, void>> => {
    if (held.has(incidentId)) return E.right(undefined);
    try {
      if (log.entries.length > mostEvents) putAway();
      const events = spilled.read(incidentId);
      spilled.add(incidentId, []);
      if (events.length > 0) {
        const restored = await memory.restore(incidentId, events)();
        if (E.isLeft(restored)) return restored;
      }
      held.set(incidentId, events.length);
      return E.right(undefined);
    } catch (cause) {
      return E.left({ _tag: 'Unavailable', message: messageOf(cause) });
    }
  };

  const holding =
    <A>(incidentId: IncidentId, work: () => TaskEither<StoreError, A>): TaskEither<StoreError, A> =>
    async () => {
      const done = await hold(incidentId);
      return E.isLeft(done) ? done : work()();
    };

  const store: EventStore = {
    append: (incidentId, events, expected, options) =>
      holding(incidentId, () => memory.append(incidentId, events, expected, options)),
    restore: (incidentId, events, options) =>
      holding(incidentId, () => memory.restore(incidentId, events, options)),
    read: (query) => holding(query.incidentId, () => memory.read(query)),
    incidents: () => async () => byIncidentOnly,
    readAll: () => async () => byIncidentOnly,
    arrival: () => async () => byIncidentOnly,
  };
  function* logBytes(): Iterable<Buffer> {
    putAway();
    yield* spilled.log();
  }
  return { store, log: logBytes, remove: spilled.remove };
};
