// Pages written by hand; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { pageSummaries } from './pageSummary.ts';

describe('what stands around an update', () => {
  it('can be spaces of other kinds', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme\u00A0Status\r',
      'Slow\u00A0checkout\r',
      'Resolved\r',
      'Mar\u00A004,\u00A02024,\u00A010:22\u202FAM\u00A0UTC\r',
      'Done.\r',
      'Investigating\r',
      'Mar\u00A004,\u00A02024,\u00A09:12\u202FAM\u00A0UTC\r',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow\u00A0checkout',
        name: 'Acme',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be a table', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Time\tStatus\tMessage',
      '2024-03-04 10:22 UTC\tResolved\tDone.',
      '2024-03-04 09:12 UTC\tInvestigating\tWe look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be a table of Markdown', async () => {
    const { incidents, warnings } = await pageSummaries([
      '# Slow checkout',
      '',
      '| Time (UTC) | Status | Message |',
      '| --- | --- | --- |',
      '| 2024-03-04 10:22 | Resolved | Done. |',
      '| 2024-03-04 09:12 | Investigating | We look. |',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'status page',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be a list of Markdown', async () => {
    const { incidents, warnings } = await pageSummaries([
      '# Slow checkout',
      '* **Mar 4, 2024 10:22 UTC** **Resolved** Done.',
      '* **Mar 4, 2024 09:12 UTC** **Investigating** We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'status page',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be Markdown', async () => {
    const { incidents, warnings } = await pageSummaries([
      '# Acme Status',
      '## Slow checkout',
      '**Resolved** - Done.',
      '_Mar 4, 2024 - 10:22 UTC_',
      '',
      '**Investigating** - We look.',
      '_Mar 4, 2024 - 09:12 UTC_',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be pictures', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      '🔥 Slow checkout',
      '✅ Resolved',
      'Mar 4, 2024 at 10:22 UTC',
      'Done.',
      '🔍 Investigating',
      'Mar 4, 2024 at 09:12 UTC',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: '🔥 Slow checkout',
        name: 'Acme',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be the status in two languages', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Lenteurs / Slowness',
      'Résolu / Resolved',
      '17 déc. 2024, 10:18 CET',
      'Le service est rétabli. / Service is back.',
      'Enquête / Investigating',
      '17 déc. 2024, 09:05 CET',
      'Nous cherchons. / We look.',
      'Composants affectés / Affected components',
      'Paiement / Payment',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Lenteurs / Slowness',
        name: 'Acme',
        components: ['Paiement / Payment'],
        updates: ['investigating 2024-12-17T08:05', 'resolved 2024-12-17T09:18'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be bars', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Completed |',
      '2017-01-13 07:53:00 |',
      'Database maintenance is complete. |',
      'Scheduled |',
      '2017-01-13 07:00:00 |',
      'We will work on the database. |',
    ]);
    expect(incidents).toEqual([
      {
        name: 'status page',
        updates: ['scheduled 2017-01-13T07:00', 'completed 2017-01-13T07:53'],
      },
    ]);
    expect(warnings).toEqual([
      'no zone is named for "2017-01-13 07:00:00" and the like; UTC is assumed',
    ]);
  });

  it('can be who posted it', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Slow checkout',
      'Resolved',
      'Done.',
      'Posted by Jane Doe on Mar 04, 2024 at 10:22 UTC',
      'Investigating',
      'We look.',
      'Posted by Jane Doe on Mar 04, 2024 at 09:12 UTC',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'status page',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be quotes', async () => {
    const { incidents, warnings } = await pageSummaries([
      '> Acme Status',
      '> Slow checkout',
      '> Resolved',
      '> Mar 04, 2024 - 10:22 UTC',
      '> Done.',
      '> Investigating',
      '> Mar 04, 2024 - 09:12 UTC',
      '> We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('are words of its text that could be statuses', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Resolved',
      'Monitoring of the queue shows that all is well.',
      'Resolved issues: none are left.',
      'Update on refunds follows.',
      'Posted Mar 04, 2024 - 10:22 UTC',
      'Investigating',
      'We look. Next update: Mar 04, 2024 - 10:00 UTC',
      'Posted Mar 04, 2024 - 09:12 UTC',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('is when the next one comes', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Resolved',
      'Done.',
      'Mar 04, 2024 - 10:22 UTC',
      'Investigating',
      'We look.',
      'Next update: Mar 04, 2024 - 10:00 UTC',
      'Mar 04, 2024 - 09:12 UTC',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });
});
