import * as E from 'fp-ts/lib/Either.js';
import { core } from '../events/core.ts';
import type { Projection } from '../history/projection.ts';
import { loadReadable } from '../ledger/load.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { EventStore, IncidentPage } from '../store/port.ts';
import type { ReadIncident } from './deliver.ts';
import { delivery, endedBy } from './deliver.ts';
import { isIn } from './partition.ts';
import type { ProjectAllOptions, Replayed, ViewTaker } from './projectAllOptions.ts';
import type { ReplayError } from './replayError.ts';

/** How many incidents are read at the same time, so that a store far away is not waited for one by one. */
const AT_ONCE = 16;

/** Replays the incidents of a store. See `projectAll`. */
export const projectStore = async <S, V>(
  store: EventStore,
  projection: Projection<S, V>,
  options: ProjectAllOptions,
  take: ViewTaker<V>,
): Promise<E.Either<ReplayError, Replayed>> => {
  const { signal, vocabulary = core, partition, onProgress, unreadable = 'fail' } = options;
  const { viewOf, hand, replayed } = delivery(projection, options, take);

  const readOne = async (incidentId: IncidentId): Promise<E.Either<ReplayError, ReadIncident>> => {
    const loaded = await loadReadable(store, vocabulary, { incidentId, signal })();
    if (E.isLeft(loaded)) return loaded;
    const { events, unreadable: faults } = loaded.right;
    if (faults.length > 0) {
      const what = { _tag: 'UnreadableEvents', incidentId, unreadable: faults } as const;
      if (unreadable === 'fail') return E.left(what);
      options.onQuarantine?.(what);
    }
    return E.right({ incidentId, events, incomplete: faults.length > 0 });
  };

  let after: string | null = null;
  for (;;) {
    const page = await store.incidents({ after, signal })();
    if (E.isLeft(page)) return page;
    const { incidentIds, next, end }: IncidentPage = page.right;
    const ours = incidentIds.filter((incidentId) => !partition || isIn(incidentId, partition));
    for (let from = 0; from < ours.length; from += AT_ONCE) {
      const read = await Promise.all(ours.slice(from, from + AT_ONCE).map(readOne));
      for (const incident of read) {
        const ended = endedBy(signal);
        if (ended) return ended;
        if (E.isLeft(incident)) return incident;
        const fault = await hand([viewOf(incident.right)]);
        if (fault) return E.left(fault);
      }
    }
    onProgress?.(replayed(0));
    if (end) return E.right(replayed(0));
    after = next;
  }
};
