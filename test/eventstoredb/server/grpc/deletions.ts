import streams from '@eventstore/db-client/generated/streams_pb.js';
import { deleteStream, type DeletionOutcome } from '../log/deletion.ts';
import type { Expected } from '../log/commitCheck.ts';
import type { Context } from './context.ts';
import { writeFailure } from './failures.ts';
import { streamName } from './messages.ts';
import { unary, type Answer } from './unary.ts';

const deletion = (
  context: Context,
  options: streams.DeleteReq.Options | streams.TombstoneReq.Options | undefined,
  kind: 'soft' | 'for-ever',
): { readonly stream: string; readonly outcome: DeletionOutcome } => {
  const stream = streamName(options?.getStreamIdentifier());
  const expected = (): Expected => {
    if (options?.hasRevision() === true) return BigInt(options.getRevision());
    if (options?.hasNoStream() === true) return 'no_stream';
    return options?.hasStreamExists() === true ? 'stream_exists' : 'any';
  };
  const request = { stream, expected: expected(), kind };
  return { stream, outcome: deleteStream(context.log, request, context.nowMs()) };
};

/** Answers the request to delete a stream that may begin again. */
export const deleteAnswer = (
  context: Context,
  request: streams.DeleteReq,
): Answer<streams.DeleteResp> => {
  const { stream, outcome } = deletion(context, request.getOptions(), 'soft');
  if (outcome._tag !== 'deleted') return { failure: writeFailure(stream, outcome) };
  const position = outcome.position.toString();
  return {
    response: new streams.DeleteResp().setPosition(
      new streams.DeleteResp.Position().setCommitPosition(position).setPreparePosition(position),
    ),
  };
};

/** Answers the request to delete a stream for ever. */
export const tombstoneAnswer = (
  context: Context,
  request: streams.TombstoneReq,
): Answer<streams.TombstoneResp> => {
  const { stream, outcome } = deletion(context, request.getOptions(), 'for-ever');
  if (outcome._tag !== 'deleted') return { failure: writeFailure(stream, outcome) };
  const position = outcome.position.toString();
  return {
    response: new streams.TombstoneResp().setPosition(
      new streams.TombstoneResp.Position().setCommitPosition(position).setPreparePosition(position),
    ),
  };
};

/** Makes the two methods. */
export const deletions = (
  context: Context,
): {
  readonly delete: ReturnType<typeof unary<streams.DeleteReq, streams.DeleteResp>>;
  readonly tombstone: ReturnType<typeof unary<streams.TombstoneReq, streams.TombstoneResp>>;
} => ({
  delete: unary(context, 'delete', (request: streams.DeleteReq) => deleteAnswer(context, request)),
  tombstone: unary(context, 'tombstone', (request: streams.TombstoneReq) =>
    tombstoneAnswer(context, request),
  ),
});
