import { describe, expect, it } from '@jest/globals';
import { correct } from '../../src/decide/recordKeeping.ts';
import * as fc from 'fast-check';
import type { Claim, ClaimDocument } from '../../src/events/claim.ts';
import type { AsOf } from '../../src/history/asOf.ts';
import { createLedger } from '../../src/ledger/createLedger.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { orThrow } from '../../src/ledger/orThrow.ts';
import type { RecordReport } from '../../src/ledger/recordReport.ts';
import { derivedEventId } from '../../src/primitives/ids.ts';
import type { Instant } from '../../src/primitives/instant.ts';
import { instant } from '../../src/primitives/instant.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { at, by } from '../decide/by.ts';

const page = { kind: 'status-page', name: 'example' } as const;
const day = (number: number): Instant => instant(`2025-03-0${number}T00:00:00.000Z`);

const note = (item: string, text: string, statedAt?: Instant): Claim => ({
  type: 'NoteAdded',
  data: { text: { en: text } },
  occurredAt: at('09:53'),
  source: { ...page, locator: item },
  item,
  ...(statedAt && { statedAt: { earliest: statedAt, latest: statedAt } }),
});

/** The words of a document, as a version of an importer reads them. */
const read = (
  digest: string,
  version: string,
  claims: readonly Claim[],
  stated?: Instant,
): ClaimDocument => ({
  sourceKey: 'page/1',
  incidentId: by.incidentId,
  importer: { name: 'acme', version },
  digest,
  complete: true,
  claims,
  ...(stated && { statedAt: { earliest: stated, latest: stated } }),
});

const setUp = () => {
  let present = day(1);
  const clock = (): Instant => present;
  const ledger: Ledger = createLedger({ store: memoryStore({ clock }), clock });
  return {
    ledger,
    on: async (when: Instant, document: ClaimDocument): Promise<RecordReport> => {
      present = when;
      const report = await orThrow(ledger.record(document));
      const twice = await orThrow(ledger.record(document));
      expect(twice.events).toEqual([]);
      return report;
    },
    texts: async (asOf: AsOf = {}): Promise<readonly (string | undefined)[]> => {
      const { claims } = await orThrow(ledger.history(by.incidentId, asOf));
      return claims.flatMap((claim) =>
        claim.type === 'NoteAdded' && 'en' in claim.data.text ? [claim.data.text['en']] : [],
      );
    },
  };
};

const idOf = (item: string) => derivedEventId('page/1', item, 'NoteAdded', '0');

