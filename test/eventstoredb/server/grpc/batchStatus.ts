import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import codes from '@eventstore/db-client/generated/code_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { WriteRefusal } from '../log/append.ts';
import type { Expected } from '../log/commitCheck.ts';

interface Packable {
  readonly serializeBinary: () => Uint8Array;
}

const packed = (code: codes.Code, name: string, details: Packable, message = ''): status.Status => {
  const box = new any.Any();
  box.pack(details.serializeBinary(), `event_store.client.${name}`);
  return new status.Status().setCode(code).setMessage(message).setDetails(box);
};

const conflict = (expected: Expected, current: bigint | undefined): shared.WrongExpectedVersion => {
  const wrong = new shared.WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(current.toString());
  if (expected === 'any') return wrong.setExpectedAny(new empty.Empty());
  if (expected === 'no_stream') return wrong.setExpectedNoStream(new empty.Empty());
  if (expected === 'stream_exists') return wrong.setExpectedStreamExists(new empty.Empty());
  return wrong.setExpectedStreamPosition(expected.toString());
};

/** The answer to an append that took longer than its client allowed. */
export const timedOut = (): status.Status =>
  packed(codes.Code.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout());

/** The answer that came with a later server, and that this client cannot unpack. */
export const strangeStatus = (): status.Status =>
  packed(
    codes.Code.INVALID_ARGUMENT,
    'MaximumAppendEventSizeExceeded',
    new empty.Empty(),
    'MaximumAppendEventSizeExceeded',
  );

/** The answer to an append among many on one call that was not done. */
export const refusalStatus = (stream: string, refusal: WriteRefusal): status.Status => {
  switch (refusal._tag) {
    case 'wrong-revision':
      return packed(
        codes.Code.FAILED_PRECONDITION,
        'WrongExpectedVersion',
        conflict(refusal.expected, refusal.current),
      );
    case 'stream-deleted':
      return packed(
        codes.Code.FAILED_PRECONDITION,
        'StreamDeleted',
        new shared.StreamDeleted().setStreamIdentifier(
          new shared.StreamIdentifier().setStreamName(Uint8Array.from(Buffer.from(stream))),
        ),
      );
    case 'too-large':
      return packed(
        codes.Code.INVALID_ARGUMENT,
        'MaximumAppendSizeExceeded',
        new shared.MaximumAppendSizeExceeded().setMaxappendsize(refusal.limitBytes),
      );
    case 'bad-request':
      return packed(
        codes.Code.INVALID_ARGUMENT,
        'BadRequest',
        new shared.BadRequest().setMessage(refusal.message),
        'BadRequest',
      );
  }
};
