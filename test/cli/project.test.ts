import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { formats } from '../../src/cli/formats.ts';
import { instant } from '../../src/primitives/instant.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { cli, page } from './fakeIo.ts';
import type { Given } from './fakeIo.ts';
import { alerted, called, detected, idOf, lineOf, logOf, restored } from './ownLog.ts';

const CALLS = 'test/cli/modules/calls.ts';
const ONE = 'test/cli/modules/one.ts';
const ODD = 'test/cli/modules/odd.ts';

const log = logOf({
  'INC-1': [detected, called(4), restored],
  'INC-2': [detected, alerted],
  'INC-3': [called(2), called(3, 7)],
});
const files = { 'log.jsonl': log };

const ran = async (
  line: string,
  given: Given = { files },
): Promise<{
  readonly code: number;
  readonly lines: readonly unknown[];
  readonly said: readonly string[];
}> => {
  const { code, out, said } = await cli(['project', ...line.split(' ')], given);
  const lines = out.split('\n').filter((text) => text !== '');
  return { code, lines: lines.map((text) => JSON.parse(text) as unknown), said };
};

const document = async (line: string, given: Given = { files }): Promise<unknown> => {
  const { code, out, said } = await cli(['project', ...line.split(' ')], given);
  expect([code, said]).toEqual([0, []]);
  return JSON.parse(out);
};

