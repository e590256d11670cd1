import { describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import { claims as claimsView, createLedger, memoryStore, orThrow } from '../../../src/index.ts';
import { githubStatus } from '../../../src/import/github-status/githubStatus.ts';
import type { ReadResult } from '../../../src/import/readAll.ts';
import { readAll } from '../../../src/import/readAll.ts';
import { instant } from '../../../src/primitives/instant.ts';
import { localized } from '../../../src/primitives/text.ts';
import { minutes, ofType, updatesOf } from '../read.ts';
import { damaged, soundRead } from '../soundRead.ts';

/** Machines differ; how long it takes is no part of what is tested. */
jest.setTimeout(60_000);

type Json = Readonly<Record<string, unknown>>;

// Written by hand in the shape of the data set; the incident is made up.
const said = (at: string, status: string, message = `${status}.`): Json => ({
  at: `2025-03-04T${at}:00Z`,
  status,
  message,
});

const summary =
  'On March 4, 2025, between 09:48 UTC and 10:41 UTC the Example service was degraded. We mitigated the incident by rolling back.';

const updates = [
  said(
    '10:02',
    'Investigating',
    'We are investigating reports of degraded performance for Example.',
  ),
  said('10:09', 'Update', 'We are looking into it.'),
  said('10:09', 'Update', 'Still looking.'),
  said('10:30', 'Resolved', summary),
];

const incident = (more: Json = {}): Json => ({
  id: '123',
  entry_id: 'tag:www.githubstatus.com,2005:Incident/123',
  title: 'Incident with Example',
  url: 'https://www.githubstatus.com/incidents/abc',
  published_at: '2025-03-04T10:30:00Z',
  updated_at: '2025-03-06T18:00:12Z',
  status_sequence: ['Investigating', 'Update', 'Update', 'Resolved'],
  started_at: '2025-03-04T10:02:00Z',
  resolved_at: '2025-03-04T10:30:00Z',
  impact_window: {
    start_at: '2025-03-04T09:48:00Z',
    end_at: '2025-03-04T10:41:00Z',
    source: 'postmortem',
    context: summary,
  },
  downtime_start: '2025-03-04T09:48:00Z',
  downtime_end: '2025-03-04T10:41:00Z',
  duration_minutes: 53,
  updates,
  impact: 'minor',
  components: ['Actions', 'Pages'],
  ...more,
});

/** Nothing but what the page itself says. */
const bare = { impact_window: null, components: [], downtime_start: null, downtime_end: null };

const read = (...values: readonly unknown[]): Promise<ReadResult> =>
  readAll(githubStatus, values.map((value) => JSON.stringify(value)).join('\n'));

const claimsOf = async (value: Json) => {
  const { documents, errors } = await read(value);
  if (errors.length > 0 || documents.length !== 1) throw new Error(JSON.stringify(errors));
  return documents[0]?.claims ?? [];
};

describe('the data set of GitHub’s status page', () => {
  it('gives each update once, by its minute and status', async () => {
    const { documents, warnings } = await read(incident());
    expect(warnings).toEqual([]);
    expect(documents).toMatchObject([
      {
        sourceKey: 'github-status:123',
        incidentId: 'github-status-123',
        complete: true,
        title: { en: 'Incident with Example' },
      },
    ]);
    const claims = documents[0]?.claims ?? [];
    expect(updatesOf(claims)).toEqual([
      'investigating 2025-03-04T10:02',
      'update 2025-03-04T10:09',
      'update 2025-03-04T10:09',
      'resolved 2025-03-04T10:30',
    ]);
    expect(ofType(claims, 'StatusPublished').map(({ item }) => item)).toEqual([
      'update 2025-03-04T10:02 investigating',
      'update 2025-03-04T10:09 update',
      'update 2025-03-04T10:09 update 2',
      'update 2025-03-04T10:30 resolved',
    ]);
    expect(ofType(claims, 'StatusPublished')[0]?.occurredAt).toEqual({
      earliest: '2025-03-04T10:02:00.000Z',
      latest: '2025-03-04T10:02:59.999Z',
    });
  });

  it('lets the page speak for its texts, and the data set for what was read out of them', async () => {
    const claims = await claimsOf(incident());
    const told = (['ImpactStarted', 'ImpactEnded'] as const).flatMap((type) =>
      ofType(claims, type).map(
        ({ source, data, occurredAt }) =>
          `${source.kind} ${type} ${data.impactId} ${minutes(occurredAt)}`,
      ),
    );
    expect(told).toEqual([
      'status-page ImpactStarted main ..2025-03-04T10:30',
      'status-page ImpactStarted main-2 ..2025-03-04T10:30',
      'import ImpactStarted main 2025-03-04T09:48',
      'import ImpactStarted main-2 2025-03-04T09:48',
      'status-page ImpactStarted main 2025-03-04T09:48',
      'status-page ImpactStarted main-2 2025-03-04T09:48',
      'import ImpactEnded main 2025-03-04T10:41',
      'import ImpactEnded main-2 2025-03-04T10:41',
      'status-page ImpactEnded main 2025-03-04T10:41',
      'status-page ImpactEnded main-2 2025-03-04T10:41',
    ]);
    expect(ofType(claims, 'ImpactMeasured')).toMatchObject([
      { source: { kind: 'import' }, data: { durationMs: 53 * 60_000 } },
    ]);
    const guessed = await claimsOf(incident({ components_source: 'a model' }));
    expect(ofType(guessed, 'ImpactStarted')[0]?.source.kind).toBe('import');
  });

  it('compares the published period with the actual one', async () => {
    const { documents } = await read(incident());
    const ledger = createLedger({ store: memoryStore() });
    for (const document of documents) await orThrow(ledger.record(document));
    const id = documents[0]?.incidentId ?? ('' as never);
    const { actual } = await orThrow(ledger.view(id, claimsView));
    expect([actual.from, actual.to, actual.ms]).toEqual([
      '2025-03-04T09:48:00.000Z',
      '2025-03-04T10:41:00.000Z',
      53 * 60_000,
    ]);
  });

  it('makes no impact of the published period', async () => {
    const published = {
      impact_window: null,
      downtime_start: '2025-03-04T10:02:00Z',
      downtime_end: '2025-03-04T10:30:00Z',
      duration_minutes: 28,
      updates: [...updates.slice(0, 3), said('10:30', 'Resolved')],
      components: [],
    };
    const claims = await claimsOf(incident(published));
    expect(claims.filter(({ type }) => type.startsWith('Impact'))).toEqual([]);
    const other = await claimsOf(
      incident({ ...published, downtime_start: '2025-03-04T09:50:00Z' }),
    );
    expect(ofType(other, 'ImpactStarted')).toMatchObject([{ source: { kind: 'import' } }]);
  });

  it('reads a maintenance', async () => {
    const planned = [
      said('09:00', 'Scheduled'),
      said('10:00', 'In progress'),
      said('10:30', 'Completed'),
    ];
    const claims = await claimsOf(
      incident({ updates: planned, impact: 'maintenance', impact_window: null }),
    );
    expect(ofType(claims, 'Declared')[0]?.data.kind).toBe('maintenance');
    expect(ofType(claims, 'StatusPublished').map(({ data }) => data.status)).toEqual([
      'scheduled',
      'in_progress',
      'completed',
    ]);
  });

  it('adds only what a later version has new', async () => {
    const ledger = createLedger({ store: memoryStore() });
    const record = async (value: Json) => {
      const [document] = (await read(value)).documents;
      if (!document) throw new Error('no document');
      const { appended, corrected, retracted } = await orThrow(ledger.record(document));
      return [appended.length, corrected.length, retracted.length];
    };
    const early = { ...bare, updates: updates.slice(0, 2), updated_at: '2025-03-04T10:10:00Z' };
    expect(await record(incident(early))).toEqual([4, 0, 0]);
    const grown = { ...bare, updates: updates.slice(0, 3), updated_at: '2025-03-04T10:11:00Z' };
    expect(await record(incident(grown))).toEqual([1, 0, 0]);
    const edited = {
      ...grown,
      updates: [said('10:02', 'Investigating', 'Edited.'), ...updates.slice(1, 3)],
    };
    expect(await record(incident({ ...edited, updated_at: '2025-03-04T10:12:00Z' }))).toEqual([
      0, 1, 0,
    ]);
    expect(await record(incident({ ...edited, updated_at: '2025-03-04T10:13:00Z' }))).toEqual([
      0, 0, 0,
    ]);
  });

  it('says what it leaves out, and what it is not', async () => {
    const result = await read(incident({ updates: [{ at: 'noon' }] }), { other: 1 }, incident());
    expect(result.leftOut).toEqual([
      { place: 'line 1', reason: 'the incident has no update with a time' },
      { place: 'line 2', reason: 'it is no incident of the data set' },
    ]);
    expect(result.warnings.map(({ place }) => place)).toEqual([
      'line 1, updates[0].at',
      'line 1, updates[0]',
    ]);
    expect(result.documents).toHaveLength(1);
    expect((await read({ incidents: [] })).errors).toMatchObject([{ _tag: 'OtherShape' }]);
    expect((await read()).errors).toMatchObject([{ _tag: 'EmptyDocument' }]);
    expect(githubStatus.recognise(JSON.stringify(incident()))).toBe(0.95);
    expect(githubStatus.recognise('resolved "impact_window": x')).toBe(0);
  });
});

const minute = fc.integer({ min: 0, max: 59 }).map((at) => `10:${String(at).padStart(2, '0')}`);
const anyUpdates = fc
  .array(
    fc.tuple(minute, fc.constantFrom('Investigating', 'Update', 'Monitoring', 'In progress')),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((list) => list.toSorted().map(([at, status], index) => said(at, status, `Text ${index}.`)));

describe('any incident of the data set', () => {
  it('printed in its format gives its updates back, in a list or by lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyUpdates, { minLength: 1, maxLength: 3 }), async (lists) => {
        const incidents = lists.map((list, index) =>
          incident({ id: String(index), updates: list }),
        );
        const lines = await read(...incidents);
        expect(lines.documents).toHaveLength(lists.length);
        for (const [index, { claims }] of lines.documents.entries()) {
          const told = ofType(claims, 'StatusPublished').map(({ data, occurredAt }) =>
            [occurredAt.earliest, data.status, ...Object.values(localized(data.text))].join('|'),
          );
          const printed = lists[index]?.map(({ at, status, message }) =>
            [instant(String(at)), String(status).toLowerCase().replace(' ', '_'), message].join(
              '|',
            ),
          );
          expect(told).toEqual(printed);
        }
        const list = await read(incidents);
        expect(list.documents.map(({ claims }) => claims)).toEqual(
          lines.documents.map(({ claims }) => claims),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('lasted no longer than anything can', async () => {
    const text = JSON.stringify(incident({ duration_minutes: 3e303 }));
    await soundRead(githubStatus, text);
    const { warnings } = await readAll(githubStatus, text);
    expect(warnings.map(({ message }) => message)).toContain(
      'nothing lasted 3e+303 minutes: the duration is left out',
    );
  });

  it('damaged is read to documents, warnings or an error', async () => {
    const sample = [incident(), incident({ id: '124' })]
      .map((each) => JSON.stringify(each))
      .join('\n');
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: sample.length }), fc.nat({ max: 9 }), async (at, how) => {
        await soundRead(githubStatus, damaged(sample, at, how));
      }),
      { numRuns: 100 },
    );
    const keys = fc.constantFrom(...Object.keys(incident()), 'at', 'status', 'message', 'start_at');
    const other = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('', '9999-12-31T23:59:59Z'),
    );
    await fc.assert(
      fc.asyncProperty(keys, other, async (key, value) => {
        const text = JSON.stringify(incident(), (name, inner: unknown) =>
          name === key ? value : inner,
        );
        await soundRead(githubStatus, text);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the prose of its updates', () => {
  const period = async (message: string) => {
    const list = [said('10:02', 'Investigating'), said('23:59', 'Resolved', message)];
    const claims = await claimsOf(incident({ ...bare, updates: list }));
    return [...ofType(claims, 'ImpactStarted'), ...ofType(claims, 'ImpactEnded')].map(
      ({ occurredAt }) => minutes(occurredAt).slice(5),
    );
  };

  it('tells periods in the ways people write them', async () => {
    const [from, to] = ['03-04T09:48', '03-04T10:41'];
    for (const message of [
      'On 3/4/2025, between 9:48 AM and 10:41 AM UTC, requests failed.',
      'Beginning at 09:48 UTC on March 4 and lasting until 10:41 UTC, some users saw errors.',
      'Starting at 9:48 AM UTC on March 4, 2025 and ending on March 4, 2025 10:41 UTC services were degraded.',
      'On March 4th, between 4:48 AM and 5:41 AM Eastern, requests failed.',
      'On March 4, 2025, from 09:48-10:41 UTC requests failed.',
      'From March 4 09:48 UTC to March 4 10:41 UTC requests failed.',
    ]) {
      expect([message, ...(await period(message))]).toEqual([message, from, to]);
    }
  });

  it('may speak of times after the one displayed, once it was edited later', async () => {
    const message = 'Between 09:48 UTC and 23:58 UTC on March 4 requests failed.';
    const list = [said('10:02', 'Investigating'), said('10:30', 'Resolved', message)];
    const ended = async (at: string) =>
      ofType(await claimsOf(incident({ ...bare, updates: list, updated_at: at })), 'ImpactEnded')
        .length;
    expect(await ended('2025-03-06T18:00:12Z')).toBe(1);
    expect(await ended('2025-03-04T10:30:00Z')).toBe(0);
  });
});

describe('an incident with nothing but what the page shows', () => {
  it('is read, and its downtime is that of its updates', async () => {
    const list = [said('10:02', 'Investigating'), said('10:30', 'Resolved')];
    const shown = { id: '123', title: 'Incident', impact: 'minor', updates: list };
    const [first, last] = [list[0]?.['at'], list[1]?.['at']];
    const claims = await claimsOf({ ...shown, downtime_start: first, downtime_end: last });
    expect(updatesOf(claims)).toEqual([
      'investigating 2025-03-04T10:02',
      'resolved 2025-03-04T10:30',
    ]);
    expect(ofType(claims, 'ImpactStarted')).toEqual([]);
  });
});
