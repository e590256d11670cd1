import { describe, expect, it } from '@jest/globals';
import { clockTimeAt } from '../../../src/import/time/clockTime.ts';

const read = (text: string, dots = false): string | null => {
  const found = clockTimeAt(text, 0, dots);
  if (!found) return null;
  const { hour, minute, second } = found.value;
  const seconds = second === undefined ? '' : `:${second}`;
  return `${hour}:${minute}${seconds} ${found.end}`;
};

describe('clockTimeAt', () => {
  it.each([
    ['10:12 AM', '10:12 8'],
    ['12:05 AM', '0:5 8'],
    ['12:40 PM', '12:40 8'],
    ['1:05 PM', '13:5 7'],
    ['12 am', '0:0 5'],
    ['12pm', '12:0 4'],
    ['10h51', '10:51 5'],
    ['10 h 51', '10:51 7'],
    ['16h', '16:0 3'],
    ['16h :', '16:0 3'],
    ['1H51am', '1:51 6'],
    ['11h02am.', '11:2 7'],
    ['7.50pm', '19:50 6'],
    ['12.39UTC', '12:39 5'],
    ['12.39 CET', '12:39 5'],
    ['1:29p', '13:29 5'],
    ['10:45a', '10:45 6'],
    ['10:45ab', '10:45 5'],
    ['4.11 p.m.', '16:11 9'],
    ['13:05 PM', '13:5 8'],
    ['10:12:33 UTC', '10:12:33 8'],
    ['10:12:33.250Z', '10:12:33 12'],
    ['10:12\u202FAM', '10:12 8'],
    ['00:00', '0:0 5'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['25:00', '10:61', '10:12:75', '16.11', '10', 'h', '10%', '10:123', '2hours', '24h00'])(
    'does not take %s for a time of day',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it('takes a dot between hour and minute where told', () => {
    expect(read('16.11', true)).toBe('16:11 5');
    expect(read('99.99', true)).toBeNull();
    expect(read('1.23.4', true)).toBeNull();
  });
});
