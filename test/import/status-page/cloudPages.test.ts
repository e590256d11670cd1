// Pages written by hand in the layouts of vendors, as they are when copied; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { pageSummaries } from './pageSummary.ts';

describe('Google Cloud', () => {
  it('has a table whose text stands below the time', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Google Cloud Service Health',
      'Incidents',
      'Incident affecting Compute Engine, Networking',
      'Elevated latency in us-east1',
      'Incident began at 2024-12-17 03:05 and ended at 2024-12-17 04:18 (all times are US/Pacific).',
      'Previously affected location(s)',
      'South Carolina (us-east1)',
      'Date\tTime\tDescription',
      '17 Dec 2024\t04:25 PST',
      'The issue with Compute Engine has been resolved for all affected users as of Tuesday, 2024-12-17 04:18 US/Pacific.',
      '17 Dec 2024\t03:40 PST',
      'Summary: Elevated latency',
      'Description: We are investigating.',
      'All times are US/Pacific',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Elevated latency in us-east1',
        name: 'Google Cloud',
        components: ['Compute Engine', 'Networking'],
        updates: ['update 2024-12-17T11:40', 'update 2024-12-17T12:25'],
        notes: ['Previously affected location(s): South Carolina (us-east1)'],
      },
    ]);
    expect(warnings).toEqual([
      'no update names a status; each is taken as "update"',
      'PST is taken as UTC-8:00; it can also mean the time of Asia/Manila',
      'this line is kept as a note: it was not understood',
    ]);
  });

  it('has a table with bars', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Incident affecting Cloud Run',
      'Deployments failing',
      'Incident began at 2024-07-02 22:05 and ended at 2024-07-03 00:18 (all times are US/Pacific).',
      'Date | Time | Description',
      '--- | --- | ---',
      '3 Jul 2024 | 00:25 PDT | The issue has been resolved.',
      '2 Jul 2024 | 23:40 PDT | We are mitigating.',
      '2 Jul 2024 | 22:40 PDT | We are experiencing an issue.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Deployments failing',
        name: 'status page',
        components: ['Cloud Run'],
        updates: ['update 2024-07-03T05:40', 'update 2024-07-03T06:40', 'update 2024-07-03T07:25'],
      },
    ]);
    expect(warnings).toEqual(['no update names a status; each is taken as "update"']);
  });
});

describe('AWS', () => {
  it('tells the year in its title', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Service health - Dec 17, 2024',
      'Increased Error Rates',
      'Dec 17 4:20 PM PST Between 2:10 PM and 3:55 PM PST, we experienced increased error rates. The issue has been resolved.',
      'Dec 17 3:30 PM PST We continue to work on it.',
      'Dec 17 2:31 PM PST We are investigating increased error rates.',
      'Affected AWS services',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Service health - Dec 17, 2024',
        name: 'status page',
        updates: ['update 2024-12-17T22:31', 'update 2024-12-17T23:30', 'update 2024-12-18T00:20'],
        notes: ['Increased Error Rates'],
      },
    ]);
    expect(warnings).toEqual([
      'no update names a status; each is taken as "update"',
      'PST is taken as UTC-8:00; it can also mean the time of Asia/Manila',
      'this line is kept as a note: it was not understood',
    ]);
  });

  it('has a title with a status', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Amazon Elastic Compute Cloud (N. Virginia)',
      '[RESOLVED] Increased API Error Rates',
      'Dec 17, 2024',
      '11:40 PM PST We are investigating increased error rates.',
      '11:58 PM PST We have found the cause.',
      'Dec 18, 12:31 AM PST Between 11:10 PM and 12:15 AM PST we experienced increased error rates. The issue has been resolved and the service is operating normally.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Amazon Elastic Compute Cloud (N. Virginia)',
        name: 'status page',
        updates: ['update 2024-12-18T07:40', 'update 2024-12-18T07:58', 'update 2024-12-18T08:31'],
        notes: ['[RESOLVED] Increased API Error Rates'],
      },
    ]);
    expect(warnings).toEqual([
      'no update names a status; each is taken as "update"',
      'PST is taken as UTC-8:00; it can also mean the time of Asia/Manila',
      'this line is kept as a note: it was not understood',
    ]);
  });

  it('has times above texts in an archive', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Amazon S3 status',
      'August 20, 2010, 3:50 pm',
      'Starting at 2:12PM PDT requests timed out. The service was fully recovered by 2:33PM PDT.',
      'August 20, 2010, 3:32 pm',
      'We are investigating timeouts.',
    ]);
    expect(incidents).toEqual([
      { name: 'Amazon S3', updates: ['update 2010-08-20T15:32', 'update 2010-08-20T15:50'] },
    ]);
    expect(warnings).toEqual([
      'no update names a status; each is taken as "update"',
      'no zone is named for "August 20, 2010, 3:32 pm" and the like; UTC is assumed',
    ]);
  });
});

describe('Slack and OVH', () => {
  it('have times of day behind texts, the newest first', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Slack System Status',
      'Thursday July 11, 2024',
      'Incident',
      'Trouble loading messages',
      'Issue Summary:',
      'On July 11, 2024, from 12:10 PM PDT to 12:12 PM PDT, users had trouble loading messages.',
      '3:23 PM PDT',
      'From approximately 12:10 PM to 12:12 PM PDT, some users had trouble.',
      '12:42 PM PDT',
      'Features affected',
      'Messaging',
      'Notifications',
      'Status',
      'Incident',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Trouble loading messages',
        name: 'Slack',
        components: ['Messaging', 'Notifications'],
        updates: ['update 2024-07-11T19:42', 'update 2024-07-11T22:23'],
      },
    ]);
    expect(warnings).toEqual(['no update names a status; each is taken as "update"']);
  });

  it('have comments', async () => {
    const { incidents, warnings } = await pageSummaries([
      'OVHcloud Network Status',
      'FS#12345 — RBX / vRack',
      'Statut: Fermé',
      'Date de début: 17/12/2024 10:12',
      'Date de fin: 17/12/2024 11:02',
      'Commentaire de OVH - Mardi 17 décembre 2024, 10:40',
      'Nous intervenons sur le routeur.',
      'Commentaire de OVH - Mardi 17 décembre 2024, 11:05',
      'Le service est rétabli.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'FS#12345 — RBX / vRack',
        name: 'OVHcloud Network',
        updates: ['update 2024-12-17T10:40', 'update 2024-12-17T11:05'],
      },
    ]);
    expect(warnings).toEqual([
      'no update names a status; each is taken as "update"',
      'no zone is named for "Mardi 17 décembre 2024, 10:40" and the like; UTC is assumed',
    ]);
  });
});
