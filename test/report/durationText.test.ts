import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { differenceText, durationText } from '../../src/report/durationText.ts';

const UNITS: Readonly<Record<string, number>> = {
  d: 86_400_000,
  h: 3_600_000,
  min: 60_000,
  s: 1000,
  ms: 1,
};

/** The milliseconds that a duration's text says. */
const parsed = (text: string): number => {
  const sum = [...text.matchAll(/(\d+) (d|h|min|s|ms)/g)].reduce(
    (total, [, count = '', unit = '']) => total + Number(count) * (UNITS[unit] ?? Number.NaN),
    0,
  );
  return text.startsWith('−') ? -sum : sum;
};

/** The smallest unit that the text of a duration that long has. */
const precisionMs = (ms: number): number =>
  [
    [864e5, 36e5],
    [36e5, 6e4],
    [10_000, 1000],
  ].find(([from = 0]) => ms >= from)?.[1] ?? 1;

const duration = fc.oneof(
  fc.integer({ min: 0, max: 20_000 }),
  fc.integer({ min: 0, max: 400 * 86_400_000 }),
);

describe('a duration as text', () => {
  it.each([
    [0, '0 min'],
    [1, '1 ms'],
    [1500, '1 s 500 ms'],
    [10_400, '10 s'],
    [59_999, '1 min'],
    [60_000, '1 min'],
    [65_000, '1 min 5 s'],
    [660_000, '11 min'],
    [719_999, '12 min'],
    [3_600_000, '1 h'],
    [80_520_000, '22 h 22 min'],
    [90_061_000, '1 d 1 h'],
    [-300_000, '−5 min'],
    [-0, '0 min'],
    [Infinity, '∞'],
  ])('of %d ms is %s', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });

  it('says the duration, cut to its two largest units', () => {
    fc.assert(
      fc.property(duration, (ms) => {
        expect(Math.abs(parsed(durationText(ms)) - ms)).toBeLessThanOrEqual(precisionMs(ms));
      }),
    );
  });

  it('never says less of more', () => {
    fc.assert(
      fc.property(duration, duration, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(parsed(durationText(less))).toBeLessThanOrEqual(parsed(durationText(more)));
      }),
    );
  });

  it('is the same with a minus sign below zero', () => {
    fc.assert(
      fc.property(
        duration.filter((ms) => ms > 0),
        (ms) => {
          expect(durationText(-ms)).toBe(`−${durationText(ms)}`);
        },
      ),
    );
  });
});

describe('a difference as text', () => {
  it.each([
    [0, '0 min'],
    [1_260_000, '+21 min'],
    [-300_000, '−5 min'],
  ])('of %d ms is %s', (ms, text) => {
    expect(differenceText(ms)).toBe(text);
  });
});
