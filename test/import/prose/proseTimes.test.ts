// Sentences written by hand in the shapes of public updates; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { proseTimes } from '../../../src/import/prose/proseTimes.ts';

const timesIn = (text: string, language = 'en'): readonly string[] =>
  proseTimes([{ language, text, marked: false }], {}).map(
    ({ about, mark: { clock } }) =>
      `${about} ${String(clock?.hour).padStart(2, '0')}:${String(clock?.minute).padStart(2, '0')}`,
  );

describe('times in running text', () => {
  it('takes two times for a range only behind a whole word', () => {
    expect(timesIn('The errors made 10:00 and 11:00 the worst hour.')).toEqual([]);
    expect(timesIn('Le service a été rendu 10:00 à 11:00, avec des erreurs.', 'fr')).toEqual([]);
    expect(timesIn('Errors rose between 10:00 and 11:00.')).toEqual([
      'ImpactStarted 10:00',
      'ImpactEnded 11:00',
    ]);
    expect(timesIn('Des erreurs de 10:00 à 11:00.', 'fr')).toEqual([
      'ImpactStarted 10:00',
      'ImpactEnded 11:00',
    ]);
  });

  it.each([
    ['between 10:00 PM and 11:30 Eastern', '22:00', '23:30'],
    ['between 9:30 and 11:00 PM PST', '21:30', '23:00'],
    ['between 11:30 and 1:15 PM', '11:30', '13:15'],
    ['between 11:30 PM and 1:15 UTC', '23:30', '01:15'],
    ['between 10:00 AM and 1:30', '10:00', '13:30'],
    ['between 10:00 AM and 13:30', '10:00', '13:30'],
  ])('reads both times of "%s" on the clock that one of them names', (range, from, to) => {
    expect(timesIn(`Errors rose ${range}.`)).toEqual([
      `ImpactStarted ${from}`,
      `ImpactEnded ${to}`,
    ]);
  });
});

describe('a range in running text with its day behind it', () => {
  it('has it for both its times', () => {
    const text = 'Errors rose between 10:00 and 11:30 UTC on 20 July 2023.';
    const [start, end] = proseTimes([{ language: 'en', text, marked: false }], {});
    expect(start?.mark.day).toEqual({ year: 2023, month: 7, day: 20 });
    expect(end?.mark.day).toEqual({ year: 2023, month: 7, day: 20 });
  });
});
