import type { handleUnaryCall } from '@grpc/grpc-js';
import type { Method } from '../faults.ts';
import { arrive, type Context } from './context.ts';
import { cancelled, type Failure } from './failures.ts';
import { meetFault } from './meetFault.ts';
import { gone, isGone } from './presence.ts';

/** What a unary method answers: one or the other. */
export type Answer<Response> = { readonly failure: Failure } | { readonly response: Response };

/** Makes a method with one request and one answer, which meets the faults set on it. */
export const unary = <Request, Response>(
  context: Context,
  method: Method,
  answer: (request: Request) => Answer<Response>,
): handleUnaryCall<Request, Response> => {
  const work = async (
    call: Parameters<handleUnaryCall<Request, Response>>[0],
    reply: Parameters<handleUnaryCall<Request, Response>>[1],
  ): Promise<void> => {
    const course = await meetFault(arrive(context, method));
    if (isGone(context, call)) return;
    if (course._tag === 'fail') {
      reply(course.failure);
      return;
    }
    if (course._tag === 'work') {
      const answered = answer(call.request);
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
    void context.calls.during(method, work(call, reply), () => {
      call.emit('error', cancelled());
    });
  };
};
