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

describe('lines that state the start and the end', () => {
  it.each([
    [
      'We have a problem.\nStart time: 04/03/2024 08:02 UTC\nEnd time : 04/03/2024 09:40 UTC\nCause: power.',
    ],
    ['Incident clos.\n- Heure de début : 04/03/2024 08h02\n- Heure de fin : 04/03/2024 09h40'],
  ])('are told as they stand: %j', (text) => {
    expect(timesIn(text)).toEqual(['ImpactStarted 08:02', 'ImpactEnded 09:40']);
  });

  it('are lines of their own, with a colon', () => {
    expect(timesIn('The start time 08:02 is wrong.')).toEqual([]);
  });

  it('can say about when: from about 6:47 AM to 4:13 PM', () => {
    expect(timesIn('Users saw errors from about 6:47 AM to 4:13 PM.')).toEqual([
      'ImpactStarted 06:47',
      'ImpactEnded 16:13',
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
