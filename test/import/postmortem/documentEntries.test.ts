// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { page } from '../read.ts';
import { claimsIn, readDocument, timesOf } from '../readDocument.ts';

describe('a timeline', () => {
  it.each([
    [
      ['# Panne du 14 mars 2024', '## Chronologie (UTC)', '- 23h50 : début de la panne'],
      ['- minuit : alerte reçue', '- 0h30 : retour à la normale'],
    ],
    [
      ['# Outage of 2024-03-14', '## Timeline (UTC)', '- 23:50 outage begins'],
      ['- Midnight: alert fired', '- 00:30 service restored'],
    ],
    [
      ['# Disservizio del 14 marzo 2024', '## Cronologia (UTC)', '- 23:50 inizio del disservizio'],
      ['- mezzanotte: allarme ricevuto', '- 0:30 ripristino del servizio'],
    ],
  ])('tells the middle of the night in a word', async (before, after) => {
    expect(timesOf(await claimsIn(page(...before, ...after)))).toEqual([
      'ImpactStarted 2024-03-14T23:50',
      'AlertRaised 2024-03-15T00:00',
      'Restored 2024-03-15T00:30',
    ]);
  });

  it('leaves a sentence that begins with such a word a sentence', async () => {
    const claims = await claimsIn(
      page('# Outage of 2024-03-14', '## Timeline', '- 10:00 errors begin', '- Noon deploys stop'),
    );
    expect(timesOf(claims)).toEqual(['ImpactStarted 2024-03-14T10:00']);
  });

  it('is not gone on with by a sentence about it, which is on its own day', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 2024-03-14',
        '## Timeline (UTC)',
        '- 23:50 outage begins',
        '- 00:30 service restored',
        '',
        'From 23:50 to midnight, all of the payments failed in the shop.',
      ),
    );
    expect(timesOf(claims).slice(0, 2)).toEqual([
      'ImpactStarted 2024-03-14T23:50',
      'Restored 2024-03-15T00:30',
    ]);
    expect(timesOf(claims).filter((time) => time.includes('2024-03-15T23'))).toEqual([]);
  });

  it('counts "yesterday" from the day of publication, "the next day" from the line before', async () => {
    const lines = [
      '## Timeline (UTC)',
      '- yesterday 22:00 outage begins',
      '- 22:30 on-call paged',
      '- The next day at 09:00: service restored',
    ];
    expect(
      timesOf(await claimsIn(page('# Outage', 'Published: 2024-03-15', '', ...lines))),
    ).toEqual([
      'PostmortemPublished 2024-03-15T00:00',
      'ImpactStarted 2024-03-14T22:00',
      'AlertRaised 2024-03-14T22:30',
      'Restored 2024-03-15T09:00',
    ]);
  });

  it('says so where nothing tells which day "yesterday" is', async () => {
    const { documents, warnings } = await readDocument(
      page('# Outage of 2024-03-14', '## Timeline (UTC)', '- yesterday 22:00 outage begins'),
    );
    expect(documents[0]?.claims[0]?.occurredAt).toEqual({ written: '22:00' });
    expect(warnings[0]?.message).toBe('the document does not tell which day "yesterday" is');
  });
});

describe('a line of a timeline', () => {
  it('may name the hour in words before it', async () => {
    const claims = await claimsIn(
      page(
        '# Disservizio del 6 maggio 2024',
        '',
        'Orari in UTC.',
        '',
        '- Inizio: ore 10.02',
        '',
        '## Cronologia',
        '',
        '- ore 10.02: primi errori',
        '- alle ore 10.07: allarme ricevuto',
        '- alle 10.31: servizio ripristinato',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2024-05-06T10:02',
      'AlertRaised 2024-05-06T10:07',
      'Restored 2024-05-06T10:31',
      'ImpactStarted 2024-05-06T10:02',
    ]);
  });

  it('with nothing beside its time is said', async () => {
    const { warnings } = await readDocument(
      page(
        '# Outage of 2024-05-06',
        '',
        '## Timeline (UTC)',
        '',
        '| Time | Event |',
        '| --- | --- |',
        '| 10:02 | Errors begin |',
        '| 10:20 |',
      ),
    );
    expect(warnings).toEqual([{ place: 'line 8', message: 'nothing is told beside "10:20"' }]);
  });
});

describe('the title', () => {
  it('can be a labelled value', async () => {
    const { documents } = await readDocument(
      page(
        '**Incident:** Checkout outage',
        '**Date:** 6 May 2024',
        '',
        '**Why?** A migration.',
        '',
        '**What next?** A canary.',
      ),
    );
    expect(documents[0]?.title).toEqual({ en: 'Checkout outage' });
  });
});

describe('a timeline below the heading of a day', () => {
  it('is on that day, however many there are', async () => {
    const incident = (day: string, ...lines: readonly string[]): readonly string[] => [
      `### ${day}, 2025 - a failure`,
      '',
      'Duration: 18:00 to 19:12 UTC',
      '',
      '**Critical issue:** One thing hurt another.',
      '',
      '**Timeline:**',
      '',
      ...lines,
      '',
    ];
    const claims = await claimsIn(
      page(
        '# Outages',
        '',
        '## Incident Timeline',
        '',
        ...incident('October 21', '- 18:00 UTC: errors begin', '- 19:12 UTC: rollback complete'),
        ...incident('October 24', '- 18:00 UTC: alert fired', '- 19:12 UTC: service restored'),
      ),
    );
    const times = timesOf(claims);
    expect(times).toContain('ImpactStarted 2025-10-21T18:00');
    expect(times).toContain('AlertRaised 2025-10-24T18:00');
    expect(times).toContain('Restored 2025-10-24T19:12');
    expect(times.filter((time) => time.startsWith('NoteAdded 2025-10-24T19:12'))).toHaveLength(1);
  });
});

describe('an emoji in front of a line', () => {
  it('is not part of it', async () => {
    const claims = await claimsIn(
      page(
        '# :fire: Outage of 2023-01-31',
        '',
        ':clock1: Start: 16:15 GMT+1',
        '',
        '## Timeline',
        '',
        '- :small_orange_diamond:16:20 GMT+1: On-call paged',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'AlertRaised 2023-01-31T15:20',
      'ImpactStarted 2023-01-31T15:15',
    ]);
  });
});
