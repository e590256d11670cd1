import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { jsonEvent, type AppendExpectedRevision } from '@eventstore/db-client';
import { bench, rejection, someEvents, WAYS } from './withServer.ts';

describe.each(WAYS)('appending over $way', ({ batchAppend, method }) => {
  it('takes the way that the server offers', async () => {
    const { client, server } = await bench({ batchAppend });
    await client.appendToStream('s', someEvents(1));
    expect(server.calls.seen(method)).toBe(1);
    expect(server.calls.seen(batchAppend ? 'append' : 'batchAppend')).toBe(0);
  });

  it('gives the last revision and the position of the last event', async () => {
    const { client, server } = await bench({ batchAppend });
    const result = await client.appendToStream('s', someEvents(3), {
      expectedRevision: 'no_stream',
    });
    const position = server.log.records.at(-1)?.position ?? -1n;
    expect(result).toEqual({
      success: true,
      nextExpectedRevision: 2n,
      position: { commit: position, prepare: position },
    });
  });

  it.each<[AppendExpectedRevision, number]>([
    ['any', 0],
    ['any', 2],
    ['no_stream', 0],
    ['stream_exists', 2],
    [1n, 2],
  ])('takes an append that expects %s after %i events', async (expectedRevision, before) => {
    const { client } = await bench({ batchAppend });
    if (before > 0) await client.appendToStream('s', someEvents(before));
    const result = await client.appendToStream('s', someEvents(1), { expectedRevision });
    expect(result.nextExpectedRevision).toBe(BigInt(before));
  });

  it.each<[AppendExpectedRevision, number, bigint | 'no_stream']>([
    ['no_stream', 2, 1n],
    ['stream_exists', 0, 'no_stream'],
    [0n, 0, 'no_stream'],
    [0n, 2, 1n],
    [5n, 2, 1n],
  ])('refuses one that expects %s after %i events', async (expectedRevision, before, actual) => {
    const { client, server } = await bench({ batchAppend });
    if (before > 0) await client.appendToStream('s', someEvents(before));
    const end = server.log.end();
    const error = await rejection(client.appendToStream('s', someEvents(1), { expectedRevision }));
    expect(error).toMatchObject({
      type: 'wrong-expected-version',
      streamName: 's',
      expectedVersion: expectedRevision,
      actualVersion: actual,
    });
    expect(server.log.end()).toBe(end);
  });

  it.each<[AppendExpectedRevision]>([['any'], [0n]])(
    'gives the first result to the same events again (%s)',
    async (expectedRevision) => {
      const { client, server } = await bench({ batchAppend });
      await client.appendToStream('s', someEvents(1));
      const events = someEvents(2);
      const first = await client.appendToStream('s', events, { expectedRevision });
      await client.appendToStream('s', someEvents(1));
      const end = server.log.end();
      expect(await client.appendToStream('s', events, { expectedRevision })).toEqual(first);
      expect(server.log.end()).toBe(end);
    },
  );

  it('gives the first result to the same ids with other data', async () => {
    const { client, server } = await bench({ batchAppend });
    const id = randomUUID();
    const written = jsonEvent({ id, type: 'A', data: { first: true } });
    const other = jsonEvent({ id, type: 'A', data: { first: false } });
    const first = await client.appendToStream('s', written, { expectedRevision: 'no_stream' });
    const second = await client.appendToStream('s', other, { expectedRevision: 'no_stream' });
    expect(second).toEqual(first);
    expect(Buffer.from(server.log.records.at(-1)?.data ?? []).toString()).toBe('{"first":true}');
  });

  it.each<[AppendExpectedRevision]>([['any'], ['no_stream']])(
    'refuses events of which only a part is there (%s)',
    async (expectedRevision) => {
      const { client } = await bench({ batchAppend });
      const events = someEvents(2);
      await client.appendToStream('s', events);
      const error = await rejection(
        client.appendToStream('s', [...events, ...someEvents(1)], { expectedRevision }),
      );
      expect(error).toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n });
    },
  );

  it('writes the same ids again at a later place', async () => {
    const { client } = await bench({ batchAppend });
    const events = someEvents(1);
    await client.appendToStream('s', events, { expectedRevision: 'no_stream' });
    const again = await client.appendToStream('s', events, { expectedRevision: 0n });
    expect(again.nextExpectedRevision).toBe(1n);
  });

  it('forgets ids appended with any when it comes back', async () => {
    const { client, server, another } = await bench({ batchAppend });
    const events = someEvents(1);
    await client.appendToStream('s', events);
    server.log.forgetRecent();
    const again = await another().appendToStream('s', events);
    expect(again.nextExpectedRevision).toBe(1n);
  });

  it('takes an append at the limit of size, and none above it', async () => {
    const { client } = await bench({ batchAppend, maxAppendBytes: 1000 });
    const sized = (bytes: number) =>
      jsonEvent({ type: 'T', data: 'x'.repeat(bytes - '""'.length - 'T'.length * 2) });
    await expect(client.appendToStream('s', sized(1000))).resolves.toBeDefined();
    const error = await rejection(client.appendToStream('s', sized(1001)));
    expect(error).toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: 1000 });
  });

  it('takes 1 MiB and no more by itself, also in several messages', async () => {
    const { client } = await bench({ batchAppend });
    const event = (): ReturnType<typeof jsonEvent> =>
      jsonEvent({ type: 'T', data: 'x'.repeat(200_000) });
    const five = Array.from({ length: 5 }, event);
    const six = Array.from({ length: 6 }, event);
    const done = await client.appendToStream('s', five, { batchAppendSize: 300_000 });
    expect(done.nextExpectedRevision).toBe(4n);
    const error = await rejection(client.appendToStream('s', six, { batchAppendSize: 300_000 }));
    expect(error).toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 1_048_576,
    });
  });

  it('refuses an id that is no UUID', async () => {
    const { client } = await bench({ batchAppend });
    const event = jsonEvent({ id: 'e-1', type: 'T', data: {} });
    const error = await rejection(client.appendToStream('s', event));
    expect(error).toMatchObject({ type: 'unknown' });
  });

  it('keeps id, type, data, metadata and the time of the clock', async () => {
    const { client } = await bench({ batchAppend, clock: () => 1_734_429_060_123.9 });
    const id = randomUUID();
    const event = jsonEvent({ id, type: 'É', data: { a: '😀' }, metadata: { b: [1] } });
    await client.appendToStream('ü', event);
    const read = client.readStream('ü', { maxCount: 1 });
    for await (const { event: found } of read) {
      expect(found).toMatchObject({
        id,
        streamId: 'ü',
        revision: 0n,
        type: 'É',
        data: { a: '😀' },
        metadata: { b: [1] },
        created: new Date('2024-12-17T09:51:00.123Z'),
      });
    }
  });

  it('lets one of 20 writers win each revision', async () => {
    const { client } = await bench({ batchAppend });
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, async () =>
        client.appendToStream('s', someEvents(1), { expectedRevision: 'no_stream' }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
