// Documents written by hand; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { claimsOf, minutes, page } from './read.ts';
import { readDocument } from './readDocument.ts';

describe('Italian', () => {
  it('is read in a page: since when, what was done and that it is over', async () => {
    const claims = await claimsOf(
      page(
        'Stato dei servizi Acme',
        'Problemi di accesso',
        'Risolto - Il problema è stato risolto e tutti i servizi sono operativi.',
        '18 apr 2024, 15:45 CEST',
        'Monitoraggio - È stata applicata una correzione.',
        '18 apr 2024, 15:35 CEST',
        'In analisi - Dalle 14.05 gli utenti non riescono ad accedere.',
        '18 apr 2024, 14:15 CEST',
      ),
    );
    const told = claims
      .filter(({ type }) => type !== 'StatusPublished' && type !== 'Declared')
      .map(({ type, occurredAt }) => `${type} ${minutes(occurredAt)}`);
    expect(told).toEqual([
      'ImpactStarted 2024-04-18T12:05',
      'FixApplied ..2024-04-18T13:35',
      'Restored ..2024-04-18T13:45',
    ]);
  });

  it('is read in a post mortem: hours in words, and what its lines tell', async () => {
    const { documents, warnings } = await readDocument(
      page(
        '# Disservizio pagamenti del 12 marzo 2024',
        'Tutti gli orari sono in ora italiana.',
        '## Cronologia',
        '- Alle 9 viene rilasciata la versione 4.2.',
        '- Alle ore 9 e 15 arrivano le prime segnalazioni dei clienti.',
        '- 9.20: il team di reperibilità viene allertato.',
        '- Dalle 9:30 alle 10 il servizio di pagamento è indisponibile.',
        '- Alle ore 10 viene applicata la correzione.',
        '- Verso le 10 e mezza il servizio è ripristinato.',
        '- Alle 11.00 l’incidente è chiuso.',
      ),
    );
    const told = documents[0]?.claims.map(
      ({ type, occurredAt }) => `${type} ${minutes(occurredAt)}`,
    );
    expect(told).toEqual([
      'ChangeMade 2024-03-12T08:00',
      'Detected 2024-03-12T08:15',
      'AlertRaised 2024-03-12T08:20',
      'ImpactStarted 2024-03-12T08:30',
      'ImpactEnded 2024-03-12T09:00',
      'FixApplied 2024-03-12T09:00',
      'Restored 2024-03-12T09:30',
      'Resolved 2024-03-12T10:00',
    ]);
    expect(warnings).toEqual([]);
  });
});
