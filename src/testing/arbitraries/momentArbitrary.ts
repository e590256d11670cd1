import * as fc from 'fast-check';
import { instantOfMs, msOf } from '../../primitives/instant.ts';
import type { Moment } from '../../primitives/moment.ts';
import { filled } from './texts.ts';
import { minuteOfDay } from './times.ts';

/** Two ends in order, either of which can be missing, but not both. */
const ends = fc
  .tuple(minuteOfDay, fc.integer({ min: 0, max: 600_000 }), fc.constantFrom('both', 'from', 'to'))
  .map(([earliest, widthMs, known]) => {
    const latest = instantOfMs(msOf(earliest) + widthMs);
    return known === 'from' ? { earliest } : known === 'to' ? { latest } : { earliest, latest };
  });

const undecided = fc
  .tuple(fc.constantFrom('doc-1', 'doc-2'), ends, ends)
  .map(([group, first, second]) => ({
    group,
    alternatives: [
      { zone: 'Europe/Paris', ...first },
      { zone: 'UTC', ...second },
    ],
  }));

/** A moment with both ends, as most sources give it. */
export const closedMoment: fc.Arbitrary<Moment> = fc
  .tuple(minuteOfDay, fc.constantFrom(0, 0, 59_999, 300_000))
  .map(([earliest, width]) => ({ earliest, latest: instantOfMs(msOf(earliest) + width) }));

/**
 * Any moment of one morning: with an end missing, with the text as it was written, with a zone that is undecided.
 *
 * @public
 */
export const momentArbitrary: fc.Arbitrary<Moment> = fc
  .tuple(
    ends,
    fc.record(
      {
        written: filled,
        zone: fc.constantFrom('Europe/Paris', '+01:00', 'CET'),
        basis: fc.constantFrom('stated', 'document', 'assumed'),
        undecided,
      },
      { requiredKeys: [] },
    ),
  )
  .map(([bounds, rest]) => ({ ...bounds, ...rest }));
