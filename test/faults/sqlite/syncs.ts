import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { newFile } from '../../store/sqlite/drivers.ts';
import { writerArguments } from '../../store/sqlite/startWriter.ts';

const APPENDS = 200;

/** Shows that no append was acknowledged before it was synced: looks at the calls of a writer to the system. */
export const syncs = async (driver: string): Promise<string> => {
  const trace = newFile('trace.txt');
  const setting = { driver, path: newFile(), name: 'traced', size: 1 };
  const { error, status, stderr } = spawnSync('strace', [
    '-f',
    '-e',
    'trace=fsync,fdatasync,write',
    '-o',
    trace,
    process.execPath,
    ...writerArguments(setting),
    String(APPENDS),
  ]);
  if (error) return 'skipped: strace is not installed, so system calls cannot be counted';
  if (status !== 0) return `skipped: strace does not work here (${String(stderr).trim()})`;
  let syncsSince = 0;
  let acknowledged = 0;
  let synced = 0;
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    if (/ f(?:data)?sync\(\d+\)\s+= 0/.test(line)) {
      syncsSince += 1;
      synced += 1;
    }
    if (/ write\(1, "\d+ /.test(line)) {
      if (syncsSince === 0) throw new Error(`append ${acknowledged} was acknowledged, not synced`);
      acknowledged += 1;
      syncsSince = 0;
    }
  }
  if (acknowledged !== APPENDS) throw new Error(`${acknowledged} of ${APPENDS} appends were seen`);
  return `${APPENDS} appends acknowledged, ${synced} syncs, at least one before each acknowledgement`;
};
