import * as E from 'fp-ts/lib/Either.js';
import type { EventStore, IncidentId } from '../index.ts';
import { Failed, showStoreError } from '../index.ts';

/** The incidents of a store, page by page; throws what `events` throws when the store fails. */
export async function* incidentIds(store: EventStore): AsyncGenerator<IncidentId, void, undefined> {
  let after: string | null = null;
  for (;;) {
    const page: Awaited<ReturnType<ReturnType<EventStore['incidents']>>> = await store.incidents({
      after,
    })();
    if (E.isLeft(page)) throw new Failed(showStoreError(page.left), page.left);
    yield* page.right.incidentIds;
    if (page.right.end) return;
    after = page.right.next;
  }
}

/** The incidents of a store, all at once. */
export const allIncidents = async (store: EventStore): Promise<readonly IncidentId[]> => {
  const found: IncidentId[] = [];
  for await (const incidentId of incidentIds(store)) found.push(incidentId);
  return found;
};
