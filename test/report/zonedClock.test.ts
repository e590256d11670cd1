import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { instant, msOf } from '../../src/primitives/instant.ts';
import { dated, isZone, withDays, zonedClock } from '../../src/report/zonedClock.ts';
import { anyInstant } from '../../src/testing/arbitraries/times.ts';

const paris = zonedClock('Europe/Paris');
const utc = zonedClock('UTC');

describe('a clock of a zone', () => {
  it.each([
    ['Europe/Paris', '2024-12-17T09:51:00Z', '2024-12-17', '10:51'],
    ['Europe/Paris', '2024-12-31T23:30:00Z', '2025-01-01', '00:30'],
    ['America/New_York', '2024-12-17T02:00:05Z', '2024-12-16', '21:00:05'],
    ['Asia/Kathmandu', '2024-12-17T00:00:00.250Z', '2024-12-17', '05:45:00.250'],
    ['UTC', '2024-12-17T00:00:00Z', '2024-12-17', '00:00'],
  ])('%s shows %s as %s %s', (zone, at, day, time) => {
    const clock = zonedClock(zone);
    expect([clock.dayOf(instant(at)), clock.timeOf(instant(at))]).toEqual([day, time]);
    expect(clock.zone).toBe(zone);
  });

  it('goes through the change to summer time and back', () => {
    const times = (from: string, count: number): readonly string[] =>
      Array.from({ length: count }, (_, half) =>
        paris.timeOf(instant(new Date(Date.parse(from) + half * 1_800_000).toISOString())),
      );
    expect(times('2024-03-31T00:30:00Z', 3)).toEqual(['01:30', '03:00', '03:30']);
    expect(times('2024-10-27T00:00:00Z', 5)).toEqual(['02:00', '02:30', '02:00', '02:30', '03:00']);
  });

  it('shows every instant in UTC as it is written', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(utc.dayOf(at)).toBe(at.slice(0, 10));
        expect(at.slice(11, 23).startsWith(utc.timeOf(at))).toBe(true);
        expect(Date.parse(`${utc.dayOf(at)}T${utc.timeOf(at)}Z`)).toBe(msOf(at));
      }),
    );
  });

  it('is only there for zones that are', () => {
    expect(['Europe/Paris', 'UTC', 'Europe/Atlantis', '', 'Paris'].map(isZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(() => zonedClock('Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('a clock with days', () => {
  const [one, two] = [instant('2024-12-17T22:59:00Z'), instant('2024-12-17T23:00:00Z')];

  it('has them where the instants are of several days there', () => {
    expect(withDays(paris, [one, null, two]).timeOf(two)).toBe('2024-12-18 00:00');
    expect(withDays(utc, [one, null, two]).timeOf(two)).toBe('23:00');
    expect(withDays(paris, []).timeOf(two)).toBe('00:00');
    expect(dated(utc).timeOf(one)).toBe('2024-12-17 22:59');
  });
});
