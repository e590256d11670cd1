import { describe, expect, it } from '@jest/globals';
import { claimsOf, minutes, ofType, page, readPage, updatesOf } from './read.ts';

const day = (heading: string, ...lines: readonly string[]): string => page(heading, ...lines);
const api = [
  'Elevated API errors',
  'Resolved - This incident has been resolved.',
  'Mar 4, 10:30 UTC',
  'Identified - The issue has been identified.',
  'A fix is on its way.',
  'Mar 4, 10:10 UTC',
  'Investigating - We are currently investigating this issue.',
  'Mar 4, 10:02 UTC',
];
const login = [
  'Login failures',
  'Resolved - Between 06:10 and 06:40 UTC users could not log in.',
  'Mar 4, 07:00 UTC',
  'Investigating - We are looking into it.',
  'Mar 4, 06:20 UTC',
];

const told = async (text: string) => {
  const result = await readPage(text);
  return result.documents.map(({ sourceKey, title, claims }) => [
    sourceKey,
    Object.values(title ?? {})[0],
    ...updatesOf(claims).map((update) => update.replace('2025-', '')),
  ]);
};

describe('a page with a history of incidents', () => {
  it('gives a document each, below their days', async () => {
    const text = page(
      'Acme Status',
      'All Systems Operational',
      'Uptime over the past 90 days',
      'Past Incidents',
      day('Mar 4, 2025', ...api, ...login),
      day('Mar 3, 2025', 'No incidents reported.'),
      day(
        'Mar 2, 2025',
        'Database upgrade',
        'Completed - The scheduled maintenance has been completed.',
        'Mar 2, 11:00 UTC',
        'Scheduled - We will upgrade our databases.',
        'Mar 1, 09:00 UTC',
      ),
      day('Mar 1, 2025', 'No incidents reported.'),
      '← Incident History',
      'Powered by Atlassian Statuspage',
    );
    expect(await told(text)).toEqual([
      [
        'status-page:Acme:acme-2025-03-04-elevated-api-errors',
        'Elevated API errors',
        'investigating 03-04T10:02',
        'identified 03-04T10:10',
        'resolved 03-04T10:30',
      ],
      [
        'status-page:Acme:acme-2025-03-04-login-failures',
        'Login failures',
        'investigating 03-04T06:20',
        'resolved 03-04T07:00',
      ],
      [
        'status-page:Acme:acme-2025-03-02-database-upgrade',
        'Database upgrade',
        'scheduled 03-01T09:00',
        'completed 03-02T11:00',
      ],
    ]);
    const { documents, warnings, leftOut } = await readPage(text);
    expect([warnings, leftOut]).toEqual([[], []]);
    const claims = documents.map((document) => document.claims);
    expect(
      ofType(claims[1] ?? [], 'ImpactStarted').map(({ occurredAt }) => minutes(occurredAt)),
    ).toEqual(['2025-03-04T06:10']);
    expect(ofType(claims[2] ?? [], 'Declared')[0]?.data.kind).toBe('maintenance');
  });

  it('gives the incident that still runs above them', async () => {
    const text = page(
      'Acme Status',
      'Delayed webhooks',
      'Investigating - We are looking into it.',
      'Mar 5, 2025 - 10:00 UTC',
      'About This Site',
      'API',
      'Operational',
      'Past Incidents',
      day('Mar 4, 2025', ...login),
      day('Mar 3, 2025', 'No incidents reported.'),
    );
    expect(await told(text)).toEqual([
      [
        'status-page:Acme:acme-2025-03-05-delayed-webhooks',
        'Delayed webhooks',
        'investigating 03-05T10:00',
      ],
      [
        'status-page:Acme:acme-2025-03-04-login-failures',
        'Login failures',
        'investigating 03-04T06:20',
        'resolved 03-04T07:00',
      ],
    ]);
    expect((await readPage(text)).warnings).toEqual([]);
  });

  it('keeps the key of an incident when another of its title comes', async () => {
    const again = ['Login failures', 'Investigating - Again.', 'Mar 4, 12:15 UTC'];
    const before = day('Mar 4, 2025', ...login);
    const quiet = day('Mar 3, 2025', 'No incidents reported.');
    const first = await told(page('Acme Status', before, quiet));
    const both = await told(page('Acme Status', day('Mar 4, 2025', ...again, ...login), quiet));
    expect(both).toEqual([
      [
        'status-page:Acme:acme-2025-03-04-login-failures-1215',
        'Login failures',
        'investigating 03-04T12:15',
      ],
      ...first,
    ]);
  });

  it('tells incidents apart by their last status where the time stands with the status', async () => {
    const text = page(
      day(
        'Mar 4, 2025',
        'Elevated API errors',
        'Resolved',
        'Mar 4, 2025, 10:30 UTC',
        'This incident has been resolved.',
        'Investigating',
        'Mar 4, 2025, 10:02 UTC',
        'We are looking into it.',
        'Login failures',
        'Resolved',
        'Mar 4, 2025, 07:00 UTC',
        'This incident has been resolved.',
        'Investigating',
        'Mar 4, 2025, 06:20 UTC',
        'We are looking into it.',
      ),
      day('Mar 3, 2025', 'No incidents reported'),
    );
    expect((await told(text)).map(([, title, ...updates]) => [title, updates.length])).toEqual([
      ['Elevated API errors', 2],
      ['Login failures', 2],
    ]);
  });

  it('is not what the timeline of one incident is that names its days', async () => {
    const text = page(
      'Acme Status',
      'Elevated API errors',
      day('Mar 4, 2025', 'Resolved - This incident has been resolved.', 'Mar 4, 10:30 UTC'),
      day('Mar 3, 2025', 'Investigating - We are looking into it.', 'Mar 3, 22:30 UTC'),
    );
    expect(await told(text)).toHaveLength(1);
  });
});

