import { describe, expect, it } from '@jest/globals';
import type { Claim } from '../../../src/events/claim.ts';
import { readAll } from '../../../src/import/readAll.ts';
import { statuspageJson } from '../../../src/import/statuspage/statuspageJson.ts';
import { minutes, ofType } from '../read.ts';

const at = (month: string, day: string, time: string): string =>
  `${month} <var data-var='date'>${day}</var>, <var data-var='time'>${time}</var>`;
const time = (clock: string): string => `<var data-var='time'>${clock}</var>`;

/** Reduced by hand from the shape of a published history.json; no real page is in it. */
const history = (timestamp: string, more: object = {}, page: object = {}) => ({
  page_status: {
    page: { id: 'page1', name: 'Acme', url: 'https://status.acme.example', ...page },
    status: { indicator: 'none' },
  },
  components: [{ id: 'c1', name: 'API' }],
  months: [
    {
      name: 'January',
      year: 2026,
      starts_on: 4,
      days: 31,
      incidents: [
        {
          code: 'inc1',
          name: 'Elevated errors',
          message: 'This incident has been resolved.',
          impact: 'major',
          timestamp,
          ...more,
        },
      ],
    },
  ],
});

const read = (value: unknown) => readAll(statuspageJson, JSON.stringify(value));

const periodOf = (claims: readonly Claim[] = []): readonly string[] => [
  ...ofType(claims, 'Declared').map(({ occurredAt }) => minutes(occurredAt)),
  ...ofType(claims, 'StatusPublished').map(({ occurredAt }) => minutes(occurredAt)),
];

describe('the history of a Statuspage', () => {
  it('gives each incident by its code, with its first and its last update', async () => {
    const { documents, leftOut, warnings } = await read(
      history(`${at('Jan', '10', '00:17')} - ${time('01:30')} UTC`),
    );
    expect(warnings).toEqual([]);
    expect(leftOut.map(({ place }) => place)).toEqual(['line 1, components']);
    expect(documents).toMatchObject([
      {
        sourceKey: 'statuspage-json:history/page1-inc1',
        incidentId: 'page1-inc1',
        title: { en: 'Elevated errors' },
      },
    ]);
    const claims = documents[0]?.claims;
    expect(periodOf(claims)).toEqual(['..2026-01-10T00:17', '2026-01-10T01:30']);
    expect(claims?.map(({ type }) => type)).toEqual([
      'Declared',
      'SeverityAssigned',
      'StatusPublished',
    ]);
    expect(claims?.[0]?.source).toMatchObject({
      kind: 'status-page',
      name: 'page1',
      url: 'https://status.acme.example/incidents/inc1',
    });
  });

  it.each([
    [
      'goes past the end of a year',
      `${at('Dec', '31', '23:44')} - ${at('Jan', ' 1', '02:27')} UTC`,
      {},
      ['..2025-12-31T23:44', '2026-01-01T02:27'],
    ],
    [
      'can have one time only',
      `${at('Jan', ' 5', '00:34')} UTC`,
      {},
      ['..2026-01-05T00:34', '2026-01-05T00:34'],
    ],
    [
      'has letters mean the zone that the page is in',
      `${at('Jan', '14', '14:31')} - ${time('14:32')} CST`,
      { time_zone: 'Asia/Shanghai' },
      ['..2026-01-14T06:31', '2026-01-14T06:32'],
    ],
    [
      'is in the zone of the page where no letters stand',
      at('Jan', '14', '14:31'),
      { time_zone: 'Europe/Paris' },
      ['..2026-01-14T13:31', '2026-01-14T13:31'],
    ],
  ])('%s', async (_, timestamp, page, period) => {
    const { documents } = await read(history(timestamp, {}, page));
    expect(periodOf(documents[0]?.claims)).toEqual(period);
  });

  it.each([
    ['This incident has been resolved.', 'resolved'],
    ['<p>The issue is now resolved, thank you.</p>', 'resolved'],
    ['The scheduled maintenance has been completed.', 'completed'],
    ['We are looking into how this incident has been resolved.', 'update'],
    ['', 'update'],
  ])('has the status that its last text says: %s', async (message, status) => {
    const { documents } = await read(history(`${at('Jan', '5', '00:34')} UTC`, { message }));
    const [published] = ofType(documents[0]?.claims ?? [], 'StatusPublished');
    expect(published?.data.status).toBe(status);
  });

  it('tells maintenances from incidents', async () => {
    const { documents } = await read(
      history(`${at('Jan', '5', '00:34')} UTC`, { impact: 'maintenance' }),
    );
    const [declared] = ofType(documents[0]?.claims ?? [], 'Declared');
    expect(declared?.data.kind).toBe('maintenance');
  });

  it('leaves out what has no time or code, and keeps as written what has no year', async () => {
    const none = await read(history(''));
    expect(none.leftOut[0]).toEqual({
      place: 'months[0].incidents[0]',
      reason: 'the incident names no time',
    });
    const uncoded = await read(history(`${at('Jan', '5', '00:34')} UTC`, { code: null }));
    expect(uncoded.leftOut[0]?.place).toBe('months[0].incidents[0]');
    const { months, ...rest } = history(`${at('Jan', '5', '00:34')} UTC`);
    const undated = await read({ ...rest, months: months.map(({ year: _, ...month }) => month) });
    expect(undated.warnings.map(({ place }) => place)).toContain(
      'months[0].incidents[0].timestamp',
    );
  });

  it('is recognised, and read among others in a list', async () => {
    const value = history(`${at('Jan', '5', '00:34')} UTC`);
    expect(statuspageJson.recognise(JSON.stringify(value))).toBeGreaterThan(0.7);
    const { documents } = await read([value, value]);
    expect(documents.map(({ sourceKey }) => sourceKey)).toEqual([
      'statuspage-json:history/page1-inc1',
      'statuspage-json:history/page1-inc1',
    ]);
  });
});
