import { matcher, type Filter } from '../log/filter.ts';
import type { Log } from '../log/log.ts';
import { TOMBSTONE_REVISION, type LogRecord } from '../log/record.ts';
import { lowerBound, shownBy } from '../log/streamWindow.ts';
import { streamState } from '../log/streamState.ts';

/** What a subscription comes upon next. */
export type Step =
  | { readonly _tag: 'record'; readonly record: LogRecord }
  | { readonly _tag: 'checkpoint'; readonly position: bigint }
  | { readonly _tag: 'stream-deleted' };

/** A place in the log that moves forwards over it as the log grows. */
export interface Cursor {
  /** The next step, or nothing where the end is reached for now. */
  readonly next: () => Step | undefined;
  /** The checkpoint to give on reaching the end; only filtered subscriptions are given any. */
  readonly checkpoint: () => bigint | undefined;
}

type From = 'start' | 'end' | bigint;

/** The first record after a place: subscriptions do not repeat the one they are told to begin at. */
const after = (records: readonly LogRecord[], from: From, by: 'position' | 'revision'): number => {
  if (from === 'start') return 0;
  return from === 'end' ? records.length : lowerBound(records, from + 1n, by);
};

const noCheckpoint = (): undefined => undefined;

/** A cursor over one stream; it may not exist yet. */
export const streamCursor = (log: Log, stream: string, from: From, nowMs: () => number): Cursor => {
  let index = after(log.ofStream(stream), from, 'revision');
  return {
    next: () => {
      const shown = shownBy(streamState(log, stream), nowMs());
      for (;;) {
        const record = log.ofStream(stream)[index];
        if (!record) return;
        if (record.revision === TOMBSTONE_REVISION) return { _tag: 'stream-deleted' };
        index += 1;
        if (shown(record)) return { _tag: 'record', record };
      }
    },
    checkpoint: noCheckpoint,
  };
};

/** A cursor over everything. */
export const allCursor = (log: Log, from: From, filter: Filter | undefined): Cursor => {
  const matches = filter ? matcher(filter) : undefined;
  const every = filter?.checkpointEvery ?? Infinity;
  let index = after(log.records, from, 'position');
  let considered = 0;
  return {
    next: () => {
      if (considered >= every) {
        considered = 0;
        return { _tag: 'checkpoint', position: log.records[index - 1]?.position ?? 0n };
      }
      for (;;) {
        const record = log.records[index];
        if (!record) return;
        index += 1;
        considered += 1;
        if (!matches || matches(record)) return { _tag: 'record', record };
        if (considered >= every) {
          considered = 0;
          return { _tag: 'checkpoint', position: record.position };
        }
      }
    },
    checkpoint: () => (filter && index > 0 ? log.records[index - 1]?.position : undefined),
  };
};
