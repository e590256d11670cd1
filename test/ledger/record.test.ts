import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { correct, retract } from '../../src/decide/recordKeeping.ts';
import { detect } from '../../src/decide/awareness.ts';
import type { Claim, ClaimDocument } from '../../src/events/claim.ts';
import { createLedger } from '../../src/ledger/createLedger.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { orThrow } from '../../src/ledger/orThrow.ts';
import type { RecordReport } from '../../src/ledger/recordReport.ts';
import type { EventId } from '../../src/primitives/ids.ts';
import { derivedEventId, incidentId, newEventId } from '../../src/primitives/ids.ts';
import { instantOfMs } from '../../src/primitives/instant.ts';
import { canonicalJson } from '../../src/primitives/json.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { dataArbitraries } from '../../src/testing/arbitraries/dataArbitraries.ts';
import { at, by, now } from '../decide/by.ts';

const page = { kind: 'status-page', name: 'example' } as const;

const alert = (item: string, text: string, more: Partial<Claim> = {}): Claim =>
  ({
    type: 'AlertRaised',
    data: { alertId: item, text: { en: text } },
    occurredAt: at('09:53'),
    source: { ...page, locator: item },
    item,
    ...more,
  }) as Claim;

const documentOf = (
  claims: readonly Claim[],
  more: Partial<ClaimDocument> = {},
): ClaimDocument => ({
  sourceKey: 'page/1',
  incidentId: by.incidentId,
  importer: { name: 'status-page-text', version: '1' },
  complete: true,
  claims,
  ...more,
});

const clock = () => now;
const make = (): Ledger => createLedger({ store: memoryStore({ clock }), clock });

/** What the document's claims say now, by item. */
const told = async (ledger: Ledger): Promise<readonly unknown[]> => {
  const { claims } = await orThrow(ledger.history(by.incidentId));
  return claims
    .filter(({ type, origin }) => origin && type !== 'Corrected' && type !== 'Retracted')
    .map(({ type, data, occurredAt, origin }) =>
      canonicalJson({ type, data, occurredAt, item: origin?.item }),
    )
    .toSorted();
};

const saidBy = ({ claims }: ClaimDocument): readonly unknown[] =>
  claims
    .map(({ type, data, occurredAt, item }) => canonicalJson({ type, data, occurredAt, item }))
    .toSorted();

const idOf = (item: string): EventId => derivedEventId('page/1', item, 'AlertRaised', '0');

const counts = (report: RecordReport): readonly number[] => [
  report.appended.length,
  report.known.length,
  report.corrected.length,
  report.retracted.length,
  report.reinstated.length,
];

