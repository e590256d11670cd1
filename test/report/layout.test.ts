import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { columns, rowLines } from '../../src/report/columns.ts';
import { plain } from '../../src/report/plain.ts';
import { textWidth } from '../../src/report/textWidth.ts';
import { pieces, wrap } from '../../src/report/wrap.ts';

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'é', '−', '│'), minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('障', '害', '👩‍💻'), minLength: 1, maxLength: 12 }),
);
const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '));
const width = fc.integer({ min: 2, max: 40 });

describe('the width of a text', () => {
  it('is that of a terminal, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (any) => {
        expect(textWidth(any)).toBe(stringWidth(any));
      }),
    );
    for (let code = 0x20; code < 0x3000; code += 1) {
      const character = String.fromCodePoint(code);
      expect(textWidth(character)).toBe(stringWidth(character));
    }
  });
});

describe('wrapped text', () => {
  it('breaks between words', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('', 7)).toEqual(['']);
  });

  it('lets a longer word stick out, and cuts one of wide characters', () => {
    expect(wrap('see https://status.example.com now', 10)).toEqual([
      'see',
      'https://status.example.com',
      'now',
    ]);
    expect(wrap('全面障害です ok', 6)).toEqual(['全面障', '害です', 'ok']);
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(text, width, (any, most) => {
        expect(wrap(any, most).join('').replaceAll(' ', '')).toBe(any.replaceAll(' ', ''));
      }),
    );
  });

  it('is as narrow as asked, but for a single long word', () => {
    fc.assert(
      fc.property(text, width, (any, most) => {
        for (const line of wrap(any, most)) {
          expect(textWidth(line) <= most || !line.includes(' ')).toBe(true);
        }
      }),
    );
  });

  it('is cut into pieces that are no wider, and are the text together', () => {
    fc.assert(
      fc.property(word, width, (any, most) => {
        const cut = pieces(any, most);
        expect(cut.join('')).toBe(any);
        expect(Math.max(...cut.map(textWidth))).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe('columns', () => {
  it('stand below each other, whatever the width of the characters', () => {
    const rows = [
      ['a', '1 min', 'x'],
      ['障害', '22 h', 'y'],
      ['é', '', 'z'],
    ];
    expect(columns(rows, { indent: '  ', alignments: ['left', 'right'] })).toEqual([
      '  a     1 min  x',
      '  障害   22 h  y',
      '  é            z',
    ]);
  });

  it('wrap the last under itself, and keep its own lines', () => {
    const said = 'one two three four five six seven eight\nnine';
    expect(columns([['a', said], ['b']], { width: 33 })).toEqual([
      'a  one two three four five six',
      '   seven eight',
      '   nine',
      'b',
    ]);
  });

  it('are none for no rows', () => {
    expect(columns([])).toEqual([]);
    expect(columns([[]])).toEqual(['']);
  });

  it('begin at the same place in every line', () => {
    const row = fc.tuple(word, word, word);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const lines = rowLines(rows, { alignments: ['right'] });
        const starts = lines.map(([line = ''], index) => {
          const last = rows[index]?.[2] ?? '';
          return textWidth(line) - textWidth(last);
        });
        expect(new Set(starts).size).toBe(1);
        expect(lines.map((own) => own.length)).toEqual(rows.map(() => 1));
      }),
    );
  });
});

describe('plain text', () => {
  it.each([
    ['a\u001B[31mred\u001B[0m', 'a�[31mred�[0m'],
    ['\u001B]8;;https://evil.example\u0007click', '�]8;;https://evil.example�click'],
    ['csi \u009B2J', 'csi �2J'],
    ['back\bspace\u007F', 'back�space�'],
    ['\u202Egnp.exe\u202C', '�gnp.exe�'],
    ['\u2066isolate\u2069', '�isolate�'],
    ['  two\r\nlines\u2028three\tfour\u0085 ', 'two lines three four'],
    ['déjà vu 障害 👩‍💻', 'déjà vu 障害 👩‍💻'],
  ])('of %j is %j', (given, shown) => {
    expect(plain(given)).toBe(shown);
  });
});
