import { randomUUID } from 'node:crypto';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { streamState } from '../log/streamState.ts';
import type { Context } from './context.ts';
import { allCursor, streamCursor, type Cursor, type Step } from './cursor.ts';
import { invalidPosition, streamDeleted } from './failures.ts';
import {
  caughtUpResponse,
  checkpointResponse,
  confirmationResponse,
  eventResponse,
  fellBehindResponse,
} from './messages.ts';
import { gone } from './presence.ts';
import { isPosition } from './read.ts';
import type { ReadRequest } from './readRequest.ts';
import { send, type ReadCall } from './send.ts';

type News = 'written' | 'fell-behind' | 'gone';

/** Waits for the one thing that a live subscription waits for: news. */
const news = async (context: Context, call: ReadCall): Promise<News> => {
  let ends: readonly (() => void)[] = [];
  const heard = new Promise<News>((resolve) => {
    ends = [
      context.log.onWrite(() => {
        resolve('written');
      }),
      context.onFallBehind(() => {
        resolve('fell-behind');
      }),
    ];
  });
  const left = gone(call).then((): News => 'gone');
  const what = await Promise.race([heard, left]);
  for (const end of ends) end();
  return what;
};

const messageFor = (
  step: Exclude<Step, { _tag: 'stream-deleted' }>,
  ids: ReadRequest['ids'],
): streams.ReadResp =>
  step._tag === 'record' ? eventResponse(step.record, ids) : checkpointResponse(step.position);

/** Sends all that there is. @returns whether the subscription goes on. */
const drain = async (call: ReadCall, cursor: Cursor, request: ReadRequest): Promise<boolean> => {
  for (let step = cursor.next(); step; step = cursor.next()) {
    if (step._tag === 'stream-deleted') {
      call.emit('error', streamDeleted(request.stream ?? ''));
      return false;
    }
    if (!(await send(call, messageFor(step, request.ids)))) return false;
  }
  return true;
};

const cursorFor = (context: Context, { stream, from, filter }: ReadRequest): Cursor =>
  stream === undefined
    ? allCursor(context.log, from, filter)
    : streamCursor(context.log, stream, from, context.nowMs);

/** Says that the end is reached: first how far a filter has looked, then that all is live. */
const sayCaughtUp = async (call: ReadCall, cursor: Cursor): Promise<boolean> => {
  const position = cursor.checkpoint();
  if (position !== undefined && !(await send(call, checkpointResponse(position)))) return false;
  return send(call, caughtUpResponse());
};

/** Keeps a subscription: what is there, then what comes, pulled from the log and never queued. */
export const subscribe = async (
  context: Context,
  call: ReadCall,
  request: ReadRequest,
): Promise<void> => {
  const { stream, from } = request;
  if (stream === undefined && !isPosition(context, from)) {
    call.emit('error', invalidPosition());
    return;
  }
  if (stream !== undefined && streamState(context.log, stream).tombstoned) {
    call.emit('error', streamDeleted(stream));
    return;
  }
  const cursor = cursorFor(context, request);
  let going = await send(call, confirmationResponse(randomUUID()));
  let live = false;
  while (going) {
    going = await drain(call, cursor, request);
    if (going && !live) {
      live = true;
      going = await sayCaughtUp(call, cursor);
    } else if (going) {
      const what = await news(context, call);
      going = what !== 'gone';
      if (what === 'fell-behind') {
        live = false;
        going = await send(call, fellBehindResponse());
      }
    }
  }
};
