// Pages written by hand; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readAll, statusPage } from '../../../src/import/public.ts';
import { pageSummaries } from './pageSummary.ts';

const page = [
  'Acme Status',
  'API errors',
  'Resolved',
  'Today at 10:18 UTC',
  'This incident has been resolved.',
  'Identified',
  'Today at 00:05 UTC',
  'The cause is a full disk.',
  'Investigating',
  'Yesterday at 23:50 UTC',
  'We are looking into elevated errors.',
];

const read = async (lines: readonly string[], documentName?: string) =>
  readAll(statusPage, lines.join('\n'), documentName === undefined ? {} : { documentName });

describe('days that a page calls today and yesterday', () => {
  it('count from the day in the name of the document', async () => {
    const { documents, warnings } = await read(page, 'acme-2024-12-17.txt');
    const said = documents[0]?.claims.filter(({ type }) => type === 'StatusPublished');
    expect(said?.map(({ occurredAt, item }) => [item, occurredAt.earliest])).toEqual([
      ['update 1', '2024-12-16T23:50:00.000Z'],
      ['update 2', '2024-12-17T00:05:00.000Z'],
      ['update 3', '2024-12-17T10:18:00.000Z'],
    ]);
    expect(warnings).toEqual([
      {
        place: 'document',
        message: `"Today at 10:18 UTC" and the like are counted from 2024-12-17, the day in the document's name`,
      },
    ]);
  });

  it('are kept as written where nothing tells of it, in their order', async () => {
    const { documents, warnings, errors } = await read(page, 'acme.txt');
    expect(errors).toEqual([]);
    const said = documents[0]?.claims.filter(({ type }) => type === 'StatusPublished');
    expect(said?.map(({ occurredAt }) => occurredAt)).toEqual([
      { written: 'Yesterday at 23:50 UTC' },
      { written: 'Today at 00:05 UTC' },
      { written: 'Today at 10:18 UTC' },
    ]);
    expect(warnings[0]).toEqual({
      place: 'document',
      message: `no day is known that "Today at 10:18 UTC" and the like count from; one in the document's name, as in page-2024-12-17.txt, would tell it`,
    });
    expect(warnings.map(({ place }) => place)).toEqual([
      'document',
      'update 1',
      'update 2',
      'update 3',
    ]);
  });

  it('stand behind a status, behind the text, and beside written days', async () => {
    const behind = await read(
      ['Acme Status', 'Lenteurs', 'Résolu - Aujourd’hui à 9:12 UTC', 'Tout va bien.'],
      '2024-12-17.txt',
    );
    expect(behind.documents[0]?.claims.at(-1)?.occurredAt.earliest).toBe(
      '2024-12-17T09:12:00.000Z',
    );
    const mixed = await read(
      [
        'Acme Status',
        'API errors',
        'Resolved',
        'This incident has been resolved.',
        'Yesterday, 08:00 UTC',
        'Investigating',
        'We are looking into it.',
        'Dec 14, 2024, 22:00 UTC',
      ],
      '2024-12-17.txt',
    );
    const said = mixed.documents[0]?.claims.filter(({ type }) => type === 'StatusPublished');
    expect(said?.map(({ occurredAt }) => occurredAt.earliest)).toEqual([
      '2024-12-14T22:00:00.000Z',
      '2024-12-16T08:00:00.000Z',
    ]);
  });

  it('begin a sentence too', async () => {
    const { incidents } = await pageSummaries([
      'Acme Status',
      'API errors',
      'Investigating - Mar 4, 2024, 11:58 UTC',
      'Today at 10:18 UTC, a disk was full.',
      'Yesterday at 10:18 UTC we saw the first signs.',
    ]);
    expect(incidents[0]?.updates).toEqual(['investigating 2024-03-04T11:58']);
  });

  it('are the same updates as with their days written', async () => {
    const days = { Today: 'Dec 17, 2024', Yesterday: 'Dec 16, 2024' } as const;
    const update = fc.record({
      day: fc.constantFrom('Today' as const, 'Yesterday' as const),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      status: fc.constantFrom('Investigating', 'Identified', 'Monitoring', 'Update'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(update, { minLength: 1, maxLength: 6 }), async (all) => {
        const inOrder = all.toSorted(
          (a, b) =>
            days[a.day].localeCompare(days[b.day]) || a.hour - b.hour || a.minute - b.minute,
        );
        const lines = (dayOf: (day: 'Today' | 'Yesterday') => string): readonly string[] => [
          'Acme Status',
          'API errors',
          ...inOrder.flatMap(({ day, hour, minute, status }, index) => [
            status,
            `${dayOf(day)} at ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')} UTC`,
            `We look, part ${index}.`,
          ]),
        ];
        const told = async (dayOf: (day: 'Today' | 'Yesterday') => string) => {
          const { documents } = await read(lines(dayOf), '2024-12-17.txt');
          return documents[0]?.claims.map(({ type, item, occurredAt: { earliest } }) => [
            type,
            item,
            earliest,
          ]);
        };
        expect(await told((day) => day)).toEqual(await told((day) => days[day]));
      }),
      { numRuns: 50 },
    );
  });
});
