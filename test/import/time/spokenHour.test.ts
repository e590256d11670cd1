import { describe, expect, it } from '@jest/globals';
import { timeMarks } from '../../../src/import/time/timeMark.ts';

const timesIn = (text: string): readonly string[] =>
  timeMarks(text).map(({ clock, written }) =>
    clock ? `${clock.hour}:${String(clock.minute).padStart(2, '0')} ${written}` : written,
  );

describe('an hour that words make a time of day', () => {
  it.each([
    ['À 9 heures 30 le service est rétabli', '9:30 9 heures 30'],
    ['vers 15 heures, premiers signalements', '15:00 15 heures'],
    ['9 heures : mise en production', '9:00 9 heures'],
    ['vers 9h et quart', '9:15 9h et quart'],
    ['à 10 heures moins le quart', '9:45 10 heures moins le quart'],
    ['rétabli à 8h du soir', '20:00 8h du soir'],
    ['à 3 heures de l’après-midi', '15:00 3 heures de l’après-midi'],
    ['At 9 o’clock the database went down', '9:00 9 o’clock'],
    ['At 8:30 in the evening it was back', '20:30 8:30 in the evening'],
    ['Around 9 this morning', '9:00 9 this morning'],
    ['At 2 at night', ''],
    ['Alle 9 il database si è fermato', '9:00 9'],
    ['Alle 9 l’accesso torna', '9:00 9'],
    ['alle ore 9 e 15 arrivano', '9:15 9 e 15'],
    ['Verso le 10 e mezza', '10:30 10 e mezza'],
    ['alle 9,15 il sito', '9:15 9,15'],
    ['dalle 14.05 gli utenti', '14:05 14.05'],
    ['Ore 9: rilascio', '9:00 9'],
    ['alle 3 del pomeriggio', '15:00 3 del pomeriggio'],
    ['alle 11 di notte', '23:00 11 di notte'],
    ['alle 12 di notte', '0:00 12 di notte'],
    ['alle 2 di notte', '2:00 2 di notte'],
  ])('%s', (text, expected) => {
    expect(timesIn(text).join(' | ')).toBe(expected);
  });

  it.each([
    ['De 9 heures à 10 heures 30', ['9:00 9 heures', '10:30 10 heures 30']],
    ['Entre 9 heures et 18 heures', ['9:00 9 heures', '18:00 18 heures']],
    ['Tra le 9 e le 10 il sito', ['9:00 9', '10:00 10']],
    ['Dalle 22 alle 2 di notte', ['22:00 22', '2:00 2 di notte']],
    ['Dalle 9 alle 10.30 il sito', ['9:00 9', '10:30 10.30']],
  ])('also twice: %s', (text, expected) => {
    expect(timesIn(text)).toEqual(expected);
  });

  it.each([
    'il y a 2 heures, rien ne marchait',
    'pendant 2 heures 30',
    'un délai limité à 2 heures',
    'la migration a duré de 2 à 3 heures',
    'alle 9 istanze è stato cambiato il tipo',
    'dalle 3 alle 5 persone',
    'per 9 ore il servizio',
    'un disservizio di 2 ore 30 minuti',
    'alle 99 richieste',
    'the 5 servers are 12 years old',
    '9 hours in the office',
    'vers 25 heures',
  ])('is none in: %s', (text) => {
    expect(timesIn(text)).toEqual([]);
  });
});
