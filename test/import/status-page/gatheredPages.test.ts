// Pages written by hand in the layouts of vendors, as they are when copied; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { pageSummaries } from './pageSummary.ts';

describe('pages that gather those of others', () => {
  it('label the times of the incident', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Initech incident',
      '',
      'Elevated mail delays',
      '',
      'Minor Resolved View vendor source →',
      '',
      'Initech experienced a minor incident on June 19, 2016 affecting Account System, lasting 6h 55m. The incident has been resolved; the full update timeline is below.',
      '',
      'Started',
      'Jun 19, 2016, 11:58 PM UTC',
      'Resolved',
      'Jun 20, 2016, 06:54 AM UTC',
      'Duration',
      '6h 55m',
      'Detected by Pingoru',
      'Jun 19, 2016, 11:58 PM UTC',
      '',
      'Affected components',
      '',
      'Account System',
      '',
      'Update timeline',
      '',
      '  1. investigating Jun 19, 2016, 11:58 PM UTC',
      '',
      "    We're looking at mail.",
      '',
      '  2. resolved Jun 20, 2016, 06:54 AM UTC',
      '',
      '    Mail flows again.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Elevated mail delays',
        name: 'Initech',
        level: 'minor',
        components: ['Account System'],
        updates: ['investigating 2016-06-19T23:58', 'resolved 2016-06-20T06:54'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('keep a labelled time that no update has', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Initrode incident',
      '',
      'This is a drill',
      '',
      'Notice Resolved View vendor source →',
      '',
      'Initrode experienced a notice incident on August 4, 2022, lasting —. The incident has been resolved; the full update timeline is below.',
      '',
      'Started',
      'Aug 04, 2022, 10:22 AM UTC',
      'Resolved',
      'Aug 03, 2022, 10:38 AM UTC',
      'Duration',
      '—',
      'Detected by Pingoru',
      'Aug 04, 2022, 10:22 AM UTC',
      '',
      'Update timeline',
      '',
      '  1. investigating Aug 04, 2022, 10:22 AM UTC',
      '',
      '    One.',
      '',
      '  2. resolved Aug 04, 2022, 10:22 AM UTC',
      '',
      '    Three.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'This is a drill',
        name: 'Initrode',
        updates: ['investigating 2022-08-04T10:22', 'resolved 2022-08-04T10:22'],
        notes: ['Resolved: Aug 03, 2022, 10:38 AM UTC'],
      },
    ]);
    expect(warnings).toEqual(['this line is kept as a note: it was not understood']);
  });

  it('show planned work', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Hooli incident',
      'Database upgrade',
      'Maintenance Completed View vendor source →',
      'Hooli experienced a maintenance incident on May 11, 2021 affecting Console, lasting 2h. The incident has been resolved; the full update timeline is below.',
      'Affected components',
      'Console',
      'Update timeline',
      '- scheduled May 10, 2021, 02:35 AM UTC',
      'We will upgrade.',
      '- in_progress May 11, 2021, 02:00 AM UTC',
      'It has begun.',
      '- completed May 11, 2021, 04:00 AM UTC',
      'Done.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Database upgrade',
        name: 'Hooli',
        updates: [
          'scheduled 2021-05-10T02:35',
          'in_progress 2021-05-11T02:00',
          'completed 2021-05-11T04:00',
        ],
        notes: ['Components: Console'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('show texts behind times of day', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Outage in AWS',
      'Increased Invoke Error Rates',
      'Resolved Minor',
      'September 28, 2022 - Started over 1 year ago - Lasted about 4 hours',
      'Outage Details',
      '10:13 AM PDT We are investigating increased error rates for invokes.',
      '10:33 AM PDT We are investigating still.',
      '2:05 PM PDT The issue has been resolved.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Outage in AWS',
        name: 'status page',
        updates: ['update 2022-09-28T17:13', 'update 2022-09-28T17:33', 'update 2022-09-28T21:05'],
        notes: [
          'Increased Invoke Error Rates',
          'September 28, 2022 - Started over 1 year ago - Lasted about 4 hours',
        ],
      },
    ]);
    expect(warnings).toEqual([
      'no update names a status; each is taken as "update"',
      'this line is kept as a note: it was not understood',
      'this line is kept as a note: it was not understood',
    ]);
  });
});
