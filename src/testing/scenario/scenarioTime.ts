import type { Instant } from '../../primitives/instant.ts';
import { instant } from '../../primitives/instant.ts';
import type { Moment } from '../../primitives/moment.ts';
import { exactly } from '../../primitives/moment.ts';

const CLOCK = /^\d{2}:\d{2}(?::\d{2}(?:\.\d{3})?)?$/;

/** Reads the times of a scenario: a time of its day such as `09:53`, in UTC, or ISO 8601 text with an offset. */
export const instantIn =
  (day: string) =>
  (time: string): Instant => {
    if (!CLOCK.test(time)) return instant(time);
    const seconds = time.length === 'hh:mm'.length ? `${time}:00` : time;
    return instant(`${day}T${seconds}Z`);
  };

/** The same for moments: a time as text is exact, a moment is as it is. */
export const momentIn =
  (day: string) =>
  (time: Moment | string): Moment =>
    typeof time === 'string' ? exactly(instantIn(day)(time)) : time;
