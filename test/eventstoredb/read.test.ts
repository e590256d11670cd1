import { describe, expect, it } from '@jest/globals';
import type { AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client';
import { bench, rejection, someEvents } from './withServer.ts';

const revisions = async (read: AsyncIterable<ResolvedEvent>): Promise<readonly bigint[]> => {
  const found: bigint[] = [];
  for await (const { event } of read) if (event) found.push(event.revision);
  return found;
};

const types = async (
  read: AsyncIterable<AllStreamResolvedEvent>,
): Promise<readonly (string | undefined)[]> => {
  const found: (string | undefined)[] = [];
  for await (const { event } of read) found.push(event?.type);
  return found;
};

describe('reading a stream', () => {
  it.each([
    ['forwards', 'start', 10, [0n, 1n, 2n, 3n, 4n]],
    ['forwards', 'start', 2, [0n, 1n]],
    ['forwards', 3n, 10, [3n, 4n]],
    ['forwards', 9n, 10, []],
    ['forwards', 'end', 10, []],
    ['backwards', 'end', 2, [4n, 3n]],
    ['backwards', 3n, 10, [3n, 2n, 1n, 0n]],
    ['backwards', 9n, 2, [4n, 3n]],
    ['backwards', 'start', 10, [0n]],
  ] as const)('goes %s from %s, at most %i', async (direction, fromRevision, maxCount, found) => {
    const { client } = await bench();
    await client.appendToStream('s', someEvents(5));
    const read = client.readStream('s', { direction, fromRevision, maxCount });
    expect(await revisions(read)).toEqual(found);
  });

  it('says that a stream is not there', async () => {
    const { client } = await bench();
    const error = await rejection(revisions(client.readStream('none')));
    expect(error).toMatchObject({ type: 'stream-not-found', streamName: 'none' });
  });

  it('shows what the metadata of the stream lets be seen', async () => {
    const { client, server } = await bench();
    await client.appendToStream('s', someEvents(5));
    await client.setStreamMetadata('s', { maxCount: 2 });
    expect(await revisions(client.readStream('s'))).toEqual([3n, 4n]);
    await client.setStreamMetadata('s', { truncateBefore: 1 });
    expect(await revisions(client.readStream('s'))).toEqual([1n, 2n, 3n, 4n]);
    await client.setStreamMetadata('s', { maxAge: 60 });
    server.skewClock(120_000);
    expect(await revisions(client.readStream('s'))).toEqual([]);
    const { metadata } = await client.getStreamMetadata('s');
    expect(metadata).toEqual({ maxAge: 60 });
  });

  it('keeps to the pace of a client that stops reading', async () => {
    const { client, server } = await bench();
    await client.appendToStream('s', someEvents(3000));
    const read = client.readStream('s');
    let count = 0;
    for await (const _ of read) {
      count += 1;
      if (count === 10) break;
    }
    await read.cancel();
    await server.calls.idle('read');
    expect(server.calls.open('read')).toBe(0);
  });
});

describe('reading everything', () => {
  it('begins with what the system wrote, and orders by position', async () => {
    const { client } = await bench();
    await client.appendToStream('a', someEvents(1, 'One'));
    await client.appendToStream('b', someEvents(1, 'Two'));
    await client.appendToStream('a', someEvents(1, 'Three'));
    expect(await types(client.readAll())).toEqual(['$User', 'One', 'Two', 'Three']);
    const back = client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 2 });
    expect(await types(back)).toEqual(['Three', 'Two']);
  });

  it('includes the position that it begins at forwards, and not backwards', async () => {
    const { client } = await bench();
    await client.appendToStream('s', someEvents(1, 'One'));
    const { position } = await client.appendToStream('s', someEvents(1, 'Two'));
    await client.appendToStream('s', someEvents(1, 'Three'));
    if (!position) throw new Error('no position');
    expect(await types(client.readAll({ fromPosition: position }))).toEqual(['Two', 'Three']);
    const back = client.readAll({ direction: 'backwards', fromPosition: position, maxCount: 1 });
    expect(await types(back)).toEqual(['One']);
  });

  it('refuses a position that it never gave', async () => {
    const { client } = await bench();
    const { position } = await client.appendToStream('s', someEvents(1));
    const beside = {
      commit: (position?.commit ?? 0n) + 1n,
      prepare: (position?.prepare ?? 0n) + 1n,
    };
    const error = await rejection(types(client.readAll({ fromPosition: beside })));
    expect(error).toMatchObject({ type: 'unknown' });
  });
});
