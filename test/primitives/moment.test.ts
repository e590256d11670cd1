import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { faultsOf } from '../../src/primitives/fault.ts';
import { instant } from '../../src/primitives/instant.ts';
import {
  anchorOf,
  between,
  exactly,
  mayCoincide,
  Moment,
  noLaterThan,
  refines,
  widthMs,
} from '../../src/primitives/moment.ts';
import {
  closedMoment,
  momentArbitrary as moment,
} from '../../src/testing/arbitraries/momentArbitrary.ts';
import { minuteOfDay } from '../../src/testing/arbitraries/times.ts';
import { left } from '../history/tell.ts';

const early = '2024-12-17T09:51:00.000Z';
const late = '2024-12-17T10:02:00.000Z';

describe('Moment', () => {
  it('decodes to itself', () => {
    fc.assert(
      fc.property(moment, (value) => {
        expect(Moment.decode(value)).toEqual(E.right(value));
      }),
    );
  });

  it.each([
    ['an end before its start', { earliest: late, latest: early }],
    [
      'an end before its start in a reading',
      {
        earliest: early,
        undecided: { group: 'g', alternatives: [{ zone: 'UTC', earliest: late, latest: early }] },
      },
    ],
    ['nothing at all', {}],
    ['only a zone', { zone: 'UTC' }],
  ])('refuses %s', (_, value) => {
    const [fault] = faultsOf(left(Moment.decode(value)), 'occurredAt');
    expect(fault?.path).toBe('occurredAt');
    expect(fault?.expected).toMatch(/^Moment \(earliest not after latest/);
  });

  it('names the field that is no time', () => {
    const faults = faultsOf(left(Moment.decode({ earliest: '10h51', latest: 5, basis: 'felt' })));
    expect(faults.map(({ path, actual }) => [path, actual])).toEqual([
      ['earliest', '"10h51"'],
      ['latest', '5'],
      ['basis', '"felt"'],
    ]);
  });

  it('is made from the words of the calling code', () => {
    expect(exactly(early)).toEqual({ earliest: early, latest: early });
    expect(between(early, late)).toEqual({ earliest: early, latest: late });
    expect(noLaterThan(late)).toEqual({ latest: late });
    expect(() => between(late, early)).toThrow(RangeError);
    expect(() => exactly('10h51')).toThrow(RangeError);
  });

  it('stands in an order by its earliest, else its latest', () => {
    expect(anchorOf(between(early, late))).toBe(early);
    expect(anchorOf(noLaterThan(late))).toBe(late);
    expect(anchorOf({ written: 'in the morning' })).toBeUndefined();
  });

  it('has a width', () => {
    expect(widthMs(exactly(early))).toBe(0);
    expect(widthMs(between(early, late))).toBe(660_000);
    expect(widthMs(noLaterThan(late))).toBe(Infinity);
  });

  it('may coincide with another exactly when some instant is in both', () => {
    fc.assert(
      fc.property(moment, moment, minuteOfDay, (a, b, at) => {
        const holds = (m: Moment): boolean =>
          (m.earliest === undefined || m.earliest <= at) &&
          (m.latest === undefined || at <= m.latest);
        expect(mayCoincide(a, b)).toBe(mayCoincide(b, a));
        expect(mayCoincide(a, a)).toBe(true);
        if (holds(a) && holds(b)) expect(mayCoincide(a, b)).toBe(true);
      }),
    );
  });

  it('is refined only by one wholly inside it and more exact, never both ways', () => {
    fc.assert(
      fc.property(closedMoment, moment, (fine, coarse) => {
        expect(refines(fine, fine)).toBe(false);
        expect(refines(fine, coarse) && refines(coarse, fine)).toBe(false);
        if (refines(fine, coarse)) {
          expect(mayCoincide(fine, coarse)).toBe(true);
          expect(widthMs(fine)).toBeLessThan(widthMs(coarse));
        }
      }),
    );
    expect(refines(exactly(early), noLaterThan(late))).toBe(true);
    expect(refines(exactly(late), noLaterThan(early))).toBe(false);
    expect(refines(exactly(early), { earliest: instant(late) })).toBe(false);
    expect(refines(noLaterThan(early), noLaterThan(late))).toBe(false);
  });
});
