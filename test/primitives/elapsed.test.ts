import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { elapsed, isCertainlyBefore } from '../../src/primitives/elapsed.ts';
import { instantOfMs, msOf } from '../../src/primitives/instant.ts';
import type { Moment } from '../../src/primitives/moment.ts';
import {
  closedMoment,
  momentArbitrary as moment,
} from '../../src/testing/arbitraries/momentArbitrary.ts';
import { minuteOfDay } from '../../src/testing/arbitraries/times.ts';
import { minute } from '../history/tell.ts';

const negated = (value: number | null): number | null => (value === null ? null : 0 - value);

/** A time of a document whose zone may be Paris or UTC: readings an hour apart, and ends that hold both. */
const doubtful = (wallMs: number, group = 'doc'): Moment => {
  const reading = (
    zone: string,
    offsetMs: number,
  ): { zone: string } & Required<Pick<Moment, 'earliest' | 'latest'>> => ({
    zone,
    earliest: instantOfMs(wallMs - offsetMs),
    latest: instantOfMs(wallMs - offsetMs + 59_999),
  });
  const alternatives = [reading('Europe/Paris', 3_600_000), reading('UTC', 0)];
  return {
    earliest: instantOfMs(wallMs - 3_600_000),
    latest: instantOfMs(wallMs + 59_999),
    undecided: { group, alternatives },
  };
};

describe('elapsed', () => {
  it('is the eleven minutes of the outage, a minute more or less', () => {
    expect(elapsed(minute('09:51'), minute('10:02'))).toEqual({
      ms: 660_000,
      minMs: 600_001,
      maxMs: 719_999,
    });
  });

  it('turns its sign when the moments change places', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const there = elapsed(a, b);
        const back = elapsed(b, a);
        expect(
          [back.ms, back.minMs, back.maxMs].map((ms) => (ms === null ? null : ms + 0)),
        ).toEqual([negated(there.ms), negated(there.maxMs), negated(there.minMs)]);
      }),
    );
  });

  it('lies within its bounds, and so does the time between any two instants of the moments', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const inside = ({ earliest, latest }: Moment, part: number): number => {
      const from = msOf(earliest ?? instantOfMs(0));
      return Math.round(from + part * (msOf(latest ?? instantOfMs(0)) - from));
    };
    fc.assert(
      fc.property(closedMoment, closedMoment, share, share, (a, b, x, y) => {
        const { ms, minMs, maxMs } = elapsed(a, b);
        const one = inside(b, y) - inside(a, x);
        expect(minMs).toBeLessThanOrEqual(one);
        expect(maxMs).toBeGreaterThanOrEqual(one);
        expect(ms).toBeGreaterThanOrEqual(minMs ?? NaN);
        expect(ms).toBeLessThanOrEqual(maxMs ?? NaN);
      }),
    );
  });

  it('is unbounded where an end is missing', () => {
    fc.assert(
      fc.property(minuteOfDay, minuteOfDay, (from, to) => {
        const { ms, minMs, maxMs } = elapsed({ earliest: from }, { latest: to });
        expect([ms, minMs]).toEqual([null, null]);
        expect(maxMs).toBe(msOf(to) - msOf(from));
      }),
    );
    expect(elapsed({ written: 'soon' }, minute('10:02'))).toEqual({
      ms: null,
      minMs: null,
      maxMs: null,
    });
  });

  it('is as exact as ever inside a document whose zone is undecided', () => {
    const wall = fc.integer({ min: 0, max: 1e12 });
    fc.assert(
      fc.property(wall, wall, (a, b) => {
        expect(elapsed(doubtful(a), doubtful(b))).toEqual({
          ms: b - a,
          minMs: b - a - 59_999,
          maxMs: b - a + 59_999,
        });
      }),
    );
  });

  it('is not known across two documents that are undecided', () => {
    const { minMs, maxMs } = elapsed(doubtful(7_200_000), doubtful(7_200_000, 'other'));
    expect([minMs, maxMs]).toEqual([-3_659_999, 3_659_999]);
  });

  it('compares the readings that both moments have, and the ends where they have none in common', () => {
    const from = doubtful(7_200_000);
    const onlyUtc = from.undecided?.alternatives.slice(1) ?? [];
    expect(elapsed(from, { ...from, undecided: { group: 'doc', alternatives: onlyUtc } }).ms).toBe(
      0,
    );
    const { minMs } = elapsed(from, { ...from, undecided: { group: 'doc', alternatives: [] } });
    expect(minMs).toBe(-3_659_999);
  });

  it('has no middle where the readings of one group lie differently, as over a change of clocks', () => {
    const from = doubtful(7_200_000);
    const [paris, utc] = from.undecided?.alternatives ?? [];
    const to: Moment = {
      ...from,
      undecided: {
        group: 'doc',
        alternatives: [
          { ...paris, zone: 'Europe/Paris', earliest: instantOfMs(0), latest: instantOfMs(0) },
          { ...utc, zone: 'UTC' },
        ],
      },
    };
    expect(elapsed(from, to)).toEqual({ ms: null, minMs: -3_659_999, maxMs: 59_999 });
  });
});

describe('a moment', () => {
  const doubted = fc
    .tuple(fc.integer({ min: 0, max: 7_200_000 }), fc.constantFrom('doc', 'other'))
    .map(([offsetMs, group]) => doubtful(msOf(instantOfMs(1_734_430_260_000)) + offsetMs, group));
  const any = fc.oneof(moment, closedMoment, doubted);

  it('is certainly before another where the least time between them is more than none', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const { minMs, maxMs } = elapsed(a, b);
        expect(isCertainlyBefore(a, b)).toBe(minMs !== null && minMs > 0);
        expect(isCertainlyBefore(b, a)).toBe(maxMs !== null && maxMs < 0);
      }),
      { numRuns: 500 },
    );
  });
});
