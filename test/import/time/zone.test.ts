import { describe, expect, it } from '@jest/globals';
import { wallMoment } from '../../../src/import/time/wallMoment.ts';
import { zoneOf } from '../../../src/import/time/zone.ts';
import { zoneMarkAt } from '../../../src/import/time/zoneMark.ts';
import { offsetMinutes, zoneClock } from '../../../src/import/time/zoneOffsets.ts';

const at = (
  zone: string,
  month: number,
  day: number,
  hour: number,
  minute = 0,
  preferred?: string,
) => {
  const found = zoneOf(zone, preferred);
  if (!found) throw new Error(`no zone ${zone}`);
  return wallMoment({
    day: { year: 2024, month, day },
    clock: { hour, minute },
    zone: found,
    basis: 'stated',
    written: `${hour}:${minute}`,
    group: 'page',
  });
};

describe('zoneOf', () => {
  it.each([
    ['WAT', '2024-12-17T09:51:00.000Z'],
    ['CAT', '2024-12-17T08:51:00.000Z'],
    ['EAT', '2024-12-17T07:51:00.000Z'],
    ['Central African Time', '2024-12-17T08:51:00.000Z'],
    ['Pacific Standard Time', '2024-12-17T18:51:00.000Z'],
    ['Coordinated Universal Time', '2024-12-17T10:51:00.000Z'],
  ])('knows %s', (zone, instant) => {
    expect(at(zone, 12, 17, 10, 51).moment.earliest).toBe(instant);
  });

  it('reads a zone in words as its letters, with their doubts', () => {
    const { moment } = at('Pacific Standard Time', 7, 1, 10);
    expect(moment.undecided?.alternatives.map(({ zone }) => zone)).toEqual([
      'PST',
      'America/Los_Angeles',
    ]);
  });

  it.each([
    ['UTC', '2024-12-17T10:51:00.000Z'],
    ['Z', '2024-12-17T10:51:00.000Z'],
    ['CET', '2024-12-17T09:51:00.000Z'],
    ['+01:00', '2024-12-17T09:51:00.000Z'],
    ['-0530', '2024-12-17T16:21:00.000Z'],
    ['UTC+2', '2024-12-17T08:51:00.000Z'],
    ['Europe/Paris', '2024-12-17T09:51:00.000Z'],
    ['heure de Paris', '2024-12-17T09:51:00.000Z'],
    ['PT', '2024-12-17T18:51:00.000Z'],
    ['PST', '2024-12-17T18:51:00.000Z'],
    ['JST', '2024-12-17T01:51:00.000Z'],
  ])('knows %s', (zone, expected) => {
    expect(at(zone, 12, 17, 10, 51).moment.earliest).toBe(expected);
  });

  it.each(['Foo/Bar', 'XYZT', '', '+25:00', '+01:75', 'Europe', '../etc', 'constructor'])(
    'knows no zone "%s"',
    (zone) => {
      expect(zoneOf(zone)).toBeNull();
    },
  );

  it('leaves CET in summer undecided, with both readings', () => {
    const { moment, doubts } = at('CET', 7, 17, 14, 30);
    expect(moment).toMatchObject({
      earliest: '2024-07-17T12:30:00.000Z',
      latest: '2024-07-17T13:30:59.999Z',
      undecided: {
        group: 'page CET',
        alternatives: [
          { zone: 'CET', earliest: '2024-07-17T13:30:00.000Z' },
          { zone: 'Europe/Paris', earliest: '2024-07-17T12:30:00.000Z' },
        ],
      },
    });
    expect(doubts.join(' ')).toContain('undecided');
  });

  it('says what it assumes of letters with several meanings', () => {
    const { moment, doubts } = at('IST', 12, 17, 10);
    expect(moment).toMatchObject({ earliest: '2024-12-17T04:30:00.000Z', basis: 'assumed' });
    expect(doubts[0]).toBe(
      'IST is taken as UTC+5:30; it can also mean the time of Europe/Dublin or Asia/Jerusalem',
    );
  });

  it('takes the meaning that the reader was told of', () => {
    const { moment, doubts } = at('IST', 6, 17, 10, 0, 'Europe/Dublin');
    expect(moment).toMatchObject({ earliest: '2024-06-17T09:00:00.000Z', basis: 'stated' });
    expect(doubts).toEqual([]);
  });

  it('keeps both times where the clock was put back', () => {
    const { moment, doubts } = at('Europe/Paris', 10, 27, 2, 30);
    expect(moment.earliest).toBe('2024-10-27T00:30:00.000Z');
    expect(moment.latest).toBe('2024-10-27T01:30:59.999Z');
    expect(doubts[0]).toContain('came twice');
  });

  it('says when the clock never showed the time', () => {
    const { moment, doubts } = at('Europe/Paris', 3, 31, 2, 30);
    expect(moment.earliest).toBe('2024-03-31T00:30:00.000Z');
    expect(moment.latest).toBe('2024-03-31T01:30:59.999Z');
    expect(doubts[0]).toContain('does not exist');
  });

  it('spans a whole day, also one of 23 hours', () => {
    const zone = zoneOf('Europe/Paris');
    if (!zone) throw new Error('no zone');
    const day = { year: 2024, month: 3, day: 31 };
    const { moment } = wallMoment({ day, zone, basis: 'stated', written: 'x', group: 'g' });
    expect(moment.earliest).toBe('2024-03-30T22:00:00.000Z');
    expect(moment.latest).toBe('2024-03-31T22:59:59.999Z');
  });
});

