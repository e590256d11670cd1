import { writeTombstone, writeTruncation, type WriteRefusal } from './append.ts';
import { commitCheck, type Expected } from './commitCheck.ts';
import type { Log } from './log.ts';
import { TOMBSTONE_REVISION } from './record.ts';

/** What became of a deletion. */
export type DeletionOutcome =
  { readonly _tag: 'deleted'; readonly position: bigint } | WriteRefusal;

/** One deletion as a client asks for it. */
export interface DeletionRequest {
  readonly stream: string;
  readonly expected: Expected;
  /** `soft` lets the stream begin again after its last revision; `for-ever` does not. */
  readonly kind: 'soft' | 'for-ever';
}

/** Deletes a stream, or says why not. */
export const deleteStream = (
  log: Log,
  { stream, expected, kind }: DeletionRequest,
  createdMs: number,
): DeletionOutcome => {
  const check = commitCheck(log, stream, [], expected);
  if (check._tag === 'stream-deleted') return check;
  if (check._tag === 'wrong-revision') return { ...check, expected };
  const position =
    kind === 'soft'
      ? writeTruncation(log, stream, TOMBSTONE_REVISION, createdMs)
      : writeTombstone(log, stream, createdMs);
  return { _tag: 'deleted', position };
};
