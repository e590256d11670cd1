// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { ofType, page } from '../read.ts';
import { claimsIn, timesOf } from '../readDocument.ts';

describe('a labelled window', () => {
  it.each(['Duration: 18:00 to 19:12', 'Time: 18:00–19:12 UTC', 'When: from 6 to 7:12pm'])(
    'below a heading that is a day is of that day: %s',
    async (line) => {
      const claims = await claimsIn(
        page(
          '# Two outages',
          '',
          '## Timeline (UTC)',
          '',
          '### 2024-05-06',
          '',
          line,
          '',
          '- 18:02 alert fired',
          '',
          '### 2024-05-07',
          '',
          '- 09:00 incident resolved',
        ),
      );
      expect(timesOf(claims)).toEqual([
        'AlertRaised 2024-05-06T18:02',
        'Resolved 2024-05-07T09:00',
        'ImpactStarted 2024-05-06T18:00',
        'ImpactEnded 2024-05-06T19:12',
      ]);
    },
  );

  it('is told by a date with a range behind it', async () => {
    const claims = await claimsIn(
      page(
        '# Halt',
        '',
        '**Date of incident**: 6th November, 2022 between 12.39UTC (block 8647535) and 17.17UTC',
        '',
        '## Timeline',
        '- 13:00 UTC alert fired',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'AlertRaised 2022-11-06T13:00',
      'ImpactStarted 2022-11-06T12:39',
      'ImpactEnded 2022-11-06T17:17',
    ]);
  });

  it.each([
    ['Durée : 1h33', []],
    [
      'Durée : 1h33 (14h32 - 16h05)',
      ['ImpactStarted 2024-05-06T14:32', 'ImpactEnded 2024-05-06T16:05'],
    ],
    [
      'Durata: 1 ora e 33 minuti (dalle 14:32 alle 16:05 UTC)',
      ['ImpactStarted 2024-05-06T14:32', 'ImpactEnded 2024-05-06T16:05'],
    ],
  ] as const)('beside a length is no length: %s', async (line, expected) => {
    const claims = await claimsIn(
      page('# Panne du 06/05/2024', '', line, '', 'Toutes les heures sont en UTC.'),
    );
    expect(timesOf(claims)).toEqual(expected);
    expect(ofType(claims, 'ImpactMeasured').map(({ data }) => data.durationMs)).toEqual([
      93 * 60_000,
    ]);
  });
});
