import { once } from 'node:events';
import { describe, expect, it, jest } from '@jest/globals';
import { status } from '@grpc/grpc-js';
import { EventStoreDBClient } from '@eventstore/db-client';
import { APPENDS } from './server/faults.ts';
import { startServer } from './server/startServer.ts';
import {
  bench,
  clientFor,
  rejection,
  serverFor,
  someEvents,
  WAYS,
  type Bench,
} from './withServer.ts';

const readOne = async (client: Bench['client'], stream: string): Promise<void> => {
  for await (const _ of client.readStream(stream, { maxCount: 1 }));
};

/** A client that finds out that nobody is there sooner than after 20 seconds. */
const impatient = (server: { readonly url: string }): Bench['client'] => {
  const warn = jest.spyOn(console, 'warn').mockReturnValue();
  try {
    return clientFor(server, '&keepAliveInterval=100&keepAliveTimeout=100');
  } finally {
    warn.mockRestore();
  }
};

describe.each(WAYS)(
  'what the client shows of a fault (appends over $way)',
  ({ batchAppend, method }) => {
    it('Unavailable when it is refused, and succeeds after', async () => {
      const { client, server } = await bench({ batchAppend });
      await client.appendToStream('s', someEvents(1));
      server.faults.next(method, { _tag: 'refuse' });
      expect(await rejection(client.appendToStream('s', someEvents(1)))).toMatchObject({
        type: 'unavailable',
      });
      await expect(client.appendToStream('s', someEvents(1))).resolves.toMatchObject({
        nextExpectedRevision: 1n,
      });
    });

    it('a raw gRPC error when the server is down before the first append', async () => {
      const { client, server } = await bench({ batchAppend });
      await server.crash();
      const error = await rejection(client.appendToStream('s', someEvents(1)));
      expect(error).toMatchObject({ code: status.UNAVAILABLE });
      expect(error).not.toHaveProperty('type');
      expect(await rejection(readOne(client, 's'))).toMatchObject({ type: 'unavailable' });
      expect(await rejection(client.deleteStream('s'))).toMatchObject({ type: 'unavailable' });
    });

    it('success with the same ids after the reply was lost with the connection', async () => {
      const { client, server } = await bench({ batchAppend });
      await client.appendToStream('s', someEvents(1));
      server.faults.next(method, { _tag: 'lose-reply', connection: 'cut' });
      const events = someEvents(2);
      const error = await rejection(client.appendToStream('s', events, { expectedRevision: 0n }));
      expect(error).toMatchObject({ type: 'unavailable' });
      const end = server.log.end();
      const again = await client.appendToStream('s', events, { expectedRevision: 0n });
      expect(again.nextExpectedRevision).toBe(2n);
      expect(server.log.end()).toBe(end);
    });

    it('NotLeader once, then goes to the leader named', async () => {
      const { client, server } = await bench({ batchAppend });
      await client.appendToStream('s', someEvents(1));
      const leader = await serverFor({ batchAppend });
      server.faults.next(method, {
        _tag: 'not-leader',
        leader: { host: '127.0.0.1', port: leader.port },
      });
      const error = await rejection(client.appendToStream('s', someEvents(1)));
      expect(error).toMatchObject({
        type: 'not-leader',
        leader: { address: '127.0.0.1', port: leader.port },
      });
      await client.appendToStream('s', someEvents(1));
      expect(leader.calls.seen(method)).toBe(1);
    });

    it('Unknown for an error that came with a later server', async () => {
      const { client, server } = await bench({ batchAppend });
      server.faults.next(method, { _tag: 'strange' });
      expect(await rejection(client.appendToStream('s', someEvents(1)))).toMatchObject({
        type: 'unknown',
      });
    });

    it('a failed append with a status of its own', async () => {
      const { client, server } = await bench({ batchAppend });
      await client.appendToStream('s', someEvents(1));
      server.faults.next(method, { _tag: 'status', code: status.UNAUTHENTICATED, details: 'no' });
      expect(await rejection(client.appendToStream('s', someEvents(1)))).toMatchObject({
        type: 'access-denied',
      });
    });

    it('success when it comes late', async () => {
      const { client, server } = await bench({ batchAppend });
      const hold = server.faults.hold(method);
      const appended = client.appendToStream('s', someEvents(1));
      await hold.arrived;
      expect(server.log.ofStream('s')).toHaveLength(0);
      hold.release();
      await expect(appended).resolves.toMatchObject({ nextExpectedRevision: 0n });
    });

    it('nothing at all of what is not answered on the shared call, an end by its deadline else', async () => {
      const { client, server } = await bench({ batchAppend });
      await client.appendToStream('s', someEvents(1));
      server.faults.next(method, { _tag: 'lose-reply', connection: 'kept' });
      const outcome = rejection(client.appendToStream('s', someEvents(1), { deadline: 50 }));
      const next = batchAppend ? client.appendToStream('s', someEvents(1)) : outcome;
      const first = await Promise.race([outcome, next]);
      expect(first).toMatchObject(
        batchAppend ? { nextExpectedRevision: 2n } : { type: 'deadline-exceeded' },
      );
      server.cut();
      expect(await outcome).toMatchObject({
        type: batchAppend ? 'unavailable' : 'deadline-exceeded',
      });
    });

    it('fails for ever once the question of what the server can was not answered well', async () => {
      const { client, server, another } = await bench({ batchAppend });
      server.faults.next('features', {
        _tag: 'status',
        code: status.UNAUTHENTICATED,
        details: 'not yet',
      });
      const refused = { code: status.UNAUTHENTICATED };
      expect(await rejection(client.appendToStream('s', someEvents(1)))).toMatchObject(refused);
      expect(await rejection(client.appendToStream('s', someEvents(1)))).toMatchObject(refused);
      expect(server.calls.seen('features')).toBe(1);
      await expect(another().appendToStream('s', someEvents(1))).resolves.toBeDefined();
    });

    it('crashes, and comes back with its log on the same port', async () => {
      const { client, server } = await bench({ batchAppend });
      await client.appendToStream('s', someEvents(2));
      const hold = server.faults.hold(method);
      const failed = rejection(client.appendToStream('s', someEvents(1)));
      await hold.arrived;
      const crashed = server.crash();
      hold.release();
      await crashed;
      expect(await failed).toMatchObject({ type: 'unavailable' });
      expect(server.log.ofStream('s')).toHaveLength(2);
      await serverFor({ batchAppend, log: server.log, port: server.port });
      const again = await client.appendToStream('s', someEvents(1), { expectedRevision: 1n });
      expect(again.nextExpectedRevision).toBe(2n);
    });

    it('Unavailable by keepalive when connections become a black hole', async () => {
      const { server } = await bench({ batchAppend });
      const client = impatient(server);
      await client.appendToStream('s', someEvents(1));
      server.freeze();
      expect(await rejection(client.appendToStream('s', someEvents(1)))).toMatchObject({
        type: 'unavailable',
      });
      server.thaw();
      await expect(client.appendToStream('s', someEvents(1))).resolves.toBeDefined();
    });
  },
);

