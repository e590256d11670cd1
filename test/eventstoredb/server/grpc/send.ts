import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { gone, hasEnded } from './presence.ts';

/** A call that reads, as the server holds it. */
export type ReadCall = ServerWritableStream<streams.ReadReq, streams.ReadResp>;

const drained = async (call: ReadCall): Promise<void> => {
  await new Promise<void>((resolve) => {
    call.once('drain', resolve);
  });
};

/**
 * Sends one message, and waits where the client does not keep up.
 *
 * @returns Whether the client is still there.
 */
export const send = async (call: ReadCall, message: streams.ReadResp): Promise<boolean> => {
  if (hasEnded(call)) return false;
  if (!call.write(message)) await Promise.race([drained(call), gone(call)]);
  return !hasEnded(call);
};
