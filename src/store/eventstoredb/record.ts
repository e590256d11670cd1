import * as E from 'fp-ts/lib/Either.js';
import type { StoredEvent, UnstoredEvent } from '../../events/stored.ts';
import type { Json } from '../../primitives/json.ts';
import { instantOfMs } from '../../primitives/instant.ts';
import type { StoreError } from '../storeError.ts';
import type { EventStoreDbEventData, EventStoreDbRecord } from './client.ts';
import { positionText } from './position.ts';
import { incidentIn } from './streamName.ts';

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the server keeps itself, and what stands elsewhere in a record. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'eventId',
  'incidentId',
  'type',
  'data',
  'revision',
  'position',
  'recordedAt',
  'correlationId',
  'causationId',
]);

/** Fields of the envelope that the database has names of its own for. */
const CORRELATING = [
  ['correlationId', '$correlationId'],
  ['causationId', '$causationId'],
] as const;

/** Data as the client's types have them: what is no object says what it is when it is written. */
const sent = (data: Json): Fields => (isObject(data) ? data : { toJSON: () => data });

/**
 * The event as the client takes it. Its envelope is metadata; what correlates events goes by the names that
 * the database's own projections know.
 *
 * @param recordedAt - When an event that is restored was recorded; the server's time counts otherwise.
 */
export const toEventData = (event: UnstoredEvent, recordedAt?: string): EventStoreDbEventData => {
  const { eventId, type, data, correlationId, causationId } = event;
  const envelope = Object.entries(event).filter(([key]) => !ELSEWHERE.has(key));
  return {
    id: eventId,
    type,
    contentType: 'application/json',
    data: sent(data),
    metadata: {
      ...Object.fromEntries(envelope),
      ...(recordedAt !== undefined && { recordedAt }),
      ...(correlationId !== undefined && { $correlationId: correlationId }),
      ...(causationId !== undefined && { $causationId: causationId }),
    },
  };
};

/** Whether the fields that a store itself goes by are there; all others are `decode`'s to check. */
const isStored = (value: Fields): value is Fields & StoredEvent =>
  typeof value['eventId'] === 'string' &&
  typeof value['incidentId'] === 'string' &&
  typeof value['type'] === 'string' &&
  typeof value['version'] === 'number' &&
  typeof value['revision'] === 'number' &&
  typeof value['recordedAt'] === 'string';

const isStray = (key: string): boolean => ELSEWHERE.has(key) && key !== 'recordedAt';

/** The metadata without what is not theirs to say; a ledger writes none of that, others might. */
const envelopeIn = (metadata: Fields): Fields => {
  const entries = Object.entries(metadata);
  return entries.some(([key]) => isStray(key))
    ? Object.fromEntries(entries.filter(([key]) => !isStray(key)))
    : metadata;
};

/** The event in a record of one of the ledger's streams. */
export const storedIn = (
  prefix: string,
  record: EventStoreDbRecord,
): E.Either<StoreError, StoredEvent> => {
  const { streamId, id, revision, type, isJson, data, metadata, created, position } = record;
  const corrupt = (message: string): E.Either<StoreError, never> =>
    E.left({ _tag: 'Corrupt', place: `${streamId}@${revision}`, message });
  if (!isJson || !isObject(metadata)) return corrupt('what is there is no event of a ledger');
  // The envelope comes last: writing over what a copy of parsed JSON holds takes forty times as long.
  const event: Fields = {
    eventId: id,
    incidentId: incidentIn(prefix, streamId),
    type,
    data,
    revision: Number(revision),
    recordedAt: instantOfMs(created.getTime()),
    position: position && positionText(position),
    ...envelopeIn(metadata),
  };
  if (!position) delete event['position'];
  for (const [key, name] of CORRELATING) {
    if (!(name in metadata)) continue;
    event[key] = metadata[name];
    delete event[name];
  }
  return isStored(event) ? E.right(event) : corrupt('what is there is no event of a ledger');
};
