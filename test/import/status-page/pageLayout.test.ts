// Pages written by hand; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { pageSummaries } from './pageSummary.ts';
import { claimsOf, ofType, page, readPage, updatesOf } from '../read.ts';

describe('the layout of a page', () => {
  it('is that of most updates: a text can begin with a time', async () => {
    const claims = await claimsOf(
      page(
        'Acme Status',
        'Stale figures',
        'Resolved - On February 21, 2025 12:00 UTC a job failed.',
        'Feb 24, 2025, 18:31 UTC',
        'Investigating - We look.',
        'Feb 24, 2025, 15:17 UTC',
      ),
    );
    expect(updatesOf(claims)).toEqual([
      'investigating 2025-02-24T15:17',
      'resolved 2025-02-24T18:31',
    ]);
    expect(ofType(claims, 'StatusPublished').map(({ data }) => data.text)).toEqual([
      { en: 'We look.' },
      { en: 'On February 21, 2025 12:00 UTC a job failed.' },
    ]);
  });

  it('can have the time of the incident on top, and that of each update below it', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Published on Mar 04, 2024 09:12 UTC',
      'Resolved',
      'Done.',
      'Mar 04, 2024 10:22 UTC',
      'Investigating',
      'We look.',
      'Mar 04, 2024 09:12 UTC',
    ]);
    expect(incidents).toEqual([
      { name: 'Acme', updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'] },
    ]);
    expect(warnings).toEqual([]);
  });

  it('has no heading where a text is a word that could be a status', async () => {
    const claims = await claimsOf(
      page(
        'Outage of search',
        'Resolved',
        'Fixed.',
        'Posted Mar 04, 2024 - 09:40 UTC',
        'Investigating',
        'Looking.',
        'Posted Mar 04, 2024 - 09:12 UTC',
      ),
    );
    expect(updatesOf(claims)).toEqual([
      'investigating 2024-03-04T09:12',
      'resolved 2024-03-04T09:40',
    ]);
  });

  it('is doubted where a status stands in the text of another update', async () => {
    const { warnings } = await readPage(
      page(
        'Search is down',
        'Resolved',
        'Mar 04, 2024 - 09:40 UTC',
        'All is well.',
        'Identified',
        'Mar 04, 2024 - 09:7x UTC',
        'We know why.',
        'Investigating',
        'Mar 04, 2024 - 09:12 UTC',
        'We look.',
      ),
    );
    expect(warnings.map(({ place, message }) => `${place}: ${message}`)).toEqual([
      'update 2: "Identified" in line 5 is kept as text: if an update begins there, no time stands with it',
    ]);
  });

  it('has no heading where a status says "Update"', async () => {
    const claims = await claimsOf(
      page(
        'Acme Status',
        'Slow checkout',
        'Investigating',
        'We look.',
        'Posted Mar 04, 2024 - 09:12 UTC',
        'Update',
        'Update: more customers see errors.',
        'Posted Mar 04, 2024 - 09:40 UTC',
      ),
    );
    expect(updatesOf(claims)).toEqual([
      'investigating 2024-03-04T09:12',
      'update 2024-03-04T09:40',
    ]);
  });

  it('keeps the figures with which a text begins', async () => {
    const claims = await claimsOf(
      page(
        'Mar 04, 2024 09:40 UTC\tUpdate\t1-2% of all jobs are late.',
        'Mar 04, 2024 09:12 UTC\tUpdate\t3 jobs are late.',
      ),
    );
    expect(ofType(claims, 'StatusPublished').map(({ data }) => data.text)).toEqual([
      { en: '3 jobs are late.' },
      { en: '1-2% of all jobs are late.' },
    ]);
  });

  it('keeps the first mark of a list behind a status', async () => {
    const claims = await claimsOf(
      page('Resolved - * One thing.', '* Another.', 'Mar 04, 2024 - 09:12 UTC'),
    );
    expect(ofType(claims, 'StatusPublished')[0]?.data.text).toEqual({
      und: '* One thing.\n* Another.',
    });
  });

  it('is none where texts without a status stand below several days', async () => {
    const { documents, errors } = await readPage(
      page(
        'All systems are operational',
        'Sunday 11th March 2018',
        '(Sunday 11th March 2018 23:36:49 UTC)',
        'The API is well.',
        'Saturday 10th March 2018',
        '(Saturday 10th March 2018 10:56:33 UTC)',
        'The website is well.',
      ),
    );
    expect(documents).toEqual([]);
    expect(errors[0]?._tag).toBe('NoUpdateFound');
  });

  it('does not begin with the present status where its time is missing', async () => {
    const { documents, warnings } = await readPage(
      page(
        'Acme Status',
        'Slow checkout',
        'Resolved',
        'Done.',
        'Mar 04, 2024 - 10:22 UTC',
        'Investigating',
        'We look.',
      ),
    );
    expect(updatesOf(documents[0]?.claims ?? [])).toEqual([
      'investigating investigating',
      'resolved 2024-03-04T10:22',
    ]);
    expect(warnings[0]?.message).toBe('no time stands with the update in line 6');
  });
});

describe('incidents one behind the other', () => {
  const REOPENED = [
    'Acme Status',
    'Slow checkout',
    'Resolved',
    'Mar 04, 2024, 12:22 UTC',
    'All is well.',
    'Investigating',
    'Mar 04, 2024, 11:12 UTC',
    'It is back.',
  ];
  const BEFORE = [
    'Resolved',
    'Mar 04, 2024, 10:22 UTC',
    'Done.',
    'Investigating',
    'Mar 04, 2024, 09:12 UTC',
    'We look.',
  ];

  it('are told apart by their titles alone', async () => {
    const { documents } = await readPage(page(...REOPENED, 'Slow search', ...BEFORE));
    expect(documents.map(({ title, claims }) => [title, updatesOf(claims)])).toEqual([
      [{ en: 'Slow checkout' }, ['investigating 2024-03-04T11:12', 'resolved 2024-03-04T12:22']],
      [{ en: 'Slow search' }, ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22']],
    ]);
  });

  it('are one when it was opened again', async () => {
    const { documents } = await readPage(page(...REOPENED, ...BEFORE));
    expect(documents.map(({ claims }) => updatesOf(claims))).toEqual([
      [
        'investigating 2024-03-04T09:12',
        'resolved 2024-03-04T10:22',
        'investigating 2024-03-04T11:12',
        'resolved 2024-03-04T12:22',
      ],
    ]);
  });

  it('are one with its oldest update on top, whatever its texts end with', async () => {
    const { documents } = await readPage(
      page(
        'Acme Status',
        'Slow checkout',
        'Investigating',
        'Mar 04, 2024, 09:12 UTC',
        'We look.',
        'Thank you for your patience',
        'Resolved',
        'Mar 04, 2024, 10:22 UTC',
        'Done.',
      ),
    );
    expect(documents).toHaveLength(1);
  });

  it('are one past a new year without years', async () => {
    const { documents } = await readPage(
      page(
        'Acme Status',
        'Slow checkout',
        'Investigating',
        'Dec 31, 20:47 UTC',
        'We look.',
        'Thank you for your patience',
        'Resolved',
        'Jan 01, 00:00 UTC',
        'Done.',
      ),
    );
    expect(documents).toHaveLength(1);
  });
});
