// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { page } from '../read.ts';
import { claimsIn, timesOf } from '../readDocument.ts';

describe('marks of Markdown', () => {
  it('of notes at the foot are no part of a day', async () => {
    const claims = await claimsIn(
      page(
        '# Leaked token',
        '## Timeline (UTC)',
        '- 2023-03-03[^1]: image with the token pushed',
        '- 2023-03-05 11:26[^2]: token destroyed, fix deployed[^3]',
        '',
        '[^1]: Taken from the registry.',
      ),
    );
    expect(timesOf(claims)).toEqual(['NoteAdded 2023-03-03T00:00', 'FixApplied 2023-03-05T11:26']);
    expect(claims[1]?.data).toMatchObject({ text: { en: 'token destroyed, fix deployed' } });
  });

  it('that break a line are no part of what it tells', async () => {
    const claims = await claimsIn(
      page(
        '# 2022-05-23 - outage of the web site',
        '## Timeline (UTC)',
        '*06:00*: first alert\\',
        '*07:10*: service restored\\',
        '*07:12*: notice sent',
      ),
    );
    expect(claims.slice(0, 2).map(({ data }) => data)).toMatchObject([
      { text: { en: 'first alert' } },
      { text: { en: 'service restored' } },
    ]);
  });
});

describe('words between single stars', () => {
  it('are labels and headings as those between two are', async () => {
    const claims = await claimsIn(
      page(
        '# Login failures',
        '',
        '*Severity:* SEV-2',
        '*Start:* 2023-02-09 08:47 UTC',
        '*End:* 10:04 UTC',
        '',
        '*Timeline (UTC)*',
        '• 08:52 - first alert for the *login* page',
      ),
    );
    expect(claims.map(({ type }) => type)).toContain('SeverityAssigned');
    expect(timesOf(claims)).toEqual([
      'AlertRaised 2023-02-09T08:52',
      'ImpactStarted 2023-02-09T08:47',
      'ImpactEnded 2023-02-09T10:04',
    ]);
    expect(claims[0]?.data).toMatchObject({ text: { en: 'first alert for the login page' } });
  });

  it('are not those of a pattern or a product', async () => {
    const claims = await claimsIn(
      page('# Outage', '## Timeline (UTC)', '- 2023-02-09 08:52: job `*/5 * * * *` and 2*3*4 fail'),
    );
    expect(claims[0]?.data).toMatchObject({ text: { en: 'job */5 * * * * and 2*3*4 fail' } });
  });
});

describe('a mark in capitals behind what happened', () => {
  it.each([
    ["'''OUTAGE BEGINS'''", "'''OUTAGE ENDS'''"],
    ['OUTAGE BEGINS', 'OUTAGE ENDS'],
    ['<START OF OUTAGE>', '<END OF OUTAGE>'],
    ['**(INCIDENT STARTS)**', '**(INCIDENT OVER)**'],
  ])('tells the impact: %s', async (begins, ends) => {
    const claims = await claimsIn(
      page(
        '# Incident documentation/20190612-maps',
        '## Timeline (UTC)',
        `- 18:13 all tiles are empty ${begins}`,
        `- 18:16 change rolled back ${ends}`,
      ),
    );
    const [start, fix, end] = timesOf(claims);
    expect([start, fix]).toEqual(['ImpactStarted 2019-06-12T18:13', 'FixApplied 2019-06-12T18:16']);
    expect(end).toMatch(/^(?:ImpactEnded|Resolved) 2019-06-12T18:16$/);
  });
});

describe('what a section says was done', () => {
  it.each(['Actions taken', 'Action taken', 'Actions menées', 'Azioni intraprese'])(
    'is no proposal: %s',
    async (heading) => {
      const claims = await claimsIn(
        page(
          '# Outage of 2022-05-23',
          `## ${heading}`,
          '- 06:10 UTC: rollback',
          '- The address was blocked.',
          '## Action items',
          '- Add an alert',
        ),
      );
      expect(claims.filter(({ type }) => type === 'ActionProposed')).toHaveLength(1);
      expect(timesOf(claims)).toEqual(['FixApplied 2022-05-23T06:10']);
    },
  );
});
