import { describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import type { Ledger } from '../../src/index.ts';
import { createLedger, memoryStore, orThrow } from '../../src/index.ts';
import { readAll } from '../../src/import/readAll.ts';
import { statuspageJson } from '../../src/import/statuspage/statuspageJson.ts';
import { incidentId } from '../../src/primitives/ids.ts';
import type { Instant } from '../../src/primitives/instant.ts';
import { instant } from '../../src/primitives/instant.ts';
import { damaged, soundRead } from './soundRead.ts';
import type { Json } from './fixtures/statuspage.ts';
import { affected, incident, page, update, versionLine } from './fixtures/statuspage.ts';

/** Machines differ; how long it takes is no part of what is tested. */
jest.setTimeout(60_000);

const clock = (): Instant => instant('2026-01-01T00:00:00Z');
const make = (): Ledger => createLedger({ store: memoryStore({ clock }), clock });
const id = incidentId('page1-inc1');

/** Imports a text; the counts of what that came to. */
const take = async (ledger: Ledger, text: string) => {
  const { documents, warnings } = await readAll(statuspageJson, text);
  const counts = { appended: 0, corrected: 0, retracted: 0, reinstated: 0, outdated: 0 };
  for (const document of documents) {
    const report = await orThrow(ledger.record(document));
    counts.appended += report.appended.length;
    counts.corrected += report.corrected.length;
    counts.retracted += report.retracted.length;
    counts.reinstated += report.reinstated.length;
    counts.outdated += report.outdated.length;
  }
  return { ...counts, warnings: warnings.length };
};

/** What a ledger knew at a time, in the terms of the page. */
const known = async (ledger: Ledger, knownAt?: Instant) => {
  const { claims } = await orThrow(ledger.history(id, knownAt === undefined ? {} : { knownAt }));
  const found: Record<string, unknown> = {};
  const updates: unknown[] = [];
  for (const { type, data, occurredAt } of claims) {
    if (type === 'Declared') {
      found['name'] = Object.values(data.title ?? {})[0];
      found['created'] = occurredAt.latest;
    }
    if (type === 'SeverityAssigned') found['impact'] = data.level;
    if (type === 'MaintenanceScheduled') found['window'] = [data.window.from, data.window.to];
    if (type === 'StatusPublished')
      updates.push([
        data.status,
        occurredAt.earliest,
        Object.values(data.text ?? {}).join('|'),
        (data.components ?? []).map(({ name, status }) => `${name} ${status ?? ''}`),
      ]);
  }
  return { ...found, updates };
};

/** What a version of the page says, in the same terms. */
const told = (doc: Json) => ({
  name: doc['name'],
  created: doc['created_at'],
  impact: doc['impact'],
  ...(doc['scheduled_for'] !== undefined && {
    window: [doc['scheduled_for'], doc['scheduled_until']],
  }),
  updates: ((doc['incident_updates'] ?? []) as readonly Json[])
    .toSorted((a, b) => (String(a['display_at']) < String(b['display_at']) ? -1 : 1))
    .map((each) => [
      each['status'],
      each['display_at'],
      each['body'],
      ((each['affected_components'] ?? []) as readonly Json[]).map(
        ({ name, new_status: status }) => `${String(name)} ${String(status)}`,
      ),
    ]),
});

const seen = (minute: number): string =>
  `2025-03-04T10:${String(minute).padStart(2, '0')}:30+00:00`;

const hit = { affected_components: [affected('b', 'operational', 'major_outage')] };
const first = update('u1', 'investigating', 2, hit);
const versions: readonly (readonly [number, Json])[] = [
  [2, incident([first])],
  [5, incident([{ ...first, body: 'Edited.' }], { name: 'Renamed' })],
  [
    9,
    incident(
      [
        { ...first, body: 'Edited.', display_at: '2025-03-04T09:40:00.000Z' },
        update('u2', 'identified', 8),
      ],
      {
        name: 'Renamed',
        created_at: '2025-03-04T09:40:00.000Z',
        started_at: '2025-03-04T09:40:00.000Z',
        impact: 'major',
      },
    ),
  ],
  [14, incident([{ ...first, affected_components: null }], { name: 'Renamed' })],
  [20, incident([first, update('u2', 'identified', 8), update('u3', 'resolved', 18)])],
];
const file = versions.map(([minute, doc]) => versionLine(seen(minute), doc)).join('\n');

describe('versions of an incident', () => {
  it('are each given back at the time they were seen', async () => {
    const ledger = make();
    const counts = await take(ledger, file);
    expect(counts).toMatchObject({ outdated: 0, warnings: 0 });
    expect(counts.retracted).toBeGreaterThan(0);
    expect(counts.reinstated).toBeGreaterThan(0);
    for (const [minute, doc] of versions) {
      expect(await known(ledger, instant(seen(minute)))).toEqual(told(doc));
    }
    expect(await known(ledger, instant('2025-03-04T10:02:29Z'))).toEqual({ updates: [] });
    expect(await take(ledger, file)).toEqual({
      appended: 0,
      corrected: 0,
      retracted: 0,
      reinstated: 0,
      outdated: 0,
      warnings: 0,
    });
  });

  it('may come in imports of their own, without the time they were seen', async () => {
    const ledger = make();
    const plain = versions
      .filter(([minute]) => minute !== 9)
      .map(([minute, doc]) => ({
        page,
        incidents: [{ ...doc, updated_at: instant(seen(minute)) }],
      }));
    for (const version of plain) await take(ledger, JSON.stringify(version));
    expect(await known(ledger)).toEqual(told(plain.at(-1)?.incidents[0] ?? {}));
    const edited = await known(ledger, instant(seen(5)));
    expect(edited.updates).toEqual(told(versions[1]?.[1] ?? {}).updates);
  });

  it('of a maintenance tell when it was planned otherwise', async () => {
    const planned = (from: string): Json =>
      incident([update('m1', 'scheduled', 1)], {
        impact: 'maintenance',
        scheduled_for: `2025-03-05T${from}:00:00.000Z`,
        scheduled_until: '2025-03-05T09:00:00.000Z',
      });
    const ledger = make();
    const kind = 'scheduled_maintenance';
    const lines = [
      versionLine(seen(2), planned('01'), kind),
      versionLine(seen(6), planned('03'), kind),
    ];
    expect(await take(ledger, lines.join('\n'))).toMatchObject({ corrected: 1 });
    expect(await known(ledger, instant(seen(4)))).toEqual(told(planned('01')));
    expect(await known(ledger)).toEqual(told(planned('03')));
  });

  it('in the wrong order are read with a warning, and the newest stands', async () => {
    const ledger = make();
    const counts = await take(ledger, file.split('\n').toReversed().join('\n'));
    expect(counts).toMatchObject({ warnings: versions.length - 1 });
    expect(counts.outdated).toBeGreaterThan(0);
    expect(await known(ledger)).toEqual(told(versions.at(-1)?.[1] ?? {}));
  });

  it('are added to by a webhook that comes between', async () => {
    const ledger = make();
    await take(ledger, file.split('\n')[0] ?? '');
    const webhook = {
      meta: {},
      page: { id: 'page1' },
      incident: incident([update('u2', 'identified', 8)]),
    };
    expect(await take(ledger, JSON.stringify(webhook))).toMatchObject({
      appended: 1,
      retracted: 0,
    });
    const { updates } = await known(ledger);
    expect(updates).toHaveLength(2);
  });
});

const status = fc.constantFrom(
  'operational',
  'degraded_performance',
  'partial_outage',
  'major_outage',
);
const anyUpdate = (minute: number): fc.Arbitrary<Json> =>
  fc
    .record({
      word: fc.constantFrom('investigating', 'identified', 'monitoring', 'resolved'),
      body: fc.constantFrom(
        'We are looking into it.',
        'A fix is being rolled out',
        'Line one\n\nline two <b>x</b>',
      ),
      shift: fc.constantFrom(0, 0, 0, -20),
      statuses: fc.array(fc.tuple(fc.constantFrom('a', 'b'), status, status), { maxLength: 2 }),
    })
    .map(({ word, body, shift, statuses }) =>
      update(`u${minute}`, word, minute, {
        body,
        display_at: instant(
          `2025-03-04T${shift === 0 ? '10' : '09'}:${String(minute).padStart(2, '0')}:00Z`,
        ),
        affected_components:
          statuses.length === 0
            ? null
            : [...new Map(statuses.map((each) => [each[0], each])).values()].map((each) =>
                affected(...each),
              ),
      }),
    );

/** Updates of which some are there, in a version. */
const anyVersion: fc.Arbitrary<Json> = fc
  .subarray([2, 4, 6, 8])
  .chain((minutes) => fc.tuple(...minutes.map(anyUpdate)))
  .chain((updates) =>
    fc
      .record({
        name: fc.constantFrom('Elevated errors', 'API outage'),
        impact: fc.constantFrom('none', 'minor', 'major', 'critical'),
        created_at: fc.constantFrom('2025-03-04T10:00:00.000Z', '2025-03-04T09:40:00.000Z'),
      })
      .map((more) =>
        incident(updates, { ...more, status: told(incident(updates)).updates.at(-1)?.[0] ?? '' }),
      ),
  );

/** The same object with its fields in another order, and those of what is in it. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, turned(inner)]),
  );
};

describe('any versions', () => {
  it('are given back at any time they were seen, and added once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyVersion, { minLength: 1, maxLength: 4 }), async (docs) => {
        const ledger = make();
        const lines = docs.map((doc, index) => versionLine(seen(10 + 2 * index), doc)).join('\n');
        await take(ledger, lines);
        for (const [index, doc] of docs.entries()) {
          expect(await known(ledger, instant(seen(10 + 2 * index)))).toEqual(told(doc));
        }
        const again = await take(ledger, lines);
        expect(Object.values(again)).toEqual([0, 0, 0, 0, 0, 0]);
      }),
      { numRuns: 40 },
    );
  });

  it('say the same whatever the order of fields and updates, alone, in a list or in a line', async () => {
    await fc.assert(
      fc.asyncProperty(anyVersion, fc.boolean(), async (doc, reversed) => {
        const list = (doc['incident_updates'] ?? []) as readonly Json[];
        const other = reversed ? { ...doc, incident_updates: list.toReversed() } : doc;
        const claims = async (text: string) => {
          const { documents } = await readAll(statuspageJson, text);
          return documents[0]?.claims.map(({ type, item, occurredAt, statedAt, data }) => ({
            type,
            item,
            occurredAt,
            statedAt,
            data,
          }));
        };
        const plain = await claims(JSON.stringify(doc));
        expect(plain).toBeDefined();
        expect(await claims(JSON.stringify(turned(other)))).toEqual(plain);
        expect(await claims(JSON.stringify({ page: { id: 'page1' }, incidents: [other] }))).toEqual(
          plain,
        );
        expect(await claims(JSON.stringify({ incident: other }, null, 2))).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });
});

describe('damaged JSON', () => {
  const sample = `${file}\n${JSON.stringify({ page, incidents: [versions[4]?.[1]] })}`;

  it('is read to documents, warnings or an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: sample.length }), fc.nat({ max: 9 }), async (at, how) => {
        await soundRead(statuspageJson, damaged(sample, at, how));
      }),
      { numRuns: 60 },
    );
  });

  it('of other shapes likewise', async () => {
    const keys = fc.constantFrom(
      ...Object.keys(incident([first])),
      ...Object.keys(first),
      'name',
      'code',
    );
    const other = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('', ' ', '9999-12-31T23:59:59Z', -1),
    );
    await fc.assert(
      fc.asyncProperty(keys, other, async (key, value) => {
        const text = JSON.stringify(
          { page, incidents: [versions[4]?.[1]] },
          (name, inner: unknown) => (name === key ? value : inner),
        );
        await soundRead(statuspageJson, text);
      }),
      { numRuns: 150 },
    );
  });

  it('of any text likewise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (text) => {
        await soundRead(statuspageJson, text);
      }),
      { numRuns: 60 },
    );
  });
});
