import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createLog, type Log } from './log.ts';
import type { LogRecord } from './record.ts';

interface Line extends Omit<LogRecord, 'revision' | 'position' | 'data' | 'metadata'> {
  readonly revision: string;
  readonly position: string;
  readonly data: string;
  readonly metadata: string;
}

const toLine = (record: LogRecord): Line => ({
  ...record,
  revision: record.revision.toString(),
  position: record.position.toString(),
  data: Buffer.from(record.data).toString('base64'),
  metadata: Buffer.from(record.metadata).toString('base64'),
});

const fromLine = (line: Line): LogRecord => ({
  ...line,
  revision: BigInt(line.revision),
  position: BigInt(line.position),
  data: Buffer.from(line.data, 'base64'),
  metadata: Buffer.from(line.metadata, 'base64'),
});

/** One write is one line, so that a process killed in the middle of one leaves a line that does not count. */
const read = (path: string): readonly LogRecord[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .flatMap((text) => (JSON.parse(text) as readonly Line[]).map(fromLine));

/**
 * Opens a log that is kept in a file, so that a server process can be killed and come back with it.
 *
 * @remarks
 * A write is in the file before anyone is told that it was done. It is not synced: what it survives is the
 * end of the process, not of the machine.
 *
 * @returns The log, and what closes its file.
 */
export const openLogFile = (path: string): { readonly log: Log; readonly close: () => void } => {
  const log = createLog(existsSync(path) ? read(path) : []);
  const file = openSync(path, 'a');
  log.onWrite((written) => {
    writeSync(file, `${JSON.stringify(written.map(toLine))}\n`);
  });
  return {
    log,
    close: () => {
      closeSync(file);
    },
  };
};
