import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { StoredEvent, UnstoredEvent } from '../events/stored.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Clock, Instant } from '../primitives/instant.ts';
import { systemClock } from '../primitives/instant.ts';
import { invalidAppend, invalidRestore, planAppend, tooLarge, viewOf } from './appendPlan.ts';
import type { MemoryLog } from './memoryLog.ts';
import { addTo, ledgerIn, memoryLog, toKeep } from './memoryLog.ts';
import type { Appended, EventStore, Expected, StoreOptions } from './port.ts';
import { pause } from './pause.ts';
import { placeOf, positionOf } from './position.ts';
import { APPEND_LIMIT_BYTES } from './size.ts';
import { noSuchPage, slicePage } from './slicePage.ts';
import type { StoreError } from './storeError.ts';

/**
 * What a memory store is made of.
 *
 * @public
 */
export interface MemoryStoreOptions {
  /** Tells when events are recorded; the computer's clock when absent. */
  readonly clock?: Clock;
  /** Name of this ledger among those that share the log. */
  readonly prefix?: string;
  /** The log to write to; one of its own when absent. */
  readonly log?: MemoryLog;
}

type Result<A> = E.Either<StoreError, A>;

const indexOf = (position: string | null | undefined): number | null =>
  position === null || position === undefined ? null : (placeOf(position) ?? Number.NaN);
const cursorOf = (index: number | null): string | null =>
  index === null ? null : positionOf(index);

/** An effect that runs when it is asked to, unless its signal has ended it. */
const effect =
  <A>(options: StoreOptions | undefined, run: () => Result<A>): TaskEither<StoreError, A> =>
  async () =>
    options?.signal?.aborted === true ? E.left({ _tag: 'Aborted' }) : run();

/**
 * A store that keeps events as long as the process lives: for tests, for replays, and to be read before another
 * store is written.
 *
 * @public
 */
export const memoryStore = (options: MemoryStoreOptions = {}): EventStore => {
  const { clock = systemClock, prefix = '', log = memoryLog() } = options;
  const { streams, incidents } = ledgerIn(log, prefix);
  const streamOf = (incidentId: IncidentId): readonly StoredEvent[] =>
    streams.get(incidentId) ?? [];

  /** The present, but never before what the log or the stream holds, should the clock go back. */
  const recordingAt = (stream: readonly StoredEvent[]): Instant => {
    const now = clock();
    const last = stream.at(-1)?.recordedAt ?? now;
    const latest = log.recordedAt ?? now;
    const before = last > latest ? last : latest;
    return before > now ? before : now;
  };

  const appended = (incidentId: IncidentId, lastRevision: number): Appended => ({
    lastRevision,
    lastPosition: streamOf(incidentId)[lastRevision]?.position ?? '',
  });

  const appendNow = (
    incidentId: IncidentId,
    events: readonly UnstoredEvent[],
    expected: Expected,
  ): Result<Appended> => {
    const refused = invalidAppend(incidentId, events);
    if (refused) return E.left(refused);
    const { kept, mostBytes } = toKeep(events);
    const isLarge = mostBytes > APPEND_LIMIT_BYTES;
    const large = isLarge ? tooLarge(events.map((event) => JSON.stringify(event))) : null;
    if (large) return E.left(large);
    const stream = streamOf(incidentId);
    const plan = planAppend(incidentId, viewOf(stream), events, expected);
    if (E.isLeft(plan)) return plan;
    if (plan.right._tag === 'Written') {
      return E.right(appended(incidentId, plan.right.lastRevision));
    }
    const recordedAt = recordingAt(stream);
    const from = stream.length;
    for (const [index, event] of kept.entries()) {
      event['revision'] = from + index;
      event['recordedAt'] = recordedAt;
    }
    addTo(log, prefix, kept);
    log.recordedAt = recordedAt;
    return E.right(appended(incidentId, from + events.length - 1));
  };

  const restoreNow = (incidentId: IncidentId, events: readonly StoredEvent[]): Result<Appended> => {
    const refused = invalidRestore(incidentId, events);
    if (refused) return E.left(refused);
    const plan = planAppend(incidentId, viewOf(streamOf(incidentId)), events, 'no_stream');
    if (E.isLeft(plan)) return plan;
    if (plan.right._tag === 'Write') addTo(log, prefix, toKeep(events).kept);
    return E.right(appended(incidentId, events.length - 1));
  };

  return {
    append: (incidentId, events, expected, given) =>
      effect(given, () => appendNow(incidentId, events, expected)),
    restore: (incidentId, events, given) => effect(given, () => restoreNow(incidentId, events)),
    read: (query) =>
      effect(query, () => {
        const page = slicePage(streamOf(query.incidentId), query);
        return page ? E.right({ events: page.items, next: page.next, end: page.end }) : noSuchPage;
      }),
    readAll: (query) =>
      effect(query, () => {
        const page = slicePage(log.entries, { ...query, after: indexOf(query.after) });
        if (!page) return noSuchPage;
        const events = page.items
          .filter((entry) => entry.prefix === prefix)
          .map(({ event }) => event)
          .filter(({ type }) => query.types?.includes(type) ?? true);
        return E.right({ events, next: cursorOf(page.next), end: page.end });
      }),
    arrival:
      ({ after, signal }) =>
      async () => {
        const from = indexOf(after) ?? -1;
        for (;;) {
          if (signal?.aborted === true) return E.left({ _tag: 'Aborted' });
          if (log.entries.length - 1 > from) return E.right(undefined);
          await pause({ signal, waiting: log.waiting });
        }
      },
    incidents: (query) =>
      effect(query, () => {
        const page = slicePage(incidents, { ...query, after: indexOf(query.after) });
        return page
          ? E.right({ incidentIds: page.items, next: cursorOf(page.next), end: page.end })
          : noSuchPage;
      }),
  };
};
