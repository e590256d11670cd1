// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { page } from '../read.ts';
import { readDocument, timesOf } from '../readDocument.ts';

const incident = (heading: string, ...times: readonly string[]): string =>
  page(
    `## ${heading}`,
    '',
    '### Timeline',
    '',
    ...times,
    '',
    '### Root cause',
    '',
    'A flag.',
    '',
    '### Follow-ups',
    '',
    '- Add an alert',
    '',
  );

const REVIEW = page(
  '# Incidents of July 2026',
  '',
  'All timestamps are in CEST.',
  '',
  incident('Incident 1 — July 10: delays', '- 16:10 Errors begin', '- 18:44 Incident resolved'),
  incident('Incident 2 — July 16: errors', '- 09:32 Errors begin', '- 12:20 Incident resolved'),
  '## Closing words',
  '',
  'We apologise.',
);

describe('chapters about one incident', () => {
  it('are one post mortem', async () => {
    const { documents, leftOut } = await readDocument(
      page(
        '# Incident response: INC-2026-01',
        '',
        'All times are in UTC. 2026-01-21',
        '',
        incident('1. Incident triage', '- 09:05 Errors begin'),
        incident("4. Rapport d'incident", '- 10:00 Incident resolved'),
      ),
    );
    expect(documents.map(({ claims }) => timesOf(claims))).toEqual([
      ['ImpactStarted 2026-01-21T09:05', 'Resolved 2026-01-21T10:00'],
    ]);
    expect(leftOut).toEqual([]);
  });
});

describe('several post mortems in one document', () => {
  it('are several incidents, each with its own times', async () => {
    const { documents, leftOut, errors } = await readDocument(REVIEW, {
      documentName: 'posts/2026-07-23-review.md',
    });
    expect(errors).toEqual([]);
    expect(documents.map(({ sourceKey }) => sourceKey)).toEqual([
      'postmortem:2026-07-23-review-incident-1-july-10-delays',
      'postmortem:2026-07-23-review-incident-2-july-16-errors',
    ]);
    expect(documents.map(({ claims }) => timesOf(claims))).toEqual([
      ['ImpactStarted 2026-07-10T14:10', 'Resolved 2026-07-10T16:44'],
      ['ImpactStarted 2026-07-16T07:32', 'Resolved 2026-07-16T10:20'],
    ]);
    expect(leftOut.map(({ place }) => place)).toEqual(['lines 1 to 4', 'lines 35 to 37']);
  });

  it('are told apart where they have one name', async () => {
    const twice = incident('Outage of 2026-07-10', '- 16:10 Errors begin', '- 18:44 Restored');
    const { documents } = await readDocument(page('# Report', '', twice, twice));
    expect(new Set(documents.map(({ sourceKey }) => sourceKey)).size).toBe(2);
    expect(new Set(documents.map(({ incidentId }) => incidentId)).size).toBe(2);
  });

  it('are read as one with a warning where they have sections in common', async () => {
    const { documents, warnings } = await readDocument(
      page(REVIEW, '', '## Root cause analysis', '', 'Both came of one flag.'),
    );
    expect(documents).toHaveLength(1);
    expect(warnings.map(({ message }) => message)).toContain(
      'several incidents are told, with sections in common, and are read as one: "Incident 1 — July 10: delays", "Incident 2 — July 16: errors"',
    );
  });

  it('are not the days of one timeline, nor versions of one text in two languages', async () => {
    const { documents, warnings } = await readDocument(
      page(
        '# Outage',
        '',
        '## Timeline (UTC)',
        '',
        '### 2026-07-10',
        '',
        '- 16:10 Errors begin',
        '- 16:20 On-call paged',
        '',
        '### 2026-07-11',
        '',
        '- 08:00 Fix deployed',
        '- 08:10 Incident resolved',
      ),
    );
    expect(documents).toHaveLength(1);
    expect(warnings).toEqual([]);
  });
});
