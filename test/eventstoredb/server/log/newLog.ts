import { createLog, type Log } from './log.ts';

/** A new log is not empty: a real one holds events of the system before anyone has written. */
export const newLog = (nowMs: number): Log => {
  const log = createLog();
  log.write({
    stream: '$users',
    events: [
      {
        id: '5fd5a1d2-3c43-4f0c-8f0c-1d2d8cf7a9d1',
        type: '$User',
        contentType: 'application/octet-stream',
        data: Buffer.from('admin'),
        metadata: new Uint8Array(),
      },
    ],
    createdMs: nowMs,
  });
  return log;
};
