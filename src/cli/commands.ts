import type { Values } from './values.ts';

/** What a command takes, and what its help says. */
export interface CommandHelp {
  /** The words that come before any FILE. */
  readonly words: readonly string[];
  /** Whether it takes files. */
  readonly files: 'some' | 'any' | 'none';
  /** The options it takes. */
  readonly options: readonly (keyof Values)[];
  /** How it is written, without the name of the program. */
  readonly synopsis: readonly string[];
  /** What it does. */
  readonly does: readonly string[];
}

/** The point on each axis of time, and the present. */
const LOOK = ['at', 'known-at', 'recorded-before', 'occurred-before'] as const;

const LOOK_SYNOPSIS = '[--at T] [--known-at T] [--recorded-before T] [--occurred-before T]';

/** The commands there are, in the order in which they are told of. */
export const commands = {
  import: {
    words: [],
    files: 'some',
    options: ['as', 'mapping', 'module', 'zone', 'ledger', 'into', 'dry-run', 'json'],
    synopsis: [
      'import FILE… [--as FORMAT] [--mapping FILE] [--module PATH]',
      '[--zone IANA] [--ledger LEDGER] [--into ID] [--dry-run] [--json]',
    ],
    does: [
      'Reads documents and event logs, plain or packed by gzip. Without --ledger it',
      'writes them to standard output as an event log: JSONL, one event a line. With one',
      'it records what is new there, and says what that was; with --dry-run only what it',
      'would be.',
    ],
  },
  show: {
    words: [],
    files: 'any',
    options: ['as', 'mapping', 'zone', 'ledger', 'incident', 'json', ...LOOK],
    synopsis: [
      'show [FILE… | --ledger LEDGER] [--as FORMAT] [--mapping FILE]',
      '[--zone IANA] [--incident ID] [--json]',
      LOOK_SYNOPSIS,
    ],
    does: [
      'Shows the incidents in event logs and documents, or in a ledger: timeline,',
      'durations, impact, what was claimed against what happened.',
    ],
  },
  list: {
    words: [],
    files: 'none',
    options: ['ledger', 'json', ...LOOK],
    synopsis: ['list [--ledger LEDGER] [--json]', LOOK_SYNOPSIS],
    does: [
      'Lists the incidents of a ledger: those of which something was known, as of the',
      'time looked from.',
    ],
  },
  step: {
    words: ['INCIDENT', 'PROJECTION'],
    files: 'any',
    options: ['as', 'mapping', 'zone', 'ledger', 'module', 'json', ...LOOK],
    synopsis: [
      'step INCIDENT PROJECTION [FILE… | --ledger LEDGER] [--module PATH]',
      '[--as FORMAT] [--mapping FILE] [--zone IANA] [--json]',
      LOOK_SYNOPSIS,
    ],
    does: [
      'Shows how a projection comes to its view of an incident: each event, and what it',
      'changes in the state; with --json the states before and after, whole. Of a summary',
      'it is the projection whose views it takes.',
    ],
  },
  project: {
    words: [],
    files: 'any',
    options: [
      'as',
      'mapping',
      'zone',
      'ledger',
      'module',
      'projection',
      'partition',
      'unreadable',
      'json',
      ...LOOK,
    ],
    synopsis: [
      'project [FILE… | --ledger LEDGER] [--module PATH] [--projection NAME]',
      '[--as FORMAT] [--mapping FILE] [--zone IANA] [--partition I/N]',
      '[--unreadable fail|quarantine] [--json]',
      LOOK_SYNOPSIS,
    ],
    does: [
      'Runs a projection, of a module or built in, over all incidents: one line of JSON for',
      'each; for a summary, one document. Event logs are replayed in flat memory, so they',
      'have to be grouped by incident, as sort writes them.',
    ],
  },
  export: {
    words: [],
    files: 'none',
    options: ['as', 'ledger', 'incident', 'recorded-before'],
    synopsis: ['export [--ledger LEDGER] [--as FORMAT] [--incident ID]', '[--recorded-before T]'],
    does: [
      'Writes a ledger to standard output as an event log, grouped by incident: jsonl, or',
      'cloudevents when asked for.',
    ],
  },
  follow: {
    words: [],
    files: 'none',
    options: ['ledger', 'from', 'json'],
    synopsis: ['follow [--ledger LEDGER] [--from POSITION] [--json]'],
    does: ['Writes the events of a ledger as they are recorded, until it is stopped.'],
  },
  sort: {
    words: [],
    files: 'some',
    options: [],
    synopsis: ['sort FILE…'],
    does: [
      'Writes event logs of any size to standard output, grouped by incident, each by',
      'revision: what a replay in flat memory needs.',
    ],
  },
} as const satisfies Readonly<Record<string, CommandHelp>>;

/** The name of a command. */
export type CommandName = keyof typeof commands;

/** The names of the commands, in that order. */
export const commandNames: readonly string[] = Object.keys(commands);

/** Whether there is a command of that name. */
export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);
