import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { handleBidiStreamingCall } from '@grpc/grpc-js';
import { batchAnswer, errorTo, type Batch } from './batchAnswer.ts';
import { strangeStatus } from './batchStatus.ts';
import { cancelled } from './failures.ts';
import { arrive, type Context } from './context.ts';
import { meetFault } from './meetFault.ts';
import { gone, isGone } from './presence.ts';
import { proposal } from './proposal.ts';
import { uuidText } from './uuid.ts';

type Call = Parameters<handleBidiStreamingCall<streams.BatchAppendReq, streams.BatchAppendResp>>[0];

/** Does one append; those that wait hold up no other. */
const serve = async (context: Context, call: Call, batch: Batch): Promise<void> => {
  const course = await meetFault(arrive(context, 'batchAppend'));
  if (isGone(context, call)) return;
  switch (course._tag) {
    case 'silence':
      return;
    case 'fail':
      if (course.strange) call.write(errorTo(batch, strangeStatus()));
      else call.emit('error', course.failure);
      return;
    case 'work': {
      const answered = batchAnswer(context, batch);
      if (course.reply === 'cut') context.cut();
      if (course.reply === 'send') call.write(answered);
    }
  }
};

/** Makes the method that takes many appends on one call. */
export const batchAppendMethod = (
  context: Context,
): handleBidiStreamingCall<streams.BatchAppendReq, streams.BatchAppendResp> => {
  const work = async (call: Call): Promise<void> => {
    const open = new Map<string, Batch>();
    call.on('data', (request: streams.BatchAppendReq) => {
      const correlationId = request.getCorrelationId() ?? new shared.UUID();
      const key = uuidText(correlationId);
      const batch = open.get(key) ?? {
        correlationId,
        options: request.getOptions() ?? new streams.BatchAppendReq.Options(),
        events: [],
      };
      batch.events.push(...request.getProposedMessagesList().map(proposal));
      if (request.getIsFinal()) {
        open.delete(key);
        void serve(context, call, batch);
      } else {
        open.set(key, batch);
      }
    });
    const ended = new Promise<void>((resolve) => {
      call.once('end', () => {
        if (!isGone(context, call)) call.end();
        resolve();
      });
    });
    await Promise.race([ended, gone(call)]);
  };
  return (call) => {
    void context.calls.during('batchAppend', work(call), () => {
      call.emit('error', cancelled());
    });
  };
};
