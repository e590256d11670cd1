// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { page } from '../read.ts';
import { claimsIn, readDocument, timesOf } from '../readDocument.ts';

const TIMELINE = ['## Timeline (UTC)', '', '- 10:05 Errors begin', '- 10:15 Service restored'];
const ON = (day: string): readonly string[] => [
  `ImpactStarted ${day}T10:05`,
  `Restored ${day}T10:15`,
];
const read = (documentName: string, ...lines: readonly string[]) =>
  readDocument(page(...lines), { documentName });

describe('the day of times that name none', () => {
  it.each([
    ['a labelled value with dots', ['**Date**: 19.09.2023', '']],
    ['a cell of a table', ['| Date | 2023-09-19 |', '|---|---|', '| Severity | high |', '']],
    ['what stands below a heading', ['## Date', '19 September 2023', '']],
    ['the opening', ['On September 19th pages were slow for ten minutes.', '']],
    [
      'lines that begin with their day',
      ['## Changes', '', '2023-09-19 09:00 UTC: a change was made', ''],
    ],
  ])('is that of %s before that of the name of the document', async (_what, lines) => {
    const { documents, warnings } = await read(
      'posts/2023-10-10-post-mortem.md',
      '# Slow pages',
      '',
      ...lines,
      ...TIMELINE,
    );
    expect(timesOf(documents[0]?.claims ?? [])).toEqual(
      expect.arrayContaining([...ON('2023-09-19')]),
    );
    expect(warnings.map(({ message }) => message)).toContain(
      'the name of the document is of 2023-10-10, but it tells of 2023-09-19: times that name no day are taken to be on that',
    );
  });

  it('is that of the name of the document where its text names it too', async () => {
    const { documents, warnings } = await read(
      '2023-10-10-slow-pages.md',
      '# Slow pages',
      '',
      'A change of October 2, 2023 made pages slow on October 10.',
      '',
      ...TIMELINE,
    );
    expect(timesOf(documents[0]?.claims ?? []).slice(0, 2)).toEqual(ON('2023-10-10'));
    expect(warnings.map(({ message }) => message).join(' ')).not.toContain('the name');
  });

  it('is not that of something else further on', async () => {
    const { documents } = await read(
      'closing.md',
      '# Outage',
      '',
      'On 10 October 2023 pages were slow.',
      '',
      '## Invoices',
      '',
      '## Invoice 1',
      '',
      '**Date:** 31/12/2022',
      '',
      ...TIMELINE,
    );
    expect(timesOf(documents[0]?.claims ?? []).slice(0, 2)).toEqual(ON('2023-10-10'));
  });

  it.each([
    ['an update', 'Last updated on 2 October 2023 by the team.'],
    ['an old incident', 'It is like that of January 3, 2019.'],
    ['a link', 'See [another](/2023/10/02/post-mortem/).'],
  ])('is not that of %s', async (_what, line) => {
    const { documents } = await read('2023-10-10-slow.md', '# Slow', '', line, '', ...TIMELINE);
    expect(timesOf(documents[0]?.claims ?? []).slice(0, 2)).toEqual(ON('2023-10-10'));
  });

  it('is not that of a report, which was published then', async () => {
    const claims = await claimsIn(
      page('# Outage of 2023-09-19', '', 'Report date: 2023-09-25', '', ...TIMELINE),
    );
    expect(timesOf(claims)).toEqual(['PostmortemPublished 2023-09-25T00:00', ...ON('2023-09-19')]);
  });

  it('is said to be far from that of the name of the document', async () => {
    const { documents, warnings } = await read(
      '2017-10-10-hung.md',
      '# Hung nodes',
      '',
      '## Timeline (UTC)',
      '',
      '### 2017-05-09 10:45',
      'Errors begin.',
    );
    expect(timesOf(documents[0]?.claims ?? [])).toEqual(['ImpactStarted 2017-05-09T10:45']);
    expect(warnings.map(({ message }) => message)).toContain(
      'the name of the document is of 2017-10-10, the timeline begins on 2017-05-09; the timeline is followed',
    );
  });

  it('is the first of a night or of several days', async () => {
    const claims = await claimsIn(
      page(
        '# Panne, nuit du 3 au 4 novembre 2025',
        '',
        'Dans la nuit du lundi 3 au mardi 4 novembre 2025, de 23h10 à 1h45, le site était en panne.',
        '',
        '## Chronologie (UTC)',
        '',
        '- 23h10 : alerte reçue',
        '- 1h45 : retour à la normale',
      ),
    );
    expect(timesOf(claims)).toEqual(
      expect.arrayContaining([
        'AlertRaised 2025-11-03T23:10',
        'Restored 2025-11-04T01:45',
        'ImpactStarted 2025-11-03T23:10',
        'ImpactEnded 2025-11-04T01:45',
      ]),
    );
  });

  it('is that of the end of a range for what a text tells behind it', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 2017-03-22',
        '',
        'It was down from Mar 22 19:30 to Mar 23 09:45. Nobody saw it until class at 09:00.',
      ),
    );
    expect(timesOf(claims)).toContain('NoteAdded 2017-03-23T09:00');
  });
});
