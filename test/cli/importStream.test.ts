import { gzipSync } from 'node:zlib';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import type { EventStore } from '../../src/index.ts';
import { memoryStore } from '../../src/index.ts';
import { cli, importedLog, page } from './fakeIo.ts';

const folder = mkdtempSync(join(tmpdir(), 'incident-ledger-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const mapping = JSON.stringify({
  name: 'tickets',
  version: '1',
  incident: 'case',
  time: { columns: ['at'], formats: ['ISO'] },
  rules: [
    { event: 'Declared', when: [{ column: 'what', is: ['open'] }], data: { kind: 'incident' } },
    { event: 'Resolved', when: [{ column: 'what', is: ['done'] }] },
  ],
});

const rows = (count: number): string =>
  `case,at,what\n${Array.from({ length: count }, (_, index) => `T${index},2024-01-01T00:00:00Z,open\n`).join('')}`;

interface Report {
  readonly dryRun: boolean;
  readonly report: readonly Readonly<Record<string, unknown>>[];
  readonly totals: Readonly<Record<string, number>>;
  readonly stoppedBy: readonly string[];
}

const reportOf = (out: string): Report => JSON.parse(out) as Report;

describe('what is read', () => {
  it('may be packed by gzip', async () => {
    const log = await importedLog();
    const packed = await cli(['import', 'page.txt'], { files: { 'page.txt': gzipSync(page) } });
    expect(packed.out).toBe(log);
    const damagedGzip = gzipSync(page).subarray(0, 900);
    const { code, said } = await cli(['import', 'p'], { files: { p: damagedGzip } });
    expect([code, said]).toEqual([2, ['p: unexpected end of file']]);
  });

  it('says at which byte and line it is no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(page.repeat(40)), Buffer.from([0xc3, 0x28])]);
    const { code, said } = await cli(['import', 'p'], { files: { p: bytes } });
    const line = page.repeat(40).split('\n').length;
    expect([code, said.at(-1)]).toEqual([
      2,
      `p: expected text in UTF-8, got another encoding (byte ${bytes.length - 1}, line ${line})`,
    ]);
  });

  it('by a mapping, is told what is wrong with the mapping first', async () => {
    const files = { m: '{"name":"a","zone":1}', c: rows(1), n: 'no' };
    const { code, said } = await cli(['import', 'c', '--mapping', 'm'], { files });
    expect(code).toBe(2);
    expect(said).toContain('--mapping m: zone: expected text that is not empty, got 1');
    expect((await cli(['import', 'c', '--mapping', 'n'], { files })).said[0]).toMatch(
      /^--mapping n: expected a mapping as JSON: /,
    );
    expect((await cli(['import', 'c', '--as', 'csv'], { files })).said).toEqual([
      '--as csv: expected --mapping FILE beside it, got none',
    ]);
  });
});

describe('a file that is given with a mapping and is like nothing else', () => {
  it('is told what keeps the mapping from reading it', async () => {
    const files = { m: mapping, c: 'ticket,at,what\nT1,2024-01-01T00:00:00Z,open\n' };
    const { code, said } = await cli(['import', 'c', '--mapping', 'm'], { files });
    expect(code).toBe(2);
    expect(said.at(-1)).toBe(
      'c: line 1: expected a header with the columns that the mapping names: "case"; between "," the columns are "ticket", "at", "what"',
    );
  });
});

describe('rows that are read by a mapping', () => {
  const files = { m: mapping, c: `${rows(2)}T1,x,open\n` };
  const now = '2024-01-01T02:00:00Z';

  it.each(['', ' --as csv'])('are projected, stepped through and shown%s', async (as) => {
    const run = async (line: string): Promise<readonly [number, string, readonly string[]]> => {
      const argv = `${line} c --mapping m${as}`.split(' ');
      const { code, out, said } = await cli(argv, { files, now });
      return [code, out, said];
    };
    const [code, out, said] = await run('project --projection incident');
    expect([code, out.split('\n').length]).toEqual([0, 3]);
    expect(said).toEqual([`warning: c: row 4, line 4: left out: at: expected ISO, got "x"`]);
    const [stepCode, steps, stepSaid] = await run('step T1 durations');
    expect([stepCode, steps.split('\n')[0]]).toEqual([
      0,
      expect.stringMatching(/^T1 · durations@\d+ · 1 events/),
    ]);
    expect(stepSaid).toEqual(said);
    const [showCode, shown] = await run('show --incident T1');
    expect([showCode, shown]).toEqual([0, expect.stringContaining('T1')]);
  });
});

