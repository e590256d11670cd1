import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import type { CsvRow } from '../../../src/import/csv/csvReader.ts';
import { csvReader } from '../../../src/import/csv/csvReader.ts';

const read = (pieces: readonly string[], delimiter = ','): readonly CsvRow[] => {
  const reader = csvReader(delimiter);
  return [...pieces.flatMap((piece) => reader.write(piece)), ...reader.end()];
};

const fieldsOf = (text: string, delimiter = ','): readonly (readonly string[])[] =>
  read([text], delimiter).map(({ fields }) => fields);

const field = fc.oneof(
  fc.stringMatching(/^[a-z0-9 ]{0,6}$/),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r\n', 'é', 'x', '😀'), maxLength: 6 }),
);
const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 6 });

const written = (rows: readonly (readonly string[])[], lineEnd: string): string =>
  rows
    .map((fields) =>
      fields
        .map((one) => (/[",;\r\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one))
        .join(','),
    )
    .join(lineEnd);

const cut = (text: string, places: readonly number[]): readonly string[] => {
  const at = [...new Set(places.map((place) => place % (text.length + 1)))].toSorted(
    (a, b) => a - b,
  );
  return [...at, text.length].map((to, index) => text.slice(at[index - 1] ?? 0, to));
};

describe('csvReader', () => {
  it('reads what is written, however it is cut, as another parser does', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.nat(500)),
        (rows, end, places) => {
          const text = written(rows, end);
          const found = read(cut(text, places));
          expect(found.map(({ fields }) => fields)).toEqual(rows);
          expect(found).toEqual(read([text]));
          const theirs: unknown = parse(text, { relax_column_count: true, skip_empty_lines: true });
          expect(found.map(({ fields }) => fields)).toEqual(theirs);
        },
      ),
    );
  });

  it('tells the row and the line it begins on', () => {
    expect(read(['\uFEFFa,b\r\n\r\n"1\n2",3\n4,5'])).toEqual([
      { fields: ['a', 'b'], row: 1, line: 1, text: 'a,b' },
      { fields: ['1\n2', '3'], row: 2, line: 3, text: '"1\n2",3' },
      { fields: ['4', '5'], row: 3, line: 5, text: '4,5' },
    ]);
  });

  it('takes a quote inside a field without quotes for itself', () => {
    expect(fieldsOf('5" disk,x\n')).toEqual([['5" disk', 'x']]);
  });

  it.each([
    ['text behind a quote', 'a,"b"c\nd,e\n', 'there is text behind a closing quote', 1],
    ['a quote that is not closed', 'd,e\nf,"g\nh,i\n', 'a quote is opened and never closed', 2],
  ])('says what is wrong with a row, and goes on: %s', (_, text, fault, sound) => {
    const rows = read([text]);
    expect(rows.filter((row) => row.fault === undefined)).toHaveLength(sound);
    expect(rows.map((row) => row.fault)).toContain(fault);
  });

  it('gives up a quote that goes on too long, and reads the lines behind it', () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `row,${index}\n`);
    const rows = read(['a,"b\n', ...lines]);
    expect(rows[0]).toMatchObject({ row: 1, line: 1, fault: expect.stringMatching(/longer than/) });
    expect(rows.slice(1)).toHaveLength(200_000);
    expect(rows.at(-1)).toMatchObject({
      fields: ['row', '199999'],
      row: 200_001,
      line: 200_001,
    });
  });

  it('gives up a line that goes on too long once, to its end', () => {
    const piece = 'x'.repeat(400_000);
    const long = Array.from({ length: 8 }, () => piece);
    for (const quote of ['', '"']) {
      const rows = read([`a,b\nc,${quote}`, ...long, `,d\ne,f`, 'g\nh,i\n']);
      expect(rows.map(({ row, line, fields }) => [row, line, fields])).toEqual([
        [1, 1, ['a', 'b']],
        [2, 2, []],
        [3, 3, ['e', 'fg']],
        [4, 4, ['h', 'i']],
      ]);
      expect(rows[1]?.fault).toMatch(/longer than/);
    }
    expect(read(['a\n', ...long]).map(({ row }) => row)).toEqual([1, 2]);
  });

  it('splits at the delimiter it is given', () => {
    expect(fieldsOf('a;b,c\n"d;e";f\n', ';')).toEqual([
      ['a', 'b,c'],
      ['d;e', 'f'],
    ]);
  });
});
