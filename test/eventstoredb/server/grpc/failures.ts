import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import type { WriteRefusal } from '../log/append.ts';
import type { Expected } from '../log/commitCheck.ts';

/** What a failed call is answered with. */
export type Failure = Pick<ServiceError, 'code' | 'details' | 'metadata'>;

const failure = (
  code: status,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): Failure => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, metadata };
};

const EXPECTED_NUMBERS: Readonly<Record<Exclude<Expected, bigint>, string>> = {
  no_stream: '-1',
  any: '-2',
  stream_exists: '-4',
};

/** The failure that says that the server cannot be reached. */
export const unavailable = (): Failure => failure(status.UNAVAILABLE, 'Server is not ready');

/** The failure of a call that was open when the server stopped. */
export const cancelled = (): Failure => failure(status.CANCELLED, 'Server shutting down');

/** The failure that names the node to go to. */
export const notLeader = (leader: { readonly host: string; readonly port: number }): Failure =>
  failure(status.NOT_FOUND, `Leader info available: ${leader.host}:${leader.port}`, {
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': String(leader.port),
  });

/** A failure with a status of the test's choice. */
export const withStatus = (code: status, details: string): Failure => failure(code, details);

/** A failure that came with a later server, and that this client has no class for. */
export const strange = (): Failure =>
  failure(status.INVALID_ARGUMENT, 'Maximum Append Event Size of 16777216 Exceeded.', {
    exception: 'maximum-append-event-size-exceeded',
  });

/** The failure of a read of, or subscription to, a stream that is no more. */
export const streamDeleted = (stream: string): Failure =>
  failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

/** The failure of a read from a place that is none. */
export const invalidPosition = (): Failure =>
  failure(status.INVALID_ARGUMENT, 'Invalid position', { exception: 'invalid-position' });

/** The failure of a request that a server cannot make sense of. */
export const badRequest = (message: string): Failure => failure(status.INVALID_ARGUMENT, message);

/** The failure of an event that lacks what every event must have. */
export const missingMetadata = (): Failure =>
  failure(status.INVALID_ARGUMENT, 'Required Metadata Property type or content-type is missing', {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

/** The failure of a write, outside the answers that have a place for it. */
export const writeFailure = (stream: string, refusal: WriteRefusal): Failure => {
  switch (refusal._tag) {
    case 'stream-deleted':
      return streamDeleted(stream);
    case 'too-large':
      return failure(
        status.INVALID_ARGUMENT,
        `Maximum Append Size of ${refusal.limitBytes} Exceeded.`,
        {
          exception: 'maximum-append-size-exceeded',
          'maximum-append-size': String(refusal.limitBytes),
        },
      );
    case 'bad-request':
      return badRequest(refusal.message);
    case 'wrong-revision': {
      const { expected, current } = refusal;
      const expectedNumber =
        typeof expected === 'bigint' ? expected.toString() : EXPECTED_NUMBERS[expected];
      return failure(status.FAILED_PRECONDITION, 'Append failed due to WrongExpectedVersion.', {
        exception: 'wrong-expected-version',
        'stream-name': stream,
        'expected-version': expectedNumber,
        'actual-version': current === undefined ? '' : current.toString(),
      });
    }
  }
};
