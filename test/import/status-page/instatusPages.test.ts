// Pages written by hand in the layouts of vendors, as they are when copied; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { pageSummaries } from './pageSummary.ts';

describe('Instatus', () => {
  it('tells when its components had which status', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Umbrella status',
      'Login failures',
      'Resolved',
      'Mar 04, 2024',
      '01:05PM - 02:10PM UTC',
      'Affected',
      'Website',
      'Operational from 2:10 PM to 2:10 PM, Major outage from 1:05 PM to 2:10 PM',
      'API',
      'Operational from 2:10 PM to 2:10 PM, Degraded performance from 1:05 PM to 2:10 PM',
      'Updates',
      'Resolved',
      'Mar 04, 2024 at 02:10pm UTC',
      'All is well.',
      'Identified',
      'Mar 04, 2024 at 01:30pm UTC',
      'We know why.',
      'Investigating',
      'Mar 04, 2024 at 01:05pm UTC',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Login failures',
        name: 'Umbrella',
        components: ['Website: full', 'API: degraded'],
        updates: [
          'investigating 2024-03-04T13:05',
          'identified 2024-03-04T13:30',
          'resolved 2024-03-04T14:10',
        ],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('lists what is affected and tells each time twice', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Umbrella status',
      'Login failures',
      'Resolved',
      'Affected',
      'Website',
      'API',
      'Updates',
      'Resolved',
      'March 4, 2024 at 2:10 PM',
      'March 4, 2024 at 2:10 PM',
      'All is well.',
      'Investigating',
      'March 4, 2024 at 1:05 PM',
      'March 4, 2024 at 1:05 PM',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Login failures',
        name: 'Umbrella',
        components: ['Website', 'API'],
        updates: ['investigating 2024-03-04T13:05', 'resolved 2024-03-04T14:10'],
      },
    ]);
    expect(warnings).toEqual([
      'no zone is named for "March 4, 2024 at 1:05 PM" and the like; UTC is assumed',
    ]);
  });

  it('has its month above', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Umbrella status',
      'Notice history',
      'Mar 2024',
      'Login failures',
      'Mar 04, 2024 at 01:05pm UTC',
      'Affected',
      'Website',
      'Resolved',
      'Mar 04, 2024 at 02:10pm UTC',
      'All is well.',
      'Investigating',
      'Mar 04, 2024 at 01:05pm UTC',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Login failures',
        name: 'Umbrella',
        components: ['Website'],
        updates: ['investigating 2024-03-04T13:05', 'resolved 2024-03-04T14:10'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('in French', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Umbrella statut',
      'Échecs de connexion',
      'Résolu',
      'Affecté',
      'Site web',
      'Opérationnel de 14:10 à 14:10, Panne majeure de 13:05 à 14:10',
      'Mises à jour',
      'Résolu',
      '4 mars 2024 à 14:10 CET',
      'Tout va bien.',
      'Enquête en cours',
      '4 mars 2024 à 13:05 CET',
      'Nous regardons.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Échecs de connexion',
        name: 'Umbrella',
        components: ['Site web: full'],
        updates: ['investigating 2024-03-04T12:05', 'resolved 2024-03-04T13:10'],
      },
    ]);
    expect(warnings).toEqual([]);
  });
});

describe('Better Stack', () => {
  it('has navigation, and its year in the month at its foot', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Vandelay status',
      'Get updates',
      'Status',
      'Maintenance',
      'Previous incidents',
      'Webhooks delayed',
      'Resolved',
      'Resolved',
      'Dec 17 at 10:18am CET',
      'Delivered all events.',
      'Updated',
      'Dec 17 at 09:40am CET',
      'We called the vendor.',
      'Created',
      'Dec 17 at 09:05am CET',
      'Webhooks are delayed.',
      'Affected services',
      'Webhooks',
      'December 2024',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Webhooks delayed',
        name: 'Vandelay',
        components: ['Webhooks'],
        updates: [
          'created 2024-12-17T08:05',
          'update 2024-12-17T08:40',
          'resolved 2024-12-17T09:18',
        ],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('shows incidents one behind the other', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Vandelay status',
      'Previous incidents',
      'Webhooks delayed',
      'Resolved',
      'Dec 17, 2024 at 10:18am UTC',
      'Delivered all events.',
      'Created',
      'Dec 17, 2024 at 09:05am UTC',
      'Webhooks are delayed.',
      'Login errors',
      'Resolved',
      'Dec 12, 2024 at 10:18am UTC',
      'All logins work.',
      'Created',
      'Dec 12, 2024 at 09:05am UTC',
      'Logins fail.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Webhooks delayed',
        name: 'Vandelay',
        updates: ['created 2024-12-17T09:05', 'resolved 2024-12-17T10:18'],
      },
      {
        title: 'Login errors',
        name: 'Vandelay',
        updates: ['created 2024-12-12T09:05', 'resolved 2024-12-12T10:18'],
      },
    ]);
    expect(warnings).toEqual([]);
  });
});
