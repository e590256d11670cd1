import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { RecordedEvent } from '../events/event.ts';
import type { UnstoredEvent } from '../events/stored.ts';
import type { History } from '../history/history.ts';
import { history } from '../history/history.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Expected, StoreOptions } from '../store/port.ts';
import type { LoadError } from './ledgerError.ts';
import { load, loadAppended } from './load.ts';
import type { Setting } from './setting.ts';

/** What is to be written, given the history: batches, each appended at once. */
export type Plan<R, D> = (
  history: History<D>,
) => E.Either<R, readonly (readonly UnstoredEvent[])[]>;

/** How events are committed. */
export interface CommitOptions extends StoreOptions {
  /** Cuts a batch that is too large for one append into several; such a batch is an error when absent. */
  readonly cut?: (batch: readonly UnstoredEvent[]) => readonly (readonly UnstoredEvent[])[];
}

/** Appends events and reads back what the store made of them. */
const appendBatch = async <D>(
  { store, vocabulary }: Setting<D>,
  incidentId: IncidentId,
  batch: readonly UnstoredEvent[],
  expected: Expected,
  { signal }: StoreOptions,
): Promise<E.Either<LoadError, readonly RecordedEvent<D>[]>> => {
  const appended = await store.append(incidentId, batch, expected, { signal })();
  if (E.isLeft(appended)) return appended;
  const before = appended.right.lastRevision - batch.length;
  const query = { incidentId, after: before < 0 ? null : before, limit: batch.length, signal };
  return loadAppended(store, vocabulary, query, batch)();
};

const lastOf = <D>(events: readonly RecordedEvent<D>[]): Expected =>
  events.at(-1)?.revision ?? 'no_stream';

/**
 * Loads an incident, asks for a plan, and appends what it gives at the exact revision; when another writer came
 * between, it begins again, a bounded number of times.
 *
 * @returns The events appended, as the store gives them back.
 */
export const commit = <R, D>(
  setting: Setting<D>,
  incidentId: IncidentId,
  plan: Plan<R, D>,
  options: CommitOptions = {},
): TaskEither<R | LoadError, readonly RecordedEvent<D>[]> => {
  const { store, vocabulary, policy } = setting;
  const { cut } = options;
  const attempt = async (
    retries: number,
    before: readonly RecordedEvent<D>[],
  ): Promise<E.Either<R | LoadError, readonly RecordedEvent<D>[]>> => {
    const loaded = await load(store, vocabulary, { incidentId, signal: options.signal })();
    if (E.isLeft(loaded)) return loaded;
    const batches = plan(history(loaded.right, { vocabulary, policy }));
    if (E.isLeft(batches)) return batches;
    const written = [...before];
    let expected = lastOf(loaded.right);
    const waiting = [...batches.right];
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      const appended = await appendBatch(setting, incidentId, batch, expected, options);
      if (E.isLeft(appended)) {
        const smaller = appended.left._tag === 'TooLarge' && cut ? cut(batch) : [];
        if (smaller.length > 1) {
          waiting.unshift(...smaller);
          continue;
        }
        const again = appended.left._tag === 'Conflict' && retries > 0;
        return again ? attempt(retries - 1, written) : appended;
      }
      written.push(...appended.right);
      expected = lastOf(appended.right);
    }
    return E.right(written);
  };
  return () => attempt(setting.retries, []);
};
