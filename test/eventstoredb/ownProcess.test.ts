import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { clientFailure } from '../../src/store/eventstoredb/clientFailure.ts';
import { startOwnProcess, type OwnProcess } from './ownProcess.ts';
import { clientFor, rejection, someEvents } from './withServer.ts';

let folder = '';
let running: OwnProcess[] = [];

const started = async (port?: number): Promise<OwnProcess> => {
  const server = await startOwnProcess({
    logFile: join(folder, 'log.jsonl'),
    ...(port !== undefined && { port }),
  });
  running.push(server);
  return server;
};

/** Asks again as long as the client only learns that the connection it had is gone. */
const untilHeard = async <A>(ask: () => Promise<A>): Promise<A> => {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (clientFailure(error)._tag !== 'Passing') throw error;
    }
  }
};

/** Processes are started in these tests, which takes its time on a busy machine. */
const LONGEST_MS = 120_000;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loopback-'));
});

afterEach(async () => {
  await Promise.all(running.map(async ({ kill }) => kill()));
  running = [];
  rmSync(folder, { recursive: true });
});

describe('a loopback server in its own process', () => {
  it(
    'is killed, and comes back with its log on the same port',
    async () => {
      const server = await started();
      const client = clientFor(server);
      await client.appendToStream('s', someEvents(2), { expectedRevision: 'no_stream' });
      await server.kill();
      // Which error it is depends on whether the client has heard of the end by then.
      const failure = clientFailure(await rejection(client.appendToStream('s', someEvents(1))));
      expect(failure).toMatchObject({ _tag: 'Passing' });
      await started(server.port);
      const events = someEvents(1);
      const again = await untilHeard(async () =>
        client.appendToStream('s', events, { expectedRevision: 1n }),
      );
      expect(again.nextExpectedRevision).toBe(2n);
    },
    LONGEST_MS,
  );

  it(
    'takes orders',
    async () => {
      const server = await started();
      const client = clientFor(server);
      await client.appendToStream('s', someEvents(1));
      const fault = { _tag: 'refuse' } as const;
      await server.order({ _tag: 'fault', methods: ['batchAppend'], fault, times: 1 });
      expect(await rejection(client.appendToStream('s', someEvents(1)))).toMatchObject({
        type: 'unavailable',
      });
      await server.order({ _tag: 'skew-clock', ms: 60_000 });
      expect(await rejection(client.appendToStream('s', someEvents(1)))).toMatchObject({
        type: 'deadline-exceeded',
      });
      await server.order({ _tag: 'stop' });
    },
    LONGEST_MS,
  );
});
