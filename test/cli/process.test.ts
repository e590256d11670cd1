import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { fromSource, root } from '../fromSource.ts';
import { importedLog, page } from './fakeIo.ts';

const folder = mkdtempSync(join(tmpdir(), 'incident-ledger-'));
const pagePath = join(folder, 'page.txt');
writeFileSync(pagePath, page);
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

interface Started {
  /** Text for standard input. */
  readonly input?: string;
  /** Whether to stop reading after the first piece, as `head` does. */
  readonly stopsReading?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** A signal to send when it has read nearly all of the input, of which the end is then never told. */
  readonly signal?: NodeJS.Signals;
}

/** Runs the command line in a process of its own. */
const runs = async (
  argv: readonly string[],
  { input = '', stopsReading = false, env = {}, signal }: Started = {},
): Promise<Ended> => {
  const child = spawn(process.execPath, [...fromSource, 'src/cli/main.ts', ...argv], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  const [out, said]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out.push(text);
    if (stopsReading) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.push(text);
  });
  // A process that refuses its arguments does not read.
  child.stdin.on('error', () => {});
  if (signal === undefined) child.stdin.end(input);
  else {
    child.stdin.write(input, () => {
      child.kill(signal);
    });
  }
  const code = await new Promise<number | null>((settle, fail) => {
    child.on('error', fail).on('close', settle);
  });
  return { code, out: out.join(''), said: said.join('') };
};

describe('the command line as a process', () => {
  it('reads standard input', async () => {
    const { code, out, said } = await runs(['show', '-', '--json'], { input: page });
    expect([code, said]).toEqual([0, '']);
    const { incidents } = JSON.parse(out) as { incidents: { incidentId: string }[] };
    expect(incidents.map(({ incidentId }) => incidentId)).toEqual(['TSR-1023']);
  });

  it('writes a log that it reads from standard input', async () => {
    const { code, out, said } = await runs(['import', pagePath]);
    expect([code, said]).toEqual([
      0,
      `incident-ledger: warning: ${pagePath}: update 1: the languages of this update give different times\n`,
    ]);
    const again = await runs(['import', '-'], { input: out });
    expect(again).toEqual({ code: 0, out, said: '' });
  });

  it('ends well when nobody reads on', async () => {
    const many = Array.from({ length: 12 }, (_, index) => {
      const path = join(folder, `page-${index}.txt`);
      writeFileSync(path, page.replaceAll('TSR-1023', `TSR-${2000 + index}`));
      return path;
    });
    const { code, said } = await runs(['show', '--json', ...many], { stopsReading: true });
    expect([code, said]).toEqual([0, '']);
  }, 60_000);

  it('says what is wrong behind its name, with its exit status', async () => {
    const [missing, folderRead, usage] = await Promise.all([
      runs(['show', join(folder, 'none.txt')]),
      runs(['show', folder]),
      runs(['frob']),
    ]);
    expect(missing).toEqual({
      code: 2,
      out: '',
      said: `incident-ledger: ${join(folder, 'none.txt')}: no such file\n`,
    });
    expect(folderRead.said).toBe(`incident-ledger: ${folder}: expected a file, got a folder\n`);
    expect([folderRead.code, usage.code]).toEqual([2, 2]);
  });

  it('stops when it is told to, though standard input does not end', async () => {
    // More than fits between the two processes: what is written was read.
    const input = `${await importedLog()}{"eventId":"${'0'.repeat(1 << 20)}`;
    const commands = [
      ['project', '-', '--projection', 'durations'],
      ['import', '-'],
      ['sort', '-'],
      ['step', 'TSR-1023', 'durations', '-'],
    ];
    const ended = await Promise.all(
      commands.map(async (argv) => runs(argv, { input, signal: 'SIGINT' })),
    );
    expect(ended.map(({ code, said }) => [code, said])).toEqual(
      commands.map(() => [3, 'incident-ledger: stopped\n']),
    );
  }, 60_000);

  it('does not colour what goes to no terminal', async () => {
    const { out } = await runs(['show', pagePath], { env: { FORCE_COLOR: '1', NO_COLOR: '' } });
    expect(out).toContain('TSR-1023\n');
    expect(out).not.toContain('\u001B');
  });
});
