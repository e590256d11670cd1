import * as E from 'fp-ts/lib/Either.js';
import type { Instant } from '../index.ts';
import { parseInstant } from '../index.ts';
import { isZone } from '../report/public.ts';
import type { Failure } from './failure.ts';
import { badInput } from './failure.ts';
import type { Reading, Request, ShowRequest } from './request.ts';
import { DEFAULT_LEDGER } from './request.ts';
import type { Values } from './values.ts';
import { SEE_HELP, valuesOf } from './values.ts';

/** What a command takes. */
interface Takes {
  readonly options: readonly (keyof Values)[];
  readonly files: 'some' | 'any' | 'none';
}

const LOOK = ['incident', 'at', 'known-at', 'recorded-before', 'occurred-before'] as const;

const TAKES = {
  import: { options: ['as', 'zone', 'ledger', 'json'], files: 'some' },
  show: { options: ['as', 'zone', 'ledger', 'json', ...LOOK], files: 'any' },
  list: { options: ['ledger', 'json'], files: 'none' },
  export: { options: ['ledger', 'incident'], files: 'none' },
  follow: { options: ['ledger', 'from', 'json'], files: 'none' },
  sort: { options: [], files: 'some' },
} as const satisfies Readonly<Record<string, Takes>>;

type Command = keyof typeof TAKES;

const COMMANDS = Object.keys(TAKES).join(', ');

const isCommand = (name: string): name is Command => Object.hasOwn(TAKES, name);

const TIMES = ['at', 'known-at', 'recorded-before', 'occurred-before'] as const;

type Times = Readonly<Record<(typeof TIMES)[number], Instant | null>>;

const timesOf = (values: Values): E.Either<readonly string[], Times> => {
  const faults: string[] = [];
  const times: Record<(typeof TIMES)[number], Instant | null> = {
    at: null,
    'known-at': null,
    'recorded-before': null,
    'occurred-before': null,
  };
  for (const name of TIMES) {
    const text = values[name];
    if (text === undefined) continue;
    const parsed = parseInstant(text);
    if (E.isRight(parsed)) times[name] = parsed.right;
    else faults.push(`--${name}: expected ${parsed.left.expected}, got ${parsed.left.actual}`);
  }
  return faults.length > 0 ? E.left(faults) : E.right(times);
};

const badZone = ({ zone }: Values): readonly string[] =>
  zone === undefined || isZone(zone)
    ? []
    : [`--zone: expected an IANA time zone such as Europe/Paris, got ${JSON.stringify(zone)}`];

const showRequest = (
  reading: Reading,
  values: Values,
  times: Times,
): E.Either<Failure, ShowRequest> => {
  if (reading.files.length > 0 && values.ledger !== undefined) {
    return E.left(badInput(`show: expected FILEs or --ledger, got both; ${SEE_HELP}`));
  }
  const knownAt = times['known-at'];
  const recordedBefore = times['recorded-before'];
  const occurredBefore = times['occurred-before'];
  return E.right({
    command: 'show',
    ...reading,
    ledger: values.ledger ?? DEFAULT_LEDGER,
    incident: values.incident ?? null,
    at: times.at,
    asOf: {
      ...(knownAt && { knownAt }),
      ...(recordedBefore && { recordedBefore }),
      ...(occurredBefore && { occurredBefore }),
    },
    json: values.json ?? false,
  });
};

const requestFor = (
  command: Command,
  files: readonly string[],
  values: Values,
): E.Either<Failure, Request> => {
  const times = timesOf(values);
  const faults = [...(E.isLeft(times) ? times.left : []), ...badZone(values)];
  if (E.isLeft(times) || faults.length > 0) return E.left(badInput(...faults));
  const { ledger = DEFAULT_LEDGER, json = false, from = null, incident = null } = values;
  const reading = { files, format: values.as ?? null, zone: values.zone ?? null };
  switch (command) {
    case 'import':
      return E.right({ command, ...reading, ledger: values.ledger ?? null, json });
    case 'show':
      return showRequest(reading, values, times.right);
    case 'list':
      return E.right({ command, ledger, json });
    case 'export':
      return E.right({ command, ledger, incident });
    case 'follow':
      return E.right({ command, ledger, from, json });
    case 'sort':
      return E.right({ command, files });
  }
};

const requestOf = (positionals: readonly string[], values: Values): E.Either<Failure, Request> => {
  if (values.help) return E.right({ command: 'help' });
  if (values.version) return E.right({ command: 'version' });
  const [command, ...files] = positionals;
  if (command === undefined || !isCommand(command)) {
    const got = command === undefined ? 'none' : JSON.stringify(command);
    return E.left(badInput(`expected a command (${COMMANDS}), got ${got}; ${SEE_HELP}`));
  }
  const takes: Takes = TAKES[command];
  const foreign = Object.keys(values).filter(
    (name) => !takes.options.some((taken) => taken === name),
  );
  if (foreign.length > 0) {
    return E.left(badInput(`${command} does not take --${foreign.join(', --')}; ${SEE_HELP}`));
  }
  if (takes.files === 'some' && files.length === 0) {
    return E.left(badInput(`${command}: expected a FILE, got none; ${SEE_HELP}`));
  }
  if (takes.files === 'none' && files.length > 0) {
    return E.left(badInput(`${command} takes no FILE, got ${files.join(' ')}; ${SEE_HELP}`));
  }
  return requestFor(command, files, values);
};

/** Reads the command line. */
export const parseArguments = (argv: readonly string[]): E.Either<Failure, Request> => {
  const given = valuesOf(argv);
  return E.isLeft(given) ? given : requestOf(given.right.positionals, given.right.values);
};
