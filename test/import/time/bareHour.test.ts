import { describe, expect, it } from '@jest/globals';
import { timelineLine } from '../../../src/import/prose/timelineLine.ts';

const rangeOf = (line: string): string => {
  const found = timelineLine(line, {});
  const shown = [found?.mark.clock, found?.until?.clock].map((clock) =>
    clock ? `${clock.hour}:${clock.minute}` : '-',
  );
  return `${shown.join(' ')} ${found?.text ?? 'none'}`;
};

describe('a range one of whose hours stands alone', () => {
  it.each([
    ['From 4pm to 6 GMT the site was down', '16:0 18:0 the site was down'],
    ['From 16:00 to 18: the site was down', '16:0 18:0 the site was down'],
    ['de 14 à 15h30 : panne', '14:0 15:30 panne'],
    ['Dalle 9 alle 10:30 non disponibile', '9:0 10:30 non disponibile'],
    ['dalle ore 9:00 alle ore 10:30: disservizio', '9:0 10:30 disservizio'],
    ['4-6pm: site down', '16:0 18:0 site down'],
    ['11 to 1pm: site down', '11:0 13:0 site down'],
  ])('%s', (line, expected) => {
    expect(rangeOf(line)).toBe(expected);
  });

  it.each([
    ['From 10:00 to 12 servers were restarted', '10:0 - to 12 servers were restarted'],
    ['1 - 10:30 alert fired', '- - none'],
    ['2 to 3 percent of requests', '- - none'],
    ['30 to 45:00', '- - none'],
  ])('is none in %s', (line, expected) => {
    expect(rangeOf(line)).toBe(expected);
  });
});
