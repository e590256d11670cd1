#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { systemClock } from '../index.ts';
import { run } from './run.ts';

const { stdin, stdout, stderr, env } = process;

stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // A reader that stops early, such as `head`, is no failure of ours.
  if (code === 'EPIPE') process.exit(0);
  stderr.write(`incident-ledger: standard output: ${message}\n`);
  process.exit(3);
});

process.exitCode = await run(process.argv.slice(2), {
  read: (path) => (path === '-' ? buffer(stdin) : readFile(path)),
  out: (text) =>
    new Promise((settle) => {
      if (stdout.write(text)) settle();
      else stdout.once('drain', settle);
    }),
  say: (line) => {
    stderr.write(`incident-ledger: ${line}\n`);
  },
  now: systemClock,
  columns: stdout.isTTY ? stdout.columns : null,
  colour: stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
});
