import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { CommandHelp } from '../../src/cli/commands.ts';
import { commandNames, commands } from '../../src/cli/commands.ts';
import { formats } from '../../src/cli/formats.ts';
import { importers } from '../../src/cli/importers.ts';
import { usage } from '../../src/cli/usage.ts';
import { cli, page } from './fakeIo.ts';

const files = { 'page.txt': page };
const help = "; see 'incident-ledger --help'";
const helpOf = (command: string): string => `; see 'incident-ledger ${command} --help'`;
const COMMANDS = 'import, show, list, step, project, export, follow, sort';

describe('bad usage', () => {
  it.each<[string, string]>([
    ['', `expected a command (${COMMANDS}), got none${help}`],
    ['frob', `expected a command (${COMMANDS}), got "frob"${help}`],
    ['import', `import: expected a FILE, got none${helpOf('import')}`],
    ['show --json', 'incidents.db: no such ledger'],
    ['import page.txt --json --at x', `import does not take --at${helpOf('import')}`],
    ['show page.txt --colour', `unknown option '--colour'${help}`],
    ['show page.txt -x', `unknown option '-x'${help}`],
    ['show page.txt --json=yes', `option '--json' does not take an argument${help}`],
    ['show page.txt --at', `option '--at <value>' argument missing${help}`],
    ['show page.txt --at --json', `option '--at' argument is ambiguous${help}`],
    ['show page.txt --zone UTC --zone UTC', '--zone: expected once, got it twice'],
    ['show page.txt --as pdf', `--as: expected one of ${formats.join(', ')}, got "pdf"`],
    ['import page.txt --as pdf', `--as: expected one of ${formats.join(', ')}, got "pdf"`],
    [
      'show page.txt --zone Europe/Atlantis',
      '--zone: expected an IANA time zone such as Europe/Paris, got "Europe/Atlantis"',
    ],
    [
      'import page.txt --zone Europe/Atlantis',
      '--zone: expected an IANA time zone such as Europe/Paris, got "Europe/Atlantis"',
    ],
    [
      'show page.txt --at 2024-12-17T10:00:00',
      '--at: expected an ISO 8601 time with Z or an offset, got "2024-12-17T10:00:00"',
    ],
    [
      'show page.txt --known-at yesterday',
      '--known-at: expected an ISO 8601 time with Z or an offset, got "yesterday"',
    ],
    ['step', `step: expected INCIDENT PROJECTION, got no INCIDENT${helpOf('step')}`],
    ['step X', `step: expected INCIDENT PROJECTION, got no PROJECTION${helpOf('step')}`],
    ['export --known-at x', `export does not take --known-at${helpOf('export')}`],
    ['list page.txt', `list takes no FILE, got page.txt${helpOf('list')}`],
    [
      'project page.txt --ledger x.db',
      `project: expected FILEs or --ledger, got both${helpOf('project')}`,
    ],
    [
      'project page.txt --partition 4/4',
      '--partition: expected I/N, part I of N, from 0/4 to 3/4 for four, got "4/4"',
    ],
    ['project page.txt --unreadable skip', '--unreadable: expected fail or quarantine, got "skip"'],
    ['show page.txt --incident X', '--incident: expected one of TSR-1023, got "X"'],
  ])('is told: %s', async (line, message) => {
    const argv = line.split(' ').filter((word) => word !== '');
    expect(await cli(argv, { files })).toEqual({ code: 2, out: '', said: [message] });
  });

  it('is told all at once', async () => {
    const argv = ['show', 'page.txt', '--at', 'a', '--occurred-before', 'b', '--zone', 'c'];
    const { code, said } = await cli(argv, { files });
    expect([code, ...said.map((line) => line.split(':')[0])]).toEqual([
      2,
      '--at',
      '--occurred-before',
      '--zone',
    ]);
  });
});

describe('help', () => {
  it.each([['--help'], ['-h'], ['frob', '--help']])('is printed for %s', async (...argv) => {
    expect(await cli(argv)).toEqual({ code: 0, out: usage(), said: [] });
  });

  it.each(commandNames)('is printed for %s alone, with its own options', async (command) => {
    const { code, out } = await cli([command, '--help']);
    expect([code, out.split('\n').slice(0, 2).join('\n')]).toEqual([
      0,
      expect.stringContaining(`Usage\n  incident-ledger ${command}`),
    ]);
    expect(out.includes('--known-at')).toBe(/^(?:show|list|step|project)$/.test(command));
  });

  it('fits a terminal and names every option', () => {
    expect(
      usage()
        .split('\n')
        .filter((line) => line.length > 90),
    ).toEqual([]);
    for (const option of Object.values<CommandHelp>(commands).flatMap(({ options }) => options))
      expect(usage()).toContain(`--${option}`);
  });

  it('names the importers there are, in their order', () => {
    expect(formats).toEqual(['jsonl', 'cloudevents', 'csv', ...importers.map(({ name }) => name)]);
  });

  it('has the version of the package', async () => {
    const manifest = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as { version: string };
    expect(await cli(['--version'])).toEqual({ code: 0, out: `${manifest.version}\n`, said: [] });
  });
});

describe('what nobody foresaw', () => {
  it('is a failure of the store, with its message', async () => {
    const { run } = await import('../../src/cli/run.ts');
    const said: string[] = [];
    const code = await run(['--help'], {
      read: async () => new Uint8Array(),
      isOnce: () => false,
      pieces: () => {
        throw new Error('unused');
      },
      out: async () => {
        throw new Error('the pipe is gone');
      },
      say: (line) => {
        said.push(line);
      },
      now: () => {
        throw new Error('unused');
      },
      open: async () => {
        throw new Error('unused');
      },
      progress: () => {},
      signal: new AbortController().signal,
      columns: null,
      colour: false,
    });
    expect([code, ...said]).toEqual([3, 'the pipe is gone']);
  });
});