describe('the report of an import', () => {
  it('counts what it does not show', async () => {
    const files = { m: mapping, c: `${rows(30)}T1,x,open\nT1,y\n` };
    const ledgers = { l: memoryStore() };
    const argv = ['import', 'c', '--mapping', 'm', '--ledger', 'l'];
    const { code, out, said } = await cli(argv, { files, ledgers });
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(22);
    expect(lines.slice(-2)).toEqual([
      'and 10 more documents',
      'total: 30 documents: 30 appended; 2 left out',
    ]);
    expect(said).toEqual([
      'left out: c: row 32, line 32: at: expected ISO, got "x"',
      'left out: c: row 33, line 33: expected 3 fields, got 2',
    ]);
  });

  it('as JSON has everything, with its place', async () => {
    const ledgers = { l: memoryStore() };
    const argv = ['import', 'p', '--ledger', 'l', '--json'];
    await cli(argv, { files: { p: page }, ledgers });
    const edited = page.replaceAll('10h57', '10h58');
    const { out } = await cli(argv, { files: { p: edited }, ledgers, now: '2026-01-01T00:00:00Z' });
    const { report, totals, dryRun, stoppedBy } = reportOf(out);
    expect([dryRun, stoppedBy]).toEqual([false, []]);
    const recorded = report.find(({ _tag }) => _tag === 'Recorded');
    expect(recorded).toMatchObject({
      file: 'p',
      format: 'status-page',
      corrected: totals['corrected'],
    });
    expect(recorded?.['changes']).toContainEqual(
      expect.objectContaining({ as: 'corrected', place: expect.stringMatching(/^update 4, /) }),
    );
  });

  it('of a dry run says the same, and writes nothing', async () => {
    const ledgers = { l: memoryStore() };
    const files = { p: page };
    const argv = ['import', 'p', '--ledger', 'l', '--json'];
    const dry = await cli([...argv, '--dry-run'], { files, ledgers });
    expect((await cli(['export', '--ledger', 'l'], { ledgers })).out).toBe('');
    const real = await cli(argv, { files, ledgers });
    expect(reportOf(dry.out)).toEqual({ ...reportOf(real.out), dryRun: true });
    const again = await cli([...argv, '--dry-run'], { files, ledgers });
    expect(reportOf(again.out).totals).toMatchObject({ appended: 0 });
    const bare = await cli(['import', 'p', '--dry-run'], { files });
    expect(bare.out).toMatch(/^dry run: nothing is written\np: TSR-1023: \d+ appended\n$/);
  });

  it('may be of another incident than the document names, but not of several', async () => {
    const into = ['--into', 'INC-9'];
    const { out } = await cli(['import', 'p', ...into], { files: { p: page } });
    expect(JSON.parse(out.split('\n')[0] ?? '')).toMatchObject({ incidentId: 'INC-9' });
    const files = { c: rows(2), m: mapping };
    expect(await cli(['import', 'c', '--mapping', 'm', ...into], { files })).toMatchObject({
      code: 2,
      said: ['c: --into: expected a document about one incident, got T0 and T1'],
    });
    expect((await cli(['import', 'p', '--into', 'a b'], { files: { p: page } })).said).toEqual([
      '--into: expected IncidentId (1 to 200 characters, no spaces), got "a b"',
    ]);
  });

  it('says what was recorded before an error, and ends with 2', async () => {
    const ledgers = { l: memoryStore() };
    const bytes = Buffer.concat([Buffer.from(rows(3000)), Buffer.from([0xff])]);
    const argv = ['import', 'c', '--mapping', 'm', '--ledger', 'l', '--json'];
    const { code, out } = await cli(argv, { files: { c: bytes, m: mapping }, ledgers });
    const { totals, stoppedBy } = reportOf(out);
    expect(code).toBe(2);
    expect(stoppedBy).toEqual([
      expect.stringMatching(/^c: expected text in UTF-8, .* line 3002\)$/),
    ]);
    expect(totals['appended']).toBe(3000);
  });
});

