import { describe, expect, it } from '@jest/globals';
import { durationIn, durationOf } from '../../../src/import/time/durationNotation.ts';

describe('durationIn', () => {
  it.each([
    ['affecting X, lasting 6m. Done', 360_000, '6m'],
    ['Service non disponible durant 11 minutes.', 660_000, '11 minutes'],
    ['Unavailable service during 11 minutes.', 660_000, '11 minutes'],
    ['pendant 1h30', 5_400_000, '1h30'],
    ['lasting 1h 20m', 4_800_000, '1h 20m'],
    ['for 2 hours and 5 minutes', 7_500_000, '2 hours and 5 minutes'],
    ['pendant environ 1,5 heure', 5_400_000, '1,5 heure'],
    ['lasting 1 day, 2 hours', 93_600_000, '1 day, 2 hours'],
    ['durante: per 90 secondi', 90_000, '90 secondi'],
  ])('reads %s', (text, ms, written) => {
    expect(durationIn(text)).toEqual({ ms, written });
  });

  it('gives the leading word where asked', () => {
    expect(durationIn('x, lasting 6m.', true)?.written).toBe('lasting 6m');
  });

  it('reads none where no length is stated', () => {
    expect(durationIn('for 30 customers')).toBeNull();
    expect(durationIn('at 10h51')).toBeNull();
  });
});

describe('durationOf', () => {
  it('is a length and nothing else', () => {
    expect(durationOf('1h 20m')?.ms).toBe(4_800_000);
    expect(durationOf('1h 20m of pain')).toBeNull();
  });
});
