// Pages written by hand in the layouts of vendors, as they are when copied; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { pageSummaries } from './pageSummary.ts';

describe('StatusCast and Status.io', () => {
  it('have the present status on top and times above', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Cyberdyne Status',
      'Import API',
      'Incident',
      'Resolved',
      'Started: 12/17/2024 10:12 AM EST',
      'Ended: 12/17/2024 11:40 AM EST',
      'Affected Components:',
      'Import API - Service Unavailable',
      '12/17/2024 11:40 AM EST',
      'Resolved: Done.',
      '12/17/2024 10:12 AM EST',
      'Investigating: We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Import API',
        name: 'Cyberdyne',
        components: ['Import API: full'],
        updates: ['investigating 2024-12-17T15:12', 'resolved 2024-12-17T16:40'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('show with the first post that the incident is closed, and no status with later ones', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Import API',
      'Dec-17, 9:47am EST',
      '[closed]',
      'Imports fail since the morning of December 17, 2024.',
      'Dec-17, 11:00am EST',
      'We have more machines now.',
      'All is well.',
      'Dec-18, 3:58pm EST',
      'There was too much traffic.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Import API',
        name: 'status page',
        updates: ['update 2024-12-17T14:47', 'update 2024-12-17T16:00', 'update 2024-12-18T20:58'],
      },
    ]);
    expect(warnings).toEqual(['no update tells its year; 2024 is taken from their texts']);
  });

  it('have a time in a text that is written in another way than theirs', async () => {
    const { incidents } = await pageSummaries([
      'Import API',
      'Dec 17, 2024 9:47 EST',
      'Investigating',
      'The first job failed. Its log says:',
      '2024-12-17T14:31:02Z',
      'ERROR out of memory',
      'Dec 17, 2024 11:00 EST',
      'Resolved',
      'Done.',
    ]);
    expect(incidents[0]?.updates).toEqual([
      'investigating 2024-12-17T14:47',
      'resolved 2024-12-17T16:00',
    ]);
  });

  it('tell each time in two zones', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Wayne Status',
      'Incident Status',
      'Service Disruption',
      'Components',
      'Checkout, Search',
      'Locations',
      'Europe',
      'December 17, 2024 10:18AM CET',
      '09:18 UTC',
      '[Resolved] All is well.',
      'December 17, 2024 9:40AM CET',
      '08:40 UTC',
      '[Identified] We know the cause.',
      'December 17, 2024 9:05AM CET',
      '08:05 UTC',
      '[Investigating] We look.',
    ]);
    expect(incidents).toEqual([
      {
        name: 'Wayne',
        components: ['Checkout', 'Search'],
        updates: [
          'investigating 2024-12-17T08:05',
          'identified 2024-12-17T08:40',
          'resolved 2024-12-17T09:18',
        ],
        notes: ['Locations: Europe'],
      },
    ]);
    expect(warnings).toEqual(['this line is kept as a note: it was not understood']);
  });

  it('tell both with their days', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Search problems',
      'Incident Status: Service Disruption',
      'Components: Checkout, Search',
      'Locations: Europe',
      'December 17, 2024 10:18 CET',
      'December 17, 2024 09:18 UTC',
      '[Resolved] All is well.',
      'December 17, 2024 09:05 CET',
      'December 17, 2024 08:05 UTC',
      '[Investigating] We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Search problems',
        name: 'status page',
        components: ['Checkout', 'Search'],
        updates: ['investigating 2024-12-17T08:05', 'resolved 2024-12-17T09:18'],
        notes: ['Locations: Europe'],
      },
    ]);
    expect(warnings).toEqual(['this line is kept as a note: it was not understood']);
  });
});

