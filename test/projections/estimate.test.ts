import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Resampling } from '../../src/projections/estimate.ts';
import { estimator, fewestFor, meanOf } from '../../src/projections/estimate.ts';

const options = { confidence: 0.95, resamples: 1000, seed: 1 };
const estimateOf = (values: readonly number[], share: number, resampling: Resampling) =>
  estimator(resampling)([...values], share);
const shares = [0.5, 0.75, 0.9, 0.95];
const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);
const durations = fc
  .array(fc.integer({ min: -60_000, max: 1e9 }), { minLength: 1, maxLength: 120 })
  .map(sorted);

/** The quantile by its definition: the point on the line through the values at (i - 1) / (n - 1). */
const drawn = (values: readonly number[], share: number): number => {
  const place = share * (values.length - 1);
  const weights = values.map((_, index) => Math.max(0, 1 - Math.abs(index - place)));
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
};

/** The interval by drawing and sorting whole resamples, with numbers of another kind. */
const naive = (values: readonly number[], share: number): readonly [number, number] => {
  let state = 7;
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const all = Array.from({ length: 1500 }, () =>
    drawn(sorted(values.map(() => values[Math.floor(random() * values.length)] ?? 0)), share),
  );
  return [drawn(sorted(all), 0.025), drawn(sorted(all), 0.975)];
};

describe('an estimate', () => {
  it('is the quantile of the values', () => {
    fc.assert(
      fc.property(durations, fc.constantFrom(...shares), (values, share) => {
        const { value } = estimateOf(values, share, options);
        expect(Math.abs((value ?? NaN) - drawn(values, share))).toBeLessThan(0.51);
      }),
    );
    expect(estimateOf([1, 3, 5, 9], 0.5, options).value).toBe(4);
    expect(estimateOf([], 0.5, options)).toEqual({ value: null, low: null, high: null, fewest: 6 });
  });

  it('lies in its interval, which lies in the values', () => {
    fc.assert(
      fc.property(durations, fc.constantFrom(...shares), fc.nat(), (values, share, seed) => {
        const { value, low, high, fewest } = estimateOf(values, share, { ...options, seed });
        expect(low === null).toBe(values.length < fewest);
        if (value === null || low === null || high === null) return;
        const [first, last] = [values[0] ?? 0, values.at(-1) ?? 0];
        expect([low - first, value - low, high - value, last - high].every((d) => d >= 0)).toBe(
          true,
        );
      }),
    );
  });

  it('has the same interval on every run, and others with other seeds', () => {
    const values = Array.from({ length: 200 }, (_, index) => index ** 3);
    expect(estimateOf(values, 0.9, options)).toEqual(estimateOf(values, 0.9, options));
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const others = seeds.map((seed) => estimateOf(values, 0.9, { ...options, seed }));
    expect(new Set(others.map(({ value }) => value)).size).toBe(1);
    expect(new Set(others.map(({ low, high }) => `${low} ${high}`)).size).toBeGreaterThan(2);
  });

  it.each(shares)('has the interval that whole resamples give, at %d', (share) => {
    // Evenly spread values: an error of one is an error of one place among 120.
    const values = Array.from({ length: 120 }, (_, index) => index);
    const { low, high } = estimateOf(values, share, { ...options, resamples: 4000 });
    const [from, to] = naive(values, share);
    expect(Math.abs((low ?? 0) - from)).toBeLessThan(1.5);
    expect(Math.abs((high ?? 0) - to)).toBeLessThan(1.5);
  });

  it('gives no interval where none of the values seen can hold it', () => {
    expect(shares.map((share) => fewestFor(share, 0.95))).toEqual([6, 11, 29, 59]);
  });
});

describe('a mean', () => {
  it('is that of the values', () => {
    expect([meanOf([1, 2, 6]), meanOf([])]).toEqual([3, null]);
  });
});
