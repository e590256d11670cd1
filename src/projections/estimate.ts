import { mean, quantileSorted } from 'd3-array';
import { randomGamma, randomLcg } from 'd3-random';

/**
 * How intervals are made.
 *
 * @public
 */
export interface Resampling {
  /** How often the interval is meant to hold what it estimates, such as 0.95. */
  readonly confidence: number;
  /** How many resamples are drawn. */
  readonly resamples: number;
  /** Where the random numbers begin: the same seed gives the same interval. */
  readonly seed: number;
}

/**
 * A quantile of what was seen, as an estimate of that of all such incidents.
 *
 * @remarks Units: whole milliseconds.
 * @public
 */
export interface Estimate {
  /** The quantile of the values seen; null when there are none. */
  readonly value: number | null;
  /** Lower end of the interval; null when there are too few values for one. */
  readonly low: number | null;
  /** Upper end of the interval; null when there are too few values for one. */
  readonly high: number | null;
  /** The fewest values that an interval is given for. */
  readonly fewest: number;
}

/**
 * The fewest values that any interval between two of them can hold a quantile with at that confidence.
 *
 * @remarks
 * Source: n values all miss the quantile on one side with probability pⁿ, on the other with (1 − p)ⁿ; with 95 %
 * confidence that asks for 6 values for a median, 11 for the 75th percentile, 29 for the 90th and 59 for the 95th
 * (H. A. David and H. N. Nagaraja, Order Statistics, 2003, chapter 7).
 */
export const fewestFor = (share: number, confidence: number): number => {
  let n = 1;
  while (1 - share ** n - (1 - share) ** n < confidence) n += 1;
  return n;
};

/** The mean of values, to the millisecond; null when there are none. */
export const meanOf = (values: readonly number[]): number | null => {
  const found = mean(values);
  return found === undefined ? null : Math.round(found);
};

/** The quantile of sorted values, to the millisecond; null when there are none. */
const quantileOf = (sorted: number[], share: number): number | null => {
  const found = quantileSorted(sorted, share);
  return found === undefined ? null : Math.round(found);
};

/** The place that a quantile of n sorted values is at: between those at `below` and after it. */
const placeOf = (n: number, share: number): { readonly below: number; readonly onward: number } => {
  const place = (n - 1) * share;
  return { below: Math.floor(place), onward: place - Math.floor(place) };
};

/**
 * For each of many resamples of n sorted values, which of them it has at a place, and which at the next, in turn.
 *
 * @remarks
 * Shape: drawn as uniform order statistics, by normalised gamma spacings: what drawing and sorting all n would give,
 * at a cost that does not grow with n.
 * Source: L. Devroye, Non-Uniform Random Variate Generation, 1986, chapter V.3.
 */
const resampledRanks = (n: number, below: number, { resamples, seed }: Resampling): Uint32Array => {
  const gamma = randomGamma.source(randomLcg(seed));
  const [upToIt, onward, rest] = [gamma(below + 1), gamma(1), gamma(n - below - 1)];
  const ranks = new Uint32Array(2 * resamples);
  for (let index = 0; index < ranks.length; index += 2) {
    const [first, gap] = [upToIt(), onward()];
    const whole = first + gap + rest();
    ranks[index] = Math.min(n - 1, Math.floor((n * first) / whole));
    ranks[index + 1] = Math.min(n - 1, Math.floor((n * (first + gap)) / whole));
  }
  return ranks;
};

/** Makes estimates of quantiles, 0.5 for the median, of values that are sorted, least first. */
export type Estimator = (sorted: number[], share: number) => Estimate;

/**
 * What makes estimates with percentile bootstrap intervals.
 *
 * @remarks
 * Shape: the same numbers of values share their random numbers, so an estimate does not depend on what was
 * estimated before it.
 * Source: quantiles by R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, 1996, definition 7;
 * the percentile interval by B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
 */
export const estimator = (resampling: Resampling): Estimator => {
  const drawn = new Map<string, Uint32Array>();
  const ranksOf = (n: number, below: number): Uint32Array => {
    const key = `${n} ${below}`;
    const ranks = drawn.get(key) ?? resampledRanks(n, below, resampling);
    drawn.set(key, ranks);
    return ranks;
  };
  const tail = (1 - resampling.confidence) / 2;
  return (sorted, share) => {
    const value = quantileOf(sorted, share);
    const fewest = fewestFor(share, resampling.confidence);
    if (sorted.length < fewest) return { value, low: null, high: null, fewest };
    const { below, onward } = placeOf(sorted.length, share);
    const ranks = ranksOf(sorted.length, below);
    const at = (index: number): number => sorted[ranks[index] ?? 0] ?? 0;
    const quantiles = Float64Array.from({ length: resampling.resamples }, (_, index) => {
      const lower = at(2 * index);
      return lower + (at(2 * index + 1) - lower) * onward;
    });
    const resampled = Array.from(quantiles.toSorted());
    return {
      value,
      low: quantileOf(resampled, tail),
      high: quantileOf(resampled, 1 - tail),
      fewest,
    };
  };
};