describe('project', () => {
  it('writes a line for each incident', async () => {
    expect(await ran(`log.jsonl --module ${ONE}`)).toEqual({
      code: 0,
      lines: [
        { incidentId: 'INC-1', incomplete: false, view: 0 },
        { incidentId: 'INC-2', incomplete: false, view: 1 },
        { incidentId: 'INC-3', incomplete: false, view: 0 },
      ],
      said: [],
    });
  });

  it('reads the module’s own events, by the name of the export or of the projection', async () => {
    const at = '2024-06-02T00:00:00.000Z';
    const { lines } = await ran(`log.jsonl --module ${CALLS} --projection calls --at ${at}`);
    expect(lines).toMatchObject([
      { incidentId: 'INC-1', view: { participants: 4, at } },
      { incidentId: 'INC-2', view: { participants: 0 } },
      { incidentId: 'INC-3', view: { participants: 5 } },
    ]);
    expect(
      (await ran(`log.jsonl --module ${CALLS} --projection participants --at ${at}`)).lines,
    ).toEqual(lines);
  });

  it('has the module’s own milestones and durations among the standard ones, under its policy', async () => {
    const { lines } = await ran(`log.jsonl --module ${CALLS} --projection durations`);
    const [first] = lines as readonly { readonly view: readonly Record<string, unknown>[] }[];
    expect(first?.view.find(({ name }) => name === 'detect-to-call')).toMatchObject({
      ms: 300_000,
      definition: { policy: 'acme@2' },
    });
    const named = await ran(`log.jsonl --module ${CALLS} --projection milestones`);
    expect(named.lines[0]).toMatchObject({ view: { called: { moment: expect.anything() } } });
  });

  it('has all three axes, and the present', async () => {
    const participants = async (options: string): Promise<readonly unknown[]> => {
      const { lines } = await ran(`log.jsonl --module ${CALLS} --projection calls ${options}`);
      return lines.map((line) => (line as { view: { participants: number } }).view.participants);
    };
    expect(await participants('--occurred-before 2024-06-01T10:06:00Z')).toEqual([4, 0, 2]);
    expect(await participants('--known-at 2024-06-01T10:04:00Z')).toEqual([0, 0, 0]);
    expect(await participants('--recorded-before 2025-01-01T00:01:00Z')).toEqual([0, 0, 2]);
    const { lines } = await ran(
      `log.jsonl --module ${CALLS} --projection calls --known-at 2024-06-01T10:06:00Z`,
    );
    expect(lines[0]).toMatchObject({ view: { at: '2024-06-01T10:06:00.000Z' } });
  });

  it('writes one document when asked to', async () => {
    const at = '2024-06-02T00:00:00.000Z';
    expect(await document(`log.jsonl --module ${ONE} --json --at ${at} --known-at ${at}`)).toEqual({
      projection: 'alerts@1',
      policy: 'default@1',
      at,
      knownAt: at,
      incidents: [
        { incidentId: 'INC-1', incomplete: false, view: 0 },
        { incidentId: 'INC-2', incomplete: false, view: 1 },
        { incidentId: 'INC-3', incomplete: false, view: 0 },
      ],
    });
    const none = await document(`log.jsonl --module ${ONE} --json --partition 0/1 --at ${at}`);
    expect(none).toMatchObject({ partition: { index: 0, count: 1 } });
  });

  it('writes what a summary says of all', async () => {
    expect(await document(`log.jsonl --module ${CALLS} --projection people`)).toMatchObject({
      summary: 'people@1',
      of: 'participants@1',
      policy: 'acme@2',
      incidents: 3,
      view: 9,
    });
    expect(await document('log.jsonl --projection fleet')).toMatchObject({
      summary: expect.stringMatching(/^fleet@\d+$/),
      view: { durations: expect.anything() },
    });
    expect(await document(`log.jsonl --module ${CALLS} --projection fleet`)).toMatchObject({
      view: {
        durations: expect.arrayContaining([
          expect.objectContaining({ name: 'detect-to-call', n: 1 }),
        ]),
      },
    });
  });

  it('splits the incidents into parts that are all of them', async () => {
    const parts = await Promise.all(
      [0, 1, 2, 3].map((index) => ran(`log.jsonl --module ${ONE} --partition ${index}/4`)),
    );
    const whole = await ran(`log.jsonl --module ${ONE}`);
    const ids = (lines: readonly unknown[]): readonly string[] =>
      lines.map((line) => (line as { incidentId: string }).incidentId).toSorted();
    expect(ids(parts.flatMap(({ lines }) => lines))).toEqual(ids(whole.lines));
  });

  it('reads ledgers, documents, standard input, and several logs as one', async () => {
    const ledgers = {
      'incidents.db': memoryStore({ clock: () => instant('2025-01-01T00:00:00Z') }),
    };
    await cli(['import', 'log.jsonl', '--ledger', 'incidents.db'], { files, ledgers });
    const whole = await ran(`log.jsonl --module ${ONE}`);
    const fromLedger = await ran(`--module ${ONE}`, { ledgers });
    expect(fromLedger.lines).toEqual(whole.lines);
    expect((await ran(`- --module ${ONE}`, { files: { '-': log } })).lines).toEqual(whole.lines);
    for (const path of ['page.txt', '-']) {
      const read = await ran(`${path} --module ${ONE}`, { files: { [path]: page } });
      expect(read.lines).toEqual([{ incidentId: 'TSR-1023', incomplete: false, view: 1 }]);
    }
    const packed = await ran(`log.gz --module ${ONE}`, { files: { 'log.gz': gzipSync(log) } });
    expect(packed.lines).toEqual(whole.lines);
    const [first = '', ...rest] = log.split(/(?<=\n)(?=.*INC-2)/);
    const several = { a: `\uFEFF${first.trimEnd()}`, b: `\uFEFF${rest.join('')}` };
    expect((await ran(`a b --module ${ONE}`, { files: several })).lines).toEqual(whole.lines);
  });
});

