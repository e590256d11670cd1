import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { CsvMapping } from '../../../src/import/csv/csvMapping.ts';
import { csv, decodeCsvMapping } from '../../../src/import/csv/csv.ts';
import type { ReadOptions } from '../../../src/import/importer.ts';
import type { ReadResult } from '../../../src/import/readAll.ts';
import { readAll } from '../../../src/import/readAll.ts';
import { core, createLedger, extend, memoryStore, orThrow } from '../../../src/index.ts';
import { damaged, soundRead } from '../soundRead.ts';

const mapping: CsvMapping = {
  name: 'tickets',
  version: '1',
  incident: 'case',
  time: { columns: ['at'], formats: ['D/M/YYYY H:mm'] },
  zone: 'Europe/Paris',
  rules: [
    { event: 'Declared', when: [{ column: 'what', is: ['open'] }], data: { kind: 'incident' } },
    { event: 'Resolved', when: [{ column: 'what', is: ['done'] }] },
  ],
};

const read = async (
  text: string,
  by: Partial<CsvMapping> = {},
  options: ReadOptions = {},
): Promise<ReadResult> => readAll(csv({ ...mapping, ...by }), text, options);

/** The claims of all documents, in short. */
const told = ({ documents }: ReadResult): readonly string[] =>
  documents.flatMap(({ incidentId, claims }) =>
    claims.map(
      ({ type, occurredAt, item }) => `${incidentId} ${type} ${occurredAt.earliest} ${item}`,
    ),
  );

describe('rows', () => {
  it('become events by the rules they fit, and notes where they fit none', async () => {
    const result = await read(
      'case,at,what,who\nA,29/2/2016 10:00,open,x\nB,29/2/2016 10:05,open,y\nA,29/2/2016 11:00,looked,z\nA,29/2/2016 12:00,done,\n',
    );
    // The incident longest untouched is given first.
    expect(told(result)).toEqual([
      'B Declared 2016-02-29T09:05:00.000Z 29/2/2016 10:05',
      'A Declared 2016-02-29T09:00:00.000Z 29/2/2016 10:00',
      'A NoteAdded 2016-02-29T10:00:00.000Z 29/2/2016 11:00',
      'A Resolved 2016-02-29T11:00:00.000Z 29/2/2016 12:00',
    ]);
    expect(result.documents[1]?.claims[1]?.data).toEqual({
      text: { en: 'what: looked; who: z' },
    });
    expect([result.warnings, result.leftOut, result.errors]).toEqual([[], [], []]);
    expect(result.documents.map(({ complete }) => complete)).toEqual([false, false]);
  });

  it('that cannot be read are left out with their row and line, and why', async () => {
    const { leftOut } = await read(
      'case,at,what\nA,29/2/2015 10:00,open\nA,2/29/2016 10:00,open\n,1/1/2016 10:00,open\nA,1/1/2016 10:00\n"A"x,1/1/2016 10:00,open\nA\u200Bb,1/1/2016 10:00,open\nA,,open\n',
    );
    expect(leftOut).toEqual([
      { place: 'row 2, line 2', reason: 'at: expected D/M/YYYY H:mm, got "29/2/2015 10:00"' },
      { place: 'row 3, line 3', reason: 'at: expected D/M/YYYY H:mm, got "2/29/2016 10:00"' },
      {
        place: 'row 4, line 4',
        reason: 'case: expected IncidentId (1 to 200 characters, no spaces), got nothing',
      },
      { place: 'row 5, line 5', reason: 'expected 3 fields, got 2' },
      { place: 'row 6, line 6', reason: 'there is text behind a closing quote' },
      {
        place: 'row 7, line 7',
        reason: 'case: expected IncidentId (1 to 200 characters, no spaces), got "A\u200Bb"',
      },
      { place: 'row 8, line 8', reason: 'at: expected D/M/YYYY H:mm, got nothing' },
    ]);
  });

  it('are skipped where the mapping says so, and it is told', async () => {
    const { leftOut } = await read('case,at,what\nA,1/1/2016 10:00,ping\n', {
      skip: [{ column: 'what', is: ['ping'] }],
    });
    expect(leftOut).toEqual([
      { place: 'row 2, line 2', reason: 'the mapping skips it: what is "ping"' },
    ]);
  });

  it('of one time are told apart by their order, and of a time that came twice both are kept', async () => {
    const result = await read('case,at,what\nA,30/10/2016 2:30,open\nA,30/10/2016 2:30,done\n');
    expect(told(result)).toEqual([
      'A Declared 2016-10-30T00:30:00.000Z 30/10/2016 2:30',
      'A Resolved 2016-10-30T00:30:00.000Z 30/10/2016 2:30 #2',
    ]);
    expect(result.documents[0]?.claims[0]?.occurredAt.latest).toBe('2016-10-30T01:30:59.999Z');
    expect(result.warnings).toEqual([
      { place: 'row 2, line 2', message: expect.stringMatching(/came twice in Europe\/Paris/) },
    ]);
  });

  it('need no zone where they state it themselves', async () => {
    const { zone: _zone, ...bare } = mapping;
    for (const format of ['epoch-s', 'ISO', 'D/M/YYYY H:mm Z']) {
      const importer = csv({ ...bare, time: { columns: ['at'], formats: [format] } });
      expect((await readAll(importer, 'case,at,what\nA,,open\n')).warnings).toEqual([]);
    }
  });

  it('say with a warning which zone was assumed', async () => {
    const { zone: _, ...without } = mapping;
    const { warnings, documents } = await readAll(
      csv(without),
      'case,at,what\nA,1/1/2016 10:00,open\n',
      { zone: '+02:00' },
    );
    expect(warnings).toEqual([
      {
        place: 'document',
        message: 'the mapping names no zone; times that state none are taken as +02:00',
      },
    ]);
    expect(documents[0]?.claims[0]?.occurredAt).toMatchObject({
      earliest: '2016-01-01T08:00:00.000Z',
      basis: 'assumed',
    });
  });
});

