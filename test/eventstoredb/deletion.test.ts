import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { bench, rejection, someEvents, WAYS, type Bench } from './withServer.ts';

const readRevisions = async (
  client: Bench['client'],
  stream: string,
): Promise<readonly bigint[]> => {
  const found: bigint[] = [];
  for await (const { event } of client.readStream(stream)) if (event) found.push(event.revision);
  return found;
};

describe.each(WAYS)('a stream that was deleted (appends over $way)', ({ batchAppend }) => {
  it('is not found, and goes on counting when it begins again', async () => {
    const { client } = await bench({ batchAppend });
    await client.appendToStream('s', someEvents(2));
    const { position } = await client.deleteStream('s', { expectedRevision: 1n });
    expect(position).toBeDefined();
    expect(await rejection(readRevisions(client, 's'))).toMatchObject({
      type: 'stream-not-found',
    });
    const again = await client.appendToStream('s', someEvents(1), {
      expectedRevision: 'no_stream',
    });
    expect(again.nextExpectedRevision).toBe(2n);
    expect(await readRevisions(client, 's')).toEqual([2n]);
  });

  it('does not exist for one who expects it to', async () => {
    const { client } = await bench({ batchAppend });
    await client.appendToStream('s', someEvents(2));
    await client.deleteStream('s');
    const error = await rejection(
      client.appendToStream('s', someEvents(1), { expectedRevision: 'stream_exists' }),
    );
    expect(error).toMatchObject({ type: 'wrong-expected-version' });
  });

  it('refuses everything for ever behind a tombstone', async () => {
    const { client } = await bench({ batchAppend });
    await client.appendToStream('s', someEvents(2));
    await client.tombstoneStream('s', { expectedRevision: 1n });
    const gone = { type: 'stream-deleted', streamName: 's' };
    expect(await rejection(client.appendToStream('s', someEvents(1)))).toMatchObject(gone);
    expect(await rejection(readRevisions(client, 's'))).toMatchObject(gone);
    expect(await rejection(client.deleteStream('s'))).toMatchObject(gone);
    expect(await rejection(client.tombstoneStream('s'))).toMatchObject(gone);
    const subscription = client.subscribeToStream('s').resume();
    const [error] = await once(subscription, 'error').catch((thrown: unknown) => [thrown]);
    expect(error).toMatchObject(gone);
  });

  it('ends a live subscription with its tombstone', async () => {
    const { client, server } = await bench({ batchAppend });
    const subscription = client.subscribeToStream('s').resume();
    await once(subscription, 'caughtUp');
    const failed = new Promise<unknown>((resolve) => {
      subscription.once('error', resolve);
    });
    await client.tombstoneStream('s');
    expect(await failed).toMatchObject({ type: 'stream-deleted' });
    await server.calls.idle('read');
  });
});

describe('a deletion', () => {
  it.each(['deleteStream', 'tombstoneStream'] as const)(
    'by %s says where the stream was instead',
    async (method) => {
      const { client } = await bench();
      await client.appendToStream('s', someEvents(2));
      expect(await rejection(client[method]('s', { expectedRevision: 0n }))).toMatchObject({
        type: 'wrong-expected-version',
        streamName: 's',
        expectedVersion: 0n,
        actualVersion: 1n,
      });
      expect(await rejection(client[method]('t', { expectedRevision: 0n }))).toMatchObject({
        type: 'wrong-expected-version',
        actualVersion: 'no_stream',
      });
    },
  );
});
