import * as E from 'fp-ts/lib/Either.js';
import type { UnstoredEvent } from '../../events/stored.ts';
import { showFailure } from '../../ledger/showFailure.ts';
import { anchorOf } from '../../primitives/moment.ts';
import { differencesIn } from '../differences.ts';
import { expectSame } from './expected.ts';
import type { AnyScenarioEvent } from './givenEvents.ts';
import { anyEvents, readEvent } from './givenEvents.ts';
import type { ScenarioEvent } from './scenarioEvent.ts';

/**
 * How a scenario names a refusal: by its tag, or by as many of its fields as matter; one that is no such object, as
 * it is.
 *
 * @public
 */
export type ScenarioRefusal<R> = R extends { readonly _tag: infer T }
  ? T | (Partial<R> & { readonly _tag: T })
  : R;

/**
 * What came of a command, or of a rule.
 *
 * @public
 */
export interface Decided<R, D> {
  /**
   * Holds when these events came of it, in this order; none for none.
   *
   * @remarks Errors: throws with every difference: its path, what was expected and what came. Of each event are
   * compared `type`, `occurredAt`, `data` and what else is written.
   */
  gives(...events: readonly ScenarioEvent<D>[]): void;

  /**
   * Holds when it was refused so.
   *
   * @remarks Errors: throws with the refusal that it met, or with the events that came of it.
   */
  refuses(refusal: ScenarioRefusal<R>): void;
}

/** The fields of an event that an expectation names. */
const asExpected = (event: UnstoredEvent, expected: AnyScenarioEvent | undefined): unknown => {
  const keys = new Set(['type', 'occurredAt', 'data', ...Object.keys(expected ?? {})]);
  return Object.fromEntries(Object.entries(event).filter(([key]) => keys.has(key)));
};

const counted = (count: number): string => (count === 1 ? '1 event' : `${count} events`);

const listed = (events: readonly UnstoredEvent[]): string =>
  events.length === 0
    ? 'no events'
    : events
        .map(({ type, occurredAt }) => `${type} at ${anchorOf(occurredAt) ?? 'an unknown time'}`)
        .join(', ');

/** The part of a refusal that an expectation names. */
const namedPart = (refusal: unknown, expected: unknown): unknown => {
  if (typeof refusal !== 'object' || refusal === null) return refusal;
  if (typeof expected === 'string') return Reflect.get(refusal, '_tag');
  if (typeof expected !== 'object' || expected === null) return refusal;
  const keys = Object.keys(expected);
  return Object.fromEntries(Object.entries(refusal).filter(([key]) => keys.includes(key)));
};

/**
 * What came of something asked.
 *
 * @param asked - What was asked, for messages.
 */
export const decided = <R, D>(
  asked: string,
  result: E.Either<R, readonly UnstoredEvent[]>,
  day: string,
): Decided<R, D> => ({
  gives: (...events) => {
    const expected = anyEvents(events).map((event) => readEvent(event, day));
    if (E.isLeft(result)) {
      throw new Error(
        `${asked} should give ${counted(events.length)}, but is refused: ${showFailure(result.left)}`,
      );
    }
    const actual = result.right.map((event, index) => asExpected(event, expected[index]));
    expectSame(`${asked} gives other events than expected`, expected, actual);
  },
  refuses: (refusal) => {
    if (E.isRight(result)) {
      throw new Error(`${asked} should be refused, but gives ${listed(result.right)}`);
    }
    const actual = namedPart(result.left, refusal);
    if (differencesIn(refusal, actual).length > 0) {
      expectSame(
        `${asked} is refused otherwise than expected (${showFailure(result.left)})`,
        refusal,
        actual,
      );
    }
  },
});
