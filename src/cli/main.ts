#!/usr/bin/env node
import { createReadStream, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { systemClock } from '../index.ts';
import { openStore } from './openStore.ts';
import { run } from './run.ts';

const { stdin, stdout, stderr, env } = process;

stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // A reader that stops early, such as `head`, is no failure of ours.
  if (code === 'EPIPE') process.exit(0);
  stderr.write(`incident-ledger: standard output: ${message}\n`);
  process.exit(3);
});

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopping.abort();
  });
}

/** Standard input, let go of when the user asks to stop: what it waits for may never come. */
const input = (): typeof stdin => {
  const letGo = (): void => {
    stdin.destroy(new Error('stopped'));
  };
  stopping.signal.addEventListener('abort', letGo, { once: true });
  return stdin;
};

/** Whether there is something at a path that is no file: a pipe, such as a shell makes of `<(…)`, or a device. */
const isPipe = (path: string): boolean => {
  try {
    return !statSync(path).isFile();
  } catch {
    // Why it cannot be read is said when it is.
    return false;
  }
};

process.exitCode = await run(process.argv.slice(2), {
  read: (path) => (path === '-' ? buffer(input()) : readFile(path)),
  pieces: (path) => (path === '-' ? input() : createReadStream(path, { highWaterMark: 1 << 20 })),
  isOnce: (path) => path === '-' || isPipe(path),
  out: (text) =>
    new Promise((settle) => {
      if (stdout.write(text)) settle();
      else stdout.once('drain', settle);
    }),
  say: (line) => {
    stderr.write(`incident-ledger: ${line}\n`);
  },
  open: openStore,
  progress: (text) => {
    if (stderr.isTTY) stderr.write(`\r\u001B[K${text}`);
  },
  now: systemClock,
  signal: stopping.signal,
  columns: stdout.isTTY ? stdout.columns : null,
  colour: stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
});
