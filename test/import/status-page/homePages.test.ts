// Pages written by hand in the layout of Atlassian Statuspage, whole as a browser copies them; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { ofType, page, readPage } from '../read.ts';
import { pageSummaries } from './pageSummary.ts';

const PLANNED = [
  'Acme Status',
  'All Systems Operational',
  'API Operational',
  'Scheduled Maintenance',
  'Database upgrade Mar 04, 2024 22:00 - Mar 05, 2024 03:00 UTC',
  'Payments may fail for 20 seconds.',
  'Please ask us anything. Posted on',
  'Mar 01, 2024 - 08:47 UTC',
  'Network works Mar 06, 2024 08:00-17:00 UTC',
  'Nothing will be seen of it.',
  'Posted on Mar 01, 2024 - 09:30 UTC',
  'Past Incidents',
];

describe('planned work that a home page announces', () => {
  it('is told with its title, its window and its text', async () => {
    const { documents, warnings } = await readPage(
      page(
        ...PLANNED,
        'Mar 2, 2024',
        'No incidents reported today.',
        'Mar 1, 2024',
        'No incidents reported.',
      ),
    );
    expect(
      documents.map(({ incidentId, claims }) => [
        incidentId,
        ofType(claims, 'Declared').map(({ data }) => data.kind),
        ofType(claims, 'MaintenanceScheduled').map(({ data }) => data.window),
        ofType(claims, 'StatusPublished').map(({ data }) => [data.status, data.text]),
      ]),
    ).toEqual([
      [
        'acme-2024-03-04-database-upgrade',
        ['maintenance'],
        [{ from: '2024-03-04T22:00:00.000Z', to: '2024-03-05T03:00:00.000Z' }],
        [['scheduled', { en: 'Payments may fail for 20 seconds.\nPlease ask us anything.' }]],
      ],
      [
        'acme-2024-03-06-network-works',
        ['maintenance'],
        [{ from: '2024-03-06T08:00:00.000Z', to: '2024-03-06T17:00:00.000Z' }],
        [['scheduled', { en: 'Nothing will be seen of it.' }]],
      ],
    ]);
    expect(warnings).toEqual([]);
  });

  it('stands beside the incidents of the page', async () => {
    const { incidents } = await pageSummaries([
      ...PLANNED,
      'Mar 2, 2024',
      'No incidents reported today.',
      'Mar 1, 2024',
      'Slow checkout',
      'Resolved - Done.',
      'Mar 1, 10:22 UTC',
      'Investigating - We look.',
      'Mar 1, 09:12 UTC',
    ]);
    expect(incidents.map(({ title, updates }) => [title, updates])).toEqual([
      ['Database upgrade', ['scheduled 2024-03-01T08:47']],
      ['Network works', ['scheduled 2024-03-01T09:30']],
      ['Slow checkout', ['investigating 2024-03-01T09:12', 'resolved 2024-03-01T10:22']],
    ]);
  });
});

describe('a whole page', () => {
  it('says nothing by its form and below its foot', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status - Slow checkout',
      'Subscribe to Updates',
      'Get email notifications whenever Acme creates , updates or resolves an incident.',
      'Email address:',
      'Virgin Islands, U.S. (+1)',
      'Resend OTP in: 30 seconds',
      'We will send you email if your endpoint fails',
      'Get the Atom Feed or RSS Feed .',
      'Slow checkout',
      'Incident Report for Acme',
      'Resolved',
      'Done.',
      'Posted Mar 04 , 2024 - 10:22 UTC',
      'This incident affected: API.',
      'Powered by Atlassian Statuspage',
      'Product',
      'Pricing',
      'Edit',
      'To receive SMS updates, please verify your number.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        components: ['API'],
        updates: ['resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('has a legend and says how long it lasted and how bad it was', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Current status',
      'Legend',
      '• Operational',
      '• Partial Outage',
      'Slow checkout',
      'Major incident API Checkout',
      '2024-03-04 09:12 UTC · 1 hour, 10 minutes',
      'Resolved',
      'Done.',
      'March 4, 2024 · 10:22 UTC',
      'Investigating',
      'We look.',
      'March 4, 2024 · 09:12 UTC',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        level: 'major',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
        notes: ['Major incident API Checkout'],
      },
    ]);
    expect(warnings).toEqual(['this line is kept as a note: it was not understood']);
  });

  it.each(['Lasted for 3h', 'Lasted 3h', 'A duré 3h'])('says how long it was: %s', async (line) => {
    const { documents, warnings } = await readPage(
      page('Slow checkout', line, 'Resolved', 'Done.', 'Posted Mar 04, 2024 - 10:22 UTC'),
    );
    const [measured] = ofType(documents[0]?.claims ?? [], 'ImpactMeasured');
    expect(measured?.data.durationMs).toBe(10_800_000);
    expect(warnings).toEqual([]);
  });
});

describe('a component that is back', () => {
  it('mitigates where the page names several', async () => {
    const { documents } = await readPage(
      page(
        'Resolved',
        'Done.',
        'Posted Mar 04, 2024 - 10:22 UTC',
        'Update',
        'Issues is operating normally.',
        'Posted Mar 04, 2024 - 10:12 UTC',
        'This incident affected: Issues and Actions.',
      ),
    );
    const claims = documents[0]?.claims ?? [];
    expect(ofType(claims, 'Mitigated')).toHaveLength(1);
    expect(ofType(claims, 'Restored')).toEqual([]);
  });
});