describe('a table', () => {
  it.each([
    ['without a column', 'case,at\n', /a header with the columns that the mapping names: "what"/],
    ['with a column twice', 'case,at,what,at\n', /each column of the mapping once/],
    ['of another delimiter', 'case;at;what\n', /"at", "what"/],
  ])('is refused %s', async (_, text, message) => {
    const { errors, documents } = await read(text);
    expect(documents).toEqual([]);
    expect(errors).toEqual([
      expect.objectContaining({
        _tag: 'OtherShape',
        place: 'line 1',
        expected: expect.stringMatching(message),
      }),
    ]);
  });

  it('that is empty is an error; one of a header alone is not, and says so', async () => {
    expect((await read('')).errors.map(({ _tag }) => _tag)).toEqual(['EmptyDocument']);
    const { errors, warnings } = await read('case,at,what\n');
    expect(errors).toEqual([]);
    expect(warnings).toContainEqual({
      place: 'document',
      message: 'there are no rows under the header',
    });
  });

  it('may come without its header', async () => {
    const result = await read('A,1/1/2016 10:00,open\n', { header: ['case', 'at', 'what'] });
    expect(told(result)).toHaveLength(1);
  });

  it('of more claims than are kept comes in parts that are one whole when recorded', async () => {
    const rows = Array.from({ length: 12_000 }, (_, index) => {
      const at = new Date(Date.UTC(2016, 0, 1) + index * 60_000);
      return `C${index % 3},1/${at.getUTCDate()}/2016 ${at.getUTCHours()}:${String(at.getUTCMinutes()).padStart(2, '0')},w${index}\n`;
    });
    const text = `case,at,what\n${rows.join('')}`;
    const { documents } = await read(text, {
      time: { columns: ['at'], formats: ['M/D/YYYY H:mm'] },
    });
    expect(documents.length).toBeGreaterThan(3);
    const items = documents.flatMap(({ incidentId, claims }) =>
      claims.map(({ item }) => `${incidentId} ${item}`),
    );
    expect(new Set(items).size).toBe(12_000);
  });

  it('compares a row with the one before it, however many others came between', async () => {
    const others = Array.from(
      { length: 9000 },
      (_, index) => `O${index},1/1/2016 10:00,w${index}\n`,
    );
    const text = `case,at,what\nA,1/1/2016 10:00,open\nA,1/1/2016 10:00,looked\n${others.join('')}A,1/1/2016 10:00,done\n`;
    const { documents } = await read(text, { note: { changes: true }, rules: [] });
    const own = documents.filter(({ incidentId }) => incidentId === 'A');
    expect(own).toHaveLength(2);
    expect(own[1]?.claims).toEqual([
      expect.objectContaining({
        item: '1/1/2016 10:00 #3',
        data: { text: { en: 'what: looked → done' } },
      }),
    ]);
  });

  it('breaks off with what was read before', async () => {
    async function* broken(): AsyncIterable<string> {
      yield 'case,at,what\nA,1/1/2016 10:00,open\nA,1/1/2016 10:';
      throw new Error('gone');
    }
    const { documents, errors } = await readAll(csv(mapping), broken());
    expect(documents).toHaveLength(1);
    expect(errors.map(({ _tag }) => _tag)).toEqual(['UnreadableInput']);
  });
});

