// Pages written by hand; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { pageSummaries } from './pageSummary.ts';

describe('the head of an update', () => {
  it('can begin with an article in French', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Statut Acme',
      'Lenteurs',
      'Le 04/03/2024 à 10h22 : Résolu',
      'Tout est rétabli.',
      'Le 04/03/2024 à 09h12 : Investigation en cours',
      'Nous cherchons.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Lenteurs',
        name: 'Acme',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([
      '"04/03/2024 à 09h12" is read with the day first; the document does not show its order',
      'no zone is named for "04/03/2024 à 09h12" and the like; UTC is assumed',
    ]);
  });

  it('can tell its time in two zones', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Resolved',
      'Mar 04, 2024 10:22 UTC (11:22 CET)',
      'Done.',
      'Investigating',
      'Mar 04, 2024 09:12 UTC (10:12 CET)',
      'We look.',
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

  it('can tell both behind a stroke', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Resolved',
      'Mar 04, 2024 02:22 AM PST / 10:22 AM UTC',
      'Done.',
      'Investigating',
      'Mar 04, 2024 01:12 AM PST / 9:12 AM UTC',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([
      'PST is taken as UTC-8:00; it can also mean the time of Asia/Manila',
    ]);
  });

  it('can have an arrow', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Mar 04, 2024 10:22 UTC → Resolved',
      'Done.',
      'Mar 04, 2024 09:12 UTC → Investigating',
      'We look.',
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

  it('can have a number', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Update 2 - Mar 04, 2024 10:22 UTC',
      'Done.',
      'Update 1 - Mar 04, 2024 09:12 UTC',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['update 2024-03-04T09:12', 'update 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can have its status in brackets', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Mar 04, 2024 10:22 UTC (Resolved)',
      'Done.',
      'Mar 04, 2024 09:12 UTC (Investigating)',
      'We look.',
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

  it('can be in Italian', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Stato Acme',
      'Rallentamenti',
      'Risolto - 4 marzo 2024 ore 10:22',
      'Tutto funziona.',
      'In corso di analisi',
      'Identificato - 4 marzo 2024 ore 09:12',
      'Trovato.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Rallentamenti',
        name: 'Acme',
        updates: ['identified 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([
      'no zone is named for "4 marzo 2024 ore 09:12" and the like; UTC is assumed',
    ]);
  });

  it('can tell how long ago it was', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Resolved',
      'Mar 04, 2024 - 10:22 UTC (5 hours ago)',
      'Done.',
      'Investigating',
      'Mar 04, 2024 - 09:12 UTC (an hour ago)',
      'We look.',
      'Last updated 3 minutes ago',
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
