import { describe, expect, it } from '@jest/globals';
import { cli, importedLog, page } from './fakeIo.ts';

const log = await importedLog();
const lines = log.trimEnd().split('\n');
const first = lines[0] ?? '';

/** The log with something replaced in one line, from 1. */
const changed = (line: number, from: RegExp | string, to: string): string =>
  lines.map((text, index) => (index + 1 === line ? text.replace(from, to) : text)).join('\n');

/** What is said about a file when it is shown. */
const saidOf = async (content: string | Uint8Array | Error): Promise<readonly string[]> => {
  const shown = await cli(['show', 'f'], { files: { f: content } });
  expect([shown.code, shown.out]).toEqual([2, '']);
  const imported = await cli(['import', 'f'], { files: { f: content } });
  expect(imported).toEqual(shown);
  return shown.said;
};

const failing = (code: string): Error => Object.assign(new Error(`${code}: cannot`), { code });

describe('a file that cannot be read', () => {
  it.each<[string, string | Uint8Array | Error, string]>([
    ['is not there', failing('ENOENT'), 'f: no such file'],
    ['is a folder', failing('EISDIR'), 'f: expected a file, got a folder'],
    ['is forbidden', failing('EACCES'), 'f: not readable by this user'],
    ['breaks', failing('EIO'), 'f: EIO: cannot'],
    ['is empty', '', 'f: expected text, got an empty file'],
    ['is blank', ' \n\t\n', 'f: expected text, got nothing but white space'],
    ['is binary', 'PK\u0003\u0004\0\0', 'f: expected text, got a binary file'],
    [
      'is UTF-16',
      Buffer.from('\uFEFFcase,at', 'utf16le'),
      'f: expected text in UTF-8, got UTF-16; iconv -f UTF-16 -t UTF-8 makes it that',
    ],
    [
      'is in Latin-1',
      Buffer.from('caf\u00E9', 'latin1'),
      'f: expected text in UTF-8, got another encoding (byte 4, line 1)',
    ],
  ])('says that it %s', async (_, content, message) => {
    expect(await saidOf(content)).toEqual([message]);
  });

  it('is named as standard input where it is', async () => {
    expect((await cli(['show', '-'], { files: { '-': '' } })).said).toEqual([
      'standard input: expected text, got an empty file',
    ]);
  });
});

describe('a file that is something else', () => {
  const neither =
    /^f: expected an event log, one event as JSON a line, or a document of a known format \(status-page, [\w, -]+\), got neither; --as FORMAT names the format, and --mapping FILE says how a CSV file is read$/;

  it.each([
    ['prose', 'Dear all, nothing happened.'],
    ['a JSON array', '[1, 2]'],
    ['50 MB of anything', 'lorem ipsum dolor sit amet\n'.repeat(2_000_000)],
  ])('is refused: %s', async (_, content) => {
    expect(await saidOf(content)).toEqual([expect.stringMatching(neither)]);
  });

  it('is refused as JSON over several lines', async () => {
    expect(await saidOf(JSON.stringify({ things: [{ a: 1 }] }, null, 2))).toEqual([
      expect.stringMatching(neither),
    ]);
  });

  it('is refused as an object that is no event, with every field it lacks', async () => {
    const [message] = await saidOf('{"revision":0}');
    expect(message).toMatch(
      /^f: line 1: eventId: expected EventId \(UUID in lower case\), got nothing; /,
    );
    for (const field of ['incidentId', 'type', 'occurredAt', 'actor', 'source', 'recordedAt']) {
      expect(message).toMatch(new RegExp(`; ${field}: expected [^;]+, got nothing`));
    }
  });

  it('is refused as a document larger than any that people write', async () => {
    expect(await saidOf(page + 'lorem ipsum dolor sit amet\n'.repeat(2_000_000))).toEqual([
      'f: character 4194305: expected the text of a page about one incident; the document is longer than 4194304 characters',
    ]);
  });

  it('is refused as a document that says more than a store takes at once', async () => {
    const long = page.replace('This incident has been', 'x'.repeat(1_100_000));
    expect(await saidOf(long)).toEqual([
      expect.stringMatching(/^f: an append of \d+ bytes is larger than 1048576$/),
    ]);
  });

  it('is refused as a status page without an update', async () => {
    const { code, said } = await cli(['show', 'f', '--as', 'status-page'], { files: { f: 'Hm.' } });
    expect([code, ...said]).toEqual([
      2,
      expect.stringMatching(/^f: document: expected the text of a status page with its updates; /),
    ]);
  });

  it('is only told the first twenty times, and how often beside', async () => {
    const { said } = await cli(['show', 'f', '--as', 'jsonl'], {
      files: { f: 'no\n'.repeat(50) },
    });
    expect(said).toHaveLength(21);
    expect(said[0]).toMatch(/^f: line 1: expected one event as JSON: /);
    expect(said.at(-1)).toBe('f: and 30 more');
  });
});

