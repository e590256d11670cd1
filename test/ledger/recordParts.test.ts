import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Claim, ClaimDocument } from '../../src/events/claim.ts';
import { createLedger } from '../../src/ledger/createLedger.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { orThrow } from '../../src/ledger/orThrow.ts';
import { incidentId } from '../../src/primitives/ids.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { EventStore } from '../../src/store/port.ts';
import { APPEND_LIMIT_BYTES, sizeBytes } from '../../src/store/size.ts';
import { at, now } from '../decide/by.ts';

const clock = () => now;
const page = { kind: 'ticket', name: 'example' } as const;

const note = (item: string, text: string): Claim => ({
  type: 'NoteAdded',
  data: { text: { en: text } },
  occurredAt: at('09:53'),
  source: page,
  item,
});

const documentOf = (id: string, claims: readonly Claim[]): ClaimDocument => ({
  sourceKey: `log/${id}`,
  incidentId: incidentId(id),
  importer: { name: 'log', version: '1' },
  complete: false,
  claims,
});

const recordAll = async (
  ledger: Ledger,
  documents: readonly ClaimDocument[],
): Promise<readonly [appended: number, known: number]> => {
  let [appended, known] = [0, 0];
  for (const document of documents) {
    const report = await orThrow(ledger.record(document));
    appended += report.appended.length;
    known += report.known.length;
  }
  return [appended, known];
};

/** The events of an incident, without where the store put them among those of others. */
const eventsOf = async (ledger: Ledger, id: string): Promise<readonly unknown[]> => {
  const { events } = await orThrow(ledger.history(incidentId(id)));
  return events.map(({ position: _, ...event }) => event);
};

const make = (store: EventStore = memoryStore({ clock })): Ledger => createLedger({ store, clock });

const IDS = ['A', 'B', 'C'];

describe('documents recorded in parts', () => {
  it('of several incidents in turn give the events of each recorded at once, and add nothing again', async () => {
    const row = fc.tuple(fc.constantFrom(...IDS), fc.string({ maxLength: 5 }));
    const rows = fc.array(row, { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 5 }), async (all, size) => {
        const claims = all.map(([id, text], index) => [id, note(`row ${index}`, text)] as const);
        const whole = IDS.map((id) => {
          const own = claims.filter(([of]) => of === id).map(([, claim]) => claim);
          return documentOf(id, own);
        });
        const parts = Array.from({ length: Math.ceil(claims.length / size) }, (_, index) =>
          claims.slice(index * size, (index + 1) * size),
        ).flatMap((some) =>
          IDS.flatMap((id) => {
            const own = some.filter(([of]) => of === id).map(([, claim]) => claim);
            return own.length > 0 ? [documentOf(id, own)] : [];
          }),
        );
        const [one, other] = [make(), make()];
        expect(await recordAll(one, whole)).toEqual([all.length, 0]);
        expect(await recordAll(other, parts)).toEqual([all.length, 0]);
        for (const id of IDS) expect(await eventsOf(other, id)).toEqual(await eventsOf(one, id));
        expect(await recordAll(other, whole)).toEqual([0, all.length]);
        expect(await recordAll(one, parts)).toEqual([0, all.length]);
      }),
      { numRuns: 60 },
    );
  });

  it('of any size are appended in parts that a store takes, as few as can be', async () => {
    const store = memoryStore({ clock });
    const appended: number[] = [];
    const ledger = make({
      ...store,
      append: (id, events, expected, options) => async () => {
        const done = await store.append(id, events, expected, options)();
        if (done._tag === 'Right') {
          appended.push(events.reduce((sum, event) => sum + sizeBytes(event), 0));
        }
        return done;
      },
    });
    for (const [id, count, units] of [
      ['few', 300, 5000],
      ['many', 1200, 1500],
    ] as const) {
      appended.length = 0;
      const claims = Array.from({ length: count }, (_, row) => note(`${row}`, 'é'.repeat(units)));
      const { events } = await orThrow(ledger.record(documentOf(id, claims)));
      expect(events.map(({ revision }) => revision)).toEqual(claims.map((_, index) => index));
      const total = appended.reduce((sum, bytes) => sum + bytes, 0);
      expect(Math.max(...appended)).toBeLessThanOrEqual(APPEND_LIMIT_BYTES);
      expect(appended).toHaveLength(Math.ceil(total / APPEND_LIMIT_BYTES));
    }
  });

  it('keep what no type knows for the check to refuse', async () => {
    const strange = { ...note('a', 'x'), colour: 'red' };
    Object.defineProperty(strange, '__proto__', { value: {}, enumerable: true });
    expect(await make().record(documentOf('A', [strange]))()).toMatchObject({
      left: { _tag: 'InvalidEvents', invalid: [{ index: 0, type: 'NoteAdded' }] },
    });
  });
});
