import type { Log } from './log.ts';
import type { LogRecord } from './record.ts';
import { streamState, type StreamState } from './streamState.ts';

/** Which way a read goes. */
export type Direction = 'forwards' | 'backwards';

/** From where a read goes which way, counted by which place. */
export interface Cut {
  readonly from: 'start' | 'end' | bigint;
  readonly by: 'position' | 'revision';
  readonly direction: Direction;
}

/** What a read of a stream finds. */
export type StreamWindow =
  | { readonly _tag: 'not-found' }
  | { readonly _tag: 'stream-deleted' }
  | { readonly _tag: 'records'; readonly records: readonly LogRecord[] };

/** Makes the test whether a stream's own metadata still lets a record be seen; the log of everything shows it all the same. */
export const shownBy = (
  { last = -1n, retention }: StreamState,
  nowMs: number,
): ((record: LogRecord) => boolean) => {
  const { maxCount, maxAgeMs, truncateBefore = 0n } = retention;
  return ({ revision, createdMs }) =>
    revision >= truncateBefore &&
    (maxCount === undefined || revision > last - maxCount) &&
    (maxAgeMs === undefined || createdMs > nowMs - maxAgeMs);
};

/** What of a stream can be seen at a time, in order of revision. */
export const shownRecords = (log: Log, stream: string, nowMs: number): StreamWindow => {
  const state = streamState(log, stream);
  if (state.tombstoned) return { _tag: 'stream-deleted' };
  if (state.last === undefined || state.softDeleted) return { _tag: 'not-found' };
  const all = log.ofStream(stream);
  if (Object.keys(state.retention).length === 0) return { _tag: 'records', records: all };
  return { _tag: 'records', records: all.filter(shownBy(state, nowMs)) };
};

/** The first index at which a sorted list holds something not less than what is sought. */
export const lowerBound = (
  records: readonly LogRecord[],
  sought: bigint,
  by: 'position' | 'revision',
): number => {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const record = records[middle];
    if (record && record[by] < sought) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Where a read begins: its place is included, but for a read of everything backwards, which shows what lies
 * wholly before the position.
 */
const startOf = (records: readonly LogRecord[], { from, by, direction }: Cut): number => {
  const forwards = direction === 'forwards';
  if (from === 'start') return forwards || by === 'revision' ? 0 : -1;
  if (from === 'end') return forwards ? records.length : records.length - 1;
  const at = lowerBound(records, from, by);
  if (forwards) return at;
  return by === 'revision' && records[at]?.revision === from ? at : at - 1;
};

/** Cuts a read out of sorted records, in the direction of the read. */
export const slice = function* slice(
  records: readonly LogRecord[],
  cut: Cut,
): Generator<LogRecord> {
  const first = startOf(records, cut);
  const step = cut.direction === 'forwards' ? 1 : -1;
  for (let index = first; index >= 0; index += step) {
    const record = records[index];
    if (!record) return;
    yield record;
  }
};
