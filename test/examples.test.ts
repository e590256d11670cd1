import { execFile } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { projectionLaws } from '../src/testing/laws/projectionLaws.ts';
import { cli } from './cli/fakeIo.ts';
import { lineOf } from './cli/ownLog.ts';
import { fromSource, root } from './fromSource.ts';

const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  jest.spyOn(console, 'log').mockImplementation((...values: readonly unknown[]) => {
    printed.push(values.map((value) => JSON.stringify(value)).join(' '));
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe('examples', () => {
  it('quickstart: from nothing to the first duration, a refusal, a second source', async () => {
    await import('../examples/quickstart.ts');
    expect(printed).toEqual([
      '660000',
      '"there is nothing to end: no event tells of an incident yet"',
      '0',
      '"responder" ["monitor"]',
    ]);
  });

  it('customProjection: own events, projection, milestone and duration', async () => {
    await import('../examples/customProjection.ts');
    expect(printed).toEqual(['["four-eyes"]', '4', '300000']);
  });

  it('savedProjection: live views, a new version beside the old, what differs, the switch', async () => {
    await import('../examples/savedProjection.ts');
    expect(printed).toEqual([
      '"INC-2"',
      '{"_tag":"Right","right":["four-eyes","runbook"]}',
      '"0000000000000004" false',
      '"INC-1" "1" "runbook"  "ActionDropped"',
      '1 1',
      '1',
      '2',
      '{"_tag":"Right","right":["four-eyes"]}',
    ]);
  });

  it('fleet: quantiles, what was left out, availability, and parts put together', async () => {
    await import('../examples/fleet.ts');
    expect(printed).toEqual([
      '40 39 {"running":1}',
      '{"value":1200000,"low":840000,"high":1560000,"fewest":6}',
      '{"value":2226000,"low":null,"high":null,"fewest":59}',
      '0.9888888888888889 11.111111111111102',
      '14',
    ]);
  });

  it('testedProjection: laws, scenarios, a rule, a property, the contract of a store', async () => {
    await import('../examples/testedProjection.ts');
    expect(printed).toEqual([
      '8',
      expect.stringMatching(
        /^"last-action, version 1, breaks the law .* recorded the other way round, its view differs: /,
      ),
      '14 true',
      '1',
    ]);
  });

  it('auditReplay: a page and its post mortem, now and as of 10:13', async () => {
    await import('../examples/auditReplay.ts');
    expect(printed).toEqual([
      '"update 1: the languages of this update give different times"',
      '"TSR-1023" "resolved" 660000 13',
      '"TSR-1023" "open" 660000 2',
      '"postmortem" 0 0 1',
      '"ticket" 0 0 1',
      '"status-page" 1260000 -300000 0',
    ]);
  });

  it('threeTimes: along each axis, in moments, claims and corrections', async () => {
    await import('../examples/threeTimes.ts');
    expect(printed).toEqual([
      '["09:30 ChangeMade","09:51 ImpactStarted","09:53 AlertRaised"]',
      '["09:51 ImpactStarted","10:02 ImpactEnded","10:12 StatusPublished"]',
      '["09:51 ImpactStarted"]',
      '[]',
      '"postmortem" "09:57"',
      '660000 600001 719999',
      '"status-page"  "10:14"',
      '1',
      '"revision" "10:05" "10:02"',
      '"transcription" "10:02" "10:02"',
    ]);
  });

  it('parallelReplay: parts in threads, put together, are the whole', async () => {
    const stdout = await new Promise<string>((settle, fail) => {
      const argv = [...fromSource, 'examples/parallelReplay.ts'];
      execFile(process.execPath, argv, { cwd: root }, (error, text) => {
        if (error) fail(new Error(error.message));
        else settle(text);
      });
    });
    expect(stdout).toBe('200 200 1471000\ntrue\ntrue\n');
  });
});

describe('the projections that pages show', () => {
  it('keep the laws', async () => {
    const { calls, openActions, vocabulary: own } = await import('../examples/customProjection.ts');
    const saved = await import('../examples/savedProjection.ts');
    const { attendance, vocabulary } = await import('../examples/guide/attendance.ts');
    const ofCore = [openActions, saved.openActions, saved.openActions2];
    const cases = [
      ...ofCore.flatMap((each) => projectionLaws(each, null, { runs: 15 })),
      ...projectionLaws(calls, null, { vocabulary: own, runs: 15 }),
      ...projectionLaws(attendance, null, { vocabulary, runs: 15 }),
    ];
    for (const { run } of cases) await run();
    expect(cases).toHaveLength(40);
  });
});

describe('the guide to writing a projection', () => {
  it.each<[string, readonly string[]]>([
    ['step1', ['["ann","cyd"]']],
    ['step2', ['"ann" 1500000 false', '"cyd" 2340000 true']],
    [
      'step3',
      [
        '["ann"]',
        '"ImpactStarted" 0 0',
        '"acme.Paged" 0 0',
        '"acme.Paged" 0 0',
        '"ResponderJoined" 0 1',
        '"ResponderJoined" 1 2',
        '"ResponderLeft" 2 2',
      ],
    ],
    ['step4', ['["bob","dee"]', '"recorded" 120000']],
    ['step5', ['"INC-1" 2', '[{"who":"ann","incidents":1},{"who":"cyd","incidents":1}]']],
    ['step6', ['["ann","cyd"]', '["ann","bob","cyd"]']],
  ])('%s says what its page says', async (step, lines) => {
    await import(`../examples/guide/${step}.ts`);
    expect(printed).toEqual(lines);
  });

  it('has a log for the command line', async () => {
    await import('../examples/guide/log.ts');
    const log = printed.map((line) => JSON.parse(line) as string).join('\n');
    const { code, out, said } = await cli(
      ['step', 'INC-1', 'attendance', 'log', '--module', 'examples/guide/attendance.ts'],
      { files: { log } },
    );
    expect([code, said]).toEqual([0, []]);
    expect(out).toMatch(/ResponderLeft.*\n {6}~ stays\.0\.to: null → \{"earliest"/);
  });

  it('step7 proves the projection, and finds out one that reads a clock', async () => {
    await import('../examples/guide/step7.ts');
    const [scenario, ...laws] = printed;
    expect(scenario).toBe('[[1500000,false],[600000,true]]');
    expect(laws.filter((line) => !line.startsWith('"broken: ')).length).toBeGreaterThan(6);
    expect(laws.at(-1)).toMatch(/^"broken: depends on its events alone/);
  });

  it('ends with a module that the command line runs', async () => {
    const log = [
      lineOf('INC-1', 0, { type: 'acme.Paged', data: { who: 'ann' }, minute: 0 }),
      lineOf('INC-1', 1, {
        type: 'ResponderJoined',
        data: { responder: { id: 'ann' } },
        minute: 2,
      }),
    ].join('\n');
    const run = async (...argv: readonly string[]): Promise<unknown> => {
      const module = ['--module', 'examples/guide/attendance.ts'];
      const { code, out, said } = await cli([...argv, ...module], { files: { log } });
      expect([code, said]).toEqual([0, []]);
      return JSON.parse(out);
    };
    expect(
      await run('project', 'log', '--projection', 'attendance', '--at', '2024-06-01T10:10:00Z'),
    ).toMatchObject({ view: { stays: [{ who: 'ann', ms: 480_000 }], neverCame: [] } });
    expect(await run('project', 'log', '--projection', 'busiest')).toMatchObject({
      view: [{ who: 'ann', incidents: 1 }],
    });
    expect(await run('project', 'log', '--projection', 'durations')).toMatchObject({
      view: expect.arrayContaining([
        expect.objectContaining({ name: 'page-to-join', ms: 120_000 }),
      ]),
    });
    expect(await run('step', 'INC-1', 'attendance', 'log', '--json')).toMatchObject({
      steps: [{ after: { paged: ['ann'] } }, { after: { stays: [{ who: 'ann' }] } }],
    });
  });
});
