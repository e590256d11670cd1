// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { page } from '../read.ts';
import { claimsIn, readDocument, timesOf } from '../readDocument.ts';

const TIMELINE = ['## Timeline', '', '- 10:05 Errors begin', '- 10:15 Service restored'];

describe('the zone of times that name none', () => {
  it('is the one that stands behind the day of the document, or in words', async () => {
    for (const [line, at] of [
      ['Date: 28 October 2024 (CET)', '09:05'],
      ['Date : 28 octobre 2024 (heure de Paris)', '09:05'],
      ['Orari in ora locale (Roma). 28 ottobre 2024', '09:05'],
      ['Date: 28 October 2024 (draft)', '10:05'],
    ] as const) {
      const claims = await claimsIn(page('# Outage of 2024-10-28', '', line, '', ...TIMELINE));
      expect([line, ...timesOf(claims).slice(0, 1)]).toEqual([
        line,
        `ImpactStarted 2024-10-28T${at}`,
      ]);
    }
  });

  it('is the one in brackets behind a day on a line of its own', async () => {
    for (const line of ['2024-10-28 (GMT+1)', '28 October 2024 (CET)'])
      expect(
        timesOf(
          await claimsIn(
            page(
              '# Outage',
              '',
              '## Timeline',
              '',
              line,
              '',
              '- 10:05 Errors begin',
              '- 10:15 Ann looks',
            ),
          ),
        ),
      ).toEqual(['ImpactStarted 2024-10-28T09:05', 'NoteAdded 2024-10-28T09:15']);
  });

  it('is the one that stands behind the end of a range elsewhere', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 2024-06-09',
        '',
        '## Summary',
        '',
        'From 10:05 to 10:15 WAT the shop was down.',
        '',
        ...TIMELINE,
      ),
    );
    expect(timesOf(claims)).toEqual(
      expect.arrayContaining(['ImpactStarted 2024-06-09T09:05', 'ImpactEnded 2024-06-09T09:15']),
    );
  });

  it('is said where several stand beside other times', async () => {
    const { documents, warnings } = await readDocument(
      page(
        '# Outage of 2024-06-09',
        '',
        ...TIMELINE,
        '- 14:30 CAT Report sent',
        '- 9:00 AM EDT Call with the vendor',
      ),
    );
    expect(documents[0]?.claims[0]?.occurredAt.earliest).toBe('2024-06-09T08:05:00.000Z');
    expect(warnings.map(({ message }) => message)).toContain(
      'no zone is named for "10:05" and the like; CAT is taken, the first that stands beside other times (CAT, EDT)',
    );
  });
});

describe('a statement of the zone', () => {
  it.each([
    'All events are documented in [UTC](https://example.org/utc) time.',
    'All times in UTC.',
    'Timestamps are UTC',
  ])('can be "%s"', async (statement) => {
    const { documents, warnings } = await readDocument(
      page('# Outage of 2024-06-09', '', '## Timeline', '', statement, '', '- 10:05 Errors begin'),
    );
    expect(documents[0]?.claims[0]?.occurredAt.basis).toBe('document');
    expect(warnings).toEqual([]);
  });
});

describe('columns of a table that name their zones', () => {
  it('tell one time twice', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 2024-07-02',
        '',
        '## Timeline',
        '',
        '| PDT | UTC | Event |',
        '| --- | --- | --- |',
        '| 10:00 | 17:00 | Errors begin |',
        '| 23:30 | 06:30 | Service restored |',
      ),
    );
    expect(timesOf(claims).slice(0, 2)).toEqual([
      'ImpactStarted 2024-07-02T17:00',
      'Restored 2024-07-03T06:30',
    ]);
  });

  it('say in which zone their times are', async () => {
    const { documents, warnings } = await readDocument(
      page(
        '# Outage of 2024-07-02',
        '',
        '## Timeline',
        '',
        '| PDT | Event |',
        '| --- | --- |',
        '| 10:00 | Errors begin |',
      ),
    );
    expect(documents[0]?.claims[0]?.occurredAt.earliest).toBe('2024-07-02T17:00:00.000Z');
    expect(warnings).toEqual([]);
  });
});

describe('the day in the title', () => {
  it('is no contradiction to a day named further on in the timeline', async () => {
    const { warnings } = await readDocument(
      page(
        '# Outage of 2024-03-30',
        '',
        '## Timeline (UTC)',
        '',
        '- 01:50 Errors begin',
        '- 2024-04-02 02:30 Second alert fired',
      ),
    );
    expect(warnings).toEqual([]);
  });
});

describe('a time without anything between its figures', () => {
  it('is in the zone behind the word for hours', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 13/10/2023',
        '',
        '## Timeline',
        '',
        '- 2100hrs WAT: Errors begin',
        '- 2115hrs WAT: Service restored',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2023-10-13T20:00',
      'Restored 2023-10-13T20:15',
    ]);
  });
});
