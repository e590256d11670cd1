import * as fc from 'fast-check';
import type { Interval } from '../../src/primitives/interval.ts';
import { minuteOfDay } from '../../src/testing/arbitraries/times.ts';

/** An interval of whole minutes; some still run, some are empty. */
export const interval: fc.Arbitrary<Interval> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ from: minuteOfDay, to: minuteOfDay }) },
  { weight: 1, arbitrary: fc.record({ from: minuteOfDay, to: fc.constant(null) }) },
);
