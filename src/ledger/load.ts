import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { decodeKept } from '../events/decodeKept.ts';
import type { RecordedEvent } from '../events/event.ts';
import type { StoredEvent } from '../events/stored.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import type { EventStore, ReadQuery } from '../store/port.ts';
import type { StoreError } from '../store/storeError.ts';
import type { LoadError, UnreadableEvents } from './ledgerError.ts';

/** All pages of an incident from there to the end, or until that many events are read. */
const readOn = async (
  store: EventStore,
  query: ReadQuery,
  count: number,
): Promise<E.Either<StoreError, readonly StoredEvent[]>> => {
  const stored: StoredEvent[] = [];
  let from = query;
  while (stored.length < count) {
    const page = await store.read(from)();
    if (E.isLeft(page)) return page;
    stored.push(...page.right.events);
    if (page.right.end) break;
    from = { ...query, after: page.right.next };
  }
  if (stored.length > count) stored.length = count;
  return E.right(stored);
};

/** What can be read of an incident, and what cannot. */
export interface ReadableEvents<D> {
  /** The events that can be read, by revision. */
  readonly events: readonly RecordedEvent<D>[];
  /** The others; none when all is well. */
  readonly unreadable: UnreadableEvents['unreadable'];
}

const decodeAll = <D>(
  vocabulary: Vocabulary<D>,
  stored: readonly StoredEvent[],
): ReadableEvents<D> => {
  const { events, refused } = decodeKept(vocabulary)(stored);
  const unreadable = refused.map(({ index, error }) => ({
    revision: stored[index]?.revision ?? index,
    error,
  }));
  return { events, unreadable };
};

/** Loads what can be read of an incident, and says what cannot. */
export const loadReadable =
  <D>(
    store: EventStore,
    vocabulary: Vocabulary<D>,
    query: ReadQuery,
    count = Infinity,
  ): TaskEither<StoreError, ReadableEvents<D>> =>
  async () => {
    const stored = await readOn(store, query, count);
    return E.isLeft(stored) ? stored : E.right(decodeAll(vocabulary, stored.right));
  };

/**
 * Loads the events of an incident, decoded.
 *
 * @param count - The most to load; all when absent.
 */
export const load =
  <D>(
    store: EventStore,
    vocabulary: Vocabulary<D>,
    query: ReadQuery,
    count = Infinity,
  ): TaskEither<LoadError, readonly RecordedEvent<D>[]> =>
  async () => {
    const loaded = await loadReadable(store, vocabulary, query, count)();
    if (E.isLeft(loaded)) return loaded;
    const { events, unreadable } = loaded.right;
    const { incidentId } = query;
    return unreadable.length > 0
      ? E.left({ _tag: 'UnreadableEvents', incidentId, unreadable })
      : E.right(events);
  };
