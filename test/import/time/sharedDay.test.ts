import { describe, expect, it } from '@jest/globals';
import { sharedDay } from '../../../src/import/time/sharedDay.ts';
import { timeMarks } from '../../../src/import/time/timeMark.ts';

const dayOfFirst = (text: string): unknown => {
  const [from, to] = timeMarks(text).filter(({ clock }) => clock);
  return from && to && sharedDay(from, to).day;
};

describe('the day of both times of a range', () => {
  it.each([
    ['between 12:17 and 12:30 UTC on 2023-07-20', { year: 2023, month: 7, day: 20 }],
    ['from 9am to 10:30am on July 20', { month: 7, day: 20 }],
    ['entre 12h17 et 12h30 le 20 juillet', { month: 7, day: 20 }],
    ['dalle 12:17 alle 12:30 del 20 luglio', { month: 7, day: 20 }],
  ])('stands behind it: %s', (text, day) => {
    expect(dayOfFirst(text)).toEqual(day);
  });

  it.each([
    ['its end has a day of its own', 'from 20:18 until 12 June at 22:45'],
    ['it runs over midnight', 'between 22:00 and 02:00 on 4 May'],
    ['it names none', 'between 12:17 and 12:30'],
  ])('is not known where %s', (_why, text) => {
    expect(dayOfFirst(text)).toBeUndefined();
  });

  it('is not that of the end where the start names its own', () => {
    expect(dayOfFirst('from 20:18 on 11 June until 21:45 on 12 June')).toEqual({
      month: 6,
      day: 11,
    });
  });
});
