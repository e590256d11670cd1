import * as E from 'fp-ts/lib/Either.js';
import type { IncidentId } from '../../primitives/ids.ts';
import type { EventPage, IncidentPage, PageQuery, ReadAllQuery } from '../port.ts';
import type { StoreError } from '../storeError.ts';
import type { EventStoreDbPosition, EventStoreDbRecord } from './client.ts';
import type { Context } from './context.ts';
import { storeError, work } from './context.ts';
import { positionIn, positionText } from './position.ts';
import { noSuchPage, pageLimit } from './readStream.ts';
import { storedIn } from './record.ts';
import { incidentIn } from './streamName.ts';
import { take } from './take.ts';

/** A stretch of the log of everything: what was picked from it, and how far it goes. */
interface Stretch {
  readonly records: readonly EventStoreDbRecord[];
  readonly next: string | null;
  readonly end: boolean;
}

/** How far one scan goes when little of the log is the ledger's. */
const SHORTEST_SCAN = 1000;

const samePlace = (a: EventStoreDbPosition, b: EventStoreDbPosition | null): boolean =>
  a.commit === b?.commit && a.prepare === b.prepare;

/** Records of the log of everything that a ledger wants, from a cursor on, as many as asked for or fewer. */
const scan = async (
  context: Context,
  query: PageQuery<string>,
  wants: (record: EventStoreDbRecord) => boolean,
): Promise<E.Either<StoreError, Stretch>> => {
  const { direction = 'forwards', signal } = query;
  const after = query.after ?? null;
  const from = after === null ? null : positionIn(after);
  const limit = pageLimit(query.limit);
  if (limit === null || (after !== null && from === null)) return noSuchPage;

  const start = direction === 'forwards' ? 'start' : 'end';
  // The event at the cursor comes once more, and one more is read to know whether there is any.
  const maxCount = Math.max(limit, SHORTEST_SCAN) + 2;
  const scanned = await work(context, signal, async (client, ended): Promise<Stretch> => {
    const records: EventStoreDbRecord[] = [];
    let passed = from;
    let looked = 0;
    const read = client.readAll({ direction, maxCount, fromPosition: from ?? start });
    let more = false;
    await take(read, ended, (record) => {
      looked += 1;
      if (!record.position || samePlace(record.position, from)) return true;
      more = records.length >= limit || looked >= maxCount;
      if (more) return false;
      passed = record.position;
      if (wants(record)) records.push(record);
      return true;
    });
    return { records, next: passed && positionText(passed), end: !more };
  });
  return E.isLeft(scanned) ? E.left(storeError(scanned.left)) : scanned;
};

/** Reads the page of a ledger's events that a query asks for. */
export const readAllPage = async (
  context: Context,
  query: ReadAllQuery,
): Promise<E.Either<StoreError, EventPage<string>>> => {
  const types = query.types && new Set(query.types);
  const stretch = await scan(
    context,
    query,
    ({ streamId, type }) =>
      incidentIn(context.prefix, streamId) !== null && (types?.has(type) ?? true),
  );
  if (E.isLeft(stretch)) return stretch;
  const events = [];
  for (const record of stretch.right.records) {
    const event = storedIn(context.prefix, record);
    if (E.isLeft(event)) return event;
    events.push(event.right);
  }
  return E.right({ events, next: stretch.right.next, end: stretch.right.end });
};

/** Lists the page of a ledger's incidents that a query asks for: each is where its first event is. */
export const incidentPage = async (
  context: Context,
  query: PageQuery<string>,
): Promise<E.Either<StoreError, IncidentPage>> => {
  const stretch = await scan(
    context,
    query,
    ({ streamId, revision }) => revision === 0n && incidentIn(context.prefix, streamId) !== null,
  );
  if (E.isLeft(stretch)) return stretch;
  const incidentIds = stretch.right.records
    .map(({ streamId }) => incidentIn(context.prefix, streamId))
    .filter((id): id is IncidentId => id !== null);
  return E.right({ incidentIds, next: stretch.right.next, end: stretch.right.end });
};
