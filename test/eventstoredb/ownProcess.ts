import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Order } from './serve.ts';

/** How a loopback server in its own process is started. */
export interface OwnProcessOptions {
  /** File that the log is kept in, so that the server can be killed and come back with it. */
  readonly logFile?: string;
  /** The port to listen on; a free one when absent. */
  readonly port?: number;
  /** Whether appends over one shared call are offered; they are when absent. */
  readonly batchAppend?: boolean;
}

/** A loopback server for tests in a process of its own. */
export interface OwnProcess {
  readonly url: string;
  readonly port: number;
  /** Gives an order. @returns when it was obeyed. */
  readonly order: (order: Order) => Promise<void>;
  /** Sends a signal: `SIGSTOP` and `SIGCONT` make a black hole and end it. */
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Kills the process with no warning. @returns when it is gone. */
  readonly kill: () => Promise<void>;
}

const TYPESCRIPT = new URL('../../scripts/typescript.js', import.meta.url).href;
const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url));

/** Starts a loopback server for tests in a process of its own. */
export const startOwnProcess = async (options: OwnProcessOptions = {}): Promise<OwnProcess> => {
  const child = spawn(
    process.execPath,
    [
      '--import',
      TYPESCRIPT,
      SERVE,
      ...(options.logFile === undefined ? [] : ['--log', options.logFile]),
      ...(options.port === undefined ? [] : ['--port', String(options.port)]),
      ...(options.batchAppend === false ? ['--single-appends'] : []),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const exited = once(child, 'exit');
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<unknown> => {
    const line = await answers.next();
    if (line.done === true) throw new Error('the server process ended before it answered');
    return JSON.parse(line.value);
  };
  const { url } = (await answer()) as { readonly url: string };
  return {
    url,
    port: Number(new URL(url.replace('esdb:', 'http:')).port),
    order: async (order) => {
      child.stdin.write(`${JSON.stringify(order)}\n`);
      await answer();
    },
    signal: (signal) => {
      child.kill(signal);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
};
