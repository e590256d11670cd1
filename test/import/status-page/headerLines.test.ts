// Pages written by hand; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { pageSummaries } from './pageSummary.ts';

describe('what stands at the top of a page', () => {
  it('can be what happened, as a label or as all that there is', async () => {
    const updates = ['Resolved', 'Done.', 'Posted Mar 04, 2024 - 10:22 UTC'];
    for (const [line, title] of [
      ['Incident: Emails delayed', 'Emails delayed'],
      ['# Payment API outage', 'Payment API outage'],
    ] as const) {
      const { incidents, warnings } = await pageSummaries([line, ...updates]);
      expect(incidents).toMatchObject([{ title }]);
      expect(warnings).toEqual([]);
    }
  });

  it('can be how to subscribe', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Skip to main content',
      'Acme Status',
      'Subscribe to Updates',
      'Subscribe',
      'x',
      'Get email notifications whenever Acme creates, updates or resolves an incident.',
      'Email address:',
      'Enter OTP:',
      'Subscribe via Email',
      'This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.',
      'Get text message notifications whenever Acme creates or resolves an incident.',
      'Country code:',
      'Phone number:',
      'Slow checkout',
      'Incident Report for Acme',
      'Resolved',
      'Done.',
      'Posted Mar 04, 2024 - 10:22 UTC',
      'Investigating',
      'We look.',
      'Posted Mar 04, 2024 - 09:12 UTC',
      'This incident affected: API.',
      '← Current Status',
      'Powered by Atlassian Statuspage',
      'Cookie preferences',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        components: ['API'],
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be components with a status each, as its updates have them', async () => {
    const { incidents, warnings } = await pageSummaries([
      'OpenAI',
      'Subscribe to updates',
      'Elevated error rates',
      'Resolved',
      'Affected components',
      'Conversations',
      'Login',
      'Updates',
      'Resolved',
      'All impacted services have now fully recovered.',
      'Mon, Mar 4, 2024, 10:22 AM UTC',
      '(3 months earlier)',
      'Affected components',
      'Conversations (Operational)',
      'Login (Operational)',
      'Investigating',
      'We are looking into it.',
      'Mon, Mar 4, 2024, 9:12 AM UTC',
      'Affected components',
      'Conversations (Degraded performance)',
      'Login (Partial outage)',
      'Powered by',
      'incident.io',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Elevated error rates',
        name: 'OpenAI',
        components: ['Conversations: degraded', 'Login: partial'],
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be components with their status set right behind', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Affected components',
      'APIDegraded Performance',
      'Checkout Partial Outage',
      'Updates',
      'Resolved',
      'Mar 04, 2024 10:22 UTC',
      'Done.',
      'Investigating',
      'Mar 04, 2024 09:12 UTC',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        components: ['API: degraded', 'Checkout: partial'],
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be labels with their values', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Impact',
      'Major',
      'Start time: Mar 04, 2024 09:12 UTC',
      'End time: Mar 04, 2024 10:22 UTC',
      'Resolved',
      'Mar 04, 2024 10:22 UTC',
      'Done.',
      'Investigating',
      'Mar 04, 2024 09:12 UTC',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        level: 'major',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be times that no update has', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Slow checkout',
      'Start: Mar 04, 2024 09:00 UTC',
      'Resolved',
      'Mar 04, 2024 10:22 UTC',
      'Done.',
      'Investigating',
      'Mar 04, 2024 09:12 UTC',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'status page',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
        notes: ['Start: Mar 04, 2024 09:00 UTC'],
      },
    ]);
    expect(warnings).toEqual(['this line is kept as a note: it was not understood']);
  });

  it('can be a title with a status', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Resolved: Slow checkout',
      'Resolved',
      'Done.',
      'Mar 04, 2024 - 10:22 UTC',
      'Investigating',
      'We look.',
      'Mar 04, 2024 - 09:12 UTC',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be a title that begins with a status', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Investigating login issues',
      'Resolved',
      'Mar 04, 2024 - 10:22 UTC',
      'Done.',
      'Investigating',
      'Mar 04, 2024 - 09:12 UTC',
      'We look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Investigating login issues',
        name: 'Acme',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be a title that begins with a bracket', async () => {
    const { incidents, warnings } = await pageSummaries([
      '[Acme] Slow checkout',
      'Resolved',
      'Done.',
      'Mar 04, 2024 - 10:22 UTC',
    ]);
    expect(incidents).toEqual([
      {
        title: '[Acme] Slow checkout',
        name: 'status page',
        updates: ['resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('can be names set without a gap, which the foot tells apart', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Status',
      'Slow checkout',
      'Affected components',
      'APIDashboardPayments',
      '- investigating Mar 4, 2024, 09:12 AM UTC',
      'We look.',
      '- resolved Mar 4, 2024, 10:22 AM UTC',
      'Done.',
      'This incident affected: API, Dashboard, and Payments.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        components: ['API', 'Dashboard', 'Payments'],
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });
});
