import * as fc from 'fast-check';
import type { Instant } from '../../primitives/instant.ts';
import { instantOfMs } from '../../primitives/instant.ts';

const FIRST_MS = Date.parse('0000-01-01T00:00:00.000Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');
const MINUTE_MS = 60_000;

/** When the morning begins on which all arbitrary incidents happen. */
export const MORNING_MS = Date.parse('2024-12-17T09:00:00.000Z');

/** That many minutes, and milliseconds, into the morning. */
export const minutesIn = (minutes: number, ms = 0): Instant =>
  instantOfMs(MORNING_MS + minutes * MINUTE_MS + ms);

/** Any instant there is. */
export const anyInstant: fc.Arbitrary<Instant> = fc
  .integer({ min: FIRST_MS, max: LAST_MS })
  .map(instantOfMs);

/** A whole minute of one morning, so that equal times are common. */
export const minuteOfDay: fc.Arbitrary<Instant> = fc
  .integer({ min: 0, max: 180 })
  .map((minute) => minutesIn(minute));