describe('documents that are recorded in a ledger at the same time', () => {
  const own = fileOf(
    'many.mjs',
    `const document = (id, note) => ({ _tag: 'Document', document: {
       sourceKey: 'own/' + id, incidentId: id, importer: { name: 'many', version: '1' }, complete: false,
       claims: [{ type: 'NoteAdded', data: { text: { en: note } }, occurredAt: { written: 'once' }, source: { kind: 'ticket' }, item: note }],
     } });
     export const many = { name: 'many', version: '1', recognise: () => 1, read: async function* (text) {
       for await (const piece of text) for (const word of piece.trim().split(' ')) {
         if (word === '?') yield { _tag: 'Warning', warning: { place: 'here', message: 'what?' } };
         else yield document(word.slice(0, 1), word);
       }
     } };`,
  );
  const argv = ['import', 'f', '--module', own, '--ledger', 'l', '--json'];

  /** A store that takes long, refuses an incident, and tells how many appends there were at once, in all and of one incident. */
  const slow = (refused: string) => {
    const store = memoryStore();
    const now = new Map<string, number>();
    let [most, mostOfOne, count] = [0, 0, 0];
    const append: EventStore['append'] =
      (incidentId, ...more) =>
      async () => {
        const ofIt = (now.get(incidentId) ?? 0) + 1;
        now.set(incidentId, ofIt);
        count += 1;
        [most, mostOfOne] = [Math.max(most, count), Math.max(mostOfOne, ofIt)];
        for (let turn = incidentId.codePointAt(0) ?? 0; turn < 130; turn += 1)
          await Promise.resolve();
        now.set(incidentId, ofIt - 1);
        count -= 1;
        return incidentId === refused
          ? E.left({ _tag: 'Unavailable', message: 'not this one' })
          : store.append(incidentId, ...more)();
      };
    return { store: { ...store, append }, seen: () => ({ most, mostOfOne }) };
  };

  it('are told in their order, one after the other of one incident', async () => {
    const { store, seen } = slow('');
    const files = { f: 'a1 b1 ? c1 b2 d1 ? ' };
    const { code, out } = await cli(argv, { files, ledgers: { l: store } });
    expect(code).toBe(0);
    expect(reportOf(out).report.map(({ _tag, incidentId }) => incidentId ?? _tag)).toEqual([
      'a',
      'b',
      'Warning',
      'c',
      'b',
      'd',
      'Warning',
    ]);
    expect(seen()).toEqual({ most: 3, mostOfOne: 1 });
  });

  it('are all told that stand, when one of them fails', async () => {
    const { store } = slow('b');
    const files = { f: 'a1 b1 c1 b2 d1' };
    const { code, out, said } = await cli(argv, { files, ledgers: { l: store } });
    expect([code, said]).toEqual([3, ['l: f: the store is not available: not this one']]);
    const { report, stoppedBy } = reportOf(out);
    expect(report.map(({ incidentId }) => incidentId)).toEqual(['a', 'c']);
    expect(stoppedBy).toHaveLength(1);
    const { out: held } = await cli(['list', '--ledger', 'l', '--json'], { ledgers: { l: store } });
    expect(held).not.toContain('"d"');
  });

  it('come from logs too', async () => {
    const { store } = slow('');
    const files = { f: 'a1 b1 c1 b2 d1' };
    await cli(argv, { files, ledgers: { l: store } });
    const { out: log } = await cli(['export', '--ledger', 'l'], { ledgers: { l: store } });
    const other = memoryStore();
    const into = await cli(['import', 'log', '--ledger', 'm', '--json'], {
      files: { log },
      ledgers: { m: other },
    });
    const inLog = log.matchAll(/"incidentId":"(.)","type"/g);
    const told = reportOf(into.out).report.map(({ incidentId }) => incidentId);
    expect(told).toEqual([...new Set([...inLog].map(([, incidentId]) => incidentId))]);
    expect(told).toHaveLength(4);
    expect((await cli(['export', '--ledger', 'm'], { ledgers: { m: other } })).out).toBe(log);
  });
});

