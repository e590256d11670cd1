// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { page } from '../read.ts';
import { claimsIn, timesOf } from '../readDocument.ts';

describe('running text beside labelled times', () => {
  it('tells the end where they leave it open', async () => {
    const claims = await claimsIn(
      page(
        '# Panne du 19/01/2026',
        '',
        'Heures en UTC.',
        '',
        'Incident détecté à 09h10, retour à la normale à 10h40.',
        '',
        '## Détection',
        '',
        '- Détection à 09h10 par les utilisateurs',
      ),
    );
    expect(timesOf(claims)).toEqual(
      expect.arrayContaining(['Detected 2026-01-19T09:10', 'Restored 2026-01-19T10:40']),
    );
    expect(claims.filter(({ type }) => type === 'Detected')).toHaveLength(1);
  });

  it('adds no other end to one that is labelled', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 2026-01-19',
        '',
        '- Detected: 09:10 UTC',
        '- Resolved: 10:40 UTC',
        '',
        'For some the service was restored at 10:15 UTC.',
      ),
    );
    expect(claims.map(({ type }) => type)).not.toContain('Restored');
  });

  it('is what stands behind a labelled time too', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 2026-01-19',
        '',
        '- Detected: 09:10 UTC by a probe, seen by us at 09:25 UTC',
      ),
    );
    expect(timesOf(claims)).toEqual(['Detected 2026-01-19T09:10', 'NoteAdded 2026-01-19T09:25']);
  });
});

describe('a range in running text', () => {
  it('is on the day that stands behind it, whatever day was named before', async () => {
    const claims = await claimsIn(
      page(
        '# Broken downloads',
        '',
        'The change was merged on 2023-07-19 at 17:41 UTC.',
        '',
        'For some minutes, between 12:17 and 12:30 UTC on 2023-07-20, all downloads failed.',
      ),
    );
    expect(timesOf(claims)).toEqual(
      expect.arrayContaining(['ImpactStarted 2023-07-20T12:17', 'ImpactEnded 2023-07-20T12:30']),
    );
  });
});

describe('a range in running text', () => {
  it('may say that its times are about right', async () => {
    const claims = await claimsIn(
      page(
        '# Disservizio del 22 ottobre 2025',
        '',
        'Orari in UTC.',
        '',
        'Dalle 10.20 circa fino alle 14.20 si è registrato un blackout della rete.',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2025-10-22T10:20',
      'ImpactEnded 2025-10-22T14:20',
    ]);
  });
});

describe('what was hoped for', () => {
  it('is not told to have been', async () => {
    const claims = await claimsIn(
      page(
        '# Panne du 5 juin 2023',
        '',
        'Heures en UTC.',
        '',
        'Le lundi 5 juin à 9h00 nous recevons une alerte, et nous espérions un retour à la normale rapide.',
        '',
        'Le mercredi 7 juin à 17h30, un technicien intervient et à 18h10 la connexion est rétablie.',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'AlertRaised 2023-06-05T09:00',
      'NoteAdded 2023-06-07T17:30',
      'Restored 2023-06-07T18:10',
    ]);
  });
});
