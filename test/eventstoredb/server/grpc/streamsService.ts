import type { IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { appendMethod } from './append.ts';
import { batchAppendMethod } from './batchAppend.ts';
import { arrive, type Context } from './context.ts';
import { deletions } from './deletions.ts';
import { cancelled } from './failures.ts';
import { meetFault } from './meetFault.ts';
import { gone, isGone } from './presence.ts';
import { readAll, readStream } from './read.ts';
import { readRequest } from './readRequest.ts';
import type { ReadCall } from './send.ts';
import { subscribe } from './subscription.ts';

const read = async (context: Context, call: ReadCall): Promise<void> => {
  const course = await meetFault(arrive(context, 'read'));
  if (isGone(context, call)) return;
  if (course._tag === 'fail') {
    call.emit('error', course.failure);
    return;
  }
  if (course._tag === 'work' && course.reply === 'cut') context.cut();
  if (course._tag === 'silence' || course.reply !== 'send') {
    await gone(call);
    return;
  }
  const request = readRequest(call.request);
  const { stream, limit } = request;
  if (limit === undefined) await subscribe(context, call, request);
  else if (stream === undefined) await readAll(context, call, request);
  else await readStream(context, call, { ...request, stream });
};

/** Puts the methods on streams together. */
export const streamsService = (context: Context): IStreamsServer => ({
  read: (call) => {
    void context.calls.during('read', read(context, call), () => {
      call.emit('error', cancelled());
    });
  },
  append: appendMethod(context),
  batchAppend: batchAppendMethod(context),
  ...deletions(context),
});
