// Pages written by hand in the layouts of Atlassian Statuspage, as they are when copied; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { pageSummaries } from './pageSummary.ts';

describe('a page of an incident', () => {
  it('has its name above its navigation and its components below', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Corp',
      'Subscribe to Updates',
      'Slow checkout',
      'Incident Report for Acme Corp',
      'Resolved',
      'This incident has been resolved.',
      'Posted 3 months ago. Mar 04, 2024 - 10:22 UTC',
      'Investigating',
      'We are currently investigating this issue.',
      'Posted 3 months ago. Mar 04, 2024 - 09:12 UTC',
      'This incident affected: Payments (Cards, Wallets), Dashboard and API.',
      '← Current Status',
      'Powered by Atlassian Statuspage',
      'Terms of service',
      'Privacy policy',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme Corp',
        components: ['Payments (Cards, Wallets)', 'Dashboard', 'API'],
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('in French, with how long ago it was posted', async () => {
    const { incidents, warnings } = await pageSummaries([
      "Lenteurs sur l'API",
      "Rapport d'incident pour Acme",
      'Résolu',
      'Cet incident est résolu.',
      'Publié il y a 3 mois. 4 mars 2024 - 10:22 CET',
      'Enquête en cours',
      'Nous cherchons.',
      'Publié il y a 3 mois. 4 mars 2024 - 09:12 CET',
      'Cet incident a affecté : Paiements (Cartes, Virements) et API.',
    ]);
    expect(incidents).toEqual([
      {
        title: "Lenteurs sur l'API",
        name: 'Acme',
        components: ['Paiements (Cartes, Virements)', 'API'],
        updates: ['investigating 2024-03-04T08:12', 'resolved 2024-03-04T09:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('in Italian likewise', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Rallentamenti API',
      'Rapporto sull’incidente per Acme',
      'Risolto',
      'Il problema è stato risolto.',
      'Pubblicato 3 mesi fa. 04 mar 2024 - 10:22 CET',
      'Monitoraggio',
      'Abbiamo applicato una correzione.',
      'Pubblicato 3 mesi fa. 04 mar 2024 - 09:58 CET',
      'In esame',
      'Stiamo indagando.',
      'Pubblicato 3 mesi fa. 04 mar 2024 - 09:12 CET',
      'Questo incidente ha interessato: API e Pagamenti.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Rallentamenti API',
        name: 'Acme',
        components: ['API', 'Pagamenti'],
        updates: [
          'investigating 2024-03-04T08:12',
          'monitoring 2024-03-04T08:58',
          'resolved 2024-03-04T09:22',
        ],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('in two languages, with a title that ends like a name', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Incident plateforme de paiement / Payment platform incident',
      'Incident Report for Payplug',
      'Résolu',
      'L’incident est clos. / The incident is closed.',
      'Posted May 07, 2026 - 11:22 CEST',
      'Identifié',
      'TSR-3279 - Début / Start : 07/05/2026 09h58 CEST - Fin / End : En cours / Ongoing - Priorité / Priority : P1',
      'Posted May 07, 2026 - 10:12 CEST',
      'This incident affected: Processing (Processing e-commerce / E-commerce processing).',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Incident plateforme de paiement',
        name: 'Payplug',
        level: 'P1',
        components: ['Processing (Processing e-commerce / E-commerce processing)'],
        updates: ['identified 2026-05-07T08:12', 'resolved 2026-05-07T09:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can begin with brackets and hold headings', async () => {
    const { incidents, warnings } = await pageSummaries([
      '[GRA] - Incident Public Cloud',
      'Incident Report for Public Cloud',
      'Resolved',
      '**Start time** : 17/12/2024 09:12 UTC',
      '**End time** : 17/12/2024 10:02 UTC',
      '**Root cause** : a switch.',
      'Posted Dec 17, 2024 - 10:40 UTC',
      'Investigating',
      '**Start time** : 17/12/2024 09:12 UTC',
      '**Impacted Service(s)** : Instances',
      'Posted Dec 17, 2024 - 09:20 UTC',
      'This incident affected: Instances || GRA (GRA1, GRA5).',
    ]);
    expect(incidents).toEqual([
      {
        title: '[GRA] - Incident Public Cloud',
        name: 'Public Cloud',
        components: ['Instances || GRA (GRA1, GRA5)'],
        updates: ['investigating 2024-12-17T09:20', 'resolved 2024-12-17T10:40'],
      },
    ]);
    expect(warnings).toEqual([]);
  });
});

describe('planned work', () => {
  it('is told by its heading and its statuses', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Periodic upgrades',
      'Scheduled Maintenance Report for Acme',
      'Completed',
      'The scheduled maintenance has been completed.',
      'Posted Jan 28, 2024 - 12:30 UTC',
      'In progress',
      'Scheduled maintenance is currently in progress. We will provide updates as necessary.',
      'Posted Jan 28, 2024 - 09:00 UTC',
      'Scheduled',
      'MAINTENANCE DETAILS',
      'Acme has scheduled a window starting on Sunday, January 28, 2024 at 7:00 AM UTC.',
      'US regions:',
      '7:00 - 11:00 GMT',
      '2:00 - 6:00 New York time',
      'Posted Jan 25, 2024 - 07:36 UTC',
      'This scheduled maintenance affected: API (Core, Hooks).',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Periodic upgrades',
        name: 'Acme',
        updates: [
          'scheduled 2024-01-25T07:36',
          'in_progress 2024-01-28T09:00',
          'completed 2024-01-28T12:30',
        ],
        notes: ['Components: API (Core, Hooks)'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('is told by its heading where no update names a status', async () => {
    const { incidents, warnings } = await pageSummaries([
      'INFORMATION | Bank holidays',
      '',
      'Scheduled Maintenance Report for Acme',
      '',
      '',
      'The scheduled maintenance has been completed.',
      'Posted May 09, 2024 - 20:00 CEST',
      '',
      '',
      'Dear customer,',
      '',
      'Wednesday 8th and Thursday 9th of May 2024 are bank holidays.',
      'No settlement will be made.',
      '',
      'Posted May 02, 2024 - 09:19 CEST',
      'This scheduled maintenance affected: Settlement (Settlement EUR, Settlement APM).',
    ]);
    expect(incidents).toEqual([
      {
        title: 'INFORMATION | Bank holidays',
        name: 'Acme',
        updates: ['update 2024-05-02T07:19', 'update 2024-05-09T18:00'],
        notes: ['Components: Settlement (Settlement EUR, Settlement APM)'],
      },
    ]);
    expect(warnings).toEqual(['no update names a status; each is taken as "update"']);
  });

  it('has its window', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Database upgrade',
      'Scheduled for March 5, 2024 02:00 - 04:00 UTC',
      'Completed - The scheduled maintenance has been completed.',
      'Mar 05, 2024 - 04:00 UTC',
      'In progress - Scheduled maintenance is currently in progress.',
      'Mar 05, 2024 - 02:00 UTC',
      'Scheduled - We will upgrade.',
      'Mar 01, 2024 - 09:12 UTC',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Database upgrade',
        name: 'Acme',
        updates: [
          'scheduled 2024-03-01T09:12',
          'in_progress 2024-03-05T02:00',
          'completed 2024-03-05T04:00',
        ],
      },
    ]);
    expect(warnings).toEqual([]);
  });
});
