import { describe, expect, it } from '@jest/globals';
import { instant } from '../../src/primitives/instant.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { EventStore } from '../../src/store/port.ts';
import type { Done } from './fakeIo.ts';
import { cli, page } from './fakeIo.ts';
import { alerted, called, detected, idOf, logOf } from './ownLog.ts';

const CALLS = 'test/cli/modules/calls.ts';
const ONE = 'test/cli/modules/one.ts';
const ODD = 'test/cli/modules/odd.ts';

const log = logOf({
  'INC-1': [detected, called(4), { ...called(6, 9), data: { callId: 'c1', participants: 6 } }],
  'INC-2': [detected, alerted],
});
const files = { 'log.jsonl': log, 'page.txt': page };

const stepped = async (line: string): Promise<Done> =>
  cli(['step', ...line.split(' ')], { files, now: '2024-06-02T00:00:00Z' });

/** One step as `--json` shows it. */
interface ShownStep {
  readonly scope: string;
  readonly event: { readonly eventId: string; readonly type: string };
  readonly before: unknown;
  readonly after: unknown;
  readonly fault?: string;
}

const shown = async (
  line: string,
): Promise<{ readonly steps: readonly ShownStep[]; readonly view: unknown }> => {
  const { code, out, said } = await stepped(`${line} --json`);
  expect([code, said.filter((text) => !text.startsWith('warning: '))]).toEqual([0, []]);
  return JSON.parse(out) as { steps: ShownStep[]; view: unknown };
};

