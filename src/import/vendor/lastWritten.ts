import type { Instant } from '../../primitives/instant.ts';
import { msOf } from '../../primitives/instant.ts';

/** Within this time after it was written, a record is written again by the system that keeps it, as it tells subscribers: that is no edit. */
const SETTLED_MS = 60_000;

/** Whether something was long enough after a record was written to be no part of writing it. */
export const isLongAfter = (at: Instant, written: Instant): boolean =>
  msOf(at) - msOf(written) > SETTLED_MS;

/**
 * When what a record says was certainly written: when it was edited, since nothing tells how it read before; else when it was
 * made.
 *
 * @param changed - When it was last written, be it by the system that keeps it.
 */
export const lastWritten = (written: Instant, changed: Instant | undefined): Instant =>
  changed !== undefined && isLongAfter(changed, written) ? changed : written;
