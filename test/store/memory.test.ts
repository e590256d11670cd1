import { describe, expect, it } from '@jest/globals';
import { orThrow } from '../../src/ledger/orThrow.ts';
import { instant, instantOfMs, systemClock } from '../../src/primitives/instant.ts';
import { events } from '../../src/store/events.ts';
import { Failed } from '../../src/store/failed.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { memoryLog } from '../../src/store/memoryLog.ts';
import type { StoreError } from '../../src/store/storeError.ts';
import { showStoreError } from '../../src/store/storeError.ts';
import { A, notes } from '../../src/testing/contractNotes.ts';
import { storeContract } from '../../src/testing/storeContract.ts';

const contract = storeContract({
  make: async () => memoryStore(),
  makeTwo: async () => {
    const log = memoryLog();
    return [memoryStore({ log, prefix: 'one' }), memoryStore({ log, prefix: 'two' })];
  },
});

describe('the memory store keeps the contract: it', () => {
  it.each(contract.map(({ name, run }) => [name, run] as const))('%s', async (_, run) => {
    await run();
  });
});

describe('the memory store', () => {
  it('records by its clock, never going back', async () => {
    const times = [3, 1, 5].map((hour) => instantOfMs(Date.UTC(2024, 11, 17, hour)));
    const store = memoryStore({ clock: () => times.shift() ?? systemClock() });
    for (const text of ['a', 'b', 'c']) {
      await orThrow(store.append(A, notes(A, text), 'any'));
    }
    const { events: found } = await orThrow(store.read({ incidentId: A }));
    expect(found.map(({ recordedAt }) => recordedAt.slice(11, 13))).toEqual(['03', '03', '05']);
  });

  it('never records before what was restored into the stream', async () => {
    const store = memoryStore({ clock: () => instant('2024-12-17T10:00:00Z') });
    await orThrow(store.append(A, notes(A, 'a'), 'any'));
    const { events: found } = await orThrow(store.read({ incidentId: A }));
    const later = found.map((event) => ({ ...event, recordedAt: instant('2025-01-01T00:00:00Z') }));
    const copy = memoryStore({ clock: () => instant('2024-12-17T10:00:00Z') });
    await orThrow(copy.restore(A, later));
    await orThrow(copy.append(A, notes(A, 'b'), 0));
    const page = await orThrow(copy.read({ incidentId: A, after: 0 }));
    expect(page.events[0]?.recordedAt).toBe('2025-01-01T00:00:00.000Z');
  });

  it('freezes what it keeps', async () => {
    const store = memoryStore();
    await orThrow(store.append(A, notes(A, 'a'), 'any'));
    const { events: found } = await orThrow(store.read({ incidentId: A }));
    expect(Object.isFrozen(found[0]) && Object.isFrozen(found[0]?.data)).toBe(true);
  });
});

describe('events', () => {
  it('rejects with an error that carries what the store said', async () => {
    const iterate = async (): Promise<void> => {
      for await (const event of events(memoryStore(), { signal: AbortSignal.abort() })) {
        expect(event).toBeUndefined();
      }
    };
    await expect(iterate()).rejects.toBeInstanceOf(Failed);
    await expect(iterate()).rejects.toMatchObject({
      message: 'the work was ended by its signal',
      failure: { _tag: 'Aborted' },
    });
  });
});

describe('showStoreError', () => {
  it.each<[StoreError, string]>([
    [
      { _tag: 'Conflict', incidentId: A, expected: 'no_stream', actual: 3 },
      'incident INC-A: expected no stream, found a stream at revision 3',
    ],
    [{ _tag: 'TooLarge', bytes: 9, limitBytes: 8 }, 'an append of 9 bytes is larger than 8'],
    [
      { _tag: 'InvalidRequest', reason: 'there are no events' },
      'the store was asked for what it cannot do: there are no events',
    ],
    [{ _tag: 'Unavailable', message: 'refused' }, 'the store is not available: refused'],
    [{ _tag: 'Unusable', reason: 'read-only' }, 'the store cannot be used: read-only'],
    [{ _tag: 'Aborted' }, 'the work was ended by its signal'],
    [
      { _tag: 'Corrupt', place: 'row 3', message: 'no JSON' },
      'the store is damaged at row 3: no JSON',
    ],
  ])('%j', (error, sentence) => {
    expect(showStoreError(error)).toBe(sentence);
  });
});
