import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  dayWordBefore,
  dayWordBehind,
  weekdayAtStart,
  weekdayFrom,
  weekdayNear,
  weekdayUntil,
} from '../../../src/import/time/dayWord.ts';
import { dayMs } from '../../../src/import/time/wallMoment.ts';
import { nextDay } from '../../../src/import/time/yearOf.ts';

const DAY = 24 * 60 * 60_000;

describe('a day of the week before a time', () => {
  it.each([
    ['first seen on Sunday at 10:00', 0, undefined],
    ['On Sunday 13th, at 1h00', 0, 13],
    ['coupure samedi vers 9h00', 6, undefined],
    ['le samedi 13 à 9h00', 6, 13],
    ['sabato mattina alle ore 9:00', 6, undefined],
    ['since Monday evening, 19:00', 1, undefined],
  ])('is read: %s', (text, weekday, day) => {
    const found = dayWordBefore(text, text.search(/\d{1,2}[:h]\d/));
    expect(found).toMatchObject({ weekday, ...(day !== undefined && { day }) });
  });

  it.each(['the team sat at 10:00', 'Sunday deploys began at 10:00', 'on 13 May at 10:00'])(
    'is none in "%s"',
    (text) => {
      expect(dayWordBefore(text, text.search(/\d{1,2}:\d/))).toBeNull();
    },
  );
});

describe('a word for the day of the text', () => {
  it.each([
    ['down since this morning, 10:00', 'today'],
    ["rétabli aujourd'hui à 10h30", 'today'],
    ['It began yesterday evening at 10:00', 'yesterday'],
    ['ieri alle ore 10:00', 'yesterday'],
  ])('is read before a time: %s', (text, word) => {
    expect(dayWordBefore(text, text.search(/\d{1,2}[:h]\d/))).toBe(word);
  });
});

describe('a word for a day behind a time', () => {
  it.each([
    ['dropped at 04:40 on Friday morning due to an audit', { weekday: 5 }],
    ['repaired by 12:52 Saturday afternoon.', { weekday: 6 }],
    ['coupé à 16h10 samedi, puis rétabli', { weekday: 6 }],
  ])('is read: %s', (text, word) => {
    const [time = ''] = /\d{1,2}[:h]\d{2}/.exec(text) ?? [];
    expect(dayWordBehind(text, text.indexOf(time) + time.length)).toMatchObject(word);
  });

  it.each([
    ['down since 10:00 this morning.', 'today'],
    ['scoppiato alle 4.45 di questa mattina', 'today'],
    ['back at 10:00 yesterday', 'yesterday'],
  ])('counts from the text: %s', (text, word) => {
    const [time = ''] = /\d{1,2}[:.]\d{2}/.exec(text) ?? [];
    expect(dayWordBehind(text, text.indexOf(time) + time.length)).toBe(word);
  });

  it.each([
    "broken at 10:00 Monday's release",
    'seen at 10:00, Monday 11:00 again',
    'seen at 10:00 Monday at 11:00 again',
    'seen at 10:00 by all',
  ])('is none in "%s"', (text) => {
    expect(dayWordBehind(text, text.indexOf('10:00') + 5)).toBeNull();
  });
});

describe('a day of the week at the beginning of a line', () => {
  it.each([
    ['Saturday 10:50 errors begin', '10:50 errors begin'],
    ['Sunday at 01:00 - fix deployed', '01:00 - fix deployed'],
    ['Sunday 13th, 07:00: service restored', '07:00: service restored'],
    ['Dimanche', ''],
  ])('is read: %s', (line, rest) => {
    const found = weekdayAtStart(line);
    expect(found && line.slice(found.end)).toBe(rest);
  });

  it.each(['Saturday 12 October, 10:50 errors', 'Sundays are quiet', '10:50 on Sunday'])(
    'is none in "%s"',
    (line) => {
      expect(weekdayAtStart(line)).toBeNull();
    },
  );
});

describe('the date of a day of the week', () => {
  const days = fc
    .integer({ min: 0, max: 20_000 })
    .map((count) => nextDay({ year: 1990, month: 1, day: 1 }, count));
  const weekdays = fc.integer({ min: 0, max: 6 }).map((weekday) => ({ weekday, written: '' }));

  it('is such a day, within half a week, from a day on, or up to it', () => {
    fc.assert(
      fc.property(days, weekdays, (day, named) => {
        const distances = [weekdayNear, weekdayFrom, weekdayUntil].map((find) => {
          const found = find(named, day);
          if (!found) throw new Error('none was found');
          expect(new Date(dayMs(found)).getUTCDay()).toBe(named.weekday);
          return (dayMs(found) - dayMs(day)) / DAY;
        });
        const [near = 9, from = -1, until = 1] = distances;
        expect(Math.abs(near)).toBeLessThanOrEqual(3);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(from).toBeLessThan(7);
        expect(until).toBeLessThanOrEqual(0);
        expect(until).toBeGreaterThan(-7);
      }),
    );
  });

  it('has the day of the month that is written, or is not known', () => {
    const near = { year: 2019, month: 10, day: 2 };
    const sunday = { weekday: 0, written: 'Sunday' };
    expect(weekdayNear({ ...sunday, day: 13 }, near)).toEqual({ year: 2019, month: 10, day: 13 });
    expect(weekdayFrom({ ...sunday, day: 13 }, near)).toEqual({ year: 2019, month: 10, day: 13 });
    expect(weekdayNear({ ...sunday, day: 14 }, near)).toBeUndefined();
  });
});