describe('a page in the way of AWS, times without a status', () => {
  const text = page(
    'Increased Error Rates and Latencies',
    'RESOLVED',
    'Oct 20 3:53 PM PDT Between 11:49 PM PDT on October 19 and 2:24 AM PDT on October 20, we experienced increased error rates.',
    'Oct 20 12:51 AM PDT We can confirm increased error rates and latencies.',
    'Oct 20 12:11 AM PDT We are investigating increased error rates and latencies.',
  );

  it('takes the year from the name of the document', async () => {
    const claims = await claimsOf(text, { documentName: 'example-2025-10-20.txt' });
    expect(updatesOf(claims)).toEqual([
      'update 2025-10-20T07:11',
      'update 2025-10-20T07:51',
      'update 2025-10-20T22:53',
    ]);
    const period = [...ofType(claims, 'ImpactStarted'), ...ofType(claims, 'ImpactEnded')];
    expect(period.map(({ occurredAt }) => minutes(occurredAt))).toEqual([
      '2025-10-20T06:49',
      '2025-10-20T09:24',
    ]);
  });

  it('puts its updates in order without any year, and says that none is known', async () => {
    const { documents, warnings } = await readPage(text);
    expect(updatesOf(documents[0]?.claims ?? [])).toEqual([
      'update Oct 20 12:11 AM PDT',
      'update Oct 20 12:51 AM PDT',
      'update Oct 20 3:53 PM PDT',
    ]);
    expect(warnings.map(({ message }) => message)).toContain(
      'no day or year is known for "Oct 20 12:11 AM PDT"; it is kept as written only',
    );
  });
});

describe('a page in the way of Google Cloud, a table with a sentence above', () => {
  it('claims the period of the sentence, of what it affects', async () => {
    const text = page(
      'Example Cloud Service Health',
      'Incidents',
      'Elevated latency in one region',
      'Incident affecting Example Compute, Example Networking',
      'Incident began at 2024-08-12 08:22 and ended at 2024-08-12 10:05 (all times are US/Pacific).',
      'Date\tTime\tDescription',
      '12 Aug 2024\t10:24 PDT\tThe issue has been resolved for all affected users.',
      'We thank you for your patience.',
      '12 Aug 2024\t09:13 PDT\tWe are experiencing an issue with Example Compute.',
    );
    const { documents, warnings } = await readPage(text);
    expect(documents.map(({ incidentId, title }) => [incidentId, title])).toEqual([
      [
        'example-cloud-2024-08-12-elevated-latency-in-one-region',
        { en: 'Elevated latency in one region' },
      ],
    ]);
    const claims = documents[0]?.claims ?? [];
    const at = (type: 'ImpactStarted' | 'ImpactEnded') =>
      ofType(claims, type)
        .filter(({ item }) => item === 'header, period')
        .map(({ data, occurredAt }) => `${data.impactId} ${minutes(occurredAt)}`);
    expect(at('ImpactStarted')).toEqual(['main 2024-08-12T15:22', 'main-2 2024-08-12T15:22']);
    expect(at('ImpactEnded')).toEqual(['main 2024-08-12T17:05', 'main-2 2024-08-12T17:05']);
    expect(ofType(claims, 'ImpactStarted').flatMap(({ data }) => data.component ?? [])).toEqual([
      'Example Compute',
      'Example Networking',
    ]);
    expect(updatesOf(claims)).toEqual(['update 2024-08-12T16:13', 'update 2024-08-12T17:24']);
    expect(warnings.map(({ message }) => message)).toEqual([
      'no update names a status; each is taken as "update"',
    ]);
  });
});
