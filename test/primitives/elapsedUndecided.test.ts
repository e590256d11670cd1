import { describe, expect, it } from '@jest/globals';
import { elapsed } from '../../src/primitives/elapsed.ts';
import { instant } from '../../src/primitives/instant.ts';
import type { Moment } from '../../src/primitives/moment.ts';
import { exactly } from '../../src/primitives/moment.ts';

const reading = (zone: string, at: string) => ({
  zone,
  earliest: instant(at),
  latest: instant(at),
});

/** Ten to eleven in London, in summer, by a document that may mean UTC. */
const undecided: Moment = {
  earliest: instant('2024-07-01T09:50:00Z'),
  latest: instant('2024-07-01T10:50:00Z'),
  undecided: {
    group: 'page',
    alternatives: [
      reading('Europe/London', '2024-07-01T09:50:00Z'),
      reading('UTC', '2024-07-01T10:50:00Z'),
    ],
  },
};

describe('the time from a moment whose zone is undecided to one outside its group', () => {
  it('has bounds and no figure, since a figure would pick a reading', () => {
    expect(elapsed(undecided, exactly('2024-07-01T11:00:00Z'))).toEqual({
      ms: null,
      minMs: 600_000,
      maxMs: 4_200_000,
    });
  });

  it('is the same the other way round', () => {
    expect(elapsed(exactly('2024-07-01T11:00:00Z'), undecided)).toEqual({
      ms: null,
      minMs: -4_200_000,
      maxMs: -600_000,
    });
  });
});
