// Pages written by hand; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { pageSummaries } from './pageSummary.ts';

describe('the times of a page', () => {
  it('go past noon and midnight', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      '- investigating Mar 4, 2024, 11:58 AM UTC',
      'a',
      '- identified Mar 4, 2024, 12:01 PM UTC',
      'b',
      '- monitoring Mar 4, 2024, 11:59 PM UTC',
      'c',
      '- resolved Mar 5, 2024, 12:00 AM UTC',
      'd',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: [
          'investigating 2024-03-04T11:58',
          'identified 2024-03-04T12:01',
          'monitoring 2024-03-04T23:59',
          'resolved 2024-03-05T00:00',
        ],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('go past midnight without days', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'March 4, 2024',
      'Resolved',
      '12:10 AM UTC',
      'd',
      'Monitoring',
      '11:59 PM UTC',
      'c',
      'Identified',
      '12:01 PM UTC',
      'b',
      'Investigating',
      '11:58 AM UTC',
      'a',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: [
          'investigating 2024-03-04T11:58',
          'identified 2024-03-04T12:01',
          'monitoring 2024-03-04T23:59',
          'resolved 2024-03-05T00:10',
        ],
      },
    ]);
    expect(warnings).toEqual(['"12:10 AM UTC" is taken to be past midnight, on the next day']);
  });

  it('go past a change of the clocks', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      '- investigating Mar 31, 2024, 01:58 CET',
      'a',
      '- monitoring Mar 31, 2024, 03:05 CEST',
      'b',
      '- resolved Mar 31, 2024, 04:00 CEST',
      'c',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: [
          'investigating 2024-03-31T00:58',
          'monitoring 2024-03-31T01:05',
          'resolved 2024-03-31T02:00',
        ],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can have come twice', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      '- investigating Oct 27, 2024, 01:58 Europe/Paris',
      'a',
      '- monitoring Oct 27, 2024, 02:30 Europe/Paris',
      'b',
      '- resolved Oct 27, 2024, 04:00 Europe/Paris',
      'c',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: [
          'investigating 2024-10-26T23:58',
          'monitoring 2024-10-27T00:30',
          'resolved 2024-10-27T03:00',
        ],
      },
    ]);
    expect(warnings).toEqual([
      'Oct 27, 2024, 02:30 Europe/Paris came twice in Europe/Paris: the clock was put back; both are kept',
    ]);
  });

  it('can have a status and its sentence right behind them', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Database upgrade',
      'Mar 4, 2024 09:12 UTC Investigating We look.',
      'Mar 4, 2024 10:22 UTC Resolved The database is back.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Database upgrade',
        name: 'Acme',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be in many zones', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      '- investigating 2024-03-04 10:12 Europe/Paris',
      'a',
      '- identified 2024-03-04 10:20 +01:00',
      'b',
      '- monitoring 2024-03-04 10:30 GMT+1',
      'c',
      '- update 2024-03-04 10:40 (UTC+01:00)',
      'd',
      '- resolved 2024-03-04T09:52:00Z',
      'e',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: [
          'investigating 2024-03-04T09:12',
          'identified 2024-03-04T09:20',
          'monitoring 2024-03-04T09:30',
          'update 2024-03-04T09:40',
          'resolved 2024-03-04T09:52',
        ],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be days', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Resolved - Mar 6, 2024',
      'Done.',
      'Investigating - Mar 4, 2024',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['investigating 2024-03-04T00:00', 'resolved 2024-03-06T00:00'],
      },
    ]);
    expect(warnings).toEqual(['no zone is named for "Mar 4, 2024" and the like; UTC is assumed']);
  });

  it('can have their days above', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Mar 5, 2024',
      '00:22 UTC - Resolved - Done.',
      'Mar 4, 2024',
      '23:52 UTC - Identified - Found.',
      '09:12 UTC - Investigating - We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: [
          'investigating 2024-03-04T09:12',
          'identified 2024-03-04T23:52',
          'resolved 2024-03-05T00:22',
        ],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be times of day below one day', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Slow checkout',
      'Mar 4, 2024',
      '10:22am - Resolved',
      'Done.',
      '9:12am - Investigating',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'status page',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual(['no zone is named for "9:12am" and the like; UTC is assumed']);
  });

  it('can leave the order of day and month open', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Resolved - 05/03/2024 10:22 UTC',
      'Done.',
      'Investigating - 05/03/2024 09:12 UTC',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['investigating 2024-03-05T09:12', 'resolved 2024-03-05T10:22'],
      },
    ]);
    expect(warnings).toEqual([
      '"05/03/2024 09:12 UTC" is read with the day first; the document does not show its order',
    ]);
  });
});

describe('the year', () => {
  it('of the day at the foot is that of the updates', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Resolved',
      'Jan 01, 00:10 UTC',
      'Done.',
      'Investigating',
      'Dec 31, 23:50 UTC',
      'We look.',
      'Jan 2, 2025',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['investigating 2024-12-31T23:50', 'resolved 2025-01-01T00:10'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('that the texts tell is that of the updates, and said so', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Resolved',
      'Mar 04 at 10:22 UTC',
      'We expect the new platform by June 2, 2025.',
      'Investigating',
      'Mar 04 at 09:12 UTC',
      'As in our notice of March 1, 2025, we look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['investigating 2025-03-04T09:12', 'resolved 2025-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual(['no update tells its year; 2025 is taken from their texts']);
  });

  it('that a line tells which is not understood is that of the updates, and said so', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Resolved - Done.',
      'Dec 17, 10:40 UTC',
      'Investigating - We look.',
      'Dec 17, 10:02 UTC',
      'This page was made on Jan 3, 2026.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['investigating 2025-12-17T10:02', 'resolved 2025-12-17T10:40'],
        notes: ['This page was made on Jan 3, 2026.'],
      },
    ]);
    expect(warnings).toEqual([
      'no update tells its year; 2025 is taken from line 7',
      'this line is kept as a note: it was not understood',
    ]);
  });

  it('is open where texts tell several', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Resolved',
      'Mar 04 at 10:22 UTC',
      'It was like on March 1, 2019.',
      'Investigating',
      'Mar 04 at 09:12 UTC',
      'As in our notice of March 1, 2025, we look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['investigating Mar 04 at 09:12 UTC', 'resolved Mar 04 at 10:22 UTC'],
      },
    ]);
    expect(warnings).toEqual([
      'no day or year is known for "Mar 04 at 09:12 UTC"; it is kept as written only',
      'no day or year is known for "Mar 04 at 10:22 UTC"; it is kept as written only',
    ]);
  });

  it('and day can stand at the foot', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Slow checkout',
      '[10:22 UTC] Resolved: done',
      '[09:12 UTC] Investigating: we look',
      'December 17, 2024',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'status page',
        updates: ['investigating 2024-12-17T09:12', 'resolved 2024-12-17T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });
});
