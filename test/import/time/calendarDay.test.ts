import { describe, expect, it } from '@jest/globals';
import { calendarDayAt } from '../../../src/import/time/calendarDay.ts';
import { numericOrder } from '../../../src/import/time/numericOrder.ts';
import { lastBefore, nearestTo, nextDay } from '../../../src/import/time/yearOf.ts';

describe('calendarDayAt', () => {
  it.each([
    ['Dec 17, 2024, 10:12', { year: 2024, month: 12, day: 17 }],
    ['Dec 17, 10:12', { month: 12, day: 17 }],
    ['Dec 17 , 2024 - 10:12', { year: 2024, month: 12, day: 17 }],
    ['Dec-17, 10:12am', { month: 12, day: 17 }],
    ['December 17 2024', { year: 2024, month: 12, day: 17 }],
    ['Tuesday, December 17th, 2024', { year: 2024, month: 12, day: 17 }],
    ['17 décembre 2024', { year: 2024, month: 12, day: 17 }],
    ['17 décembre - 10h30', { month: 12, day: 17 }],
    ['mardi 17 décembre', { month: 12, day: 17 }],
    ['1er août 2025', { year: 2025, month: 8, day: 1 }],
    ['17th of December', { month: 12, day: 17 }],
    ['3 feb. 2024', { year: 2024, month: 2, day: 3 }],
    ['Sept 27, 2025: found', { year: 2025, month: 9, day: 27 }],
    ['27 September 2025: found', { year: 2025, month: 9, day: 27 }],
    ['Sept 27, 2025:10:04', { month: 9, day: 27 }],
    ['5 maggio 2023', { year: 2023, month: 5, day: 5 }],
    ['July 10: delays', { month: 7, day: 10 }],
    ['July 10. Then', { month: 7, day: 10 }],
    ['03-MAR-2026', { year: 2026, month: 3, day: 3 }],
    ['3-Mar-2026', { year: 2026, month: 3, day: 3 }],
    ['17/12/2024', { year: 2024, month: 12, day: 17 }],
    ['12/17/2024', { year: 2024, month: 12, day: 17 }],
    ['17.12.24', { year: 2024, month: 12, day: 17 }],
    ['17/12 10h51', { month: 12, day: 17 }],
    ['2024-12-17T10:12', { year: 2024, month: 12, day: 17 }],
    ['2024/12/17', { year: 2024, month: 12, day: 17 }],
    ['06/May/2024:10:31:00', { year: 2024, month: 5, day: 6 }],
    ['January23,2021', { month: 1, day: 23 }],
    ['March 3-5, 2024', { year: 2024, month: 3, day: 3 }],
    ['03/05/2025', { year: 2025, month: 5, day: 3, ambiguous: true }],
    ['05/05/2025', { year: 2025, month: 5, day: 5 }],
    ['29 février 2024', { year: 2024, month: 2, day: 29 }],
  ])('reads %s', (text, expected) => {
    expect(calendarDayAt(text, 0)?.value).toEqual(expected);
  });

  it.each([
    '29 février 2023',
    '31/11/2024',
    '32 mars',
    '0 mai',
    '17 éléments',
    '2024-13-01',
    'Dec 40',
    '17/12/1850',
    '17/12',
    'Monday morning',
    '99/99/2024',
  ])('does not take %s for a day', (text) => {
    expect(calendarDayAt(text, 0)).toBeNull();
  });

  it('reads numbers month first where told, as far as they leave it open', () => {
    expect(calendarDayAt('03/05/2025', 0, true)?.value).toMatchObject({ month: 3, day: 5 });
    expect(calendarDayAt('17/12/2024', 0, true)?.value).toMatchObject({ month: 12, day: 17 });
  });
});

describe('numericOrder', () => {
  it('is told by a date that can be read one way only', () => {
    expect(numericOrder('am 03/05/2025 und 17/12/2024')).toBe('day-first');
    expect(numericOrder('03/05/2025, 12/17/2024')).toBe('month-first');
    expect(numericOrder('03/05/2025')).toBeNull();
  });
});

describe('the missing year', () => {
  const published = { year: 2025, month: 1, day: 6 };

  it('of a post mortem is counted back from its publication', () => {
    expect(lastBefore({ month: 12, day: 30 }, published).year).toBe(2024);
    expect(lastBefore({ month: 1, day: 5 }, published).year).toBe(2025);
    expect(lastBefore({ month: 1, day: 7 }, published).year).toBe(2025);
    expect(lastBefore({ year: 2020, month: 1, day: 7 }, published).year).toBe(2020);
  });

  it('of an update is the one nearest to the day of the page', () => {
    expect(nearestTo({ month: 12, day: 30 }, published).year).toBe(2024);
    expect(nearestTo({ month: 1, day: 2 }, { year: 2024, month: 12, day: 30 }).year).toBe(2025);
    expect(nearestTo({ year: 2019, month: 1, day: 2 }, published).year).toBe(2019);
  });

  it('turns over at the end of December', () => {
    expect(nextDay({ year: 2024, month: 12, day: 31 })).toEqual({ year: 2025, month: 1, day: 1 });
  });
});
