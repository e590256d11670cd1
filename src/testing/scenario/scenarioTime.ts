import * as E from 'fp-ts/lib/Either.js';
import { showValue } from '../../primitives/fault.ts';
import type { Instant } from '../../primitives/instant.ts';
import { parseInstant } from '../../primitives/instant.ts';
import type { Moment } from '../../primitives/moment.ts';
import { exactly } from '../../primitives/moment.ts';

const CLOCK = /^\d{2}:\d{2}(?::\d{2}(?:\.\d{3})?)?$/;

const isDay = (day: string): boolean => E.isRight(parseInstant(`${day}T00:00:00Z`));

const textOf = (day: string, time: string): string => {
  if (!CLOCK.test(time)) return time;
  return `${day}T${time.length === 'hh:mm'.length ? `${time}:00` : time}Z`;
};

/**
 * Reads the times of a scenario: a time of its day such as `09:53`, in UTC, or ISO 8601 text with an offset.
 *
 * @remarks Errors: throws a RangeError for text that is neither.
 */
export const instantIn =
  (day: string) =>
  (time: string): Instant => {
    const read = parseInstant(textOf(day, time));
    if (E.isRight(read)) return read.right;
    throw new RangeError(
      isDay(day)
        ? `expected a time such as 09:53, or ISO 8601 text with an offset, got ${showValue(time)}`
        : `day: expected a day such as 2024-12-17, got ${showValue(day)}`,
    );
  };

/** The same for moments: a time as text is exact, a moment is as it is. */
export const momentIn =
  (day: string) =>
  (time: Moment | string): Moment =>
    typeof time === 'string' ? exactly(instantIn(day)(time)) : time;
