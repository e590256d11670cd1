import { describe, expect, it } from '@jest/globals';
import { firstOfDays } from '../../../src/import/time/firstOfDays.ts';
import { timeMarks } from '../../../src/import/time/timeMark.ts';

const first = (text: string): string => {
  const mark = timeMarks(text).find(({ day }) => day);
  const found = mark?.day && firstOfDays(text, mark.start, mark.day);
  return found ? `${found.day.month}-${found.day.day}${found.night ? ' night' : ''}` : 'alone';
};

describe('the first of several days', () => {
  it.each([
    ['nuit du 3 au 4 novembre 2025', '11-3 night'],
    ['nuit du lundi 3 au mardi 4 novembre 2025', '11-3 night'],
    ['Nella notte tra il 3 e il 4 febbraio', '2-3 night'],
    ['the night of 3 to 4 May', '5-3 night'],
    ['Panne du 3 au 5 mars', '3-3'],
    ['Outage of 3-5 March 2024', '3-3'],
    ['nuit du 31 au 1er mars', '2-31 night'],
  ])('%s', (text, expected) => {
    expect(first(text)).toBe(expected);
  });

  it.each(['Incident 1 — July 10', 'INC-3 - 4 May 2024', 'Panne du 4 mai', 'v1.3-4 May', '4 May'])(
    'is not there in %s',
    (text) => {
      expect(first(text)).toBe('alone');
    },
  );
});
