import { matcher } from '../log/filter.ts';
import type { LogRecord } from '../log/record.ts';
import { lowerBound, shownRecords, slice } from '../log/streamWindow.ts';
import type { Context } from './context.ts';
import { invalidPosition, streamDeleted } from './failures.ts';
import { eventResponse, notFoundResponse } from './messages.ts';
import type { ReadRequest } from './readRequest.ts';
import { send, type ReadCall } from './send.ts';

/** Whether a position is where a record begins, or the end of the log: all that a client can have been given. */
export const isPosition = (context: Context, from: ReadRequest['from']): boolean => {
  if (typeof from !== 'bigint' || from === context.log.end()) return true;
  const { records } = context.log;
  return records[lowerBound(records, from, 'position')]?.position === from;
};

const sendRecords = async (
  call: ReadCall,
  records: Iterable<LogRecord>,
  request: ReadRequest,
): Promise<void> => {
  const matches = request.filter ? matcher(request.filter) : undefined;
  let left = request.limit ?? Infinity;
  for (const record of records) {
    if (left <= 0) break;
    if (!matches || matches(record)) {
      left -= 1;
      if (!(await send(call, eventResponse(record, request.ids)))) return;
    }
  }
  call.end();
};

/** Answers a read of everything. */
export const readAll = async (
  context: Context,
  call: ReadCall,
  request: ReadRequest,
): Promise<void> => {
  const { from, direction } = request;
  if (isPosition(context, from)) {
    const records = slice(context.log.records, { from, direction, by: 'position' });
    await sendRecords(call, records, request);
  } else {
    call.emit('error', invalidPosition());
  }
};

/** Answers a read of one stream. */
export const readStream = async (
  context: Context,
  call: ReadCall,
  request: ReadRequest & { readonly stream: string },
): Promise<void> => {
  const { stream, from, direction } = request;
  const window = shownRecords(context.log, stream, context.nowMs());
  switch (window._tag) {
    case 'not-found':
      call.write(notFoundResponse(stream));
      call.end();
      return;
    case 'stream-deleted':
      call.emit('error', streamDeleted(stream));
      return;
    case 'records':
      await sendRecords(call, slice(window.records, { from, direction, by: 'revision' }), request);
  }
};
