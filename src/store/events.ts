import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { StoredEvent } from '../events/stored.ts';
import { Failed } from './failed.ts';
import type { EventPage, EventStore, ReadAllQuery, ReadQuery } from './port.ts';
import type { StoreError } from './storeError.ts';
import { showStoreError } from './storeError.ts';

/** The events of the pages that a read gives, from that cursor to the end. */
async function* each<C extends string | number>(
  read: (after: C | null) => TaskEither<StoreError, EventPage<C>>,
  from: C | null | undefined,
): AsyncGenerator<StoredEvent, void, undefined> {
  let after: C | null = from ?? null;
  for (;;) {
    const page = await read(after)();
    if (E.isLeft(page)) throw new Failed(showStoreError(page.left), page.left);
    yield* page.right.events;
    if (page.right.end) return;
    after = page.right.next;
  }
}

/**
 * The events of an incident, or of the whole ledger, one after the other for `for await`, read page by page; it
 * ends with the last one there is.
 *
 * @param query - With `incidentId` one incident's events, without it those of all; `limit` is the size of a page.
 * @remarks Errors: the iteration throws a {@link Failed} that carries the `StoreError`.
 * @public
 */
export async function* events(
  store: EventStore,
  query: ReadQuery | ReadAllQuery = {},
): AsyncGenerator<StoredEvent, void, undefined> {
  if ('incidentId' in query) yield* each((after) => store.read({ ...query, after }), query.after);
  else yield* each((after) => store.readAll({ ...query, after }), query.after);
}
