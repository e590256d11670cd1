// Pages written by hand; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { pageSummaries } from './pageSummary.ts';

describe('updates that name no status', () => {
  it('stand in lines with times', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      '17 December 2024',
      '10:12 UTC - Some payments fail.',
      '10:20 UTC - The cause is a bad rule.',
      '10:31 UTC - All payments work.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['update 2024-12-17T10:12', 'update 2024-12-17T10:20', 'update 2024-12-17T10:31'],
      },
    ]);
    expect(warnings).toEqual(['no update names a status; each is taken as "update"']);
  });

  it('stand in lines without a zone', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      '17 December 2024',
      '10:12 Some payments fail.',
      '10:20 The cause is a bad rule.',
      '10:31 All payments work.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['update 2024-12-17T10:12', 'update 2024-12-17T10:20', 'update 2024-12-17T10:31'],
      },
    ]);
    expect(warnings).toEqual([
      'no update names a status; each is taken as "update"',
      'no zone is named for "10:12" and the like; UTC is assumed',
    ]);
  });

  it('stand so in French', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Statut Acme',
      'Lenteurs du paiement',
      '17 décembre 2024',
      '10h12 : des paiements échouent.',
      '10h20 : la cause est une règle.',
      '10h31 : tout est rétabli.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Lenteurs du paiement',
        name: 'Acme',
        updates: ['update 2024-12-17T10:12', 'update 2024-12-17T10:20', 'update 2024-12-17T10:31'],
      },
    ]);
    expect(warnings).toEqual([
      'no update names a status; each is taken as "update"',
      'no zone is named for "10h12" and the like; UTC is assumed',
    ]);
  });

  it('stand beside some that do', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Incident lié au débit différé',
      'Fil d’actualité',
      'Les événements les plus récents sont en haut de cette page.',
      'Lundi 11 juillet 2022 à 10 h 44 — Clôture de l’incident',
      'Tout est rétabli.',
      'Vendredi 8 juillet 2022 à 21 h 58 — Résolution',
      'Fichier reçu.',
      'Mercredi 6 juillet 2022 à 9 h 12 — Problème',
      'Chaque paiement attend.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Incident lié au débit différé',
        name: 'status page',
        updates: [
          'update 2022-07-06T09:12',
          'resolved 2022-07-08T21:58',
          'closed 2022-07-11T10:44',
        ],
        notes: ['Les événements les plus récents sont en haut de cette page.'],
      },
    ]);
    expect(warnings).toEqual([
      'no zone is named for "Mercredi 6 juillet 2022 à 9 h 12" and the like; UTC is assumed',
      'this line is kept as a note: it was not understood',
    ]);
  });

  it('stand below words of a language not known', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Hetzner Status',
      'Störung Cloud',
      'Gelöst',
      '17.12.2024 10:18 MEZ',
      'Behoben.',
      'Untersuchung',
      '17.12.2024 09:05 MEZ',
      'Wir schauen.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Störung Cloud',
        name: 'Hetzner',
        updates: ['untersuchung 2024-12-17T08:05', 'gelöst 2024-12-17T09:18'],
      },
    ]);
    expect(warnings).toEqual([
      'the status "untersuchung" is kept as it stands',
      'the status "gelöst" is kept as it stands',
    ]);
  });
});
