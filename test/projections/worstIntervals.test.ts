import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Degree } from '../../src/events/impact.ts';
import { instantOfMs, msOf } from '../../src/primitives/instant.ts';
import type { Interval } from '../../src/primitives/interval.ts';
import {
  outageWeights,
  downtimeOf,
  upTo,
  within,
  without,
} from '../../src/projections/downtime.ts';
import type { ImpactInterval } from '../../src/projections/worstIntervals.ts';
import { worstIntervals } from '../../src/projections/worstIntervals.ts';
import { on } from './log.ts';

const MINUTE = 60_000;
const RANKS: readonly Degree[] = ['none', 'degraded', 'unspecified', 'partial', 'full'];
const LAST = 40;

const minuteAt = (minute: number) => instantOfMs(msOf(on('00:00:00')) + minute * MINUTE);

const minutes = fc.integer({ min: 0, max: LAST });

const impacts: fc.Arbitrary<readonly ImpactInterval[]> = fc.array(
  fc
    .record({
      from: minutes,
      to: fc.option(minutes),
      degree: fc.constantFrom(...RANKS),
    })
    .map(({ from, to, degree }) => ({
      from: minuteAt(from),
      to: to === null ? null : minuteAt(Math.max(from, to)),
      degree,
    })),
  { maxLength: 8 },
);

const holds = ({ from, to }: Interval, minute: number): boolean =>
  from <= minuteAt(minute) && (to === null || minuteAt(minute) < to);

/** What holds in that minute: the worst of what covers it. */
const sampled = (intervals: readonly ImpactInterval[], minute: number): Degree | null =>
  intervals
    .filter((interval) => holds(interval, minute))
    .map(({ degree }) => degree)
    .toSorted((a, b) => RANKS.indexOf(b) - RANKS.indexOf(a))[0] ?? null;

const everyMinute = Array.from({ length: LAST + 5 }, (_, minute) => minute);

describe('the worst degree at any instant', () => {
  it('is what sampling every minute finds', () => {
    fc.assert(
      fc.property(impacts, (intervals) => {
        const worst = worstIntervals(intervals);
        for (const minute of everyMinute) {
          expect(worst.filter((interval) => holds(interval, minute)).length).toBeLessThan(2);
          expect(sampled(worst, minute)).toBe(sampled(intervals, minute));
        }
      }),
    );
  });

  it('comes in order, without gaps inside one degree, and once more gives the same', () => {
    fc.assert(
      fc.property(impacts, (intervals) => {
        const worst = worstIntervals(intervals);
        for (const [index, { to, degree }] of worst.slice(0, -1).entries()) {
          const next = worst[index + 1];
          expect(to !== null && next !== undefined && to <= next.from).toBe(true);
          expect(to === next?.from && degree === next.degree).toBe(false);
        }
        expect(worstIntervals(worst)).toEqual(worst);
      }),
    );
  });

  it('gives the downtime that counting minutes gives, with exclusions and inside a stretch', () => {
    const stretch = fc.tuple(minutes, minutes).map(([a, b]) => ({
      from: minuteAt(Math.min(a, b)),
      to: minuteAt(Math.max(a, b)),
    }));
    fc.assert(
      fc.property(impacts, stretch, stretch, (intervals, hole, window) => {
        const counted = everyMinute.filter((minute) => {
          const degree = sampled(intervals, minute);
          return (
            degree !== null &&
            outageWeights.weights[degree] === 1 &&
            !holds(hole, minute) &&
            holds(window, minute)
          );
        });
        const at = minuteAt(LAST + 5);
        const inside = without(within(upTo(intervals, at), window), [hole]);
        expect(downtimeOf(inside, outageWeights)).toBe(counted.length * MINUTE);
      }),
    );
  });

  it('is not cut by a milder impact that lasts longer', () => {
    const offline = { from: on('10:00:00'), to: on('10:30:00'), degree: 'full' as const };
    const slow = { from: on('10:10:00'), to: on('10:40:00'), degree: 'degraded' as const };
    expect(worstIntervals([offline, slow])).toEqual([offline, { ...slow, from: on('10:30:00') }]);
    expect(downtimeOf([offline, slow], outageWeights)).toBe(1_800_000);
  });
});