describe('a projection that fails', () => {
  it('costs that incident’s view alone, and the exit status', async () => {
    const bad = { 'log.jsonl': logOf({ 'INC-1': [called(-1)], 'INC-2': [called(3)] }) };
    const { code, lines, said } = await ran(`log.jsonl --module ${CALLS} --projection calls`, {
      files: bad,
    });
    const eventId = idOf('INC-1', 0);
    expect([code, ...said]).toEqual([
      2,
      `incident INC-1: projection participants failed at event ${eventId}: fewer than nobody`,
      '1 of 2 incidents have no view, since the projection failed',
    ]);
    expect(lines).toMatchObject([
      { fault: { projection: 'participants', eventId, message: 'fewer than nobody' } },
      { view: { participants: 3 } },
    ]);
    const summary = await cli(
      ['project', 'log.jsonl', '--module', CALLS, '--projection', 'people'],
      { files: bad },
    );
    expect([summary.code, JSON.parse(summary.out)]).toMatchObject([
      2,
      { incidents: 1, faults: 1, faulty: ['INC-1'], view: 3 },
    ]);
  });

  it.each([
    ['failing', 'incident INC-1: projection failing failed: no view today'],
    [
      'noJson',
      'incident INC-1: projection no-json failed: the view: expected plain JSON, got a Map under "byId"',
    ],
    ['failingSummary', 'the view of incident INC-1 could not be taken: cannot add'],
    ['viewless', 'summary viewless failed: no view of many'],
  ])('is told of: %s', async (name, message) => {
    const { code, said } = await ran(`log.jsonl --module ${ODD} --projection ${name}`);
    expect([code, said[0]]).toEqual([2, message]);
  });

  it('is named twenty times, and counted beside', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`INC-${index}`, [detected]]),
    );
    const { said } = await ran(`l --module ${ODD} --projection failing`, {
      files: { l: logOf(many) },
    });
    expect(said).toHaveLength(21);
    expect(said.at(-1)).toBe('30 of 30 incidents have no view, since the projection failed');
  });
});

