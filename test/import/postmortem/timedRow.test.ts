// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { page } from '../read.ts';
import { claimsIn, timesOf } from '../readDocument.ts';

describe('a cell of a length', () => {
  it.each([
    ['| Customers | Affected | Length of outage |', '| All | 2 | 15h |'],
    ['| Customers | Affected | Downtime |', '| All | 2 | 01:30 |'],
    ['| Clients | Durée | Écart |', '| Tous | 2h | 1h30 |'],
    ['| Servizio | Durata |', '| Posta | 2 h |'],
    ['| Service | For |', '| Mail | 3h |'],
  ])('is no time: %s', async (header, row) => {
    const claims = await claimsIn(
      page('# Outage of 2024-07-14', '', '## Impact', '', header, '|---|---|---|', row),
    );
    expect(timesOf(claims)).toEqual([]);
  });

  it('leaves the times of its row what they are', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 2024-07-14',
        '',
        '## Chronologie (UTC)',
        '',
        '| Heure | Événement | Écart |',
        '|---|---|---|',
        '| 15h | alerte reçue | 0h05 |',
      ),
    );
    expect(timesOf(claims)).toEqual(['AlertRaised 2024-07-14T15:00']);
  });
});
