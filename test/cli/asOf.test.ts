import { describe, expect, it } from '@jest/globals';
import { instant, instantOfMs } from '../../src/primitives/instant.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { EventStore } from '../../src/store/port.ts';
import { cli } from './fakeIo.ts';
import { alerted, detected, logOf, resolved } from './ownLog.ts';

const log = logOf({
  'INC-1': [detected, alerted, resolved],
  'INC-2': [{ ...detected, minute: 30 }],
});
const files = { 'log.jsonl': log };

const filled = async (): Promise<Readonly<Record<string, EventStore>>> => {
  const ledgers = { 'incidents.db': memoryStore({ clock: () => instant('2025-02-01T00:00:00Z') }) };
  await cli(['import', 'log.jsonl', '--ledger', 'incidents.db'], { files, ledgers });
  return ledgers;
};

describe('list, as of', () => {
  const listed = async (options: string): Promise<unknown> => {
    const argv = ['list', '--json', ...options.split(' ').filter((word) => word !== '')];
    const { code, out } = await cli(argv, { ledgers: await filled() });
    expect(code).toBe(0);
    const { incidents } = JSON.parse(out) as {
      incidents: readonly { incidentId: string; status: string }[];
    };
    return incidents.map(({ incidentId, status }) => `${incidentId} ${status}`);
  };

  it.each([
    ['', ['INC-1 resolved', 'INC-2 open']],
    ['--known-at 2024-06-01T10:01:00Z', ['INC-1 open']],
    ['--occurred-before 2024-06-01T10:20:00Z', ['INC-1 open']],
    ['--recorded-before 2025-01-01T00:02:00Z', ['INC-1 open', 'INC-2 open']],
    ['--recorded-before 2025-01-01T00:00:00Z', []],
    ['--at 2024-06-01T10:00:00Z', ['INC-1 resolved', 'INC-2 open']],
  ])('%s', async (options, incidents) => {
    expect(await listed(options)).toEqual(incidents);
  });
});

describe('export, as of', () => {
  it('has what the ledger held before that, and can be taken in', async () => {
    const ledgers = await filled();
    const argv = ['export', '--recorded-before', '2025-01-01T00:01:00Z'];
    const { code, out } = await cli(argv, { ledgers });
    expect(code).toBe(0);
    const lines = log.split(/(?<=\n)/);
    expect(out).toBe(`${lines[0] ?? ''}${lines[3] ?? ''}`);
    const shown = await cli(['project', 'l', '--projection', 'incident'], { files: { l: out } });
    const past = await cli(
      ['project', '--projection', 'incident', '--recorded-before', '2025-01-01T00:01:00Z'],
      { ledgers },
    );
    expect(shown.out.length).toBeGreaterThan(0);
    expect(past.out).toBe(shown.out);
  });

  it('of an incident that is there, but was not then, is empty', async () => {
    const ledgers = await filled();
    const before = ['--recorded-before', '2025-01-01T00:00:00Z'];
    expect(await cli(['export', '--incident', 'INC-1', ...before], { ledgers })).toEqual({
      code: 0,
      out: '',
      said: [],
    });
  });

  it('refuses to leave a gap where a clock went back', async () => {
    let now = Date.parse('2025-01-02T00:00:00Z');
    const store = memoryStore({ clock: () => instantOfMs((now -= 60_000)) });
    const ledgers = { 'incidents.db': store };
    const [first = '', second = ''] = log.split('\n');
    const swapped = [
      first.replace('2025-01-01T00:00', '2025-01-01T00:05'),
      second.replace('2025-01-01T00:01', '2025-01-01T00:02'),
    ].join('\n');
    await cli(['import', 'l', '--ledger', 'incidents.db'], { files: { l: swapped }, ledgers });
    const { code, said } = await cli(['export', '--recorded-before', '2025-01-01T00:03:00Z'], {
      ledgers,
    });
    expect([code, ...said]).toEqual([
      3,
      'incidents.db: incident INC-1: revision 1 was recorded before 2025-01-01T00:03:00.000Z, and 0, which comes before it, was not: a clock went back, and the log would have a gap',
    ]);
  });
});
