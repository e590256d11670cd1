import { describe, expect, it } from '@jest/globals';
import { dayKeeper } from '../../../src/import/time/dayKeeper.ts';
import { timeMarks } from '../../../src/import/time/timeMark.ts';

const ignored = (): void => {};

const daysOf = (...times: readonly string[]): readonly (number | undefined)[] => {
  const keeper = dayKeeper(undefined, { year: 2024, month: 5, day: 6 }, 6 * 60, ignored);
  return times.map((time) => {
    const [mark] = timeMarks(time);
    return mark && keeper.dayOf(mark)?.day;
  });
};

describe('the days of times in one order', () => {
  it.each([
    [
      ['22:00', '01:00', '02:00'],
      [6, 7, 7],
    ],
    [
      ['18:02 UTC', '11:05 PDT', '18:10 UTC'],
      [6, 6, 6],
    ],
    [
      ['18:02 PDT', '01:10 UTC', '18:20 PDT'],
      [6, 7, 6],
    ],
    [
      ['23:50 PDT', '06:55 UTC', '00:10 PDT'],
      [6, 7, 7],
    ],
    [
      ['10:00 CEST', '08:05 UTC', '10:10'],
      [6, 6, 6],
    ],
    [
      ['18:00 XYZT', '10:00 UTC'],
      [6, 7],
    ],
  ])('goes forward on the clocks of the zones beside them: %j', (times, days) => {
    expect(daysOf(...times)).toEqual(days);
  });
});
