import type { CommandHelp, CommandName } from './commands.ts';
import { commandNames, commands } from './commands.ts';
import { builtInNames } from './builtInNames.ts';
import { formats } from './formats.ts';
import type { Values } from './values.ts';

const COLUMN = ' '.repeat(23);

/** Names in lines of their own, so that however many there are fit a terminal. */
const namesIn = (names: readonly string[]): readonly string[] => {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && `${COLUMN}${last}, ${name},`.length < 86) {
      lines[lines.length - 1] = `${last}, ${name}`;
    } else lines.push(name);
  }
  return lines.map((line, index) => `${COLUMN}${line}${index < lines.length - 1 ? ',' : ''}`);
};

/** What each option is, as it is written and what it does; the empty ones are told of elsewhere. */
const OPTIONS: Readonly<Record<keyof Values, readonly string[]>> = {
  help: [],
  version: [],
  ledger: [],
  as: [
    '--as FORMAT            read every FILE as FORMAT instead of recognising it:',
    ...namesIn(formats),
  ],
  mapping: ['--mapping FILE         how the rows of CSV files are read, as JSON; also --as csv'],
  into: ['--into ID              record in this incident what documents say of theirs'],
  'dry-run': ['--dry-run              write nothing; say what would be recorded'],
  zone: [
    '--zone IANA            show times in this zone, and read times that state no zone',
    '                       in it; UTC when not given',
  ],
  incident: ['--incident ID          only this incident'],
  module: [
    '--module PATH          an ES module that exports projections or a summary and, for',
    '                       your own, vocabulary, policy, milestones and durations;',
    '                       for import, importers and, for your own, vocabulary',
  ],
  projection: ['--projection NAME      which of its projections, or a built-in one'],
  partition: ['--partition I/N        only part I, from 0, of N parts that hold all incidents'],
  unreadable: [
    '--unreadable HOW       what to do with what cannot be read: fail, which is the',
    '                       default; or quarantine: name it, and go on without it',
  ],
  json: ['--json                 JSON instead of text: one document'],
  from: ['--from POSITION        go on after this position'],
  at: [
    '--at T                 the present, for what still runs; when not given, the time',
    '                       looked from, else now',
  ],
  'known-at': ['--known-at T           only what someone had stated by T'],
  'recorded-before': ['--recorded-before T    only what the ledger held before T'],
  'occurred-before': ['--occurred-before T    only what had happened before T'],
};

const NOTES: readonly {
  readonly isFor: (help: CommandHelp) => boolean;
  readonly lines: readonly string[];
}[] = [
  {
    isFor: ({ files }) => files !== 'none',
    lines: ['FILE is an event log or a document; - is standard input.'],
  },
  {
    isFor: ({ options }) => options.includes('as') && !options.includes('partition'),
    lines: ['A document adds to what a log has of its incident, whatever the order of the files.'],
  },
  {
    isFor: ({ options }) => options.includes('ledger'),
    lines: [
      'LEDGER is a SQLite file, or a cluster as esdb://HOST:PORT?tls=false;',
      'incidents.db in the working directory when not given.',
    ],
  },
  {
    isFor: ({ options, words }) => options.includes('projection') || words.includes('PROJECTION'),
    lines: ['Built-in projections:', `  ${builtInNames.join(', ')}`],
  },
  {
    isFor: ({ options }) => options.includes('recorded-before'),
    lines: ['T is an ISO 8601 time with an offset, such as 2024-12-17T10:13:00Z.'],
  },
];

const EXIT = [
  'Exit status',
  '  0 done   1 found what it was asked to look for   2 bad usage or input   3 store failure',
];

const indented = (lines: readonly string[], by: number): readonly string[] =>
  lines.map((line) => `${' '.repeat(by)}${line}`);

const sectionOf = ({ synopsis: [first = '', ...more], does }: CommandHelp): readonly string[] => [
  `  incident-ledger ${first}`,
  ...indented(more, 18),
  ...indented(does, 6),
];

/** The options and notes that concern one of the commands. */
const detailsOf = (helps: readonly CommandHelp[]): readonly string[] => {
  const options = Object.entries(OPTIONS)
    .filter(([name]) => helps.some((help) => help.options.some((taken) => taken === name)))
    .flatMap(([, lines]) => lines);
  const notes = NOTES.filter(({ isFor }) => helps.some(isFor)).flatMap(({ lines }) => lines);
  return [
    ...(options.length > 0 ? ['Options', ...indented(options, 2), ''] : []),
    ...(notes.length > 0 ? [...notes, ''] : []),
    ...EXIT,
    '',
  ];
};

/** What `--help` prints: of one command, or of all. */
export const usage = (command: CommandName | null = null): string => {
  if (command !== null) {
    return ['Usage', ...sectionOf(commands[command]), '', ...detailsOf([commands[command]])].join(
      '\n',
    );
  }
  const all = Object.values<CommandHelp>(commands);
  return [
    'incident-ledger: what happened in an incident, who says so, and when they said it',
    '',
    'Usage',
    ...all.flatMap(sectionOf),
    `  incident-ledger [${commandNames.join(' | ')}] --help`,
    '  incident-ledger --version',
    '',
    ...detailsOf(all),
  ].join('\n');
};
