// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { ofType, page } from '../read.ts';
import { claimsIn, readDocument, timesOf } from '../readDocument.ts';

const outage = (...lines: readonly string[]): string =>
  page('# Outage of 2024-07-14', '', '## Timeline', '', ...lines);

describe('a time told on the clocks of two zones', () => {
  it.each([
    '- 10:05 PDT / 17:05 UTC Errors begin',
    '- 10:05 PDT (17:05 UTC): Errors begin',
    '- 10:05 PDT | 17:05 UTC | Errors begin',
    '- 17:05 UTC = 10:05 PDT – Errors begin',
    '- 19:05 CEST, 17:05 UTC: Errors begin',
  ])('is one time: %s', async (line) => {
    const { documents, warnings } = await readDocument(outage(line));
    const claims = documents[0]?.claims ?? [];
    expect(timesOf(claims)).toEqual(['ImpactStarted 2024-07-14T17:05']);
    expect(claims[0]?.data).toMatchObject({ text: { en: 'Errors begin' } });
    expect(claims[0]?.occurredAt.basis).toBe('stated');
    expect(warnings).toEqual([]);
  });

  it('is one time in a range, in running text and in a labelled value', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 2024-07-14',
        '',
        'Detected: 10:06 PDT (17:06 UTC)',
        '',
        'At 10:02 PDT (17:02 UTC) a change was made. From 10:05 - 10:30 PDT (17:05 - 17:30 UTC) the site was down.',
      ),
    );
    expect(
      timesOf(claims)
        .filter((time) => !time.startsWith('Impact'))
        .toSorted(),
    ).toEqual(['Detected 2024-07-14T17:06', 'NoteAdded 2024-07-14T17:02']);
    expect(timesOf(claims)).toEqual(
      expect.arrayContaining(['ImpactStarted 2024-07-14T17:05', 'ImpactEnded 2024-07-14T17:30']),
    );
  });

  it('says nothing of times elsewhere', async () => {
    const { documents, warnings } = await readDocument(
      outage('- 18:00 UTC Errors begin', '- 12:05 PDT (19:05 UTC) service restored'),
    );
    expect(timesOf(documents[0]?.claims ?? [])).toEqual([
      'ImpactStarted 2024-07-14T18:00',
      'Restored 2024-07-14T19:05',
    ]);
    expect(warnings).toEqual([]);
  });

  it('is past midnight on one of the clocks alone', async () => {
    const claims = await claimsIn(
      outage('- 23:50 PDT / 06:50 UTC alert fired', '- 00:10 PDT / 07:10 UTC service restored'),
    );
    expect(timesOf(claims)).toEqual(['AlertRaised 2024-07-15T06:50', 'Restored 2024-07-15T07:10']);
  });

  it('tells the zone of times that name none, and which was meant by PST in summer', async () => {
    const bare = await claimsIn(outage('- 10:05 (17:05 UTC) Errors begin', '- 10:15 Restored'));
    expect(timesOf(bare)).toEqual(['ImpactStarted 2024-07-14T17:05', 'Restored 2024-07-14T17:15']);
    const winter = await claimsIn(outage('- 10:05 PST (17:05 UTC) Errors begin'));
    expect(winter[0]?.occurredAt.undecided).toBeUndefined();
    expect(timesOf(winter)).toContain('ImpactStarted 2024-07-14T17:05');
  });

  it('tells the zone of the document where one is its local time', async () => {
    const { documents, warnings } = await readDocument(
      outage('- 15:40 alert fired', '- 16:00 UTC (17:00 local) Errors begin', '- 17:20 restored'),
    );
    expect(timesOf(documents[0]?.claims ?? [])).toEqual([
      'AlertRaised 2024-07-14T14:40',
      'ImpactStarted 2024-07-14T16:00',
      'Restored 2024-07-14T16:20',
    ]);
    expect(warnings.map(({ message }) => message).join()).toContain('times are read in +01:00');
  });

  it('is contradicted where the two are not one time', async () => {
    const { documents, warnings } = await readDocument(
      outage('- 10:05 PDT (17:05 UTC) Errors begin', '- 10:20 PDT (18:20 UTC) service restored'),
    );
    const claims = documents[0]?.claims ?? [];
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2024-07-14T17:05',
      'Restored 2024-07-14T17:20',
    ]);
    expect(warnings.map(({ message }) => message)).toEqual([
      '"10:20 PDT" and "18:20 UTC" beside it are not the same time; the first is taken',
    ]);
    const [stated] = ofType(claims, 'StatusPublished');
    expect(stated?.data.mentions?.map(({ about, moment }) => [about, moment.earliest])).toEqual([
      ['Restored', '2024-07-14T17:20:00.000Z'],
      ['Restored', '2024-07-14T18:20:00.000Z'],
    ]);
  });

  it('is another time where words go with it', async () => {
    const claims = await claimsIn(
      outage(
        '- 10:05 PDT Errors begin (17:30 UTC service restored)',
        '- 10:40 PDT incident closed',
      ),
    );
    expect(timesOf(claims)).toEqual(
      expect.arrayContaining(['ImpactStarted 2024-07-14T17:05', 'Restored 2024-07-14T17:30']),
    );
  });
});
