import * as E from 'fp-ts/lib/Either.js';
import type { AsOf } from './asOf.ts';
import type { Summary } from './summary.ts';
import type { Tally, TallyOptions } from './tally.ts';
import { addTally, emptyTally } from './tally.ts';

/**
 * A tally is not of the same summary, settings, policy, instant or point on the time axes as it is to be merged under: its
 * numbers mean something else.
 *
 * @public
 */
export interface TallyMismatch {
  /** Always `TallyMismatch`. */
  readonly _tag: 'TallyMismatch';
  /** Place of the tally among those given, from 0. */
  readonly index: number;
  /** What differs. */
  readonly field: 'summary' | 'of' | 'settings' | 'policy' | 'at' | keyof AsOf;
  /** What it had to be; `the end` of a time axis where no point on it was given. */
  readonly expected: string;
  /** What it is. */
  readonly actual: string;
}

/**
 * A sentence that says why tallies were not merged.
 *
 * @public
 */
export const showTallyMismatch = ({ index, field, expected, actual }: TallyMismatch): string =>
  `tally ${index}: expected ${field} ${expected}, got ${actual}`;

const SAME = [
  'summary',
  'of',
  'settings',
  'policy',
  'at',
  'knownAt',
  'recordedBefore',
  'occurredBefore',
] as const;

const THE_END = 'the end';

/**
 * One tally of all the incidents of several, as if they had been added one by one; the given ones are not changed.
 *
 * @remarks
 * Shape: no incident may be in two of them.
 * Errors: a {@link TallyMismatch} when one is of another summary, settings, policy, instant or point on the time axes.
 * @public
 */
export const mergeTallies = <V, T, R>(
  summary: Summary<V, T, R>,
  tallies: Iterable<Tally<T>>,
  options: TallyOptions,
): E.Either<TallyMismatch, Tally<T>> => {
  const merged = emptyTally(summary, options);
  let index = 0;
  for (const tally of tallies) {
    const field = SAME.find((each) => tally[each] !== merged[each]);
    if (field !== undefined) {
      const [expected, actual] = [merged[field] ?? THE_END, tally[field] ?? THE_END];
      return E.left({ _tag: 'TallyMismatch', index, field, expected, actual });
    }
    addTally(summary, merged, tally);
    index += 1;
  }
  return E.right(merged);
};