describe('what the client shows of a fault elsewhere', () => {
  it('a deadline that has passed when the server is ahead of it', async () => {
    const { client, server } = await bench();
    server.skewClock(20_000);
    expect(await rejection(client.appendToStream('s', someEvents(1)))).toMatchObject({
      type: 'deadline-exceeded',
    });
    server.skewClock(-20_000);
    await expect(client.appendToStream('s', someEvents(1))).resolves.toBeDefined();
  });

  it.each([
    ['cut', 'unavailable'],
    ['crash', 'unavailable'],
    ['stop', 'cancelled'],
  ] as const)('an error on a subscription: %s', async (end, type) => {
    const server = await startServer();
    const client = clientFor(server);
    const subscription = client.subscribeToAll().resume();
    await once(subscription, 'caughtUp');
    const failed = new Promise<unknown>((resolve) => {
      subscription.once('error', resolve);
    });
    const ended = server[end]();
    expect(await failed).toMatchObject({ type });
    await ended;
    if (end === 'cut') await server.stop();
  });

  it('Unavailable on reads, deletions and tombstones that are refused', async () => {
    const { client, server } = await bench();
    await client.appendToStream('s', someEvents(1));
    server.faults.always(['read', 'delete', 'tombstone'], { _tag: 'refuse' });
    const refused = { type: 'unavailable' };
    expect(await rejection(readOne(client, 's'))).toMatchObject(refused);
    expect(await rejection(client.deleteStream('s'))).toMatchObject(refused);
    expect(await rejection(client.tombstoneStream('s'))).toMatchObject(refused);
    server.faults.clear();
    await readOne(client, 's');
  });

  it('NotLeader on a deletion', async () => {
    const { client, server } = await bench();
    server.faults.next('delete', { _tag: 'not-leader', leader: { host: '127.0.0.1', port: 1 } });
    expect(await rejection(client.deleteStream('s'))).toMatchObject({ type: 'not-leader' });
  });

  it('an append of one client fails with the stream of another', async () => {
    const { client, server } = await bench();
    const other = await bench();
    await client.appendToStream('s', someEvents(1));
    await other.client.appendToStream('s', someEvents(1));
    const hold = server.faults.hold(APPENDS);
    const innocent = rejection(client.appendToStream('s', someEvents(1)));
    await hold.arrived;
    other.server.cut();
    expect(await innocent).toMatchObject({ type: 'unavailable' });
    expect(server.connections()).toBe(1);
  });

  it('a cluster is found by its gossip', async () => {
    const server = await serverFor();
    const url = `esdb+discover://127.0.0.1:${server.port}?tls=false`;
    const client = EventStoreDBClient.connectionString(url);
    await client.appendToStream('s', someEvents(1));
    expect(server.calls.seen('gossip')).toBe(1);
    await client.dispose();
  });
});

describe('a read that is broken off', () => {
  it('leaves its call open until it is cancelled', async () => {
    const { client, server } = await bench();
    await client.appendToStream('s', someEvents(1000));
    const read = client.readStream('s');
    for await (const _ of read) break;
    expect(server.calls.open('read')).toBe(1);
    await read.cancel();
    await server.calls.idle('read');
  });
});