describe('zoneMarkAt', () => {
  it.each([
    [' UTC', 'UTC'],
    [' (CET)', 'CET'],
    [' CET - Fin', 'CET'],
    ['Z', 'Z'],
    ['+01:00', '+01:00'],
    [' UTC+2', 'UTC+2'],
    [' (+02:00)', '+02:00'],
    [' Europe/Paris', 'Europe/Paris'],
    [' heure de Paris', 'heure de Paris'],
    [' Pacific Time', 'Pacific Time'],
    [' U.S. Pacific time on December 7th', 'U.S. Pacific time'],
    [' US Eastern', 'US Eastern'],
    [' utc', 'utc'],
    [' XYZT', 'XYZT'],
  ])('reads the zone in "%s"', (text, expected) => {
    expect(zoneMarkAt(text, 0)?.value.toLowerCase()).toBe(expected.toLowerCase());
  });

  it.each([' FR Nous', ' EN We', ' P1', ' cet incident', ' - 12h', '', ' (2 days ago)'])(
    'reads none in "%s"',
    (text) => {
      expect(zoneMarkAt(text, 0)).toBeNull();
    },
  );
});

describe('zoneOffsets', () => {
  it.each([
    ['CEST', 11, ['2024-11-27T10:58', '2024-11-27T11:58']],
    ['PDT', 12, ['2024-12-27T19:58', '2024-12-27T20:58']],
    ['BST', 1, ['2024-01-27T11:58', '2024-01-27T12:58']],
    ['CEST', 7, []],
  ] as const)('leaves the letters of summer time open in winter: %s', (zone, month, open) => {
    const { moment } = at(zone, month, 27, 12, 58);
    const readings = moment.undecided?.alternatives ?? [];
    expect(readings.map(({ earliest }) => earliest?.slice(0, 16))).toEqual(open);
  });

  it('reads offsets', () => {
    expect(offsetMinutes('+1')).toBe(60);
    expect(offsetMinutes('-03:30')).toBe(-210);
    expect(offsetMinutes('+15')).toBeNull();
    expect(offsetMinutes('one')).toBeNull();
  });

  it('has no clock for a zone that does not exist', () => {
    expect(zoneClock('Mars/Olympus')).toBeNull();
    expect(zoneClock('Europe/Paris')?.(0)).toBe(60);
  });
});
