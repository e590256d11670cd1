import { describe, expect, it } from '@jest/globals';
import { csv } from '../../../src/import/csv/csv.ts';
import type { CsvMapping } from '../../../src/import/csv/csvMapping.ts';
import type { ReadResult } from '../../../src/import/readAll.ts';
import { readAll } from '../../../src/import/readAll.ts';

// Written by hand in the shapes of what ticket systems and sheets export; no row is copied.
const mapping: CsvMapping = {
  name: 'exported',
  version: '1',
  incident: 'ID',
  row: ['ID'],
  time: { columns: ['Updated'], formats: ['D/M/YYYY H:mm'] },
  zone: 'Europe/Paris',
  rules: [],
};

const read = async (text: string, by: Partial<CsvMapping> = {}): Promise<ReadResult> =>
  readAll(csv({ ...mapping, ...by }), text);

const texts = ({ documents }: ReadResult): readonly unknown[] =>
  documents.flatMap(({ claims }) =>
    claims.map(({ data }) => ('text' in data ? data.text : undefined)),
  );

describe('an export', () => {
  it('with columns of one name, or of none, loses none of them', async () => {
    const text =
      'ID,Updated,Comment,Comment,,Comment\nA,1/1/2024 10:00,first,second,x,\nB,1/1/2024 10:00,,,,third\n';
    expect(texts(await read(text))).toEqual([
      { en: 'Comment: first; Comment (2): second; column 5: x' },
      { en: 'Comment (3): third' },
    ]);
    expect(texts(await read(text, { note: { columns: ['Comment (3)', 'column 5'] } }))).toEqual([
      { en: 'column 5: x' },
      { en: 'Comment (3): third' },
    ]);
  });

  it('of changes keeps in a note which field was changed', async () => {
    const text = 'ID,Updated,Field,To\nA,1/1/2024 10:00,resolution,Fixed\n';
    expect(texts(await read(text, { row: ['Updated', 'Field'] }))).toEqual([
      { en: 'Field: resolution; To: Fixed' },
    ]);
  });

  it('with spaces in its ids has dashes in those of its incidents', async () => {
    const { documents, leftOut } = await read('ID,Updated,What\n5\u00A0732 943,1/1/2024 10:00,x\n');
    expect(documents.map(({ incidentId }) => incidentId)).toEqual(['5-732-943']);
    expect(leftOut).toEqual([]);
  });

  it('that begins by naming its delimiter is read from the line below', async () => {
    const text = '\uFEFFsep=;\r\nID;Updated;What\r\nA;1/1/2024 10:00;x\r\n';
    const importer = csv({ ...mapping, delimiter: ';' });
    expect(importer.recognise(text)).toBe(0.9);
    const { documents, errors } = await readAll(importer, text);
    expect([documents.length, errors]).toEqual([1, []]);
  });

  it('whose rows end with a delimiter is read, and one with more in its rows is not', async () => {
    const { documents, leftOut } = await read(
      'ID,Updated,What\nA,1/1/2024 10:00,x, ,\nB,1/1/2024 10:00,x,,y\n',
    );
    expect(documents.map(({ incidentId }) => incidentId)).toEqual(['A']);
    expect(leftOut).toEqual([{ place: 'row 3, line 3', reason: 'expected 3 fields, got 5' }]);
  });

  it('with a quote that is never closed loses no more than its row', async () => {
    const { documents, leftOut } = await read(
      'ID,Updated,What\nA,1/1/2024 10:00,"x\nB,1/1/2024 10:00,"y"""\nC,1/1/2024 10:00,z\n',
    );
    expect(documents.map(({ incidentId }) => incidentId)).toEqual(['C']);
    expect(leftOut.map(({ place }) => place)).toEqual(['row 2, line 2']);
    const alone = await read('ID,Updated,What\nA,1/1/2024 10:00,"x\nC,1/1/2024 10:00,z\n');
    expect(alone.documents.map(({ incidentId }) => incidentId)).toEqual(['C']);
    expect(alone.leftOut).toEqual([
      { place: 'row 2, line 2', reason: 'a quote is opened and never closed' },
    ]);
  });

  it('whose lines end with carriage returns alone is refused', async () => {
    const { errors } = await read('ID,Updated,What\rA,1/1/2024 10:00,x\r');
    expect(errors).toMatchObject([{ expected: 'lines that end with line feeds' }]);
  });

  it('with a number that is none says so, and keeps the row', async () => {
    const result = await read('ID;Updated;Length\nA;1/1/2024 10:00;1,5\n', {
      delimiter: ';',
      rules: [
        { event: 'ImpactMeasured', data: { durationMs: { column: 'Length', as: 'number' } } },
      ],
    });
    expect(result.warnings).toEqual([
      {
        place: 'row 2, line 2',
        message: 'its values make no ImpactMeasured: {"durationMs":"1,5"}',
      },
    ]);
    expect(texts(result)).toEqual([{ en: 'Length: 1,5' }]);
  });

  it('with all times of a ticket in one row states none of them before it happened', async () => {
    const done = { columns: ['Done'], formats: ['D/M/YYYY H:mm'] };
    const { documents } = await read('ID,Updated,Done\nA,1/1/2024 10:00,1/1/2024 12:00\n', {
      rules: [
        { event: 'Declared', data: { kind: 'incident' } },
        { event: 'Resolved', at: done },
      ],
    });
    expect(documents[0]?.claims.map(({ statedAt }) => statedAt?.latest)).toEqual([
      '2024-01-01T09:00:59.999Z',
      '2024-01-01T11:00:59.999Z',
    ]);
  });

  it('in another language has the months of that language', async () => {
    const time = { columns: ['Updated'], formats: ['D. MMMM YYYY', 'DD/MMM/YY'] };
    const days = async (language: string, ...written: readonly string[]) => {
      const rows = written.map((day, index) => `${index},${day},x\n`).join('');
      const { documents } = await read(`ID,Updated,What\n${rows}`, { language, time });
      return documents.map(({ claims }) => claims[0]?.occurredAt.latest?.slice(0, 10));
    };
    expect(await days('de', '17. Dezember 2024', '03/Mai/24', '03/Mär/24', '03/Ju/24')).toEqual([
      '2024-12-17',
      '2024-05-03',
      '2024-03-03',
    ]);
    expect(await days('es', '03/ene/24', '03/abr/24')).toEqual(['2024-01-03', '2024-04-03']);
    expect(await days('ru', '17. декабря 2024')).toEqual(['2024-12-17']);
  });
});
