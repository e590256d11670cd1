import * as E from 'fp-ts/lib/Either.js';
import type { StoredEvent, UnstoredEvent } from '../events/stored.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Expected } from './port.ts';
import { APPEND_LIMIT_BYTES, utf8Bytes } from './size.ts';
import type { StoreError } from './storeError.ts';

/** What an append comes to: events to write at the end, or the revision of the last one if they stand already. */
export type AppendPlan =
  { readonly _tag: 'Write' } | { readonly _tag: 'Written'; readonly lastRevision: number };

const invalid = (reason: string): StoreError => ({ _tag: 'InvalidRequest', reason });

/** Why these events are none that a store could append to that incident; null when they are. */
export const invalidAppend = (
  incidentId: IncidentId,
  events: readonly UnstoredEvent[],
): StoreError | null => {
  if (events.length === 0) return invalid('there are no events');
  const other = events.find((event) => event.incidentId !== incidentId);
  if (other) return invalid(`event ${other.eventId} is of incident ${other.incidentId}`);
  if (events.length === 1) return null;
  const ids = new Set<string>();
  for (const { eventId } of events) {
    if (ids.has(eventId)) return invalid(`event ${eventId} is there twice`);
    ids.add(eventId);
  }
  return null;
};

/** No unit of UTF-16 takes more in UTF-8. */
const MOST_BYTES_A_UNIT = 3;

/** Why an append of events with these JSON texts is too large; null when it is not. */
export const tooLarge = (texts: readonly string[]): StoreError | null => {
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  if (units * MOST_BYTES_A_UNIT <= APPEND_LIMIT_BYTES) return null;
  const bytes = texts.reduce((sum, text) => sum + utf8Bytes(text), 0);
  return bytes > APPEND_LIMIT_BYTES
    ? { _tag: 'TooLarge', bytes, limitBytes: APPEND_LIMIT_BYTES }
    : null;
};

/** What the rule asks of a stream; a store answers it with as little reading as it can. */
export interface StreamView {
  /** How many events it has. */
  readonly length: number;
  /** Revision of the first event that has one of these ids; null when none has. */
  firstOf(eventIds: readonly string[]): number | null;
  /** The ids of its events from that revision on, at most so many. */
  idsFrom(revision: number, count: number): readonly string[];
}

/** The view of a stream that is at hand. */
export const viewOf = (stream: readonly StoredEvent[]): StreamView => ({
  length: stream.length,
  firstOf: (eventIds) => {
    const wanted = new Set(eventIds);
    const place = stream.findIndex(({ eventId }) => wanted.has(eventId));
    return place < 0 ? null : place;
  },
  idsFrom: (revision, count) =>
    stream.slice(revision, revision + count).map(({ eventId }) => eventId),
});

/** The place in the stream that the events belong at; null when that is its end, wherever that is. */
const placeOf = (
  stream: StreamView,
  eventIds: readonly string[],
  expected: Expected,
): number | null => {
  if (typeof expected === 'number') return expected + 1;
  return expected === 'no_stream' ? 0 : stream.firstOf(eventIds);
};

/**
 * What an append comes to, given the stream as it is: the rule of every store.
 */
export const planAppend = (
  incidentId: IncidentId,
  stream: StreamView,
  events: readonly { readonly eventId: string }[],
  expected: Expected,
): E.Either<StoreError, AppendPlan> => {
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    return E.left(invalid(`a revision is a whole number from 0, not ${expected}`));
  }
  const eventIds = events.map(({ eventId }) => eventId);
  const place = placeOf(stream, eventIds, expected);
  if (place === null || place === stream.length) return E.right({ _tag: 'Write' });
  const standing = place < stream.length ? stream.idsFrom(place, eventIds.length) : [];
  return eventIds.every((eventId, index) => standing[index] === eventId)
    ? E.right({ _tag: 'Written', lastRevision: place + events.length - 1 })
    : E.left({
        _tag: 'Conflict',
        incidentId,
        expected,
        actual: stream.length === 0 ? 'no_stream' : stream.length - 1,
      });
};

/** Why these events are no whole stream of that incident; null when they are. */
export const invalidRestore = (
  incidentId: IncidentId,
  events: readonly StoredEvent[],
): StoreError | null => {
  const odd = events.find(({ revision }, index) => revision !== index);
  return (
    invalidAppend(incidentId, events) ??
    (odd ? invalid(`the revisions do not count from 0: ${odd.revision} stands out`) : null)
  );
};
