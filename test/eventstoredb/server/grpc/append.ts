import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { handleClientStreamingCall } from '@grpc/grpc-js';
import type { ProposedRecord } from '../log/record.ts';
import { appendAnswer } from './appendAnswer.ts';
import { arrive, type Context } from './context.ts';
import { cancelled } from './failures.ts';
import { meetFault } from './meetFault.ts';
import { gone, isGone } from './presence.ts';
import { proposal } from './proposal.ts';

/** Makes the method that takes one append a call: first the options, then one event a message. */
export const appendMethod = (
  context: Context,
): handleClientStreamingCall<streams.AppendReq, streams.AppendResp> => {
  type Call = Parameters<handleClientStreamingCall<streams.AppendReq, streams.AppendResp>>;

  const work = async (call: Call[0], reply: Call[1]): Promise<void> => {
    let options: streams.AppendReq.Options | undefined;
    const events: ProposedRecord[] = [];
    call.on('data', (request: streams.AppendReq) => {
      options ??= request.getOptions();
      const message = request.getProposedMessage();
      if (message) events.push(proposal(message));
    });
    const whole = new Promise<'whole'>((resolve) => {
      call.once('end', () => {
        resolve('whole');
      });
    });
    if ((await Promise.race([whole, gone(call)])) !== 'whole') return;

    const course = await meetFault(arrive(context, 'append'));
    if (isGone(context, call)) return;
    if (course._tag === 'fail') {
      reply(course.failure);
      return;
    }
    if (course._tag === 'work') {
      const answered = appendAnswer(context, options, events);
      if (course.reply === 'cut') context.cut();
      if (course.reply === 'send') {
        if ('failure' in answered) reply(answered.failure);
        else reply(null, answered.response);
        return;
      }
    }
    await gone(call);
  };
  return (call, reply) => {
    void context.calls.during('append', work(call, reply), () => {
      call.emit('error', cancelled());
    });
  };
};
