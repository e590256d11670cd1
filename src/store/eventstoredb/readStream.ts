import * as E from 'fp-ts/lib/Either.js';
import type { StoredEvent } from '../../events/stored.ts';
import type { EventPage, ReadQuery } from '../port.ts';
import { PAGE_LIMIT } from '../slicePage.ts';
import type { StoreError } from '../storeError.ts';
import type { EventStoreDbRecord } from './client.ts';
import type { Context } from './context.ts';
import { storeError, work } from './context.ts';
import { storedIn } from './record.ts';
import { streamName } from './streamName.ts';
import { take } from './take.ts';

type Page = EventPage<number>;

/** No page is longer, whatever is asked for: all of it is held at once. */
const MOST = 10_000;

const isWhole = (value: number): boolean => Number.isSafeInteger(value);

/** The error of a query whose cursor or limit is none. */
export const noSuchPage: E.Either<StoreError, never> = E.left({
  _tag: 'InvalidRequest',
  reason: 'a page begins after a cursor that a page gave, and its limit is a whole number from 1',
});

/** The length of the page that a query asks for; null when its limit is none. */
export const pageLimit = (limit: number = PAGE_LIMIT): number | null =>
  isWhole(limit) && limit >= 1 ? Math.min(limit, MOST) : null;

/** All records as events, or the first that is none. */
const eventsIn = (
  prefix: string,
  records: readonly EventStoreDbRecord[],
): E.Either<StoreError, readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for (const record of records) {
    const event = storedIn(prefix, record);
    if (E.isLeft(event)) return event;
    events.push(event.right);
  }
  return E.right(events);
};

/** Where a read of a stream begins; null when nothing lies that way. */
const beginning = (
  after: number | null,
  direction: 'forwards' | 'backwards',
): bigint | 'start' | 'end' | null => {
  if (direction === 'forwards') return after === null ? 'start' : BigInt(Math.max(0, after + 1));
  if (after === null) return 'end';
  return after > 0 ? BigInt(after - 1) : null;
};

/** Reads the page of a stream that a query asks for, and one event more to know whether there is any. */
export const readPage = async (
  context: Context,
  query: ReadQuery,
): Promise<E.Either<StoreError, Page>> => {
  const { incidentId, direction = 'forwards', signal } = query;
  const after = query.after ?? null;
  const limit = pageLimit(query.limit);
  if (limit === null || (after !== null && !isWhole(after))) return noSuchPage;
  const nothing: Page = { events: [], next: after, end: true };
  const fromRevision = beginning(after, direction);
  if (fromRevision === null) return E.right(nothing);

  const stream = streamName(context.prefix, incidentId);
  const read = await work(context, signal, async (client, ended) => {
    const records: EventStoreDbRecord[] = [];
    const options = { direction, fromRevision, maxCount: limit + 1 };
    await take(client.readStream(stream, options), ended, (record) => {
      records.push(record);
      return true;
    });
    return records;
  });
  if (E.isLeft(read)) {
    return read.left._tag === 'NoStream' ? E.right(nothing) : E.left(storeError(read.left));
  }
  const events = eventsIn(context.prefix, read.right.slice(0, limit));
  if (E.isLeft(events)) return events;
  const next = events.right.at(-1)?.revision ?? after;
  return E.right({ events: events.right, next, end: read.right.length <= limit });
};

/** Reads a whole stream, page by page. */
export const readWhole = async (
  context: Context,
  query: Pick<ReadQuery, 'incidentId' | 'signal'>,
): Promise<E.Either<StoreError, readonly StoredEvent[]>> => {
  const whole: StoredEvent[] = [];
  let after: number | null = null;
  for (;;) {
    const page: E.Either<StoreError, Page> = await readPage(context, { ...query, after });
    if (E.isLeft(page)) return page;
    whole.push(...page.right.events);
    if (page.right.end) return E.right(whole);
    after = page.right.next;
  }
};
