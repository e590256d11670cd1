import * as E from 'fp-ts/lib/Either.js';
import type { StoredEvent } from '../../events/stored.ts';
import { positionOf } from '../position.ts';
import type { StoreError } from '../storeError.ts';
import type { Row } from './connection.ts';
import { numberIn, textIn } from './connection.ts';

type Fields = Record<string, unknown>;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Whether the fields that a store itself goes by are there; all others are `decode`'s to check. */
const isStored = (value: Fields): value is Fields & StoredEvent =>
  typeof value['eventId'] === 'string' &&
  typeof value['incidentId'] === 'string' &&
  typeof value['type'] === 'string' &&
  typeof value['revision'] === 'number' &&
  typeof value['recordedAt'] === 'string';

/** The event in a row with `position` and `event`; null when it is damaged. */
const eventIn = (row: Row): StoredEvent | null => {
  const event = parsed(textIn(row, 'event') ?? '');
  if (!isObject(event)) return null;
  event['position'] = positionOf(numberIn(row, 'position') ?? 0);
  return isStored(event) ? event : null;
};

/** The events in rows, in their order. */
export const eventsIn = (rows: readonly Row[]): E.Either<StoreError, readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for (const row of rows) {
    const event = eventIn(row);
    if (event === null) {
      const place = `position ${numberIn(row, 'position') ?? '?'}`;
      return E.left({ _tag: 'Corrupt', place, message: 'what is there is no event' });
    }
    events.push(event);
  }
  return E.right(events);
};
