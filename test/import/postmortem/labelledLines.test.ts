import { describe, expect, it } from '@jest/globals';
import { labelledLines } from '../../../src/import/postmortem/labelledLines.ts';
import { claimsIn, timesOf } from '../readDocument.ts';
import { page } from '../read.ts';

const linesOf = (text: string): readonly string[] =>
  labelledLines([{ number: 3, text }]).map((line) => `${line.number} ${line.text}`);

describe('labelled values side by side', () => {
  it.each([
    ['Start: 10:02 | End: 10:40', ['3 - Start: 10:02', '3 - End: 10:40']],
    ['- **Début** : 10h02 · **Fin** : 10h40', ['3 - **Début** : 10h02', '3 - **Fin** : 10h40']],
    ['Author: Dana; Severity: P1', ['3 - Author: Dana', '3 - Severity: P1']],
  ])('are items of a list: %s', (text, expected) => {
    expect(linesOf(text)).toEqual(expected);
  });

  it.each([
    'Start: 10:02',
    'Note: it failed; we look',
    'Error: foo; Reason: bar',
    '| Start: | 10:02 |',
    '10:02 Alert: disk | 10:05 Fix: cleaned',
    'Severity: P1 | P2',
  ])('are none in: %s', (text) => {
    expect(linesOf(text)).toEqual([`3 ${text}`]);
  });

  it('each state their own', async () => {
    const claims = await claimsIn(
      page(
        '# Payment outage',
        'Status: Final | Severity: SEV-1 | Author: Dana | Published: 2024-11-08',
        '',
        '**Start:** 2024-11-05 19:50 UTC · **End:** 2024-11-05 20:35 UTC · **Duration:** 45 minutes',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'PostmortemPublished 2024-11-08T00:00',
      'ImpactStarted 2024-11-05T19:50',
      'ImpactEnded 2024-11-05T20:35',
    ]);
    const types = claims.map(({ type }) => type);
    expect(types).toContain('SeverityAssigned');
    expect(types).toContain('ImpactMeasured');
  });
});
