import * as E from 'fp-ts/lib/Either.js';
import { core } from '../events/core.ts';
import type { Projection } from '../history/projection.ts';
import type { ReadableEvents } from '../ledger/load.ts';
import { loadReadable } from '../ledger/load.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { EventStore, IncidentPage } from '../store/port.ts';
import type { StoreError } from '../store/storeError.ts';
import { delivery, endedBy, isPromise } from './deliver.ts';
import { isIn } from './partition.ts';
import type { ProjectAllOptions, Replayed, ViewTaker } from './projectAllOptions.ts';
import type { ReplayError } from './replayError.ts';

/** How many incidents are read at the same time, so that a store far away is not waited for one by one. */
const AT_ONCE = 16;

type Readable = ReadableEvents<unknown>;

/** Replays the incidents of a store. See `projectAll`. */
export const projectStore = async <S, V>(
  store: EventStore,
  projection: Projection<S, V>,
  options: ProjectAllOptions,
  take: ViewTaker<V>,
): Promise<E.Either<ReplayError, Replayed>> => {
  const { signal, vocabulary = core, partition, onProgress, unreadable = 'fail' } = options;
  const { viewOf, hand, replayed } = delivery(projection, options, take);

  const readOne = (incidentId: IncidentId): Promise<E.Either<StoreError, Readable>> =>
    loadReadable(store, vocabulary, { incidentId, signal })();

  /** Looks at what was read and hands over what is made of it; what ends the replay, if anything does. */
  const deliver = (
    incidentId: IncidentId,
    { events, unreadable: faults }: Readable,
  ): ReplayError | null | Promise<ReplayError | null> => {
    if (faults.length > 0) {
      const what = { _tag: 'UnreadableEvents', incidentId, unreadable: faults } as const;
      if (unreadable === 'fail') return what;
      options.onQuarantine?.(what);
    }
    return hand(viewOf({ incidentId, events, incomplete: faults.length > 0 }));
  };

  let after: string | null = null;
  for (;;) {
    const page = await store.incidents({ after, signal })();
    if (E.isLeft(page)) return page;
    const { incidentIds, next, end }: IncidentPage = page.right;
    const ours = incidentIds.filter((incidentId) => !partition || isIn(incidentId, partition));
    for (let from = 0; from < ours.length; from += AT_ONCE) {
      const some = ours.slice(from, from + AT_ONCE);
      const read = await Promise.all(some.map(readOne));
      for (const [index, incidentId] of some.entries()) {
        const ended = endedBy(signal);
        if (ended) return ended;
        const loaded = read[index];
        if (loaded === undefined) continue;
        if (E.isLeft(loaded)) return loaded;
        const made = deliver(incidentId, loaded.right);
        const fault = isPromise(made) ? await made : made;
        if (fault) return E.left(fault);
      }
    }
    onProgress?.(replayed(0));
    if (end) return E.right(replayed(0));
    after = next;
  }
};