describe('Hund, Sorry, StatusPal and Heroku', () => {
  it('have words of their own', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Tyrell Status',
      'Degraded search',
      'Resolved',
      'Started Dec 17, 2024 09:05 UTC',
      'Ended Dec 17, 2024 10:18 UTC',
      'Affects Search, API',
      'Updates',
      'Resolved',
      'Dec 17, 2024 10:18 UTC',
      'All is well.',
      'Monitoring',
      'Dec 17, 2024 10:02 UTC',
      'We watch.',
      'Assessed',
      'Dec 17, 2024 09:30 UTC',
      'We know the extent.',
      'Investigating',
      'Dec 17, 2024 09:05 UTC',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Degraded search',
        name: 'Tyrell',
        components: ['Search', 'API'],
        updates: [
          'investigating 2024-12-17T09:05',
          'assessed 2024-12-17T09:30',
          'monitoring 2024-12-17T10:02',
          'resolved 2024-12-17T10:18',
        ],
      },
    ]);
    expect(warnings).toEqual(['the status "assessed" is kept as it stands']);
  });

  it('label what is affected', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Stark Status',
      'Login trouble',
      'Unplanned',
      'Resolved',
      'Began at: 17 Dec 2024, 09:05 UTC',
      'Affected: Login, API',
      'Resolved',
      '17 Dec 2024, 10:18 UTC',
      'All is well.',
      'Recovering',
      '17 Dec 2024, 10:02 UTC',
      'Nearly there.',
      'Investigating',
      '17 Dec 2024, 09:05 UTC',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Login trouble',
        name: 'Stark',
        components: ['Login', 'API'],
        updates: [
          'investigating 2024-12-17T09:05',
          'recovering 2024-12-17T10:02',
          'resolved 2024-12-17T10:18',
        ],
        notes: ['Unplanned'],
      },
    ]);
    expect(warnings).toEqual([
      'the status "recovering" is kept as it stands',
      'this line is kept as a note: it was not understood',
    ]);
  });

  it('have words of their own behind which the text stands', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Wonka Status',
      'Slow search',
      'Tuesday 17th December 2024',
      'Resolved',
      'All is well.',
      'Dec 17, 2024, 10:18 UTC',
      'Issue',
      'Search is slow.',
      'Dec 17, 2024, 09:05 UTC',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow search',
        name: 'Wonka',
        updates: ['issue 2024-12-17T09:05', 'resolved 2024-12-17T10:18'],
      },
    ]);
    expect(warnings).toEqual(['the status "issue" is kept as it stands']);
  });

  it('can begin with such a word', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Heroku Status',
      'Incident 2650',
      'Elevated errors',
      'Resolved',
      'Issue',
      'Dec 17, 2024 09:05 UTC',
      'Engineers are investigating.',
      'Update',
      'Dec 17, 2024 09:40 UTC',
      'We continue.',
      'Resolved',
      'Dec 17, 2024 11:05 UTC',
      'All fine.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Incident 2650',
        name: 'Heroku',
        updates: ['issue 2024-12-17T09:05', 'update 2024-12-17T09:40', 'resolved 2024-12-17T11:05'],
        notes: ['Elevated errors'],
      },
    ]);
    expect(warnings).toEqual([
      'the status "issue" is kept as it stands',
      'this line is kept as a note: it was not understood',
    ]);
  });
});

describe('Cachet and UptimeRobot', () => {
  it('set the first post below the title, with its time and no status', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'API latency',
      'Mar 4, 2024 at 09:12 UTC',
      'We are investigating slow answers of the API.',
      'Fixed',
      'Mar 4, 2024 at 10:22 UTC',
      'The queue is empty.',
      'Identified',
      'Mar 4, 2024 at 09:40 UTC',
      'The database is overloaded.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'API latency',
        name: 'Acme',
        updates: [
          'update 2024-03-04T09:12',
          'identified 2024-03-04T09:40',
          'resolved 2024-03-04T10:22',
        ],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('set times above posts that have no status but for the last', async () => {
    const { incidents } = await pageSummaries([
      'Acme Shop',
      'Service status',
      'Ongoing incident: payments',
      'Mar 04, 2024, 09:12 GMT+1',
      'We have an issue with the payment provider.',
      'Mar 04, 2024, 10:22 GMT+1',
      'Resolved: all is well.',
    ]);
    expect(incidents.map(({ updates }) => updates)).toEqual([
      ['update 2024-03-04T08:12', 'resolved 2024-03-04T09:22'],
    ]);
  });
});

describe('what is affected', () => {
  it('ends where the times of the incident begin', async () => {
    const { incidents } = await pageSummaries([
      'Acme Status',
      'Problems with emails',
      'Components',
      'Mail',
      'EU Site - Performance degradation',
      'Began at: 4 March 2024 9:12am GMT',
      'Ended at: 4 March 2024 10:22am GMT',
      'Resolved',
      '4 March 2024 10:22am GMT',
      'Mails are sent again.',
      'Investigating',
      '4 March 2024 9:12am GMT',
      'Mails are delayed.',
    ]);
    expect(incidents[0]?.components).toEqual(['Mail', 'EU Site: degraded']);
  });
});
