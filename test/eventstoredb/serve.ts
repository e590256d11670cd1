import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Fault, Method } from './server/faults.ts';
import { openLogFile } from './server/log/logFile.ts';
import { startServer } from './server/startServer.ts';

/** An order to a loopback server in its own process: one JSON text a line on its standard input. */
export type Order =
  | {
      readonly _tag: 'fault';
      readonly methods: readonly Method[];
      readonly fault: Exclude<Fault, { _tag: 'delay' }>;
      readonly times: number;
    }
  | {
      readonly _tag: 'delay';
      readonly methods: readonly Method[];
      readonly ms: number;
      readonly times: number;
    }
  | { readonly _tag: 'cut' | 'freeze' | 'thaw' | 'clear' | 'stop' }
  | { readonly _tag: 'skew-clock'; readonly ms: number };

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    log: { type: 'string' },
    'single-appends': { type: 'boolean', default: false },
  },
});
const kept = values.log === undefined ? undefined : openLogFile(values.log);
const server = await startServer({
  port: Number(values.port),
  batchAppend: !values['single-appends'],
  ...(kept && { log: kept.log }),
});

const elapsed = async (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const obey = async (order: Order): Promise<void> => {
  switch (order._tag) {
    case 'fault':
      server.faults.next(order.methods, order.fault, order.times);
      break;
    case 'delay':
      for (let count = 0; count < order.times; count += 1) {
        const hold = server.faults.hold(order.methods);
        void hold.arrived.then(() => elapsed(order.ms)).then(hold.release);
      }
      break;
    case 'clear':
      server.faults.clear();
      break;
    case 'skew-clock':
      server.skewClock(order.ms);
      break;
    case 'cut':
    case 'freeze':
    case 'thaw':
      server[order._tag]();
      break;
    case 'stop':
      await server.stop();
      kept?.close();
      lines.close();
  }
};

const lines = createInterface({ input: process.stdin });
process.stdout.write(`${JSON.stringify({ url: server.url })}\n`);
for await (const line of lines) {
  await obey(JSON.parse(line) as Order);
  process.stdout.write('{"done":true}\n');
}
