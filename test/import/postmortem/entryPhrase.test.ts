import { describe, expect, it } from '@jest/globals';
import { entryPhrase } from '../../../src/import/postmortem/entryPhrase.ts';

describe('what a line of a timeline tells of', () => {
  it.each([
    ['Issue resolved by reconfiguring the firewall', 'Resolved'],
    ['Outage resolved', 'Resolved'],
    ['Site is hard down', 'ImpactStarted'],
    ['Internal alerts generated due to loss of traffic', 'AlertRaised'],
    ["l'astreinte est alertée par la supervision", 'AlertRaised'],
    ["tout est rentré dans l'ordre", 'Restored'],
    ['premières erreurs', 'ImpactStarted'],
    ['@ann Noticed the queue was backing up', 'Detected'],
  ] as const)('"%s" is %s', (line, type) => {
    expect(entryPhrase(line)).toBe(type);
  });

  it.each([
    'Helped until the DNS issue resolved itself',
    'The issue is not resolved',
    'Ask when the outage will be resolved',
  ])('"%s" is no resolution', (line) => {
    expect(entryPhrase(line)).not.toBe('Resolved');
  });
});
