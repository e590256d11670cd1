// Pages written by hand in the layouts of vendors, as they are when copied; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { pageSummaries } from './pageSummary.ts';

describe('incident.io', () => {
  it('has navigation, a write-up and lines on how long ago', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Globex',
      'Status page',
      'Report a problem',
      'Subscribe to updates',
      'Elevated API errors',
      'Resolved',
      'Affected components',
      'API',
      'Degraded performance',
      'Dashboard',
      'Partial outage',
      'Updates',
      'Write-up published',
      'Read it here',
      'Tue, Dec 17, 2024, 02:30 PM',
      '(1 week earlier)',
      'Resolved',
      'All good again.',
      'Tue, Dec 17, 2024, 12:18 PM',
      '(2 hours earlier)',
      'Monitoring',
      'We have rolled out a fix.',
      'Tue, Dec 17, 2024, 12:02 PM',
      '(15 minutes earlier)',
      'Investigating',
      "We've spotted that something has gone wrong.",
      'Tue, Dec 17, 2024, 11:40 AM',
      'Powered by',
      'incident.io',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Elevated API errors',
        name: 'Globex',
        components: ['API: degraded', 'Dashboard: partial'],
        updates: [
          'investigating 2024-12-17T11:40',
          'monitoring 2024-12-17T12:02',
          'resolved 2024-12-17T12:18',
          'postmortem 2024-12-17T14:30',
        ],
        notes: ['Read it here'],
      },
    ]);
    expect(warnings).toEqual([
      'no zone is named for "Tue, Dec 17, 2024, 11:40 AM" and the like; UTC is assumed',
    ]);
  });

  it('has times of day, and its day at the foot', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Globex Status',
      'Elevated API errors',
      'Resolved',
      'Resolved',
      '10:18 AM UTC',
      'All good.',
      'Monitoring',
      '10:02 AM UTC',
      'A fix is in.',
      'Investigating',
      '9:40 AM UTC',
      "We've spotted that something has gone wrong.",
      'Affected components',
      'API',
      'Dec 17, 2024',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Elevated API errors',
        name: 'Globex',
        components: ['API'],
        updates: [
          'investigating 2024-12-17T09:40',
          'monitoring 2024-12-17T10:02',
          'resolved 2024-12-17T10:18',
        ],
      },
    ]);
    expect(warnings).toEqual([]);
  });
});
