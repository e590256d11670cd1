import { describe, expect, it } from '@jest/globals';
import { generalZone } from '../../../src/import/prose/statedZone.ts';

describe('the zone of all times', () => {
  it.each([
    ['All times are in CET.', 'CET'],
    ['Time (UTC) and what happened', 'UTC'],
    ['Toutes les heures sont en CEST', 'CEST'],
    ['SmallTimes are in CET', null],
    ['Small times are in CET', 'CET'],
    ['The service was down all night, UTC', null],
  ])('of "%s" is %s', (text, zone) => {
    expect(generalZone(text)).toBe(zone);
  });
});
