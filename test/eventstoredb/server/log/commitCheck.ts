import type { Log } from './log.ts';
import type { LogRecord } from './record.ts';
import { streamState, type StreamState } from './streamState.ts';

/** What a write expects of its stream. */
export type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;

/** What is said to a write before it is done. */
export type CommitCheck =
  | { readonly _tag: 'new' }
  /** The same events are there already: the original result is given again. */
  | { readonly _tag: 'again'; readonly last: LogRecord }
  | { readonly _tag: 'wrong-revision'; readonly current: bigint | undefined }
  | { readonly _tag: 'stream-deleted' };

/** With `any` the server only remembers ids written lately: the first unknown makes it new, a later one a conflict. */
const checkAny = (
  log: Log,
  stream: string,
  ids: readonly string[],
  current: bigint | undefined,
): CommitCheck => {
  const found = ids.map((id) => log.recently(stream, id));
  const last = found.at(-1);
  if (found[0] === undefined) return { _tag: 'new' };
  if (last === undefined || found.includes(undefined)) return { _tag: 'wrong-revision', current };
  return { _tag: 'again', last };
};

/** Behind the end, a write is the same again only where every id stands where it would have been written. */
const checkBehind = (
  log: Log,
  stream: string,
  ids: readonly string[],
  place: { readonly first: bigint; readonly current: bigint },
): CommitCheck => {
  const there = log.ofStream(stream).slice(Number(place.first), Number(place.first) + ids.length);
  const last = there.at(-1);
  const same = there.length === ids.length && there.every(({ id }, index) => id === ids[index]);
  return same && last
    ? { _tag: 'again', last }
    : { _tag: 'wrong-revision', current: place.current };
};

const checkExact = (
  log: Log,
  stream: string,
  ids: readonly string[],
  { expected, state }: { readonly expected: 'no_stream' | bigint; readonly state: StreamState },
): CommitCheck => {
  const { last: current } = state;
  const before = expected === 'no_stream' ? -1n : expected;
  if (before === (current ?? -1n)) return { _tag: 'new' };
  if (current === undefined || before > current) return { _tag: 'wrong-revision', current };
  const behind = checkBehind(log, stream, ids, { first: before + 1n, current });
  if (behind._tag === 'wrong-revision' && expected === 'no_stream' && state.softDeleted) {
    return { _tag: 'new' };
  }
  return behind;
};

/** Decides whether events with these ids may be written where they are expected to go. */
export const commitCheck = (
  log: Log,
  stream: string,
  ids: readonly string[],
  expected: Expected,
): CommitCheck => {
  const state = streamState(log, stream);
  if (state.tombstoned) return { _tag: 'stream-deleted' };
  if (expected === 'any') return checkAny(log, stream, ids, state.last);
  if (expected === 'stream_exists') {
    const exists = !state.softDeleted && (state.last !== undefined || state.hasMetadata);
    return exists
      ? checkAny(log, stream, ids, state.last)
      : { _tag: 'wrong-revision', current: state.last };
  }
  return checkExact(log, stream, ids, { expected, state });
};