describe('an event log that is damaged', () => {
  it.each<[string, string, RegExp]>([
    ['half a line', first.slice(0, 300), /^f: line 1: expected one event as JSON: \S/],
    [
      'an unknown type',
      changed(2, /"type":"\w+"/, '"type":"AlarmRaised"'),
      /^f: line 2: type: expected an event type of the vocabulary, .*, got "AlarmRaised"$/,
    ],
    [
      'a newer version',
      changed(3, '"version":1', '"version":9'),
      /^f: line 3: version: expected at most 1 for \w+, got 9; a newer incident-ledger wrote it$/,
    ],
    [
      'a revision twice',
      [...lines, first].join('\n'),
      new RegExp(
        `^f: line ${lines.length + 1}: revision: 0 of incident TSR-1023 is at line 1 already$`,
      ),
    ],
    [
      'a gap',
      lines.toSpliced(3, 1).join('\n'),
      /^f: line 4: revision: expected 3 of incident TSR-1023 before 4, and no line has it$/,
    ],
    [
      'an event id that is none',
      changed(2, /"eventId":"[^"]+"/, '"eventId":"x"'),
      /^f: line 2: eventId: expected EventId \(UUID in lower case\), got "x"$/,
    ],
    [
      'an incident id that is none',
      changed(1, /"incidentId":"[^"]+"/, '"incidentId":"a b"'),
      /^f: line 1: incidentId: expected IncidentId .*, got "a b"$/,
    ],
    [
      'a time that is none',
      changed(2, /"recordedAt":"[^"]+"/, '"recordedAt":"2024-02-30T00:00:00.000Z"'),
      /^f: line 2: recordedAt: expected Instant .*, got "2024-02-30T00:00:00.000Z"$/,
    ],
    [
      'an end before its start',
      changed(
        2,
        /"occurredAt":\{[^}]*\}/,
        '"occurredAt":{"earliest":"2024-12-17T10:00:00.000Z","latest":"2024-12-17T09:00:00.000Z"}',
      ),
      /^f: line 2: occurredAt: expected Moment \(earliest not after latest, .*, got \{"earliest"/,
    ],
    [
      'data that is not of the type',
      changed(2, /"level":"\w+"/, '"level":7'),
      /^f: line 2: data.level: expected .*, got 7$/,
    ],
    ['a number', [first, '7'].join('\n'), /^f: line 2: value: expected event, got 7$/],
  ])('is refused with line and field: %s', async (_, content, message) => {
    expect(await saidOf(content)).toContainEqual(expect.stringMatching(message));
  });

  it('tells of a field that nobody knows by keeping it', async () => {
    const odd = changed(1, '"version":1', '"version":1,"colour":"red"');
    const { code, out } = await cli(['import', 'f'], { files: { f: odd } });
    expect([code, out.trimEnd().split('\n')[0]?.includes('"colour":"red"')]).toEqual([0, true]);
  });

  it('is refused where another log tells otherwise of the incident', async () => {
    const other = lines.map((line) => line.replace(/"eventId":"./, '"eventId":"f')).join('\n');
    const { code, said } = await cli(['show', 'a', 'b'], { files: { a: log, b: `${other}\n` } });
    expect([code, ...said]).toEqual([
      2,
      'b: incident TSR-1023: a has other events of it; give one log of an incident',
    ]);
  });
});

describe('a message', () => {
  it('does not let a name or a text steer the terminal', async () => {
    const { said } = await cli(['show', 'a\u001B[2J.txt'], { files: {} });
    expect(said).toEqual(['a�[2J.txt: no such file']);
  });

  it('tells of a zone that a document names and that does not exist', async () => {
    const odd = page.replace('10h51 CET', '10h51 QQT');
    const { code, said } = await cli(['import', 'p'], { files: { p: odd } });
    expect(code).toBe(0);
    expect(said.join('\n')).toMatch(/^warning: p: .*$/m);
  });
});
