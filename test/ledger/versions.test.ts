import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { retract } from '../../src/decide/recordKeeping.ts';
import type { Claim, ClaimDocument } from '../../src/events/claim.ts';
import { createLedger } from '../../src/ledger/createLedger.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { orThrow } from '../../src/ledger/orThrow.ts';
import type { RecordReport } from '../../src/ledger/recordReport.ts';
import { derivedEventId, incidentId } from '../../src/primitives/ids.ts';
import type { Instant } from '../../src/primitives/instant.ts';
import { instant } from '../../src/primitives/instant.ts';
import { canonicalJson } from '../../src/primitives/json.ts';
import { exactly } from '../../src/primitives/moment.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { at, by } from '../decide/by.ts';

/** An item's words in a version, by item. */
type Words = Readonly<Record<string, string>>;

const now = instant('2026-01-01T00:00:00Z');
const clock = (): Instant => now;
const make = (): Ledger => createLedger({ store: memoryStore({ clock }), clock });
const id = incidentId('INC-1');
const time = (minute: number): Instant =>
  instant(`2024-12-17T10:${String(minute).padStart(2, '0')}:00Z`);

const versionAt = (
  minute: number | null,
  words: Words,
  more: Partial<ClaimDocument> = {},
): ClaimDocument => ({
  sourceKey: 'page/1',
  incidentId: id,
  importer: { name: 'versions', version: '1' },
  complete: true,
  ...(minute !== null && { statedAt: exactly(time(minute)) }),
  claims: Object.entries(words).map(([item, text]): Claim => ({
    type: 'NoteAdded',
    data: { text: { en: text } },
    occurredAt: at('09:53'),
    source: { kind: 'status-page', name: 'example' },
    item,
  })),
  ...more,
});

/** What the page said, as known at a minute, or in the end. */
const said = async (ledger: Ledger, minute?: number): Promise<Words> => {
  const look = minute === undefined ? {} : { knownAt: time(minute) };
  const { claims } = await orThrow(ledger.history(id, look));
  return Object.fromEntries(
    claims.flatMap((claim) =>
      claim.type === 'NoteAdded'
        ? [[claim.origin?.item ?? '', canonicalJson(claim.data.text).slice(7, -2)]]
        : [],
    ),
  );
};

const record = (ledger: Ledger, document: ClaimDocument): Promise<RecordReport> =>
  orThrow(ledger.record(document));

describe('recording versions of a document', () => {
  it('states what a version adds, changes, withdraws and brings back when it was seen', async () => {
    const ledger = make();
    await record(ledger, versionAt(1, { a: 'one', b: 'two' }));
    await record(ledger, versionAt(3, { a: 'other' }));
    const last = await record(ledger, versionAt(5, { a: 'other', b: 'two', c: 'new' }));
    expect(last).toMatchObject({ reinstated: [{}], appended: [{}], outdated: [] });
    for (const { statedAt } of last.events) expect(statedAt).toEqual(exactly(time(5)));
    expect(await said(ledger, 0)).toEqual({});
    expect(await said(ledger, 2)).toEqual({ a: 'one', b: 'two' });
    expect(await said(ledger, 4)).toEqual({ a: 'other' });
    expect(await said(ledger, 5)).toEqual({ a: 'other', b: 'two', c: 'new' });
  });

  it('leaves what it holds of a newer version when an older one comes after it, and says so', async () => {
    const ledger = make();
    await record(ledger, versionAt(1, { a: 'one', b: 'two' }));
    await record(ledger, versionAt(5, { a: 'five', b: 'two' }));
    const late = await record(ledger, versionAt(3, { a: 'three', b: 'two', gone: 'x' }));
    expect(late.events).toEqual([]);
    expect(late.known).toEqual([derivedEventId('page/1', 'b', 'NoteAdded', '0')]);
    expect(late.outdated).toHaveLength(2);
    expect(await said(ledger)).toEqual({ a: 'five', b: 'two' });
    expect(await said(ledger, 4)).toEqual({ a: 'one', b: 'two' });
  });

  it('still adds what only a late part of a document tells', async () => {
    const ledger = make();
    await record(ledger, versionAt(1, { a: 'one' }, { complete: false }));
    await record(ledger, versionAt(5, { c: 'three' }, { complete: false }));
    const late = await record(ledger, versionAt(3, { a: 'late', b: 'two' }, { complete: false }));
    expect(late).toMatchObject({ appended: [{}], outdated: [{}] });
    expect(await said(ledger)).toEqual({ a: 'one', b: 'two', c: 'three' });
    expect(await said(ledger, 4)).toEqual({ a: 'one', b: 'two' });
  });

  it('takes versions of one time in the order in which they come', async () => {
    const ledger = make();
    const words = ['one', 'two', 'three', 'one', 'two'];
    for (const a of words) {
      await record(ledger, versionAt(1, { a }));
      expect(await said(ledger)).toEqual({ a });
    }
    await record(ledger, versionAt(2, { a: 'last' }));
    expect(await said(ledger, 1)).toEqual({ a: 'one' });
    expect(await said(ledger, 2)).toEqual({ a: 'last' });
  });

  it('goes on in the order of coming when a version does not tell its time', async () => {
    const ledger = make();
    await record(ledger, versionAt(1, { a: 'one' }));
    await record(ledger, versionAt(null, { a: 'two' }));
    expect(await said(ledger, 9)).toEqual({ a: 'one' });
    await record(ledger, versionAt(3, { a: 'three' }));
    expect(await said(ledger)).toEqual({ a: 'three' });
  });

  it('does not bring back what people retracted', async () => {
    const ledger = make();
    await record(ledger, versionAt(1, { a: 'one' }));
    const target = derivedEventId('page/1', 'a', 'NoteAdded', '0');
    await orThrow(
      ledger.handle(retract({ ...by, incidentId: id, target, reason: 'not about this' })),
    );
    await record(ledger, versionAt(3, { a: 'two' }));
    expect(await said(ledger)).toEqual({});
  });

  it('gives back every version at its time, whatever they are, and adds nothing the second time', async () => {
    const words = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z'), {
      noNullPrototype: true,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(words, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat({ max: 5 }), { maxLength: 3 }),
        async (versions, again) => {
          const ledger = make();
          const documents = versions.map((version, index) => versionAt(2 * index + 1, version));
          for (const document of documents) await record(ledger, document);
          for (const index of [...again, ...versions.keys()]) {
            const document = documents[index];
            if (document) expect((await record(ledger, document)).events).toEqual([]);
          }
          for (const [index, version] of versions.entries()) {
            expect(await said(ledger, 2 * index + 1)).toEqual(version);
            expect(await said(ledger, 2 * index + 2)).toEqual(version);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says the same at each time of a later version, in whatever order older ones come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([1, 3, 5, 7], { minLength: 1 }), async (order) => {
        const ledger = make();
        let newest = 0;
        for (const minute of order) {
          const before = await said(ledger, 59);
          await record(ledger, versionAt(minute, { a: `at ${minute}` }));
          const after = await said(ledger, 59);
          expect(after).toEqual(minute > newest ? { a: `at ${minute}` } : before);
          newest = Math.max(newest, minute);
        }
      }),
      { numRuns: 30 },
    );
  });
});