describe('what project cannot do', () => {
  it.each([
    ['log.jsonl', 'expected --module PATH or --projection NAME, got neither'],
    [
      'log.jsonl --projection mean',
      'expected a projection (incident, timeline, milestones, durations, impact, claims, actions, fleet built in), got "mean"',
    ],
    [
      `log.jsonl --module ${ONE} --projection mean`,
      'expected a projection (alerts of the module; incident, timeline, milestones, durations, impact, claims, actions, fleet built in), got "mean"',
    ],
    [
      `log.jsonl --module ${CALLS}`,
      '--projection: expected one of calls (participants), people, got none',
    ],
    [
      `log.jsonl --module ${ODD} --projection twins`,
      `--module ${ODD}: expected the name of an export, since otherTwin, twin are all twins`,
    ],
    [
      `log.jsonl --module ${ODD} --projection unknownEvents`,
      `--module ${ODD}: unknown-events handles acme.CallOpened, which no vocabulary has; export one as \`vocabulary\`, made by extend(core, …)`,
    ],
    [
      'log.jsonl --module test/cli/modules/unknownMilestone.ts',
      '--module test/cli/modules/unknownMilestone.ts: lost: expected the name of a milestone, got never',
    ],
    [
      'log.jsonl --module test/cli/modules/wrongVocabulary.ts',
      '--module test/cli/modules/wrongVocabulary.ts: vocabulary: expected one made by extend(core, …), got something else',
    ],
    [
      'log.jsonl --module test/cli/modules/wrongPolicy.ts',
      '--module test/cli/modules/wrongPolicy.ts: policy: expected { name, version, rank }, got something else',
    ],
    [
      'log.jsonl --module test/cli/modules/nothingToRun.ts',
      '--module test/cli/modules/nothingToRun.ts: expected an export made by projection(…), summary(…), milestone(…) or duration(…), got none',
    ],
    [`none.jsonl --module ${ONE}`, 'none.jsonl: no such file'],
    [`empty --module ${ONE}`, 'empty: expected text, got an empty file'],
    [`blank --module ${ONE}`, 'blank: expected text, got nothing but white space'],
    [
      `log.jsonl page.txt --module ${ONE}`,
      'expected event logs or documents, got log.jsonl of the one and page.txt of the other; import both into a ledger, and replay that',
    ],
    [`prose --module ${ONE} --as pdf`, `--as: expected one of ${formats.join(', ')}, got "pdf"`],
    ['--projection durations --ledger other.db', 'other.db: no such ledger'],
    [
      `mixed --module ${ONE}`,
      'mixed: line 3: incident A comes again after others; incident-ledger sort groups a log of any size',
    ],
    [
      `log.jsonl again --module ${ONE}`,
      'again: line 1: incident INC-1 comes again after others; incident-ledger sort groups a log of any size',
    ],
    [
      `log.jsonl gap --module ${ONE}`,
      'gap: line 2: revision: expected 1 of incident B before 2, and no line has it',
    ],
  ])('is said: %s', async (line, message) => {
    const given = {
      ...files,
      'page.txt': page,
      empty: '',
      blank: '\n \n',
      prose: 'Dear all',
      again: log,
      mixed: ['A', 'B', 'A'].map((id, at) => lineOf(id, at === 2 ? 1 : 0, detected)).join('\n'),
      gap: [0, 2].map((at) => lineOf('B', at, detected)).join('\n'),
    };
    const { code, said } = await ran(line, { files: given });
    expect([code, ...said]).toEqual([2, message]);
  });

  it.each(['', '\n \n'])('is no fault of a log of an empty ledger: %j', async (none) => {
    const given = { files: { none } };
    const empty = { code: 0, lines: [], said: [] };
    expect(await ran('none --projection durations --as jsonl', given)).toEqual(empty);
    const seen = await document('none --projection fleet --as jsonl', given);
    expect(seen).toMatchObject({ incidents: 0, view: { incidents: 0, durations: [] } });
  });

  it('is to read what is no UTF-8, at whatever line it is', async () => {
    const odd = Buffer.concat([Buffer.from(log), Buffer.from('"caf\u00E9"', 'latin1')]);
    const long = Buffer.concat([Buffer.from('\n'.repeat(200_000)), odd]);
    for (const [content, line] of [
      [odd, 8],
      [long, 200_008],
    ] as const) {
      const { code, said } = await ran(`l --module ${ONE} --as jsonl`, { files: { l: content } });
      expect([code, ...said]).toEqual([
        2,
        expect.stringMatching(
          new RegExp(
            `^l: expected text in UTF-8, got another encoding \\(byte \\d+, line ${line}\\)$`,
          ),
        ),
      ]);
    }
  });

  it('goes on without what cannot be read when asked to, and says so', async () => {
    const odd = { l: log.replace('"type":"AlertRaised"', '"type":"AlarmRaised"') };
    const failed = await ran(`l --module ${ONE}`, { files: odd });
    expect([failed.code, ...failed.said]).toEqual([
      2,
      expect.stringMatching(/^l: line 5: type: expected an event type of the vocabulary/),
    ]);
    const { code, lines, said } = await ran(`l --module ${ONE} --unreadable quarantine`, {
      files: odd,
    });
    expect([code, ...said]).toEqual([0, expect.stringMatching(/^left out: l: line 5: type: /)]);
    expect(lines).toMatchObject([
      { incomplete: false },
      { incidentId: 'INC-2', incomplete: true, view: 0 },
      { incomplete: false },
    ]);
  });

  it('refuses own events that are not what the module’s vocabulary says', async () => {
    const odd = { l: logOf({ 'INC-1': [called('four')] }) };
    const { code, said } = await ran(`l --module ${CALLS} --projection calls`, { files: odd });
    expect([code, ...said]).toEqual([
      2,
      'l: line 1: data.participants: expected number, got "four"',
    ]);
  });

  it('stops when it is told to', async () => {
    const { code, said } = await ran(`log.jsonl --module ${ONE}`, {
      files,
      signal: AbortSignal.abort(),
    });
    expect([code, ...said]).toEqual([3, 'stopped']);
  });
});
