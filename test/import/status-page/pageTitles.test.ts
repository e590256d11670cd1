// Pages written by hand; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { pageSummaries } from './pageSummary.ts';

const UPDATES = ['Resolved', 'Done.', 'Posted Mar 04, 2024 - 10:22 UTC'];

const titled = async (...top: readonly string[]): Promise<unknown> => {
  const { incidents } = await pageSummaries([...top, ...UPDATES]);
  return incidents.map(({ name, title }) => ({ name, title }));
};

describe('the title of a page', () => {
  it.each([
    'System Outage',
    'Major incident',
    'Complete network outage',
    'Paris zone: power outage',
    '[Ended] Partial mail incident',
  ])('is "%s", which names no page', async (title) => {
    expect(await titled(title, 'We lost one of our machines.')).toEqual([
      { name: 'status page', title },
    ]);
  });

  it('is what happened rather than the sentence below it', async () => {
    expect(await titled('Payment API outage', 'Cards could not be charged.')).toEqual([
      { name: 'Payment API', title: 'Payment API outage' },
    ]);
  });

  it.each([
    'Acme - Stato dei servizi',
    'Acme – État des services numériques',
    'Acme : État des services',
  ])('is not that of the page: %s', async (name) => {
    expect(await titled(name, 'Slow checkout')).toEqual([{ name: 'Acme', title: 'Slow checkout' }]);
  });
});
