import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  jest.spyOn(console, 'log').mockImplementation((...values: readonly unknown[]) => {
    printed.push(values.map((value) => JSON.stringify(value)).join(' '));
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe('examples', () => {
  it('quickstart: from nothing to the first duration, a refusal, a second source', async () => {
    await import('../examples/quickstart.ts');
    expect(printed).toEqual([
      '660000',
      '"there is nothing to end: no event tells of an incident yet"',
      '0',
      '"responder" ["monitor"]',
    ]);
  });

  it('customProjection: own events, projection, milestone and duration', async () => {
    await import('../examples/customProjection.ts');
    expect(printed).toEqual(['["four-eyes"]', '4', '300000']);
  });

  it('fleet: quantiles, what was left out, availability, and parts put together', async () => {
    await import('../examples/fleet.ts');
    expect(printed).toEqual([
      '40 39 {"running":1}',
      '{"value":1200000,"low":840000,"high":1560000,"fewest":6}',
      '{"value":2226000,"low":null,"high":null,"fewest":59}',
      '0.9888888888888889 11.111111111111102',
      '14',
    ]);
  });

  it('auditReplay: a page and its post mortem, now and as of 10:13', async () => {
    await import('../examples/auditReplay.ts');
    expect(printed).toEqual([
      '"update 1: the languages of this update give different times"',
      '"TSR-1023" "resolved" 660000 13',
      '"TSR-1023" "open" 660000 2',
      '"postmortem" 0 0 1',
      '"ticket" 0 0 1',
      '"status-page" 1260000 -300000 0',
    ]);
  });
});