describe('recording a document', () => {
  it('writes its claims, with their origin', async () => {
    const ledger = make();
    const report = await orThrow(ledger.record(documentOf([alert('a', 'one'), alert('b', 'two')])));
    expect(report).toMatchObject({
      incidentId: by.incidentId,
      appended: [idOf('a'), idOf('b')],
      known: [],
      events: [
        {
          eventId: idOf('a'),
          actor: { id: 'importer/status-page-text', kind: 'service' },
          origin: { sourceKey: 'page/1', item: 'a', importer: 'status-page-text@1' },
          source: { locator: 'a' },
          revision: 0,
        },
        { eventId: idOf('b') },
      ],
    });
  });

  it('adds nothing the second time, whoever reads it', async () => {
    const ledger = make();
    const first = documentOf([alert('a', 'one'), alert('a', 'again'), alert('b', 'two')]);
    await orThrow(ledger.record(first));
    const again = await orThrow(
      ledger.record({ ...first, importer: { name: 'other', version: '2' } }),
    );
    expect(counts(again)).toEqual([0, 3, 0, 0, 0]);
    expect(again.events).toEqual([]);
  });

  it('corrects what is worded otherwise, each time', async () => {
    const ledger = make();
    const [one, two] = [documentOf([alert('a', 'one')]), documentOf([alert('a', 'two')])];
    for (const document of [one, two, one, two, two]) {
      await orThrow(ledger.record(document));
      expect(await told(ledger)).toEqual(saidBy(document));
    }
    const { events } = await orThrow(ledger.history(by.incidentId));
    expect(events.map(({ type }) => type)).toEqual([
      'AlertRaised',
      'Corrected',
      'Corrected',
      'Corrected',
    ]);
    expect(events[1]).toMatchObject({
      data: { target: idOf('a'), kind: 'revision', occurredAt: at('09:53') },
      source: page,
    });
  });

  it('states a revision when the document does, where that is later', async () => {
    const ledger = make();
    const stated = (time: string, text: string): ClaimDocument =>
      documentOf([alert('a', text, { statedAt: at(time) })]);
    await orThrow(ledger.record(stated('10:12', 'one')));
    const revised = await orThrow(ledger.record(stated('10:14', 'two')));
    expect(revised.events).toMatchObject([{ statedAt: at('10:14') }]);
    const again = await orThrow(ledger.record(stated('10:14', 'three')));
    expect(again.events[0]?.statedAt).toEqual({ earliest: now });
    expect(await told(ledger)).toEqual(saidBy(stated('10:14', 'three')));
  });

  it('retracts what a complete document no longer has, and brings it back', async () => {
    const ledger = make();
    const [both, one] = [
      documentOf([alert('a', 'one'), alert('b', 'two')]),
      documentOf([alert('a', 'one')]),
    ];
    await orThrow(ledger.record(both));
    expect(counts(await orThrow(ledger.record({ ...one, complete: false })))).toEqual([
      0, 1, 0, 0, 0,
    ]);
    expect(counts(await orThrow(ledger.record(one)))).toEqual([0, 1, 0, 1, 0]);
    expect(counts(await orThrow(ledger.record(one)))).toEqual([0, 1, 0, 0, 0]);
    expect(await told(ledger)).toEqual(saidBy(one));
    expect(counts(await orThrow(ledger.record(both)))).toEqual([0, 2, 0, 0, 1]);
    expect(await told(ledger)).toEqual(saidBy(both));
    await orThrow(ledger.record(one));
    expect(await told(ledger)).toEqual(saidBy(one));
    const changed = documentOf([alert('a', 'one'), alert('b', 'three')]);
    expect(counts(await orThrow(ledger.record(changed)))).toEqual([0, 1, 1, 0, 1]);
    expect(await told(ledger)).toEqual(saidBy(changed));
  });

  it('leaves what people corrected or retracted as it is, until the document changes', async () => {
    const ledger = make();
    const document = documentOf([alert('a', 'one'), alert('b', 'two')]);
    await orThrow(ledger.record(document));
    const data = { alertId: 'a', text: { en: 'right' } };
    await orThrow(
      ledger.handle(
        correct({ ...by, target: idOf('a'), kind: 'transcription', reason: 'misread', data }),
      ),
    );
    await orThrow(ledger.handle(retract({ ...by, target: idOf('b'), reason: 'not ours' })));
    const mine = [canonicalJson({ type: 'AlertRaised', data, occurredAt: at('09:53'), item: 'a' })];
    expect(counts(await orThrow(ledger.record(document)))).toEqual([0, 2, 0, 0, 0]);
    expect(await told(ledger)).toEqual(mine);
    const changed = documentOf([alert('a', 'other'), alert('b', 'two')]);
    expect(counts(await orThrow(ledger.record(changed)))).toEqual([0, 1, 1, 0, 0]);
    expect(await told(ledger)).toEqual(saidBy(documentOf([alert('a', 'other')])));
  });

  it('does not take a new place in the document for a change', async () => {
    const ledger = make();
    await orThrow(ledger.record(documentOf([alert('a', 'one')])));
    const moved = documentOf([alert('a', 'one', { source: { ...page, locator: 'line 9' } })]);
    expect(counts(await orThrow(ledger.record(moved)))).toEqual([0, 1, 0, 0, 0]);
  });

  it('never touches what another document or a person said', async () => {
    const ledger = make();
    await orThrow(ledger.handle(detect({ ...by, occurredAt: at('09:53') })));
    await orThrow(ledger.record(documentOf([alert('a', 'one')])));
    const other = documentOf([alert('a', 'other')], { sourceKey: 'page/2' });
    expect(counts(await orThrow(ledger.record(other)))).toEqual([1, 0, 0, 0, 0]);
    expect(counts(await orThrow(ledger.record({ ...other, claims: [] })))).toEqual([0, 0, 0, 1, 0]);
    expect(await told(ledger)).toEqual(saidBy(documentOf([alert('a', 'one')])));
    const { claims } = await orThrow(ledger.history(by.incidentId));
    expect(claims.some(({ type }) => type === 'Detected')).toBe(true);
  });

  it('goes into another incident when told to', async () => {
    const ledger = make();
    const into = incidentId('INC-7');
    const report = await orThrow(ledger.record(documentOf([alert('a', 'one')]), { into }));
    expect(report).toMatchObject({ incidentId: into, events: [{ incidentId: into }] });
    expect((await orThrow(ledger.history(by.incidentId))).events).toEqual([]);
  });

  it('writes nothing when a claim is invalid, and tells which', async () => {
    const ledger = make();
    const wrong = alert('b', 'two', { data: { alertId: '' } });
    const failed = ledger.record(documentOf([alert('a', 'one'), wrong]));
    expect(await failed()).toMatchObject({
      left: { _tag: 'InvalidEvents', invalid: [{ index: 1, faults: [{ path: 'data.alertId' }] }] },
    });
    await expect(orThrow(failed)).rejects.toThrow(
      'AlertRaised at 1: data.alertId: expected text that is not empty, got ""',
    );
    expect((await orThrow(ledger.history(by.incidentId))).events).toEqual([]);
  });

  it('tells the place of what it cannot correct among all that it would write', async () => {
    const ledger = make();
    const withdrawing = (reason: string): Claim =>
      alert('r', '', { type: 'Retracted', data: { target: idOf('z'), reason } });
    await orThrow(ledger.record(documentOf([alert('a', 'one'), withdrawing('wrong')])));
    const changed = documentOf([alert('a', 'one'), alert('b', 'new'), withdrawing('other')]);
    expect(await ledger.record(changed)()).toMatchObject({
      left: {
        _tag: 'InvalidEvents',
        invalid: [{ index: 1, type: 'Corrected', faults: [{ path: 'data.targetType' }] }],
      },
    });
  });

  it('records the document as it was when it was handed over', async () => {
    const ledger = make();
    const text = { en: 'one' };
    const document = documentOf([alert('a', '', { data: { alertId: 'a', text } })]);
    const recording = orThrow(ledger.record(document));
    text.en = 'changed meanwhile';
    await recording;
    expect(await told(ledger)).toEqual(saidBy(documentOf([alert('a', 'one')])));
  });

  it('checks the schema, not the order of life', async () => {
    const ledger = make();
    const source = page;
    const claims: readonly Claim[] = [
      { type: 'Resolved', data: {}, occurredAt: at('10:02'), source, item: '1' },
      { type: 'Declared', data: { kind: 'incident' }, occurredAt: at('10:12'), source, item: '2' },
    ];
    expect(counts(await orThrow(ledger.record(documentOf(claims))))).toEqual([2, 0, 0, 0, 0]);
  });

  it('takes a document larger than one append', async () => {
    const ledger = make();
    const claims = Array.from({ length: 5 }, (_, index) => alert(`${index}`, 'x'.repeat(400_000)));
    const report = await orThrow(ledger.record(documentOf(claims)));
    expect(report.events.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4]);
    const huge = documentOf([alert('z', 'x'.repeat(2_000_000))]);
    expect(await ledger.record(huge)()).toMatchObject({ left: { _tag: 'TooLarge' } });
  });

  it('begins again when another writer comes between', async () => {
    const store = memoryStore({ clock });
    const ledgers = [createLedger({ store, clock }), createLedger({ store, clock })] as const;
    const document = documentOf([alert('a', 'one'), alert('b', 'two')]);
    const reports = await Promise.all(
      ledgers.map(async (ledger) => orThrow(ledger.record(document))),
    );
    expect((await orThrow(ledgers[0].history(by.incidentId))).events).toHaveLength(2);
    expect(reports.every(({ incidentId: id }) => id === by.incidentId)).toBe(true);
    const other = documentOf([alert('c', 'x')], { sourceKey: 'page/2' });
    await Promise.all([
      orThrow(ledgers[0].record(other)),
      orThrow(ledgers[1].handle(detect({ ...by, occurredAt: at('09:53') }))),
      orThrow(ledgers[0].record(documentOf([alert('a', 'new'), alert('b', 'two')]))),
    ]);
    expect((await orThrow(ledgers[0].history(by.incidentId))).events).toHaveLength(5);
  });
});