describe('a state table', () => {
  const states: Partial<CsvMapping> = {
    row: ['n'],
    grouped: true,
    complete: true,
    rules: [
      { event: 'Declared', first: true, data: { kind: 'incident' } },
      {
        event: 'Reopened',
        when: [{ column: 'what', was: ['done'], isNot: ['done'] }],
        data: { text: { en: 'from {what}' } },
      },
    ],
    note: { changes: true, columns: ['what', 'who'] },
  };

  it('tells what is new in each row', async () => {
    const { documents, leftOut } = await read(
      'case,at,what,who,n\nA,1/1/2016 10:00,open,x,0\nA,1/1/2016 11:00,done,x,1\nA,1/1/2016 12:00,open,,2\nA,1/1/2016 12:30,open,,3\n',
      states,
    );
    expect(documents[0]?.claims.map(({ type, data }) => [type, data])).toEqual([
      ['Declared', { kind: 'incident' }],
      ['NoteAdded', { text: { en: 'what: open; who: x' } }],
      ['NoteAdded', { text: { en: 'what: open → done' } }],
      ['Reopened', { text: { en: 'from open' } }],
      ['NoteAdded', { text: { en: 'who: x → nothing' } }],
    ]);
    expect(leftOut).toEqual([
      { place: 'row 5, line 5', reason: 'it says nothing that the row before it did not say' },
    ]);
    expect(documents[0]?.complete).toBe(true);
  });

  it('has its rows refused that do not stand together', async () => {
    const { documents, leftOut } = await read(
      'case,at,what,who,n\nA,1/1/2016 10:00,open,x,0\nB,1/1/2016 10:00,open,x,0\nA,1/1/2016 11:00,done,x,1\n',
      states,
    );
    expect(documents).toHaveLength(2);
    expect(leftOut).toEqual([
      {
        place: 'row 4, line 4',
        reason: 'the rows of A do not stand together, as the mapping says they do',
      },
    ]);
  });

  it('imported again adds nothing; edited, corrections; shortened, retractions', async () => {
    const ledger = createLedger({ store: memoryStore() });
    const head = 'case,at,what,who,n\n';
    const rows = ['A,1/1/2016 10:00,open,x,0\n', 'A,1/1/2016 11:00,done,x,1\n'];
    const record = async (text: string): Promise<readonly number[]> => {
      const { documents } = await read(head + text, states);
      const [document] = documents;
      if (!document) return [];
      const { appended, corrected, retracted } = await orThrow(ledger.record(document));
      return [appended.length, corrected.length, retracted.length];
    };
    expect(await record(rows.join(''))).toEqual([3, 0, 0]);
    expect(await record(rows.join(''))).toEqual([0, 0, 0]);
    expect(await record(rows.join('').replace('11:00', '11:10'))).toEqual([0, 1, 0]);
    expect(await record(rows[0] ?? '')).toEqual([0, 0, 1]);
  });
});

describe('the digest of what was read', () => {
  const head = 'case,at,what\n';
  const rows = ['A,1/1/2016 10:00,open\n', 'A,1/1/2016 11:00,done\n', 'B,1/1/2016 11:00,open\n'];
  const digests = async (text: string, by: Partial<CsvMapping> = {}): Promise<readonly unknown[]> =>
    (await read(text, by)).documents.map(({ incidentId, digest }) => [incidentId, digest]);

  it('is that of the rows of an incident and of the header, whatever reads them', async () => {
    const [a, b] = await digests(head + rows.join(''));
    expect([a, b]).toEqual([
      ['A', expect.stringMatching(/^[0-9a-f]{16}$/)],
      ['B', expect.stringMatching(/^[0-9a-f]{16}$/)],
    ]);
    expect(await digests(head + [rows[0], rows[2], rows[1]].join(''), { version: '2' })).toEqual(
      expect.arrayContaining([a, b]),
    );
    const [edited, same] = await digests(head + rows.join('').replace('done', 'gone'));
    expect(same).toEqual(b);
    expect(edited).not.toEqual(a);
    expect(await digests('what,at,case\nopen,1/1/2016 11:00,B\n')).not.toContainEqual(b);
  });

  it('of a later part tells what came before: it is read by that', async () => {
    const many = (what: string): string =>
      `${head}A,1/1/2016 10:00,${what}\n${'A,1/1/2016 11:00,done\n'.repeat(10_000)}`;
    const parts = await digests(many('open'));
    expect(parts.length).toBeGreaterThan(1);
    expect(new Set(parts.map(String)).size).toBe(parts.length);
    expect(await digests(many('open'))).toEqual(parts);
    for (const part of await digests(many('more'))) expect(parts).not.toContainEqual(part);
  });

  it('tells rows that are read otherwise now from rows that were edited', async () => {
    const ledger = createLedger({ store: memoryStore() });
    const record = async (text: string, by: Partial<CsvMapping>) => {
      const [document] = (await read(text, by)).documents;
      if (!document) throw new Error('nothing was read');
      const { corrected, mended, events } = await orThrow(ledger.record(document));
      const kinds = events.map(({ data }) => ('kind' in data ? data.kind : null));
      return [corrected.length, mended.length, ...kinds];
    };
    const text = head + rows.slice(0, 2).join('');
    await record(text, { row: ['what'] });
    const tokyo = { version: '2', zone: 'Asia/Tokyo', row: ['what'] };
    const twice = ['transcription', 'transcription'];
    expect(await record(text, tokyo)).toEqual([2, 2, ...twice]);
    expect(await record(text.replace('11:00', '11:10'), tokyo)).toEqual([1, 0, 'revision']);
  });
});

