import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import {
  Instant,
  instant,
  instantOfMs,
  msOf,
  parseInstant,
  systemClock,
} from '../../src/primitives/instant.ts';
import { anyInstant } from '../../src/testing/arbitraries/times.ts';

describe('Instant', () => {
  it('is ordered as text as it is in time', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, (a, b) => {
        expect(a < b).toBe(msOf(a) < msOf(b));
        expect(a === b).toBe(msOf(a) === msOf(b));
      }),
    );
  });

  it('comes back from its milliseconds and from its text', () => {
    fc.assert(
      fc.property(anyInstant, (value) => {
        expect(instantOfMs(msOf(value))).toBe(value);
        expect(parseInstant(value)).toEqual(E.right(value));
        expect(Instant.is(value)).toBe(true);
        expect(value).toHaveLength(24);
      }),
    );
  });

  it('is the text that a date of the engine gives', () => {
    const near = fc.integer({ min: -100_000, max: 100_000 }).map((ms) => 1_734_393_600_000 + ms);
    const any = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 });
    fc.assert(
      fc.property(fc.array(fc.oneof(near, any), { maxLength: 20 }), (all) => {
        expect(all.map(instantOfMs)).toEqual(all.map((ms) => new Date(ms).toISOString()));
      }),
    );
  });

  it('is as many milliseconds however many others were asked for between', () => {
    const alike = fc.integer({ min: 0, max: 400 }).map((day) => instantOfMs(day * 86_400_000));
    fc.assert(
      fc.property(fc.array(fc.oneof(anyInstant, alike), { maxLength: 50 }), (instants) => {
        const asked = [...instants, ...instants.toReversed()];
        expect(asked.map(msOf)).toEqual(asked.map((each) => Date.parse(each)));
      }),
    );
  });

  it('is the same whatever the offset it was written with', () => {
    const offset = fc.integer({ min: -14 * 60, max: 14 * 60 });
    const ordinary = fc.integer({ min: 0, max: 4e12 }).map(instantOfMs);
    fc.assert(
      fc.property(ordinary, offset, fc.constantFrom(':', ''), (value, minutes, colon) => {
        const wall = instantOfMs(msOf(value) + minutes * 60_000).slice(0, -1);
        const two = (n: number): string => `${Math.trunc(n)}`.padStart(2, '0');
        const [hours, rest] = [Math.abs(minutes) / 60, Math.abs(minutes) % 60];
        const written = `${wall}${minutes < 0 ? '-' : '+'}${two(hours)}${colon}${two(rest)}`;
        expect(parseInstant(written)).toEqual(E.right(value));
      }),
    );
  });

  it.each([
    ['2024-12-17T09:51Z', '2024-12-17T09:51:00.000Z'],
    ['2024-12-17t09:51:07z', '2024-12-17T09:51:07.000Z'],
    ['2024-12-17T10:51:00,5+01:00', '2024-12-17T09:51:00.500Z'],
    ['2024-12-17T09:51:00.123999Z', '2024-12-17T09:51:00.123Z'],
    ['2024-02-29T00:00:00-00:30', '2024-02-29T00:30:00.000Z'],
  ])('reads %s as %s', (text, value) => {
    expect(parseInstant(text)).toEqual(E.right(value));
    expect(instant(text)).toBe(value);
  });

  it.each([
    '2024-12-17',
    '2024-12-17T09:51',
    '2023-02-29T00:00:00Z',
    '2024-12-17T24:00:00Z',
    '2024-12-17T09:60:00Z',
    '2024-12-17T09:51:60Z',
    '2024-12-17T09:51:00+24:00',
    '2024-12-17T09:51:00+01:60',
    '0000-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    ' 2024-12-17T09:51:00Z',
    'yesterday',
    '',
  ])('does not read %j', (text) => {
    expect(parseInstant(text)).toEqual(
      E.left({
        path: '',
        expected: 'an ISO 8601 time with Z or an offset',
        actual: JSON.stringify(text),
      }),
    );
    expect(() => instant(text)).toThrow(RangeError);
  });

  it.each([
    '2024-12-17T09:51:00Z',
    '2024-13-01T00:00:00.000Z',
    5,
    null,
    '+010000-01-01T00:00:00.000Z',
  ])('is not %j', (value) => {
    expect(Instant.is(value)).toBe(false);
    expect(E.isLeft(Instant.decode(value))).toBe(true);
  });

  it.each([Number.NaN, Infinity, -62_167_219_200_001, 253_402_300_800_000])(
    'has no milliseconds %d',
    (ms) => {
      expect(() => instantOfMs(ms)).toThrow(RangeError);
    },
  );

  it('is what the clock tells', () => {
    const before = Date.now();
    const now = msOf(systemClock());
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });
});
