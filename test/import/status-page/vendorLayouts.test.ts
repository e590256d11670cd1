// Pages written by hand in the layouts of public status pages; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { claimsOf, ofType, page, readPage, updatesOf } from '../read.ts';
import { pageSummaries } from './pageSummary.ts';

describe('an update', () => {
  it('whose text begins with "Update:" keeps its own status', async () => {
    const claims = await claimsOf(
      page(
        'Resolved -',
        'Update: All is well again.',
        'Mar 13, 2026, 10:16 MDT',
        'Identified -',
        'Update: We know the cause.',
        'Mar 13, 2026, 08:25 MDT',
      ),
    );
    expect(updatesOf(claims)).toEqual(['identified 2026-03-13T14:25', 'resolved 2026-03-13T16:16']);
  });

  it('can say how long ago it was posted before its time', async () => {
    const claims = await claimsOf(
      page(
        'Incident 2822',
        'Resolved',
        'It works again.',
        'Posted 5 months ago, Jun 10, 2025 22:13 UTC',
        'Investigating',
        'We look into it.',
        'Posted 5 months ago, Jun 10, 2025 06:22 UTC',
      ),
    );
    expect(updatesOf(claims)).toEqual([
      'investigating 2025-06-10T06:22',
      'resolved 2025-06-10T22:13',
    ]);
  });

  it('can have its status in brackets, below its time', async () => {
    const claims = await claimsOf(
      page(
        'Errors',
        'December 17, 2024 11:18AM UTC',
        '[Resolved] Service is back.',
        'December 17, 2024 10:12AM UTC',
        '[Investigating] We look into it.',
      ),
    );
    expect(updatesOf(claims)).toEqual([
      'investigating 2024-12-17T10:12',
      'resolved 2024-12-17T11:18',
    ]);
  });

  it('can be numbered', async () => {
    const claims = await claimsOf(
      page(
        'Errors',
        'Started',
        'Aug 04, 2022, 10:22 AM UTC',
        'Update timeline',
        '  1. investigating Aug 04, 2022, 10:22 AM UTC',
        '     We look into it.',
        '  2. resolved Aug 04, 2022, 11:22 AM UTC',
        '     It works again.',
      ),
    );
    expect(updatesOf(claims)).toEqual([
      'investigating 2022-08-04T10:22',
      'resolved 2022-08-04T11:22',
    ]);
  });

  it('has the year that another line of the page names', async () => {
    const claims = await claimsOf(
      page(
        'Error rates - East',
        'Began October 19, 2025 at 11:49 PM PDT',
        'Oct 20 3:03 PM PDT Requests succeed again.',
        'Oct 20 12:11 AM PDT We look into failing requests.',
      ),
    );
    expect(updatesOf(claims)).toEqual(['update 2025-10-20T07:11', 'update 2025-10-20T22:03']);
  });
});

describe('a history by days', () => {
  const HISTORY = page(
    'Previous incidents',
    'February 2024',
    'Feb 05, 2024',
    '1 incident',
    'Under load',
    'Resolved Feb 06 at 08:04pm UTC',
    'We found the source.',
    '7 previous updates',
    'January 2024',
    'Jan 24, 2024',
    '1 incident',
    'Partial Outage',
    'Resolved Jan 25 at 02:39am UTC',
    'All is well again.',
    'Jan 19, 2024',
    '1 incident',
    'Scheduled Database Upgrade',
    'Resolved Jan 19 at 03:00am UTC',
    'Done.',
  );

  it('with its months and counts tells each incident with its title', async () => {
    const { documents, warnings } = await readPage(HISTORY);
    expect(documents.map(({ title }) => Object.values(title ?? {}).join())).toEqual([
      'Under load',
      'Partial Outage',
      'Scheduled Database Upgrade',
    ]);
    expect(documents.map(({ claims }) => updatesOf(claims))).toEqual([
      ['resolved 2024-02-06T20:04'],
      ['resolved 2024-01-25T02:39'],
      ['resolved 2024-01-19T03:00'],
    ]);
    const texts = documents.flatMap(({ claims }) =>
      ofType(claims, 'StatusPublished').map(({ data }) => data.text),
    );
    expect(JSON.stringify(texts)).not.toMatch(/previous|January/);
    expect(warnings).toEqual([]);
  });
});

describe('the text of an update', () => {
  it.each([
    'Yesterday, between 14:00 and 15:00 UTC, requests failed.',
    'Requests failed between 14:00 and 15:00 UTC yesterday.',
    'Hier, entre 14:00 et 15:00 UTC, des requêtes étaient en erreur.',
  ])('tells of the day before: %s', async (text) => {
    const claims = await claimsOf(
      page('Errors', 'Resolved', text, 'Posted Dec 17, 2024 - 16:00 UTC'),
    );
    const [start] = ofType(claims, 'ImpactStarted');
    const [end] = ofType(claims, 'ImpactEnded');
    expect([start?.occurredAt.earliest, end?.occurredAt.earliest]).toEqual([
      '2024-12-16T14:00:00.000Z',
      '2024-12-16T15:00:00.000Z',
    ]);
  });
});

describe('several incidents of a day', () => {
  it('are told apart where times go back and a title stands between', async () => {
    const { incidents } = await pageSummaries([
      'Wednesday 8th June 2022',
      'Random errors of the proxies',
      'We are looking into it.',
      'EDIT 21:28 UTC: The cause has been found.',
      'EDIT 21:40 UTC: All is well.',
      'A hypervisor is down',
      '16:13 UTC: A hypervisor does not answer.',
      '16:25 UTC: It does again.',
      'Tuesday 7th June 2022',
      'Slow mails',
      'EDIT 23:50 UTC: The queue is long.',
      'EDIT 00:10 UTC: It is empty.',
    ]);
    expect(incidents.map(({ title, updates }) => [title, updates.length])).toEqual([
      ['Random errors of the proxies', 2],
      ['A hypervisor is down', 2],
      ['Slow mails', 2],
    ]);
  });
});
