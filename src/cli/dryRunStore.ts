import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { EventStore, IncidentId, StoredEvent, StoreError } from '../index.ts';

/** All events of an incident. */
const streamOf = async (
  store: EventStore,
  incidentId: IncidentId,
): Promise<E.Either<StoreError, readonly StoredEvent[]>> => {
  const all: StoredEvent[] = [];
  let after: number | null = null;
  for (;;) {
    const page = await store.read({ incidentId, after })();
    if (E.isLeft(page)) return page;
    all.push(...page.right.events);
    if (page.right.end) return E.right(all);
    after = page.right.next;
  }
};

/**
 * A store that holds what another holds, and of which nothing that is written reaches the other: each incident is copied
 * when it is first asked for.
 *
 * @param base - The store that is only read; null for an empty one.
 * @param copy - The store to copy to and to write to, empty.
 */
export const dryRunStore = (base: EventStore | null, copy: EventStore): EventStore => {
  const copied = new Set<IncidentId>();
  const copying = async (incidentId: IncidentId): Promise<E.Either<StoreError, void>> => {
    if (base === null || copied.has(incidentId)) return E.right(undefined);
    const events = await streamOf(base, incidentId);
    if (E.isLeft(events)) return events;
    copied.add(incidentId);
    if (events.right.length === 0) return E.right(undefined);
    const restored = await copy.restore(incidentId, events.right)();
    return E.isLeft(restored) ? restored : E.right(undefined);
  };
  const afterCopy =
    <A>(incidentId: IncidentId, work: () => TaskEither<StoreError, A>): TaskEither<StoreError, A> =>
    async () => {
      const done = await copying(incidentId);
      return E.isLeft(done) ? done : work()();
    };
  return {
    ...copy,
    append: (incidentId, events, expected, options) =>
      afterCopy(incidentId, () => copy.append(incidentId, events, expected, options)),
    read: (query) => afterCopy(query.incidentId, () => copy.read(query)),
    restore: (incidentId, events, options) =>
      afterCopy(incidentId, () => copy.restore(incidentId, events, options)),
  };
};
