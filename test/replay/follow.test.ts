import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import { orThrow } from '../../src/ledger/orThrow.ts';
import { follow } from '../../src/replay/follow.ts';
import { followSaved } from '../../src/replay/followSaved.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { memoryStates } from '../../src/store/memoryStates.ts';
import type { EventStore } from '../../src/store/port.ts';
import type { StoreError } from '../../src/store/storeError.ts';
import { A, B, note, numbered, words } from '../../src/testing/contractNotes.ts';
import { flakyStates, flakyStore, SOON, unavailable } from './flaky.ts';

describe('follow', () => {
  it('goes on where it was when the store was not available, and tells of each wait', async () => {
    const store = memoryStore();
    await orThrow(store.append(A, numbered(A, 5), 'any'));
    const controller = new AbortController();
    const seen: unknown[] = [];
    const waits: [StoreError, number][] = [];
    const ended = await follow(
      flakyStore(store),
      { limit: 2 },
      async (events) => {
        seen.push(...words(events));
        if (seen.length === 5) await orThrow(store.append(B, numbered(B, 1, 5), 'any'));
        if (seen.length === 6) controller.abort();
      },
      {
        signal: controller.signal,
        retry: {
          ...SOON,
          onRetry: (error, waitMs) => {
            waits.push([error, waitMs]);
          },
        },
      },
    )();
    expect(ended).toEqual(E.right('0000000000000005'));
    expect(seen).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(waits.length).toBeGreaterThan(3);
    expect(waits.every(([error, ms]) => error === unavailable && ms > 0 && ms <= 2)).toBe(true);
  });

  it('ends with another error, and with what a handler throws, naming what was handled', async () => {
    const store = memoryStore();
    await orThrow(store.append(A, numbered(A, 3), 'any'));
    const damaged: StoreError = { _tag: 'Corrupt', place: 'row 1', message: 'no JSON' };
    const broken: EventStore = { ...store, readAll: () => async () => E.left(damaged) };
    expect(await follow(broken, {}, () => {})()).toEqual(E.left(damaged));
    const cause = new Error('no room');
    const handler = ([event]: Parameters<Parameters<typeof follow>[2]>[0]): void => {
      if (event?.revision === 2) throw cause;
    };
    const position = '0000000000000001';
    expect(await follow(store, { limit: 1 }, handler)()).toEqual(
      E.left({ _tag: 'HandlerFault', position, message: 'no room', cause }),
    );
    await expect(orThrow(follow(store, { limit: 1 }, handler))).rejects.toThrow(
      /^HandlerFault: no room$/,
    );
    const onCaughtUp = (): void => {
      throw cause;
    };
    expect(await follow(store, {}, () => {}, { onCaughtUp })()).toMatchObject({
      left: { _tag: 'HandlerFault', position: '0000000000000002' },
    });
  });

  it('hands over the next events when the handler has settled, not before', async () => {
    const store = memoryStore();
    await orThrow(store.append(A, numbered(A, 4), 'any'));
    const controller = new AbortController();
    let running = 0;
    let most = 0;
    await follow(
      store,
      { limit: 1 },
      async (events) => {
        running += 1;
        most = Math.max(most, running);
        await orThrow(store.readAll({}));
        running -= 1;
        if (words(events)[0] === '3') controller.abort();
      },
      { signal: controller.signal },
    )();
    expect([most, running]).toEqual([1, 0]);
  });

  it('ends at once by its signal while it waits, and leaves no listener', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const down: EventStore = { ...memoryStore(), readAll: () => async () => E.left(unavailable) };
    const caughtUp = new Promise<void>((resolve) => {
      void follow(memoryStore(), {}, () => {}, { signal, onCaughtUp: () => resolve() })();
    });
    const waiting = new Promise<void>((resolve) => {
      const retry = { firstMs: 1e9, onRetry: () => resolve() };
      void follow(down, {}, () => {}, { signal, retry })();
    });
    await Promise.all([caughtUp, waiting]);
    const ended = [
      follow(memoryStore(), { from: '0000000000000007' }, () => {}, { signal })(),
      follow(down, {}, () => {}, { signal })(),
    ];
    controller.abort();
    expect(await Promise.all(ended)).toEqual([E.right('0000000000000007'), E.right(null)]);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('does not begin when its signal is aborted', async () => {
    const options = { signal: AbortSignal.abort() };
    expect(await follow(memoryStore(), {}, () => {}, options)()).toEqual(E.right(null));
    const query = { states: memoryStates(), name: 'count', version: 1 };
    const saved = followSaved(memoryStore(), query, () => new Map(), options);
    expect(await saved()).toEqual(E.right(null));
  });
});

describe('followSaved', () => {
  it('counts each event once, though every second call of both stores fails', async () => {
    const store = memoryStore();
    const states = memoryStates();
    const of = { name: 'count', version: 1 };
    const mixed = numbered(A, 20).map((event, index) =>
      index % 3 === 0 ? event : { ...note(A, event.eventId, 'acme.Other') },
    );
    await orThrow(store.append(A, mixed, 'any'));
    const controller = new AbortController();
    let count = 0;
    const ended = await followSaved(
      flakyStore(store),
      { ...of, states: flakyStates(states), limit: 2, types: ['NoteAdded'] },
      (events) => {
        count += events.length;
        return new Map([['count', count]]);
      },
      {
        signal: controller.signal,
        retry: SOON,
        onCaughtUp: () => {
          controller.abort();
        },
      },
    )();
    expect(E.isRight(ended)).toBe(true);
    expect(await orThrow(states.load(of, 'count'))).toBe(7);
    expect(await orThrow(states.checkpoint({ ...of, version: 2 }))).toBeNull();
  });

  it('ends where something else saves under its name', async () => {
    const store = memoryStore();
    const states = memoryStates();
    const of = { name: 'count', version: 1 };
    await orThrow(store.append(A, numbered(A, 2), 'any'));
    const handler = async (): Promise<ReadonlyMap<string, number>> => {
      await orThrow(states.save({ ...of, from: null, to: 'elsewhere', states: new Map() }));
      return new Map([['count', 2]]);
    };
    expect(await followSaved(store, { ...of, states }, handler)()).toMatchObject({
      left: { _tag: 'InvalidRequest' },
    });
    expect(await orThrow(states.load(of, 'count'))).toBeNull();
  });
});
