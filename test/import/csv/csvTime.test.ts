import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import { csvTime } from '../../../src/import/csv/csvTime.ts';
import { zoneOf } from '../../../src/import/time/zone.ts';

const paris = zoneOf('Europe/Paris');

const read = (format: string, written: string): readonly (string | undefined)[] | null => {
  const reader = csvTime(format);
  if (E.isLeft(reader) || !paris) throw new Error('no reader');
  const found = reader.right(written, { zone: paris, basis: 'document' }, 'g');
  return found && [found.moment.earliest, found.moment.latest, found.moment.basis];
};

describe('csvTime', () => {
  it.each<[string, string, readonly (string | undefined)[] | null]>([
    [
      'D/M/YYYY H:mm',
      '29/2/2016 01:16',
      ['2016-02-29T00:16:00.000Z', '2016-02-29T00:16:59.999Z', 'document'],
    ],
    [
      'M/D/YYYY H:mm',
      '2/29/2016 1:16',
      ['2016-02-29T00:16:00.000Z', '2016-02-29T00:16:59.999Z', 'document'],
    ],
    ['D/M/YYYY H:mm', '2/29/2016 01:16', null],
    [
      'DD-MM-YYYY HH:mm:ss',
      '07-07-2014 16:45:20',
      ['2014-07-07T14:45:20.000Z', '2014-07-07T14:45:20.999Z', 'document'],
    ],
    [
      'YYYY-MM-DD HH:mm:ss.SSS',
      '2014-07-07 16:45:20.125',
      ['2014-07-07T14:45:20.125Z', '2014-07-07T14:45:20.125Z', 'document'],
    ],
    [
      'YYYY-MM-DDTHH:mm:ssZ',
      '2014-07-07T16:45:20-04:00',
      ['2014-07-07T20:45:20.000Z', '2014-07-07T20:45:20.999Z', 'stated'],
    ],
    [
      'MMM D, YYYY h:mm A',
      'Feb 3, 2014 12:05 am',
      ['2014-02-02T23:05:00.000Z', '2014-02-02T23:05:59.999Z', 'document'],
    ],
    ['MMM D, YYYY h:mm A', 'Feb 3, 2014 13:05 am', null],
    [
      'DD/MMM/YY h:mm A',
      '03/Feb/24 9:12 AM',
      ['2024-02-03T08:12:00.000Z', '2024-02-03T08:12:59.999Z', 'document'],
    ],
    ['DD/MMM/YY h:mm A', '03/Feb/2024 9:12 AM', null],
    ['DD/MMM/YYYY h:mm A', '03/Feb/24 9:12 AM', null],
    ['D/M/YY', '29/2/23', null],
    [
      'YYYY-MM-DD',
      '2014-02-03',
      ['2014-02-02T23:00:00.000Z', '2014-02-03T22:59:59.999Z', 'document'],
    ],
    ['YYYY-MM-DD', '2014-02-30', null],
    ['YYYY-MM-DD', '0001-01-01', null],
    [
      'ISO',
      '2014-07-07T16:45:20+02:00',
      ['2014-07-07T14:45:20.000Z', '2014-07-07T14:45:20.000Z', 'stated'],
    ],
    ['ISO', '2014-07-07T16:45:20', null],
    [
      'epoch-s',
      '1404744320.5',
      ['2014-07-07T14:45:20.500Z', '2014-07-07T14:45:20.500Z', undefined],
    ],
    [
      'epoch-ms',
      '1404744320500',
      ['2014-07-07T14:45:20.500Z', '2014-07-07T14:45:20.500Z', undefined],
    ],
    ['epoch-ms', '99999999999999999', null],
    [
      'M/D/YYYY, h:mm:ss A',
      '12/7/2024,  10:51:03\u202FAM',
      ['2024-12-07T09:51:03.000Z', '2024-12-07T09:51:03.999Z', 'document'],
    ],
    [
      'D/M/YYYY h:mm A',
      '7/12/2024 10:51 p. m.',
      ['2024-12-07T21:51:00.000Z', '2024-12-07T21:51:59.999Z', 'document'],
    ],
    [
      'YYYY-MM-DD HH:mm:ss.SZ',
      '2024-12-17 10:51:03.123456+00',
      ['2024-12-17T10:51:03.123Z', '2024-12-17T10:51:03.123Z', 'stated'],
    ],
    [
      'YYYY-MM-DD HH:mm Z',
      '2024-07-17 10:51 America/New_York',
      ['2024-07-17T14:51:00.000Z', '2024-07-17T14:51:59.999Z', 'stated'],
    ],
    [
      'YYYY-MM-DD HH:mm Z',
      '2024-07-17 10:51 GMT+2',
      ['2024-07-17T08:51:00.000Z', '2024-07-17T08:51:59.999Z', 'stated'],
    ],
    [
      'ddd MMM D HH:mm:ss Z YYYY',
      'Tue Dec 17 10:51:03 UTC 2024',
      ['2024-12-17T10:51:03.000Z', '2024-12-17T10:51:03.999Z', 'stated'],
    ],
    // The twelfth of May was a Sunday: day and month are the other way round.
    ['ddd D/M/YYYY', 'Thu 12/5/2024', null],
    [
      'dddd D.M.YYYY H:mm',
      'Dienstag 17.12.2024 10:51',
      ['2024-12-17T09:51:00.000Z', '2024-12-17T09:51:59.999Z', 'document'],
    ],
    [
      'D/M/YYYY [à] H[h]mm',
      '17/12/2024 à 10h51',
      ['2024-12-17T09:51:00.000Z', '2024-12-17T09:51:59.999Z', 'document'],
    ],
    ['excel', '45643,452118', ['2024-12-17T09:51:03.000Z', '2024-12-17T09:51:03.999Z', 'document']],
    ['excel', '45643', ['2024-12-16T23:00:00.000Z', '2024-12-17T22:59:59.999Z', 'document']],
    [
      'excel',
      '45642.9999999',
      ['2024-12-16T23:00:00.000Z', '2024-12-16T23:00:00.999Z', 'document'],
    ],
    ['excel', '45', null],
  ])('reads %s: %s', (format, written, expected) => {
    expect(read(format, written)).toEqual(expected);
  });

  it.each([
    ['D/M h:mm A', 'a year, a month and a day'],
    ['D/M/YYYY h:mm', 'h and A together'],
    ['D/M/YYYY H', 'hours and minutes together'],
    ['D/D/M/YYYY', 'one part for the day'],
    ['D/M/YYYY mm:ss', 'hours and minutes together'],
    ['yyyy-MM-dd', expect.stringMatching(/^ISO, epoch-s, epoch-ms, excel, or a format/)],
  ])('refuses the format %s', (format, expected) => {
    expect(csvTime(format)).toEqual(E.left(expected));
  });
});
