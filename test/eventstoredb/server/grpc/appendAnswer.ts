import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { append, type AppendOutcome } from '../log/append.ts';
import type { Expected } from '../log/commitCheck.ts';
import type { ProposedRecord } from '../log/record.ts';
import type { Context } from './context.ts';
import { missingMetadata, writeFailure } from './failures.ts';
import { streamName } from './messages.ts';
import type { Answer } from './unary.ts';

const { WrongExpectedVersion } = streams.AppendResp;

const expectedOf = (options: streams.AppendReq.Options | undefined): Expected => {
  if (options?.hasRevision() === true) return BigInt(options.getRevision());
  if (options?.hasNoStream() === true) return 'no_stream';
  return options?.hasStreamExists() === true ? 'stream_exists' : 'any';
};

const conflict = (
  expected: Expected,
  current: bigint | undefined,
): streams.AppendResp.WrongExpectedVersion => {
  const wrong = new WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(current.toString());
  if (expected === 'any') return wrong.setExpectedAny(new shared.Empty());
  if (expected === 'no_stream') return wrong.setExpectedNoStream(new shared.Empty());
  if (expected === 'stream_exists') return wrong.setExpectedStreamExists(new shared.Empty());
  return wrong.setExpectedRevision(expected.toString());
};

const success = ({
  revision,
  position,
}: Extract<AppendOutcome, { _tag: 'appended' }>): streams.AppendResp.Success => {
  const done = new streams.AppendResp.Success();
  if (revision === undefined) done.setNoStream(new shared.Empty());
  else done.setCurrentRevision(revision.toString());
  if (position === undefined) return done.setNoPosition(new shared.Empty());
  return done.setPosition(
    new streams.AppendResp.Position()
      .setCommitPosition(position.toString())
      .setPreparePosition(position.toString()),
  );
};

const answerOf = (stream: string, outcome: AppendOutcome): Answer<streams.AppendResp> => {
  switch (outcome._tag) {
    case 'appended':
      return { response: new streams.AppendResp().setSuccess(success(outcome)) };
    case 'wrong-revision':
      return {
        response: new streams.AppendResp().setWrongExpectedVersion(
          conflict(outcome.expected, outcome.current),
        ),
      };
    case 'stream-deleted':
    case 'too-large':
    case 'bad-request':
      return { failure: writeFailure(stream, outcome) };
  }
};

/** Does one append that came in over its own call. */
export const appendAnswer = (
  context: Context,
  options: streams.AppendReq.Options | undefined,
  events: readonly ProposedRecord[],
): Answer<streams.AppendResp> => {
  if (events.some(({ type, contentType }) => type === '' || contentType === '')) {
    return { failure: missingMetadata() };
  }
  const stream = streamName(options?.getStreamIdentifier());
  const request = { stream, expected: expectedOf(options), events };
  return answerOf(stream, append(context.log, request, context));
};
