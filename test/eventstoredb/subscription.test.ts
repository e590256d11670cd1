import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import {
  eventTypeFilter,
  excludeSystemEvents,
  streamNameFilter,
  type Position,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { bench, someEvents } from './withServer.ts';

interface Source {
  on: ((event: 'data', listener: (resolved: ResolvedEvent) => void) => unknown) &
    ((event: 'caughtUp' | 'fellBehind', listener: () => void) => unknown);
}

/** Writes down what a subscription gives, and waits until there is enough of it. */
const diary = (
  source: Source,
): { readonly lines: string[]; readonly until: (count: number) => Promise<readonly string[]> } => {
  const lines: string[] = [];
  const news = new EventTarget();
  const write = (line: string): void => {
    lines.push(line);
    news.dispatchEvent(new Event('line'));
  };
  source.on('data', ({ event }) => {
    write(`${event?.streamId}@${event?.revision}`);
  });
  source.on('caughtUp', () => {
    write('caught up');
  });
  source.on('fellBehind', () => {
    write('fell behind');
  });
  return {
    lines,
    until: async (count) => {
      while (lines.length < count) await once(news, 'line');
      return lines;
    },
  };
};

describe('a subscription to a stream', () => {
  it('catches up, says so, and goes live', async () => {
    const { client, server } = await bench();
    await client.appendToStream('s', someEvents(2));
    const subscription = client.subscribeToStream('s');
    const { until } = diary(subscription);
    await until(3);
    await client.appendToStream('other', someEvents(1));
    await client.appendToStream('s', someEvents(1));
    expect(await until(4)).toEqual(['s@0', 's@1', 'caught up', 's@2']);
    await subscription.unsubscribe();
    await server.calls.idle('read');
  });

  it('begins after the revision it is given', async () => {
    const { client } = await bench();
    await client.appendToStream('s', someEvents(3));
    const subscription = client.subscribeToStream('s', { fromRevision: 1n });
    expect(await diary(subscription).until(2)).toEqual(['s@2', 'caught up']);
  });

  it('waits for a stream that is not there yet', async () => {
    const { client } = await bench();
    const subscription = client.subscribeToStream('s');
    const { until } = diary(subscription);
    await until(1);
    await client.appendToStream('s', someEvents(1));
    expect(await until(2)).toEqual(['caught up', 's@0']);
  });

  it('gives only what comes when it begins at the end', async () => {
    const { client } = await bench();
    await client.appendToStream('s', someEvents(2));
    const subscription = client.subscribeToStream('s', { fromRevision: 'end' });
    const { until } = diary(subscription);
    await until(1);
    await client.appendToStream('s', someEvents(1));
    expect(await until(2)).toEqual(['caught up', 's@2']);
  });

  it('loses and repeats nothing of what is written while it catches up', async () => {
    const { client } = await bench();
    await client.appendToStream('s', someEvents(500));
    const subscription = client.subscribeToStream('s');
    const { until, lines } = diary(subscription);
    for (let count = 0; count < 20; count += 1) await client.appendToStream('s', someEvents(10));
    await until(701);
    expect(lines.filter((line) => line !== 'caught up')).toEqual(
      Array.from({ length: 700 }, (_, revision) => `s@${revision}`),
    );
  });

  it('says that it fell behind, and that it caught up again', async () => {
    const { client, server } = await bench();
    const subscription = client.subscribeToStream('s');
    const { until } = diary(subscription);
    await until(1);
    server.fallBehind();
    expect(await until(3)).toEqual(['caught up', 'fell behind', 'caught up']);
  });

  it('is ended on the server when the client unsubscribes', async () => {
    const { client, server } = await bench();
    const subscription = client.subscribeToStream('s').resume();
    await once(subscription, 'caughtUp');
    expect(server.calls.open('read')).toBe(1);
    await subscription.unsubscribe();
    await server.calls.idle('read');
    expect(server.calls.open('read')).toBe(0);
  });
});

describe('a subscription to everything', () => {
  it('begins after the position it is given', async () => {
    const { client } = await bench();
    const { position } = await client.appendToStream('a', someEvents(1));
    await client.appendToStream('b', someEvents(1));
    if (!position) throw new Error('no position');
    const subscription = client.subscribeToAll({ fromPosition: position });
    expect(await diary(subscription).until(2)).toEqual(['b@0', 'caught up']);
  });

  it.each([
    ['prefixes of streams', streamNameFilter({ prefixes: ['a-', 'c-'] }), ['a-1@0', 'c-1@0']],
    ['an expression on streams', streamNameFilter({ regex: '^b-' }), ['b-1@0']],
    ['prefixes of types', eventTypeFilter({ prefixes: ['Wr'] }), ['c-1@0']],
    ['no system events', excludeSystemEvents(), ['a-1@0', 'b-1@0', 'c-1@0']],
  ])('gives what passes a filter: %s', async (_, filter, expected) => {
    const { client } = await bench();
    await client.appendToStream('a-1', someEvents(1, 'Read'));
    await client.appendToStream('b-1', someEvents(1, 'Read'));
    await client.appendToStream('c-1', someEvents(1, 'Written'));
    const subscription = client.subscribeToAll({ filter });
    const lines = await diary(subscription).until(expected.length + 1);
    expect(lines).toEqual([...expected, 'caught up']);
  });

  it('tells how far a filter has looked, and can go on from there', async () => {
    const { client } = await bench();
    await client.appendToStream('quiet', someEvents(100));
    const checkpoints: Position[] = [];
    const filter = streamNameFilter({
      prefixes: ['loud'],
      maxSearchWindow: 10,
      checkpointInterval: 2,
      checkpointReached: (__, position) => {
        checkpoints.push(position);
      },
    });
    const subscription = client.subscribeToAll({ filter });
    await once(subscription.resume(), 'caughtUp');
    expect(checkpoints).toHaveLength(6);
    await subscription.unsubscribe();

    const last = checkpoints.at(-1);
    if (!last) throw new Error('no checkpoint');
    const rest = client.subscribeToAll({ fromPosition: last });
    const { until } = diary(rest);
    await until(1);
    await client.appendToStream('loud', someEvents(1));
    expect(await until(2)).toEqual(['caught up', 'loud@0']);
  });
});
