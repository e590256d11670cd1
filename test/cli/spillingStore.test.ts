import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { SpillingStore } from '../../src/cli/spillingStore.ts';
import { spillingStore } from '../../src/cli/spillingStore.ts';
import type { EventStore, UnstoredEvent } from '../../src/index.ts';
import {
  derivedEventId,
  events,
  incidentId,
  instant,
  logLine,
  memoryStore,
} from '../../src/index.ts';
import { cli } from './fakeIo.ts';

const now = instant('2025-01-01T00:00:00Z');

const eventOf = (id: string, number: number, text: string): UnstoredEvent => ({
  eventId: derivedEventId(id, String(number)),
  incidentId: incidentId(id),
  type: 'NoteAdded',
  version: 1,
  occurredAt: { earliest: now, latest: now },
  actor: { id: 'a', kind: 'service' },
  source: { kind: 'ticket' },
  data: { text: { en: text } },
});

const opened: SpillingStore[] = [];
const open = (most: number): SpillingStore => {
  const store = spillingStore(now, { mostEvents: most, folder: own });
  opened.push(store);
  return store;
};
afterEach(() => {
  for (const { remove } of opened.splice(0)) remove();
});

const own = mkdtempSync(join(tmpdir(), 'incident-ledger-test-'));
afterAll(() => rmSync(own, { recursive: true }));
const textOf = ({ log }: SpillingStore): string => Buffer.concat([...log()]).toString();

const step = fc.record({
  id: fc.constantFrom('A', 'B', 'C', 'D'),
  count: fc.integer({ min: 1, max: 4 }),
  text: fc.string({ unit: 'grapheme', maxLength: 20 }),
});

describe('a store that puts away what is too much for memory', () => {
  it('gives what one in memory gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.nat(6), async (steps, most) => {
        const [mine, model] = [open(most), memoryStore({ clock: () => now })];
        const ends = new Map<string, number>();
        for (const { id, count, text } of steps) {
          const end = ends.get(id) ?? 0;
          const added = Array.from({ length: count }, (_, index) => eventOf(id, end + index, text));
          const expected = end === 0 ? 'no_stream' : end - 1;
          for (const store of [mine.store, model]) {
            const done = await store.append(incidentId(id), added, expected)();
            expect(done).toMatchObject({ right: { lastRevision: end + count - 1 } });
          }
          ends.set(id, end + count);
          const late = await mine.store.append(
            incidentId(id),
            [eventOf(id, 99, '')],
            'no_stream',
          )();
          expect(late).toMatchObject({ left: { _tag: 'Conflict' } });
        }
        const logOf = async (store: EventStore): Promise<string> => {
          let log = '';
          for (const id of ends.keys()) {
            for await (const event of events(store, { incidentId: incidentId(id) })) {
              log += `${logLine(event)}\n`;
            }
          }
          return log;
        };
        const log = await logOf(model);
        expect(textOf(mine)).toBe(log);
        expect(await logOf(mine.store)).toBe(log);
        expect(textOf(mine)).toBe(log);
        mine.remove();
      }),
      { numRuns: 60 },
    );
  });

  it('reaches the disk only with more than it may hold, and leaves nothing there', async () => {
    const [few, nowhere] = [open(3), spillingStore(now, { mostEvents: 3, folder: `${own}/no` })];
    const append = async (id: string, { store }: SpillingStore): Promise<string> => {
      const added = [1, 2].map((each) => eventOf(id, each, 'x'.repeat(400_000)));
      const done = await store.append(incidentId(id), added, 'any')();
      return done._tag === 'Left' ? done.left._tag : 'appended';
    };
    expect(await append('A', nowhere)).toBe('appended');
    expect(await append('B', nowhere)).toBe('appended');
    expect(await append('C', nowhere)).toBe('Unavailable');
    for (const id of ['A', 'B', 'C']) expect(await append(id, few)).toBe('appended');
    few.remove();
    expect(readdirSync(own)).toEqual([]);
  });
});

describe('an import of more than is held', () => {
  const mapping = JSON.stringify({
    name: 'tickets',
    version: '1',
    incident: 'case',
    time: { columns: ['at'], formats: ['ISO'] },
    zone: 'UTC',
    rules: [],
  });
  // Incidents come again after many others, so that they are recorded in parts.
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, row) => {
      const at = new Date(Date.UTC(2024, 0, 1) + row * 1000).toISOString();
      return `T${row % 1500},${at},${row}\n`;
    }).join('');
  const argv = ['import', 'c', '--mapping', 'm'];

  it('writes what a ledger would be exported as, to the standard output', async () => {
    const files = { m: mapping, c: `case,at,what\n${rows(8500)}` };
    const ledgers = { l: memoryStore({ clock: () => now }) };
    const log = await cli(argv, { files });
    await cli([...argv, '--ledger', 'l'], { files, ledgers });
    const exported = await cli(['export', '--ledger', 'l'], { ledgers });
    expect(log.out.split('\n')).toHaveLength(8501);
    expect(log.out).toBe(exported.out);
  });

  it('says the same as a dry run', async () => {
    const files = { m: mapping, c: `case,at,what\n${rows(2100)}` };
    const ledgers = { l: memoryStore({ clock: () => now }) };
    const dry = await cli([...argv, '--dry-run'], { files });
    const recorded = await cli([...argv, '--ledger', 'l'], { files, ledgers });
    expect(dry.out).toBe(`dry run: nothing is written\n${recorded.out}`);
    const again = await cli([...argv, '--ledger', 'l', '--dry-run'], { files, ledgers });
    expect(again.out).toMatch(/total: 1500 documents: 0 appended, 2100 known\n$/);
  });
});
