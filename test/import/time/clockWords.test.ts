import { describe, expect, it } from '@jest/globals';
import { clockTimeAt } from '../../../src/import/time/clockTime.ts';
import { clockWordsIn } from '../../../src/import/time/clockWords.ts';

describe('a time of day in a word', () => {
  it.each([
    ['midnight', 0, 0],
    ['Noon', 12, 0],
    ['minuit et demi', 0, 30],
    ['midi', 12, 0],
    ['midi et quart', 12, 15],
    ['mezzanotte', 0, 0],
    ['mezzogiorno e mezza', 12, 30],
  ])('%s', (word, hour, minute) => {
    expect(clockTimeAt(word, 0)).toEqual({ value: { hour, minute }, end: word.length });
  });

  it.each(['noonday', 'midis', 'minute', 'night', ''])('is not "%s"', (word) => {
    expect(clockTimeAt(word, 0)).toBeNull();
  });

  it('stands in a sentence behind a word that a time can follow', () => {
    expect(clockWordsIn('down until midnight, up at noon')).toHaveLength(2);
    expect(clockWordsIn('a mezzanotte, fino a mezzogiorno')).toHaveLength(2);
    expect(clockWordsIn("cet après midi, l'après-midi, a noon deploy of midnight")).toEqual([]);
    expect(clockWordsIn('afternoon')).toEqual([]);
  });
});
