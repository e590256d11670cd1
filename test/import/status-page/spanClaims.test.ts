// Pages written by hand in the layout of Instatus; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import type { Claim } from '../../../src/events/claim.ts';
import { claimsOf, minutes, ofType, page, readPage } from '../read.ts';

const impactOf = (claims: readonly Claim[]): readonly string[] => [
  ...ofType(claims, 'ImpactStarted').map(
    ({ data, occurredAt }) => `${data.component} ${data.degree} from ${minutes(occurredAt)}`,
  ),
  ...ofType(claims, 'ImpactChanged').map(
    ({ data, occurredAt }) => `${data.component} ${data.degree} at ${minutes(occurredAt)}`,
  ),
  ...ofType(claims, 'ImpactEnded').map(
    ({ data, occurredAt }) => `${data.impactId} to ${minutes(occurredAt)}`,
  ),
];

const affected = (statuses: string, ...updates: readonly string[]): string =>
  page('Umbrella status', 'Login failures', 'Affected', 'Website', statuses, 'Updates', ...updates);

const NIGHT = [
  'Resolved',
  'Mar 05, 2024 at 12:10am UTC',
  'All is well.',
  'Investigating',
  'Mar 04, 2024 at 11:05pm UTC',
  'We look.',
];

describe('the statuses that a component had from time to time', () => {
  it('are its impact, past midnight', async () => {
    const claims = await claimsOf(
      affected(
        'Operational from 12:10 AM to 12:10 AM, Major outage from 11:05 PM to 12:10 AM',
        ...NIGHT,
      ),
    );
    expect(impactOf(claims)).toEqual([
      'Website full from 2024-03-04T23:05',
      'main to 2024-03-05T00:10',
    ]);
  });

  it('change, in whatever order they are told', async () => {
    const claims = await claimsOf(
      affected(
        'Partial outage from 11:30 PM to 12:10 AM, Degraded performance from 11:05 PM to 11:20 PM',
        ...NIGHT,
      ),
    );
    expect(impactOf(claims)).toEqual([
      'Website degraded from 2024-03-04T23:05',
      'Website none at 2024-03-04T23:20',
      'Website partial at 2024-03-04T23:30',
      'main to 2024-03-05T00:10',
    ]);
  });

  it('go on while the incident does', async () => {
    const claims = await claimsOf(
      affected('Major outage from 11:05 PM to 11:40 PM', ...NIGHT.slice(3)),
    );
    expect(impactOf(claims)).toEqual(['Website full from 2024-03-04T23:05']);
  });

  it('are left out, and said so, where they could be on several days', async () => {
    const { documents, warnings } = await readPage(
      affected(
        'Major outage from 11:05 PM to 11:40 PM',
        'Resolved',
        'Mar 07, 2024 at 12:10am UTC',
        'All is well.',
        ...NIGHT.slice(3),
      ),
    );
    expect(impactOf(documents[0]?.claims ?? [])).toEqual(['Website full from ..2024-03-07T00:10']);
    expect(warnings[0]?.message).toContain('name no day');
  });

  it('are no impact when all was well', async () => {
    const claims = await claimsOf(affected('Operational from 11:05 PM to 12:10 AM', ...NIGHT));
    expect(impactOf(claims)).toEqual([]);
  });
});