describe('--module', () => {
  const own = fileOf(
    'own.mjs',
    `async function* read(text) {
       let all = '';
       for await (const piece of text) all += piece;
       yield { _tag: 'Document', document: {
         sourceKey: 'own/1', incidentId: all.trim().slice(5), importer: { name: 'own', version: '1' }, complete: true,
         claims: [{ type: 'Resolved', data: {}, occurredAt: { written: 'once' }, source: { kind: 'ticket' }, item: '1' }],
       } };
     }
     export const own = { name: 'own', version: '1', recognise: (head) => (head.startsWith('OWN: ') ? 1 : 0), read };`,
  );

  it('adds importers of the user’s own', async () => {
    const { code, out, said } = await cli(['import', 'f', '--module', own], {
      files: { f: 'OWN: X-1\n' },
    });
    expect([code, said]).toEqual([0, []]);
    expect(JSON.parse(out)).toMatchObject({ type: 'Resolved', incidentId: 'X-1' });
    expect(
      (await cli(['import', 'f', '--module', own, '--as', 'nope'], { files: { f: 'x' } })).said[0],
    ).toMatch(/^--as: expected one of jsonl, cloudevents, csv, .*own, got "nope"$/);
  });

  it.each([
    ['nothing like one', 'export const a = 1;', /: expected an importer, .* got a$/],
    [
      'half of one',
      `export const a = { name: 'a', read() {} };`,
      /: a\.version: expected a string/,
    ],
  ])('is refused with %s', async (name, content, message) => {
    const path = fileOf(`${name.replaceAll(' ', '-')}.mjs`, content);
    const { code, said } = await cli(['import', 'f', '--module', path], { files: { f: 'x' } });
    expect(code).toBe(2);
    expect(said).toContainEqual(expect.stringMatching(message));
  });
});

describe('CloudEvents', () => {
  it('of a ledger, imported into another, are the same events', async () => {
    const ledgers = { a: memoryStore(), b: memoryStore() };
    await cli(['import', 'p', '--ledger', 'a'], { files: { p: page }, ledgers });
    const log = (await cli(['export', '--ledger', 'a'], { ledgers })).out;
    const events = (await cli(['export', '--ledger', 'a', '--as', 'cloudevents'], { ledgers })).out;
    expect(events).not.toBe(log);
    const batch = JSON.stringify(
      events
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    );
    for (const content of [events, batch]) {
      expect((await cli(['import', 'e'], { files: { e: content } })).out).toBe(log);
    }
    const { said, code } = await cli(['import', 'e', '--ledger', 'b'], {
      files: { e: events.replace('"subject":"TSR-1023"', '"subject":"TSR-1"') },
      ledgers,
    });
    expect([code, said]).toEqual([
      2,
      [expect.stringMatching(/^e: line 1: expected a CloudEvent .*; subject: expected "TSR-1023"/)],
    ]);
    expect((await cli(['export', '--ledger', 'a', '--as', 'xml'], { ledgers })).said).toEqual([
      '--as: expected one of jsonl, cloudevents, got "xml"',
    ]);
  });
});

describe('a pipe, which can be read only once', () => {
  const many = rows(2500);
  const argv = ['import', 'p', '--mapping', 'm'];

  it.each([
    ['a page', ['import', 'p'], page],
    ['a page packed by gzip', ['import', 'p'], gzipSync(page)],
    ['rows by a mapping', argv, many],
    ['rows packed by gzip', [...argv, '--as', 'csv'], gzipSync(many)],
    ['a page to show', ['show', 'p', '--json'], page],
    ['a page to replay', ['project', 'p', '--projection', 'durations'], page],
  ])('is read as a file is: %s', async (_, command, content) => {
    const files = { p: content, m: mapping };
    const fromFile = await cli(command, { files });
    expect([fromFile.code, fromFile.out.length > 1000]).toEqual([0, true]);
    expect(await cli(command, { files, pipes: ['p'] })).toEqual(fromFile);
    const named = command.map((word) => (word === 'p' ? '-' : word));
    const input = await cli(named, { files: { ...files, '-': content } });
    expect([input.code, input.out.length > 1000]).toEqual([0, true]);
  });

  it('may be an event log', async () => {
    const log = await importedLog();
    const files = { p: log };
    for (const command of [
      ['import', 'p'],
      ['show', 'p'],
      ['show', 'p', '--incident', 'TSR-1023'],
      ['project', 'p', '--projection', 'durations'],
    ]) {
      const fromFile = await cli(command, { files });
      expect(fromFile.code).toBe(0);
      expect(await cli(command, { files, pipes: ['p'] })).toEqual(fromFile);
    }
  });
});
