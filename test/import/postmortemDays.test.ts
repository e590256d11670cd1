// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { timeMarks } from '../../src/import/time/timeMark.ts';
import { page } from './read.ts';
import { claimsIn, readDocument, timesOf } from './readDocument.ts';

const timeline = (...lines: readonly string[]): string =>
  page('# Outage of 2024-03-05', '## Timeline', 'All times in UTC', '', ...lines);

describe('the day of a line', () => {
  it('is that of a line that is nothing but a day, whatever the clock said before', async () => {
    const claims = await claimsIn(
      timeline('20:45 – all quiet', '', '06/03/2024', '', '12:34 – file removed'),
    );
    expect(timesOf(claims)).toEqual(['NoteAdded 2024-03-05T20:45', 'NoteAdded 2024-03-06T12:34']);
  });

  it('is the whole day where only that stands above it', async () => {
    const claims = await claimsIn(
      timeline(
        '### 2024-03-05',
        '',
        'Failures elsewhere',
        '',
        '### 2024-03-06 ca. 18:30',
        '',
        'Down',
      ),
    );
    expect(claims.map(({ occurredAt }) => [occurredAt.earliest, occurredAt.latest])).toEqual([
      ['2024-03-05T00:00:00.000Z', '2024-03-05T23:59:59.999Z'],
      ['2024-03-06T18:30:00.000Z', '2024-03-06T18:30:59.999Z'],
    ]);
  });

  it('is read from a heading however it is put', async () => {
    const claims = await claimsIn(
      timeline(
        '### ~13:30-13:45',
        'Launches fail',
        '### 6. March, 11:00',
        'Fix for the bug',
        '### Outage is over (12:10)',
        'Good.',
        '### 2X:XX (not sure)',
        'Something',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2024-03-05T13:30',
      'ImpactEnded 2024-03-05T13:45',
      'NoteAdded 2024-03-06T11:00',
      'ImpactEnded 2024-03-06T12:10',
    ]);
    expect(JSON.stringify(claims)).toContain('not sure');
  });

  it('of running text is the one on which it falls into the story, in its own zone', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 2017-11-30',
        '## Summary',
        'Ann noticed at 0:59 CET that it was down, for about 1h30.',
        '## Timeline',
        '### 2017-11-30 15:22 PST',
        'Node runs out of memory.',
        '### 17:21 PST',
        'Service is restored.',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'NoteAdded 2017-11-30T23:22',
      'Restored 2017-12-01T01:21',
      'NoteAdded 2017-11-30T23:59',
    ]);
  });

  it('of an end without one is the first behind the start', async () => {
    const claims = await claimsIn(
      page(
        '# Outage',
        '**Start:** 2024-03-05 23:10 UTC',
        '**End:** 00:40 UTC',
        '**Repaired declared:** 00:30',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2024-03-05T23:10',
      'ImpactEnded 2024-03-06T00:40',
      'FixApplied 2024-03-06T00:30',
    ]);
  });

  it('is kept as written where no year is known', async () => {
    const { documents, warnings } = await readDocument(
      page('# Panne', '## Chronologie (UTC)', '- 17 décembre - 10h51 : début de la panne'),
    );
    expect(documents[0]?.claims[0]?.occurredAt).toEqual({ written: '17 décembre - 10h51' });
    expect(warnings[0]?.message).toContain('no day or year is known');
  });

  it('of numbers is read as a day in words beside it shows', async () => {
    const { documents, warnings } = await readDocument(
      page(
        '# Outage on 12 June 2024',
        '## Timeline (UTC)',
        '- 11/06/24 15:30: deploy',
        '- 12/06/24 15:45: errors start',
      ),
    );
    expect(timesOf(documents[0]?.claims ?? [])).toEqual([
      'ChangeMade 2024-06-11T15:30',
      'ImpactStarted 2024-06-12T15:45',
    ]);
    expect(warnings).toEqual([]);
  });

  it('of numbers behind its hour is said to be read in the order in which it is', async () => {
    const { warnings } = await readDocument(
      page('# Outage', '## Timeline (UTC)', '- 17:30 on 12/06/24: errors start'),
    );
    expect(warnings.map(({ message }) => message)).toEqual([
      '"17:30 on 12/06/24" is read with the day first; the document does not show its order',
    ]);
  });

  it('takes its year from the name of the file', async () => {
    const claims = await claimsIn(
      page('# Panne', '## Chronologie (UTC)', '- 17 décembre - 10h51 : début de la panne'),
      { documentName: 'notes/2023-12-18_panne.md' },
    );
    expect(timesOf(claims)).toEqual(['ImpactStarted 2023-12-17T10:51']);
  });
});

describe('a time', () => {
  const written = (text: string): readonly string[] => timeMarks(text).map((mark) => mark.written);

  it('and another behind a dash are a range, unless it is an offset', () => {
    expect(written('13:30-13:45')).toEqual(['13:30', '13:45']);
    expect(written('2024-03-05 10:00-05:00')).toEqual(['2024-03-05 10:00-05:00']);
    expect(written('2024-03-05 10:00-11:00')).toEqual(['2024-03-05 10:00', '11:00']);
    expect(written('2024-03-05T10:00-11:00')).toEqual(['2024-03-05T10:00-11:00']);
    expect(written('10:00:00-05:00')).toEqual(['10:00:00-05:00']);
    expect(written('10:00+02:00')).toEqual(['10:00+02:00']);
  });

  it('keeps its offset before a colon', async () => {
    expect(timeMarks('10:05 UTC+1: paged').map(({ zone }) => zone)).toEqual(['UTC+1']);
    const claims = await claimsIn(
      page('# Outage of 2024-03-05', '## Timeline', '- 10:05 UTC+1: paged'),
    );
    expect(timesOf(claims)).toEqual(['AlertRaised 2024-03-05T09:05']);
  });

  it('of four figures stands behind a whole day or before a zone', () => {
    expect(written('2025-01-14 1600')).toEqual(['2025-01-14 1600']);
    expect(written('at 1600 UTC')).toEqual(['1600 UTC']);
    expect(written('1600 users')).toEqual([]);
  });

  it('is no length', async () => {
    expect(written('1h 20m')).toEqual([]);
    expect(written('1h 5m')).toEqual([]);
    const claims = await claimsIn(
      page(
        '# Panne du 5 mars 2024',
        '## Impact',
        'La coupure a duré 2h, puis 1h30 de lenteurs pendant 3h.',
      ),
    );
    expect(timesOf(claims)).toEqual([]);
  });
});

describe('a link', () => {
  it('older than the first time told leaves a zone that nobody names open', async () => {
    const posted = Math.floor(Date.parse('2021-05-11T11:24:58Z') / 1000);
    const { documents, warnings } = await readDocument(
      page(
        '# Incident on 2021-05-11',
        '- First detected 2021-05-11 12:15',
        '- Resolved 2021-05-11 16:48',
        '',
        `[thread](https://acme.slack.com/archives/C1/p${posted}000100)`,
      ),
    );
    expect(
      documents[0]?.claims[0]?.occurredAt.undecided?.alternatives.map(({ zone }) => zone),
    ).toEqual(['UTC', '+01:00']);
    expect(warnings[0]?.message).toContain('would be older than the first time told');
  });
});