describe('a document read again otherwise', () => {
  it('mends what was misread, from when it was stated on', async () => {
    const { on, texts } = setUp();
    await on(day(2), read('A', '1', [note('a', 'wrong', day(1)), note('b', 'two', day(1))]));
    const report = await on(
      day(5),
      read('A', '2', [note('a', 'right', day(1)), note('b', 'two', day(1))]),
    );
    expect(report).toMatchObject({
      corrected: [idOf('a')],
      known: [idOf('b')],
      events: [{ type: 'Corrected', data: { kind: 'transcription' }, origin: { digest: 'A' } }],
    });
    expect(await texts({ knownAt: day(1) })).toEqual(['right', 'two']);
    expect(await texts({ recordedBefore: day(5) })).toEqual(['wrong', 'two']);
    await on(day(6), read('A', '3', [note('a', 'better', day(1)), note('b', 'two', day(1))]));
    expect(await texts({ knownAt: day(1) })).toEqual(['better', 'two']);
    await on(day(7), read('A', '1', [note('a', 'wrong', day(1)), note('b', 'two', day(1))]));
    expect(await texts()).toEqual(['wrong', 'two']);
  });

  it('takes other words for a new word of the source, whatever reads them', async () => {
    const { on, texts } = setUp();
    await on(day(2), read('A', '1', [note('a', 'one')]));
    const report = await on(day(4), read('B', '2', [note('a', 'two')]));
    expect(report.events).toMatchObject([{ data: { kind: 'revision' } }]);
    expect(await texts({ knownAt: day(3) })).toEqual(['one']);
  });

  it('adds what is read for the first time, and withdraws what was never there, from then on', async () => {
    const { on, texts } = setUp();
    await on(day(2), read('A', '1', [note('a', 'one'), note('b', 'imagined')]));
    const report = await on(day(5), read('A', '2', [note('a', 'one'), note('c', 'overlooked')]));
    expect([report.appended, report.retracted]).toEqual([[idOf('c')], [idOf('b')]]);
    expect(await texts({ knownAt: day(2) })).toEqual(['one', 'overlooked']);
    expect(await texts({ knownAt: day(2), recordedBefore: day(5) })).toEqual(['one', 'imagined']);
    const again = await on(day(6), read('A', '1', [note('a', 'one'), note('b', 'imagined')]));
    expect([again.retracted, again.reinstated]).toEqual([[idOf('c')], [idOf('b')]]);
    expect(await texts({ knownAt: day(2) })).toEqual(['one', 'imagined']);
  });

  it('mends each of several versions, in whichever order they are read again', async () => {
    const versions = (version: string): readonly ClaimDocument[] =>
      ([1, 2, 3] as const).map((number) => {
        const seen = day(number);
        return read(`v${number}`, version, [note('a', `${number} by ${version}`, seen)], seen);
      });
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const { ledger, on, texts } = setUp();
      for (const document of versions('1')) await on(day(4), document);
      for (const index of order) {
        const document = versions('2')[index];
        if (document) await on(day(5), document);
      }
      for (const number of [1, 2, 3]) {
        expect(await texts({ knownAt: day(number) })).toEqual([`${number} by 2`]);
        expect(await texts({ knownAt: day(number), recordedBefore: day(5) })).toEqual([
          `${number} by 1`,
        ]);
      }
      const { claims } = await orThrow(ledger.history(by.incidentId));
      expect(claims.find(({ eventId }) => eventId === idOf('a'))?.amendedBy).toHaveLength(3);
      for (const document of versions('2')) {
        expect((await on(day(6), document)).events).toEqual([]);
      }
      await on(day(6), read('v4', '2', [note('a', '4', day(6))], day(6)));
      expect(await texts()).toEqual(['4']);
      expect(await texts({ knownAt: day(5) })).toEqual(['3 by 2']);
    }
  });

  it('mends a version from which a later one, read before it, took over a claim unchanged', async () => {
    const { on, texts } = setUp();
    const first = (version: string): ClaimDocument =>
      read('v1', version, [note('a', `by ${version}`, day(1))], day(1));
    const second = (version: string): ClaimDocument =>
      read('v2', version, [note('a', `by ${version}`, day(1)), note('b', 'new', day(2))], day(2));
    for (const document of [first('1'), second('1')]) await on(day(4), document);
    for (const document of [second('2'), first('2')]) await on(day(5), document);
    expect(await texts({ knownAt: day(1) })).toEqual(['by 2']);
    expect(await texts({ knownAt: day(2) })).toEqual(['by 2', 'new']);
    for (const document of [first('2'), second('2')]) {
      expect((await on(day(6), document)).events).toEqual([]);
    }
  });

  it('leaves what people corrected, since the document says nothing new', async () => {
    const { ledger, on, texts } = setUp();
    await on(day(2), read('A', '1', [note('a', 'wrong', day(1))]));
    const data = { text: { en: 'by hand' } };
    await orThrow(
      ledger.handle(
        correct({ ...by, target: idOf('a'), kind: 'transcription', reason: 'misread', data }),
      ),
    );
    await on(day(3), read('A', '2', [note('a', 'other', day(1))]));
    await on(day(4), read('A', '3', [note('a', 'third', day(1))]));
    expect(await texts()).toEqual(['by hand']);
    await on(day(5), read('B', '3', [note('a', 'new word', day(5))]));
    expect(await texts()).toEqual(['new word']);
  });

  it('goes back to a word of before as to a new one', async () => {
    const { on, texts } = setUp();
    await on(day(2), read('A', '1', [note('a', 'one')]));
    await on(day(3), read('B', '1', [note('a', 'two')]));
    const back = await on(day(4), read('A', '1', [note('a', 'one')]));
    expect(back.events).toMatchObject([{ data: { kind: 'revision' } }]);
    expect(await texts({ knownAt: day(3) })).toEqual(['two']);
    expect(await texts({ knownAt: day(4) })).toEqual(['one']);
  });
});