describe('step', () => {
  it('shows each event, who says so, and what it changes', async () => {
    const { code, out, said } = await stepped(`INC-1 calls log.jsonl --module ${CALLS}`);
    expect([code, said]).toEqual([0, []]);
    expect(out).toBe(
      [
        'INC-1 · participants@1 · 3 events · times in UTC',
        `  1  2024-06-01 10:00  Detected  responder on-call, by u-17  ${idOf('INC-1', 0)}`,
        '      nothing changes',
        `  2  2024-06-01 10:05  acme.CallOpened  responder on-call, by u-17  ${idOf('INC-1', 1)}`,
        '      ~ participants: 0 → 4',
        '      + byId.c1: 4',
        `  3  2024-06-01 10:09  acme.CallOpened  responder on-call, by u-17  ${idOf('INC-1', 2)}`,
        '      ~ participants: 4 → 10',
        '      ~ byId.c1: 4 → 6',
        'View at 2024-06-02T00:00:00.000Z',
        '{',
        '  "participants": 10,',
        '  "at": "2024-06-02T00:00:00.000Z"',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('shows whole states as JSON, one state leading to the next', async () => {
    const { steps, view } = await shown(`INC-1 calls log.jsonl --module ${CALLS}`);
    expect(
      steps.map(({ scope, event, before, after }) => [scope, event.type, before, after]),
    ).toEqual([
      ['incident', 'Detected', { participants: 0, byId: {} }, { participants: 0, byId: {} }],
      [
        'incident',
        'acme.CallOpened',
        { participants: 0, byId: {} },
        { participants: 4, byId: { c1: 4 } },
      ],
      [
        'incident',
        'acme.CallOpened',
        { participants: 4, byId: { c1: 4 } },
        { participants: 10, byId: { c1: 6 } },
      ],
    ]);
    expect(view).toMatchObject({ participants: 10 });
  });

  it.each(['incident', 'timeline', 'milestones', 'durations', 'impact', 'claims', 'actions'])(
    'goes through %s of a document to the view that it has',
    async (name) => {
      const { steps, view } = await shown(`TSR-1023 ${name} page.txt`);
      for (const [index, { before }] of steps.entries())
        if (index > 0) expect(before).toEqual(steps[index - 1]?.after);
      const { out } = await cli(['project', 'page.txt', '--projection', name], {
        files,
        now: '2024-06-02T00:00:00Z',
      });
      expect(view).toEqual((JSON.parse(out) as { view: unknown }).view);
      expect((await stepped(`TSR-1023 ${name} page.txt --zone Europe/Paris`)).out).toContain(
        '2024-12-17 10:51  ImpactStarted',
      );
    },
  );

  it('has all three axes, and the present', async () => {
    const types = async (options: string): Promise<readonly string[]> => {
      const { steps } = await shown(`INC-1 calls log.jsonl --module ${CALLS} ${options}`);
      return steps.map(({ event }) => event.eventId);
    };
    const [first = '', second = '', third = ''] = [0, 1, 2].map((at) => idOf('INC-1', at));
    expect(await types('--occurred-before 2024-06-01T10:09:00Z')).toEqual([first, second]);
    expect(await types('--known-at 2024-06-01T10:05:00Z')).toEqual([first, second]);
    expect(await types('--recorded-before 2025-01-01T00:01:00Z')).toEqual([first]);
    expect(await types('--recorded-before 2025-01-01T00:03:00Z')).toEqual([first, second, third]);
    const { view } = await shown(
      `INC-1 calls log.jsonl --module ${CALLS} --at 2024-07-01T00:00:00Z`,
    );
    expect(view).toEqual({ participants: 10, at: '2024-07-01T00:00:00.000Z' });
  });

  it('says as what an event was seen where there are several ways', async () => {
    const { out } = await stepped('TSR-1023 impact page.txt');
    const { steps } = await shown('TSR-1023 impact page.txt');
    expect(/ {2}as incident {2}/.test(out)).toBe(new Set(steps.map(({ scope }) => scope)).size > 1);
  });

  it('cuts what is long at the width of the terminal', async () => {
    const { out } = await cli(['step', 'TSR-1023', 'timeline', 'page.txt'], { files, columns: 80 });
    const changes = out.split('\n').filter((text) => /^ {6}[+~-]/.test(text));
    expect(changes.some((text) => text.endsWith('…'))).toBe(true);
    expect(out).toMatch(/… \d+ lines more; --json has all/);
  });

  it('reads of logs only the incident’s lines, whatever the others hold', async () => {
    const odd = { l: log.replace('"type":"AlertRaised"', '"type":"AlarmRaised"') };
    const whole = await stepped('INC-1 durations log.jsonl');
    const now = '2024-06-02T00:00:00Z';
    expect(await cli(['step', 'INC-1', 'durations', 'l'], { files: odd, now })).toEqual(whole);
    const shown1 = await cli(['show', 'l', '--incident', 'INC-1'], { files: odd, now });
    const shown2 = await cli(['show', 'log.jsonl', '--incident', 'INC-1'], { files, now });
    expect(shown1).toEqual(shown2);
    const { code, said } = await cli(['step', 'INC-2', 'durations', 'l'], { files: odd });
    expect([code, ...said]).toEqual([2, expect.stringMatching(/^l: line 5: type: expected/)]);
  });

  it.each([
    ['fleet', '', 'fleet-incident@1'],
    ['people', ` --module ${CALLS}`, 'participants@1'],
  ])('goes through the projection that a summary takes: %s', async (name, module, projection) => {
    const { code, out, said } = await stepped(`INC-1 ${name} log.jsonl${module}`);
    expect([code, said]).toEqual([0, []]);
    expect(out.split('\n')[0]).toContain(`INC-1 · ${projection} · `);
  });

  it('says what was not understood of a document', async () => {
    const { code, said } = await stepped('TSR-1023 durations page.txt');
    expect([code, ...said]).toEqual([
      0,
      'warning: page.txt: update 1: the languages of this update give different times',
    ]);
  });

  it('looks into a ledger', async () => {
    const store: EventStore = memoryStore({ clock: () => instant('2025-01-01T00:00:00Z') });
    const ledgers = { 'incidents.db': store };
    await cli(['import', 'log.jsonl', '--ledger', 'incidents.db'], { files, ledgers });
    const fromLedger = await cli(['step', 'INC-2', 'alerts', '--module', ONE], { ledgers });
    const fromFile = await cli(['step', 'INC-2', 'alerts', 'log.jsonl', '--module', ONE], {
      files,
    });
    expect(fromLedger).toEqual(fromFile);
    expect(fromLedger.out).toContain('~ alerts: 0 → 1');
  });
});

describe('what step cannot do', () => {
  it('is to get past a handler that throws: it names the event, and goes on', async () => {
    const odd = { l: logOf({ 'INC-1': [called(-1), called(2, 7)] }) };
    const { code, out, said } = await cli(['step', 'INC-1', 'calls', 'l', '--module', CALLS], {
      files: odd,
    });
    expect([code, ...said]).toEqual([
      2,
      `incident INC-1: projection participants failed at event ${idOf('INC-1', 0)}: fewer than nobody`,
    ]);
    expect(out).toContain('! failed: fewer than nobody');
    expect(out).toContain('~ participants: 0 → 2');
  });

  it.each([
    ['INC-9 durations log.jsonl', 'expected an incident (INC-1, INC-2), got "INC-9"'],
    [
      'INC-1 log.jsonl',
      'expected a projection (incident, timeline, milestones, durations, impact, claims, actions, fleet built in), got "log.jsonl"',
    ],
    ['INC-1 durations none.jsonl', 'none.jsonl: no such file'],
    ['INC-1 durations --ledger other.db', 'other.db: no such ledger'],
    ['INC-1 x --module none.mjs', '--module none.mjs: no such file'],
    [
      `INC-1 noJson log.jsonl --module ${ODD} --json`,
      'incident INC-1: projection no-json failed: the view: expected plain JSON, got a Map under "byId"',
    ],
  ])('is said: %s', async (line, message) => {
    const { code, said } = await stepped(line);
    expect([code, ...said]).toEqual([2, message]);
  });

  it('is to show a view that is no JSON: it shows the steps, and says so', async () => {
    const { code, out, said } = await stepped(`INC-1 noJson log.jsonl --module ${ODD}`);
    const message =
      'projection no-json failed: the view: expected plain JSON, got a Map under "byId"';
    expect([code, ...said]).toEqual([2, `incident INC-1: ${message}`]);
    expect(out).toContain('Detected');
    expect(out).not.toContain('View at');
  });

  it.each(['', ' --json'])(
    'is to step through a projection that cannot even begin%s',
    async (json) => {
      const { code, said } = await stepped(`INC-1 noBeginning log.jsonl --module ${ODD}${json}`);
      expect([code, ...said]).toEqual([
        2,
        'incident INC-1: projection no-beginning failed: no beginning',
      ]);
    },
  );

  it.each([
    ['names no incident', '{"eventId":"x","type":"Detected"}'],
    ['writes its incident another way', log.split('\n')[2]?.replace('INC-1', 'INC\\u002d1') ?? ''],
  ])('is to pass over a line that %s, since it may be of the incident', async (_, line) => {
    const odd = { l: `${log.split('\n').slice(0, 2).join('\n')}\n${line}\n` };
    const { code, out, said } = await cli(['step', 'INC-1', 'durations', 'l'], { files: odd });
    expect(code === 0 ? out.split('\n')[0] : said[0]).toMatch(
      /^(INC-1 · durations@1 · 3 events|l: line 3: eventId: expected)/,
    );
  });

  it('is to pass over a damaged line that may be of the incident', async () => {
    const half = { l: `${log}${log.slice(0, 200)}` };
    const { code, said } = await cli(['step', 'INC-1', 'durations', 'l'], { files: half });
    expect([code, ...said]).toEqual([
      2,
      expect.stringMatching(/^l: line 6: expected one event as JSON: /),
    ]);
  });

  it('is to read own events that are not what the module’s vocabulary says', async () => {
    const odd = { l: logOf({ 'INC-1': [called('four')] }) };
    const { code, said } = await cli(['step', 'INC-1', 'calls', 'l', '--module', CALLS], {
      files: odd,
    });
    expect([code, ...said]).toEqual([
      2,
      'incident INC-1, revision 0: data.participants: expected number, got "four"',
    ]);
  });
});