const anyClaim: fc.Arbitrary<Claim> = fc
  .tuple(
    fc.constantFrom(
      'Detected',
      'AlertRaised',
      'Resolved',
      'Reopened',
      'NoteAdded',
      'ImpactStarted',
    ),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 5 }),
    fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
  )
  .chain(([type, item, minute, stated]) =>
    dataArbitraries[type as 'Detected'].map(
      (data): Claim =>
        ({
          type,
          data,
          occurredAt: at(`10:0${minute}`),
          ...(stated !== undefined && { statedAt: at(`11:0${stated}`) }),
          source: page,
          item: `${item}`,
        }) as Claim,
    ),
  );
const anyDocument = fc.array(anyClaim, { maxLength: 6 }).map((claims) => documentOf(claims));

describe('recording documents', () => {
  it('gives the claims of the last, whatever came before and however the clock goes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDocument, { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
        async (documents, minutes) => {
          let minute = 0;
          const moving = () => instantOfMs(Date.parse(now) + minute * 60_000);
          const ledger = createLedger({ store: memoryStore({ clock: moving }), clock: moving });
          for (const [index, document] of documents.entries()) {
            minute = minutes[index] ?? 0;
            await orThrow(ledger.record(document));
            const twice = await orThrow(ledger.record(document));
            expect(twice.events).toEqual([]);
            expect(await told(ledger)).toEqual(saidBy(document));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps every claim of another source', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, anyDocument, async (mine, theirs) => {
        const ledger = make();
        await orThrow(ledger.record(mine));
        const before = await told(ledger);
        await orThrow(ledger.record({ ...theirs, sourceKey: 'page/2' }));
        expect(await told(ledger)).toEqual(expect.arrayContaining([...before]));
      }),
      { numRuns: 40 },
    );
  });

  it('makes ids that differ by item and type', () => {
    expect(new Set([idOf('a'), idOf('b'), newEventId()]).size).toBe(3);
  });
});