/** A version of a document: the words of each item that it has. */
const anyVersion = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y'), {
  minKeys: 1,
  noNullPrototype: true,
});

describe('versions of a document read again by another importer', () => {
  it('are what that importer reads of each, in whichever order it does', async () => {
    const readers = [(words: string) => words, (words: string) => words.toUpperCase(), () => 'z'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyVersion, { minLength: 1, maxLength: 4 }),
        // Versions that were read alike left no trace to be mended by.
        fc.constantFrom(...readers.slice(0, 2)),
        fc.constantFrom(...readers),
        fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
        async (versions, before, after, picks) => {
          const { on, texts } = setUp();
          const readBy = (reader: (words: string) => string): readonly ClaimDocument[] =>
            versions.map((items, index) => {
              const seen = day(index + 1);
              const claims = Object.entries(items)
                .toSorted()
                .map(([item, words]) => note(item, `${item} ${reader(words)}`, seen));
              return read(`v${index}`, String(readers.indexOf(reader)), claims, seen);
            });
          for (const document of readBy(before)) await on(day(5), document);
          const again = [...readBy(after)];
          while (again.length > 0) {
            const pick = picks[again.length - 1] ?? 0;
            for (const document of again.splice(pick % again.length, 1)) await on(day(6), document);
          }
          for (const document of readBy(after)) {
            expect((await on(day(7), document)).events).toEqual([]);
          }
          const said = (reader: (words: string) => string, index: number): readonly string[] =>
            Object.entries(versions[index] ?? {})
              .map(([item, words]) => `${item} ${reader(words)}`)
              .toSorted();
          for (const [index] of versions.entries()) {
            const knownAt = day(index + 1);
            expect((await texts({ knownAt })).toSorted()).toEqual(said(after, index));
            const then = await texts({ knownAt, recordedBefore: day(6) });
            expect(then.toSorted()).toEqual(said(before, index));
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

const takingBack = (item: string, of: string): Claim => ({
  type: 'Retracted',
  data: { target: idOf(of), reason: 'deleted there' },
  occurredAt: at('10:00'),
  source: page,
  item,
});

const putRight = (item: string, of: string, text: string): Claim => ({
  type: 'Corrected',
  data: {
    target: idOf(of),
    targetType: 'NoteAdded',
    targetVersion: 1,
    kind: 'revision',
    reason: 'edited there',
    data: { text: { en: text } },
  },
  occurredAt: at('10:00'),
  source: page,
  item,
});

describe('a document that claims corrections and retractions itself', () => {
  it('is left as it is when it is recorded again', async () => {
    const { on, texts } = setUp();
    const both = [note('a', 'one'), note('b', 'two')];
    await on(day(2), read('A', '1', [...both, takingBack('r', 'a'), putRight('c', 'b', 'three')]));
    expect(await texts()).toEqual(['three']);
  });

  it('takes them back when it no longer has them', async () => {
    const { on, texts } = setUp();
    const both = [note('a', 'one'), note('b', 'two')];
    await on(day(2), read('A', '1', [...both, takingBack('r', 'a'), putRight('c', 'b', 'three')]));
    const report = await on(day(3), read('B', '1', both));
    expect(report.retracted).toHaveLength(2);
    expect(await texts()).toEqual(['one', 'two']);
    await on(day(4), read('C', '1', [...both, takingBack('r', 'a')]));
    expect(await texts()).toEqual(['two']);
  });
});