describe('a mapping', () => {
  it('is told all that is wrong with it at once', () => {
    const wrong = decodeCsvMapping({
      name: 'a',
      version: '1',
      incident: 'i',
      zone: 'Mars',
      time: { columns: ['t'], formats: ['D/M h:mm', 'ISO'] },
      rules: [
        { event: 'Foo' },
        { event: 'Declared', data: { kind: { column: 'k', map: { a: 'incident', b: 'war' } } } },
        { event: 'Resolved', data: { text: { en: { column: 'x', as: 'date' } } } },
      ],
    });
    expect(E.isLeft(wrong) && wrong.left.map(({ path }) => path)).toEqual([
      'time.formats.0',
      'zone',
      'rules.0.event',
      'rules.1.data.kind',
      'rules.2.data.text.en.as',
    ]);
    const shapeless = decodeCsvMapping({ name: 'A b', rules: [{ event: 'Resolved', wen: [] }] });
    expect(E.isLeft(shapeless) && shapeless.left.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['name', 'version', 'incident', 'time', 'rules.0.wen']),
    );
  });

  it('throws when it is written wrong in code', () => {
    expect(() => csv({ ...mapping, zone: 'Mars' })).toThrow(/^zone: expected an IANA zone/);
  });

  it('may name own events', async () => {
    const own = extend(core, { 'acme.Called': t.type({ by: t.string }) });
    const importer = csv(
      { ...mapping, rules: [{ event: 'acme.Called', data: { by: { column: 'what' } } }] },
      own,
    );
    const { documents } = await readAll(importer, 'case,at,what\nA,1/1/2016 10:00,me\n');
    expect(documents[0]?.claims[0]).toMatchObject({ type: 'acme.Called', data: { by: 'me' } });
  });

  it('recognises files by their header', () => {
    const importer = csv(mapping);
    const recognise = (head: string): number => importer.recognise(head);
    expect([recognise('what,at,case,x\n1,2'), recognise('what,x,y\n'), recognise('')]).toEqual([
      0.9, 0, 0,
    ]);
  });

  it('recognises a file that has most of its columns, to say which it has not', async () => {
    const text = 'what,at,Case\nopen,1/1/2016 10:00,A\n';
    expect(csv(mapping).recognise(text)).toBe(0.7);
    const { errors } = await read(text);
    expect(errors[0]).toMatchObject({
      _tag: 'OtherShape',
      expected: 'a header with the columns that the mapping names: "case"',
    });
  });
});

describe('any text', () => {
  it('is read soundly, and the same whatever its pieces', async () => {
    const good = `case,at,what\n${'A,1/1/2016 10:00,"open"\nB,1/1/2016 10:05,x\nA,1/1/2016 11:00,done\n'.repeat(3)}`;
    const importer = csv({ ...mapping, note: { changes: true } });
    await fc.assert(
      fc.asyncProperty(fc.nat(200), fc.nat(9), async (at, how) => {
        const text = damaged(good, at, how);
        // A header alone is a table without rows, of which there is nothing to say.
        fc.pre(text.trim() !== 'case,at,what');
        const result = await soundRead(importer, text);
        async function* letters(): AsyncIterable<string> {
          yield* text;
        }
        expect(await readAll(importer, letters())).toEqual(result);
      }),
      { numRuns: 60 },
    );
  });

  it('that is long is the same in one piece as in many, wherever they are cut', async () => {
    const row = (at: number): string =>
      `C${at},1/1/2016 10:00,"a ""😀\r\né, ${'x'.repeat(at % 7)}"\r\n`;
    const text = `case,at,what\r\n${Array.from({ length: 4000 }, (_, at) => row(at)).join('')}`;
    async function* cut(): AsyncIterable<string> {
      for (let at = 0; at < text.length; at += 997) yield text.slice(at, at + 997);
    }
    const whole = await readAll(csv(mapping), text);
    expect(told(whole)).toHaveLength(4000);
    expect(whole.documents[3999]?.claims[0]?.data).toEqual({
      text: { en: 'what: a "😀\r\né, xx' },
    });
    expect(await readAll(csv(mapping), cut())).toEqual(whole);
  });
});
