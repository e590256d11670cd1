import shared from '@eventstore/db-client/generated/shared_pb.js';
import type status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { append, type AppendOutcome } from '../log/append.ts';
import type { Expected } from '../log/commitCheck.ts';
import type { ProposedRecord } from '../log/record.ts';
import { refusalStatus, timedOut } from './batchStatus.ts';
import type { Context } from './context.ts';
import { streamIdentifier, streamName } from './messages.ts';

/** One append as it comes in, in one message or several under one correlation id. */
export interface Batch {
  readonly correlationId: shared.UUID;
  readonly options: streams.BatchAppendReq.Options;
  readonly events: ProposedRecord[];
}

const NANOSECONDS_A_MILLISECOND = 1e6;
const MILLISECONDS_A_SECOND = 1000;

const expectedOf = (options: streams.BatchAppendReq.Options): Expected => {
  if (options.hasStreamPosition()) return BigInt(options.getStreamPosition());
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : 'any';
};

/** Whether the point in time that the client set has passed, by the server's clock. */
const isLate = (options: streams.BatchAppendReq.Options, nowMs: number): boolean => {
  const deadline = options.getDeadline();
  if (!deadline) return false;
  const deadlineMs =
    deadline.getSeconds() * MILLISECONDS_A_SECOND + deadline.getNanos() / NANOSECONDS_A_MILLISECOND;
  return deadlineMs <= nowMs;
};

const success = ({
  revision,
  position,
}: Extract<AppendOutcome, { _tag: 'appended' }>): streams.BatchAppendResp.Success => {
  const done = new streams.BatchAppendResp.Success();
  if (revision === undefined) done.setNoStream(new empty.Empty());
  else done.setCurrentRevision(revision.toString());
  if (position === undefined) return done.setNoPosition(new empty.Empty());
  return done.setPosition(
    new shared.AllStreamPosition()
      .setCommitPosition(position.toString())
      .setPreparePosition(position.toString()),
  );
};

/** An answer carries the id and the stream of its append: the client looks its promise up by the one. */
const answerTo = ({ correlationId, options }: Batch): streams.BatchAppendResp =>
  new streams.BatchAppendResp()
    .setCorrelationId(correlationId)
    .setStreamIdentifier(streamIdentifier(streamName(options.getStreamIdentifier())));

/** Answers an append with an error of its own; the call goes on. */
export const errorTo = (batch: Batch, error: status.Status): streams.BatchAppendResp =>
  answerTo(batch).setError(error);

/** Does one append among many on one call. */
export const batchAnswer = (context: Context, batch: Batch): streams.BatchAppendResp => {
  if (isLate(batch.options, context.nowMs())) return errorTo(batch, timedOut());
  const stream = streamName(batch.options.getStreamIdentifier());
  const request = { stream, expected: expectedOf(batch.options), events: batch.events };
  const outcome = append(context.log, request, context);
  return outcome._tag === 'appended'
    ? answerTo(batch).setSuccess(success(outcome))
    : errorTo(batch, refusalStatus(stream, outcome));
};
