// A page written by hand in the shape of the history of Atlassian Statuspage; what it tells is made up.
import { describe, expect, it } from '@jest/globals';
import { recogniseImporter } from '../../../src/import/recogniseImporter.ts';
import { postmortem } from '../../../src/import/postmortem/postmortemDocument.ts';
import { statusPage } from '../../../src/import/status-page/statusPage.ts';
import { minutes, ofType, page, readPage, updatesOf } from '../read.ts';

const HISTORY = page(
  'Acme Status',
  'Incident History',
  'October 2024 - January 2025',
  'January 2025',
  'Slow exports',
  'This incident has been resolved.',
  'Dec 31, 23:50 - Jan 1, 00:20 UTC',
  'December 2024',
  'API latency',
  'This incident has been resolved.',
  'Dec 17, 10:12 - 10:18 UTC',
  'Errors in the dashboard',
  'We keep an eye on it.',
  'Dec 3, 22:40 UTC',
  'November 2024',
  'No incidents reported for this month.',
  'October 2024',
  'Database maintenance',
  'The scheduled maintenance has been completed.',
  'Oct 12, 02:00 - 04:00 UTC',
  'Powered by Atlassian Statuspage',
);

describe('a history by months', () => {
  it('is a status page', () => {
    expect(recogniseImporter([postmortem, statusPage], HISTORY)).toBe(statusPage);
  });

  it('tells each incident by itself, with its first and its last time', async () => {
    const { documents, warnings, leftOut, errors } = await readPage(HISTORY);
    expect([errors, warnings, leftOut]).toEqual([[], [], []]);
    expect(documents.map(({ incidentId, claims }) => [incidentId, ...updatesOf(claims)])).toEqual([
      ['acme-2024-12-31-slow-exports', 'update 2024-12-31T23:50', 'resolved 2025-01-01T00:20'],
      ['acme-2024-12-17-api-latency', 'update 2024-12-17T10:12', 'resolved 2024-12-17T10:18'],
      ['acme-2024-12-03-errors-in-the-dashboard', 'update 2024-12-03T22:40'],
      [
        'acme-2024-10-12-database-maintenance',
        'update 2024-10-12T02:00',
        'completed 2024-10-12T04:00',
      ],
    ]);
    const [, latency, , work] = documents;
    const [declared] = ofType(latency?.claims ?? [], 'Declared');
    expect(declared && minutes(declared.occurredAt)).toBe('..2024-12-17T10:12');
    expect(ofType(work?.claims ?? [], 'Declared')[0]?.data.kind).toBe('maintenance');
  });

  it('is a document beside the page of the incident itself, which tells more', async () => {
    const own = page(
      'API latency',
      'Incident Report for Acme',
      'Resolved',
      'This incident has been resolved.',
      'Posted Dec 17, 2024 - 10:18 UTC',
      'Investigating',
      'We look into it.',
      'Posted Dec 17, 2024 - 10:12 UTC',
    );
    const [told] = (await readPage(own)).documents;
    const short = (await readPage(HISTORY)).documents[1];
    expect(short?.incidentId).toBe(told?.incidentId);
    expect(short?.sourceKey).not.toBe(told?.sourceKey);
  });
});
