import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { msOf } from '../../src/primitives/instant.ts';
import type { Interval } from '../../src/primitives/interval.ts';
import {
  intersection,
  jaccard,
  lengthMs,
  measureMs,
  subtract,
  union,
} from '../../src/primitives/interval.ts';
import { interval } from '../arbitraries/interval.ts';
import { at } from '../history/tell.ts';

const FIRST_MS = Date.parse('2024-12-17T09:00:00.000Z');
const MINUTES = 200;

/** The minutes an interval covers, counted one by one; one that runs covers all to the end of the count. */
const minutesOf = (intervals: readonly Interval[]): ReadonlySet<number> =>
  new Set(
    Array.from({ length: MINUTES }, (_, minute) => minute).filter((minute) => {
      const ms = FIRST_MS + minute * 60_000;
      return intervals.some(({ from, to }) => msOf(from) <= ms && (to === null || ms < msOf(to)));
    }),
  );
const many = fc.array(interval, { maxLength: 8 });
const isTidy = (intervals: readonly Interval[]): boolean =>
  intervals.every(
    (one, index) =>
      lengthMs(one) > 0 && (index === 0 || (intervals[index - 1]?.to ?? one.from) < one.from),
  );

describe('intervals', () => {
  it('are merged without gain or loss', () => {
    fc.assert(
      fc.property(many, (intervals) => {
        const merged = union(intervals);
        expect(minutesOf(merged)).toEqual(minutesOf(intervals));
        expect(isTidy(merged)).toBe(true);
        expect(union(merged)).toEqual(merged);
        expect(union(intervals.toReversed())).toEqual(merged);
      }),
    );
  });

  it('are taken out minute by minute', () => {
    fc.assert(
      fc.property(many, many, (intervals, out) => {
        const rest = subtract(intervals, out);
        const gone = minutesOf(out);
        const left = [...minutesOf(intervals)].filter((minute) => !gone.has(minute));
        expect(minutesOf(rest)).toEqual(new Set(left));
        expect(isTidy(rest)).toBe(true);
      }),
    );
  });

  it('share the minutes that both have', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const shared = intersection(a, b);
        const inB = minutesOf([b]);
        const both = [...minutesOf([a])].filter((minute) => inB.has(minute));
        expect(minutesOf(shared === null ? [] : [shared])).toEqual(new Set(both));
      }),
    );
  });

  it('are as long as the minutes they cover, overlap counted once', () => {
    fc.assert(
      fc.property(many, (intervals) => {
        const runs = intervals.some(({ to }) => to === null);
        const counted = minutesOf(intervals).size * 60_000;
        expect(measureMs(intervals)).toBe(runs ? Infinity : counted);
      }),
    );
  });

  it('overlap by a share that is the same both ways', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const share = jaccard(a, b);
        expect(share).toBe(jaccard(b, a));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(jaccard(a, a)).toBe(lengthMs(a) > 0 ? 1 : 0);
      }),
    );
    const outage = { from: at('09:51:00'), to: at('10:02:00') };
    expect(jaccard(outage, { from: at('10:12:00'), to: at('10:18:00') })).toBe(0);
    expect(jaccard(outage, { from: at('09:51:00'), to: null })).toBe(0);
  });
});
