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
