import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { timeMarkAt, timeMarks } from '../../../src/import/time/timeMark.ts';

describe('timeMarkAt', () => {
  it.each([
    ['Dec 17, 2024, 10:12 AM UTC', 'Dec 17, 2024, 10:12 AM UTC'],
    ['Dec 17, 2024 - 10:18 UTC (2 days ago)', 'Dec 17, 2024 - 10:18 UTC'],
    ['December 17 at 10:18am PDT', 'December 17 at 10:18am PDT'],
    ['17/12/2024 10h51 CET - Fin / End', '17/12/2024 10h51 CET'],
    ['17 décembre - 10h30 : texte', '17 décembre - 10h30'],
    ['4 décembre 12h08 : texte', '4 décembre 12h08'],
    ['16 septembre 16h :', '16 septembre 16h'],
    ['2024-12-17T10:12:00Z', '2024-12-17T10:12:00Z'],
    ['10:12 UTC, Dec 17, 2024', '10:12 UTC, Dec 17, 2024'],
    ['10:12, Dec 17, 2024 UTC', '10:12, Dec 17, 2024 UTC'],
    ['Tue Dec 17 10:12:31 CET 2024: found', 'Tue Dec 17 10:12:31 CET 2024'],
    ['10h51 et 11h02', '10h51'],
    ['03/05/2025', '03/05/2025'],
    ['23h49 (19 oct) Erreurs', '23h49 (19 oct)'],
    ['23:49 (on 19 October 2025): errors', '23:49 (on 19 October 2025)'],
    ['23:49 (19 October was a Sunday)', '23:49'],
    ['06/May/2024:10:31:00 +0000] "GET /"', '06/May/2024:10:31:00 +0000'],
    ['2024-05-06 10:31:00,123 ERROR', '2024-05-06 10:31:00,123'],
  ])('reads %s as far as it is a time', (text, expected) => {
    expect(timeMarkAt(text, 0)?.written).toBe(expected);
  });

  it('reads nothing where no time stands', () => {
    expect(timeMarkAt('nothing', 0)).toBeNull();
  });
});

describe('timeMarks', () => {
  it('finds the times of a sentence', () => {
    const text = 'On May 21, 2024, between 11:40 and 19:06 UTC some of 2000 users saw errors.';
    expect(timeMarks(text).map(({ written }) => written)).toEqual([
      'May 21, 2024',
      '11:40',
      '19:06 UTC',
    ]);
  });

  it('finds the figures of a day right behind its month', () => {
    const marks = timeMarks('At 07:31 PM on January23 and not in x86 or MP3.');
    expect(marks.map(({ written }) => written)).toEqual(['07:31 PM on January23']);
    expect(timeMarks('on Mon May3').map(({ written }) => written)).toEqual(['Mon May3']);
  });

  it('finds what reading at the beginning of every word finds', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '10:12',
        '10h51',
        '16h',
        '7.50pm',
        '1600 UTC',
        '23:59:30',
        '2024-02-10',
        '17',
        '3',
      ),
      fc.constantFrom(
        'the',
        'le',
        'May.',
        'Dec',
        'décembre',
        'May',
        'mai',
        'Tuesday',
        'mardi,',
        'mon',
        'lunedì',
        '5th',
      ),
      fc.constantFrom(
        'UTC',
        '(PDT)',
        '+01:00',
        'Europe/Paris',
        'heure de Paris',
        'CET/CEST',
        'at',
        'à',
        ' ',
      ),
      fc.string({ maxLength: 4, unit: 'grapheme' }),
    );
    const gap = fc.constantFrom(' ', ' ', ' ', ', ', '', '-', ': ', '\n', ' x '.repeat(30));
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, gap), { maxLength: 9 }), fc.boolean(), (parts, dots) => {
        const text = parts.flat().join('');
        const found: unknown[] = [];
        let end = 0;
        for (const { index } of text.matchAll(/(?<![\p{L}\d])[\p{L}\d]/gu)) {
          const mark = index < end ? null : timeMarkAt(text, index, { dots });
          if (!mark) continue;
          found.push(mark);
          end = mark.end;
        }
        expect(timeMarks(text, { dots })).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });
});
