import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What to write, and with what. */
export interface WriterSetting {
  readonly driver: string;
  readonly path: string;
  readonly name: string;
  /** Events an append. */
  readonly size: number;
}

/** A process that appends to a ledger until it is killed. */
export interface Writer {
  readonly name: string;
  /** Revision of the last event that it had an acknowledgement for; -1 before the first. */
  readonly acknowledged: () => number;
  /** The longest that an append took, in milliseconds. */
  readonly longestMs: () => number;
  /** Settles when that revision is acknowledged; rejects when the process ends before. */
  readonly reached: (revision: number) => Promise<void>;
  /** Kills it with SIGKILL, and settles when it is gone and all that it said is read. */
  readonly kill: () => Promise<void>;
}

const gone = async (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });

/** The arguments of Node for a writer. */
export const writerArguments = ({ driver, path, name, size }: WriterSetting): string[] => [
  '--disable-warning=ExperimentalWarning',
  '--import',
  here('../../../scripts/typescript.js'),
  here('./writer.ts'),
  driver,
  path,
  name,
  String(size),
];

/** Starts a writer. */
export const startWriter = (setting: WriterSetting): Writer => {
  const child = spawn(process.execPath, writerArguments(setting), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = gone(child);
  let acknowledged = -1;
  let longestMs = 0;
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [revision = '-1', ms = '0'] = line.split(' ');
    acknowledged = Number(revision);
    longestMs = Math.max(longestMs, Number(ms));
    for (const look of waiting) look();
  });
  return {
    name: setting.name,
    acknowledged: () => acknowledged,
    longestMs: () => longestMs,
    reached: async (revision) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (acknowledged < revision) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
        child.once('close', () => {
          reject(new Error(`${setting.name} ended at revision ${acknowledged}`));
        });
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
