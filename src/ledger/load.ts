import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { decode } from '../events/decode.ts';
import type { DecodedStream } from '../events/decodeKept.ts';
import { decodeKept } from '../events/decodeKept.ts';
import type { RecordedEvent } from '../events/event.ts';
import type { StoredEvent, UnstoredEvent } from '../events/stored.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import type { EventStore, ReadQuery } from '../store/port.ts';
import type { StoreError } from '../store/storeError.ts';
import { isAsGiven } from './isAsGiven.ts';
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

/** Decodes events that are read back once: nothing is remembered of them; what is as it was given is known. */
const decodeOnce =
  <D>(vocabulary: Vocabulary<D>, given: readonly UnstoredEvent[]) =>
  (stored: readonly StoredEvent[]): DecodedStream<D> => {
    const read = decode(vocabulary);
    const events: RecordedEvent<D>[] = [];
    const refused: DecodedStream<D>['refused'][number][] = [];
    for (const [index, event] of stored.entries()) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const same = isAsGiven(event, given[index]) ? (event as unknown as RecordedEvent<D>) : null;
      const decoded = same ? E.right(same) : read(event);
      if (E.isRight(decoded)) events.push(decoded.right);
      else refused.push({ index, error: decoded.left });
    }
    return { events, refused };
  };

const readable = <D>(
  stored: readonly StoredEvent[],
  { events, refused }: DecodedStream<D>,
): ReadableEvents<D> => {
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
    return E.isLeft(stored)
      ? stored
      : E.right(readable(stored.right, decodeKept(vocabulary)(stored.right)));
  };

/** All events, or those that cannot be read. */
const allOf = <D>(
  incidentId: IncidentId,
  { events, unreadable }: ReadableEvents<D>,
): E.Either<UnreadableEvents, readonly RecordedEvent<D>[]> =>
  unreadable.length > 0
    ? E.left({ _tag: 'UnreadableEvents', incidentId, unreadable })
    : E.right(events);

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
    return E.isLeft(loaded) ? loaded : allOf(query.incidentId, loaded.right);
  };

/**
 * Loads events that were appended just now, decoded.
 *
 * @param given - What was appended.
 */
export const loadAppended =
  <D>(
    store: EventStore,
    vocabulary: Vocabulary<D>,
    query: ReadQuery,
    given: readonly UnstoredEvent[],
  ): TaskEither<LoadError, readonly RecordedEvent<D>[]> =>
  async () => {
    const stored = await readOn(store, query, given.length);
    return E.isLeft(stored)
      ? stored
      : allOf(
          query.incidentId,
          readable(stored.right, decodeOnce(vocabulary, given)(stored.right)),
        );
  };
