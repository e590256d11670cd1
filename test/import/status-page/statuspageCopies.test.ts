// Pages written by hand in the layouts of Atlassian Statuspage, as they are when copied; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { pageSummaries } from './pageSummary.ts';

describe('a page copied without its statuses', () => {
  it('has its updates at the lines that say when they were posted', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Slow checkout',
      'Incident Report for Acme',
      'The fix holds.',
      'Posted Mar 04, 2024 - 10:22 CET',
      'We have found the cause.',
      '',
      'Nous avons trouvé la cause.',
      'Posted Mar 04, 2024 - 09:31 CET',
      'We are looking at failing payments.',
      'Posted Mar 04, 2024 - 09:12 CET',
      'This incident affected: API and Dashboard.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        components: ['API', 'Dashboard'],
        updates: ['update 2024-03-04T08:12', 'update 2024-03-04T08:31', 'update 2024-03-04T09:22'],
      },
    ]);
    expect(warnings).toEqual(['no update names a status; each is taken as "update"']);
  });

  it('has no heading and says how long ago', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Elevated Response Times',
      'The traffic was odd. It was lower by 19:34 BST, and back at zero by 20:30.',
      'Posted 4 months ago. May 30, 2019 - 21:10 BST',
      'We are investigating increased response times beginning 19:30 BST.',
      'Posted 4 months ago. May 30, 2019 - 19:50 BST',
      'This incident affected: API and Dashboard.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Elevated Response Times',
        name: 'status page',
        components: ['API', 'Dashboard'],
        updates: ['update 2019-05-30T18:50', 'update 2019-05-30T20:10'],
      },
    ]);
    expect(warnings).toEqual([
      'no update names a status; each is taken as "update"',
      'BST is taken as UTC+1:00; it can also mean the time of Asia/Dhaka',
    ]);
  });
});

describe('a home page', () => {
  it('has the current incident and past ones', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Subscribe',
      'Investigating - We are looking.',
      'Mar 04, 2024 - 09:12 UTC',
      'About This Site',
      'Welcome to our status page.',
      'API',
      'Operational',
      'Checkout',
      'Degraded Performance',
      'Past Incidents',
      'Mar 4, 2024',
      'Unresolved incident: Slow checkout.',
      'Mar 3, 2024',
      'No incidents reported.',
      'Mar 2, 2024',
      'Mail delays',
      'Resolved - Mail is back.',
      'Mar 2, 00:22 UTC',
      'Investigating - Late mail.',
      'Mar 1, 23:12 UTC',
    ]);
    expect(incidents).toEqual([
      { title: 'Slow checkout', name: 'Acme', updates: ['investigating 2024-03-04T09:12'] },
      {
        title: 'Mail delays',
        name: 'Acme',
        updates: ['investigating 2024-03-01T23:12', 'resolved 2024-03-02T00:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('in French has past ones', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Statut Acme',
      'Incidents passés',
      '4 mars 2024',
      'Lenteurs',
      'Résolu - Tout est rétabli.',
      '4 mars, 10:22 CET',
      'Enquête - Nous cherchons.',
      '4 mars, 09:12 CET',
      '3 mars 2024',
      'Aucun incident signalé.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Lenteurs',
        name: 'Acme',
        updates: ['investigating 2024-03-04T08:12', 'resolved 2024-03-04T09:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });
});
