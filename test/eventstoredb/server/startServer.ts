import { Server, ServerCredentials } from '@grpc/grpc-js';
import { createCalls, type Calls } from './calls.ts';
import { createFaults, type Faults } from './faults.ts';
import type { Context } from './grpc/context.ts';
import { addServices } from './grpc/services.ts';
import { MAX_APPEND_BYTES } from './log/append.ts';
import type { Log } from './log/log.ts';
import { newLog } from './log/newLog.ts';
import { layWire } from './wire.ts';

/** What a loopback server can be started with. */
export interface ServerOptions {
  /** The log to serve: that of an earlier server, for one that comes back; else a new one. */
  readonly log?: Log;
  /** The port to listen on; a free one when absent. */
  readonly port?: number;
  /** Milliseconds since the epoch; the machine's clock when absent. */
  readonly clock?: () => number;
  /** Whether appends over one shared call are offered; the client uses them when they are. */
  readonly batchAppend?: boolean;
  /** The most that one append may hold; 1 MiB when absent, as servers up to 25.0 have it. */
  readonly maxAppendBytes?: number;
}

/** A loopback server for tests that is running. */
export interface LoopbackServer {
  /** Connection string for the client. */
  readonly url: string;
  readonly port: number;
  readonly log: Log;
  readonly faults: Faults;
  readonly calls: Calls;
  /** How many connections clients hold. */
  readonly connections: () => number;
  /** Resets all connections; the server goes on. */
  readonly cut: () => void;
  /** Accepts connections and lets no byte through, either way: a black hole. */
  readonly freeze: () => void;
  /** Lets everything through again, and what was held back first. */
  readonly thaw: () => void;
  /** Sets the server's clock ahead, or with less than zero back. */
  readonly skewClock: (ms: number) => void;
  /** Tells all live subscriptions that they fell behind, as the protocol has it and no server does yet. */
  readonly fallBehind: () => void;
  /** Ends at once, with all connections reset. @returns when the port is free; the log is there to come back with. */
  readonly crash: () => Promise<void>;
  /** Ends in good order: the client is told that its calls are cancelled. */
  readonly stop: () => Promise<void>;
}

/** The real server takes events of 16 MiB, and what comes with them. */
const MAX_MESSAGE_BYTES = 17_825_792;

const bind = async (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });

/**
 * Starts a loopback server for tests: it speaks the EventStoreDB protocol to the real client, keeps its log
 * in memory, and can be made to fail in the ways that a cluster fails.
 *
 * @remarks
 * It does what tests of a client need: streams, the log of everything, subscriptions, deletion, gossip of
 * one node. It has no persistent subscriptions, projections, users, links or scavenges.
 */
export const startServer = async (options: ServerOptions = {}): Promise<LoopbackServer> => {
  const { port = 0, clock = Date.now, batchAppend = true } = options;
  let skewMs = 0;
  let alive = true;
  const nowMs = (): number => clock() + skewMs;
  const log = options.log ?? newLog(nowMs());
  log.forgetRecent();
  const faults = createFaults();
  const calls = createCalls();
  const onFallBehind = new Set<() => void>();

  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    'grpc.max_send_message_length': -1,
  });
  const wire = await layWire(port, await bind(server));
  const context: Context = {
    log,
    faults,
    calls,
    batchAppend,
    nowMs,
    maxAppendBytes: options.maxAppendBytes ?? MAX_APPEND_BYTES,
    port: () => wire.port,
    alive: () => alive,
    cut: wire.cut,
    onFallBehind: (listener) => {
      onFallBehind.add(listener);
      return () => {
        onFallBehind.delete(listener);
      };
    },
  };
  addServices(server, context);

  return {
    url: `esdb://127.0.0.1:${wire.port}?tls=false`,
    port: wire.port,
    log,
    faults,
    calls,
    connections: wire.connections,
    cut: wire.cut,
    freeze: wire.freeze,
    thaw: wire.thaw,
    skewClock: (ms) => {
      skewMs = ms;
    },
    fallBehind: () => {
      for (const listener of onFallBehind) listener();
    },
    crash: async () => {
      alive = false;
      const closed = wire.close();
      server.forceShutdown();
      await closed;
    },
    stop: async () => {
      wire.thaw();
      calls.endAll();
      await calls.idle();
      await new Promise<void>((resolve) => {
        server.tryShutdown(() => {
          resolve();
        });
        alive = false;
      });
      await wire.close();
    },
  };
};
