import { describe, expect, it } from '@jest/globals';
import { outsideObject } from '../../src/import/json/outsideJson.ts';
import { newReading } from '../../src/import/reading.ts';
import { momentReader } from '../../src/import/vendor/momentReader.ts';
import { zoneOf } from '../../src/import/time/zone.ts';

const read = (value: unknown, zone = 'UTC') => {
  const reading = newReading();
  const warn = (place: string, message: string): void => {
    reading.warn(place, message);
  };
  const object = outsideObject({ at: value }, 'incidents[0]', warn);
  const known = zoneOf(zone);
  if (!object || !known) throw new Error('no object');
  const moment = momentReader({ zone: known, group: 'test' }, reading)(object, 'at');
  return { moment, places: reading.warnings.map(({ place }) => place) };
};

describe('a time in a field', () => {
  it.each([
    [
      '2024-05-06T10:00:00.123Z',
      { earliest: '2024-05-06T10:00:00.123Z', latest: '2024-05-06T10:00:00.123Z' },
    ],
    [
      '2024-05-06T10:00:00.4Z',
      { earliest: '2024-05-06T10:00:00.400Z', latest: '2024-05-06T10:00:00.400Z' },
    ],
    [
      '2024-05-06T10:00:00Z',
      { earliest: '2024-05-06T10:00:00.000Z', latest: '2024-05-06T10:00:00.999Z' },
    ],
    [
      '2024-05-06T10:00Z',
      { earliest: '2024-05-06T10:00:00.000Z', latest: '2024-05-06T10:00:59.999Z' },
    ],
    [
      '2024-05-06 10:00:00 UTC',
      { earliest: '2024-05-06T10:00:00.000Z', latest: '2024-05-06T10:00:00.999Z' },
    ],
    [
      '2024-05-06T10:00:00.000000+00:00',
      { earliest: '2024-05-06T10:00:00.000Z', latest: '2024-05-06T10:00:00.000Z' },
    ],
    [
      '2024-05-06T10:00:00.1234567899Z',
      {
        earliest: '2024-05-06T10:00:00.123Z',
        latest: '2024-05-06T10:00:00.123Z',
        written: '2024-05-06T10:00:00.1234567899Z',
      },
    ],
    [
      '2024-05-06T10:00:00.5+0200',
      {
        earliest: '2024-05-06T08:00:00.500Z',
        latest: '2024-05-06T08:00:00.500Z',
        written: '2024-05-06T10:00:00.5+0200',
        zone: '+0200',
        basis: 'stated',
      },
    ],
    [
      '2024-05-06 10:00:00.5 +0200 CEST',
      {
        earliest: '2024-05-06T08:00:00.500Z',
        latest: '2024-05-06T08:00:00.500Z',
        written: '2024-05-06 10:00:00.5 +0200 CEST',
        zone: '+0200',
        basis: 'stated',
      },
    ],
    [
      '2024-05-06 10:00:00 +0000 UTC',
      { earliest: '2024-05-06T10:00:00.000Z', latest: '2024-05-06T10:00:00.999Z' },
    ],
    [
      1420452191,
      {
        earliest: '2015-01-05T10:03:11.000Z',
        latest: '2015-01-05T10:03:11.999Z',
        written: '1420452191',
      },
    ],
    [
      1420452191104,
      {
        earliest: '2015-01-05T10:03:11.104Z',
        latest: '2015-01-05T10:03:11.104Z',
        written: '1420452191104',
      },
    ],
    [
      '1420452191104567',
      {
        earliest: '2015-01-05T10:03:11.104Z',
        latest: '2015-01-05T10:03:11.104Z',
        written: '1420452191104567',
      },
    ],
    [
      '1420452191104567891',
      {
        earliest: '2015-01-05T10:03:11.104Z',
        latest: '2015-01-05T10:03:11.104Z',
        written: '1420452191104567891',
      },
    ],
  ])('%j is read as exactly as it is written', (value, moment) => {
    expect(read(value)).toEqual({ moment, places: [] });
  });

  it.each([[undefined], [null], [''], ['0001-01-01T00:00:00Z'], ['0001-01-01T00:00:00.000Z']])(
    '%j is none',
    (value) => {
      expect(read(value)).toEqual({ moment: undefined, places: [] });
    },
  );

  it('with letters alone for its zone is not read', () => {
    const written = '2024-05-06 10:00:00 PST';
    expect(read(written)).toEqual({ moment: { written }, places: ['incidents[0].at'] });
  });

  it('without a zone is in the one given, which is said', () => {
    expect(read('2024-07-01 12:00:00', 'Europe/Paris')).toEqual({
      moment: {
        earliest: '2024-07-01T10:00:00.000Z',
        latest: '2024-07-01T10:00:00.999Z',
        written: '2024-07-01 12:00:00',
        zone: 'Europe/Paris',
        basis: 'assumed',
      },
      places: ['incidents[0].at'],
    });
    expect(read('2024-07-01').moment).toMatchObject({
      earliest: '2024-07-01T00:00:00.000Z',
      latest: '2024-07-01T23:59:59.999Z',
    });
  });

  it('that the clocks left out is kept on both sides of the gap', () => {
    const { moment, places } = read('2024-03-31T02:30:00', 'Europe/Paris');
    expect([moment?.earliest, moment?.latest]).toEqual([
      '2024-03-31T00:30:00.000Z',
      '2024-03-31T01:30:00.999Z',
    ]);
    expect(places).toHaveLength(2);
  });

  it.each([
    ['yesterday'],
    ['2024-02-30T10:00:00Z'],
    ['2024-02-30T10:00:00'],
    ['0050-01-01T00:00:00'],
    ['9999-12-31T23:59:59'],
    ['2024-05-06T10:00:00+25:00'],
  ])('%j is kept as written, with a warning', (value) => {
    expect(read(value).moment).toEqual({ written: value });
    expect(read(value).places.length).toBeLessThanOrEqual(1);
  });

  it.each([[true], [{}], [[]], [-1], [0], [1.5]])('%j is no time, with a warning', (value) => {
    expect(read(value)).toEqual({ moment: undefined, places: ['incidents[0].at'] });
  });
});
