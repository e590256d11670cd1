import { parseArgs } from 'node:util';
import * as E from 'fp-ts/lib/Either.js';
import type { AsOf, Instant } from '../index.ts';
import { parseInstant } from '../index.ts';
import { isZone } from '../report/public.ts';
import type { Failure } from './failure.ts';
import { badInput, messageOf } from './failure.ts';

/** What the command line asks for. */
export type Request =
  | { readonly command: 'help' | 'version' }
  | {
      readonly command: 'import';
      readonly files: readonly string[];
      readonly format: string | null;
      readonly zone: string | null;
    }
  | {
      readonly command: 'show';
      readonly files: readonly string[];
      readonly format: string | null;
      readonly zone: string | null;
      readonly incident: string | null;
      readonly at: Instant | null;
      readonly asOf: AsOf;
      readonly json: boolean;
    };

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  as: { type: 'string' },
  zone: { type: 'string' },
  incident: { type: 'string' },
  at: { type: 'string' },
  'known-at': { type: 'string' },
  'recorded-before': { type: 'string' },
  'occurred-before': { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Values = ReturnType<
  typeof parseArgs<{ options: typeof options; allowPositionals: true }>
>['values'];

/** The options each command takes. */
const TAKES: Readonly<Record<'import' | 'show', readonly (keyof Values)[]>> = {
  import: ['as', 'zone'],
  show: ['as', 'zone', 'incident', 'at', 'known-at', 'recorded-before', 'occurred-before', 'json'],
};

const SEE_HELP = "see 'incident-ledger --help'";

const timeOf = (
  values: Values,
  name: 'at' | 'known-at' | 'recorded-before' | 'occurred-before',
) => {
  const text = values[name];
  if (text === undefined) return E.right(null);
  const parsed = parseInstant(text);
  return E.isLeft(parsed)
    ? E.left(`--${name}: expected ${parsed.left.expected}, got ${parsed.left.actual}`)
    : parsed;
};

const badZone = ({ zone }: Values): readonly string[] =>
  zone === undefined || isZone(zone)
    ? []
    : [`--zone: expected an IANA time zone such as Europe/Paris, got ${JSON.stringify(zone)}`];

const showRequest = (files: readonly string[], values: Values): E.Either<Failure, Request> => {
  const names = ['at', 'known-at', 'recorded-before', 'occurred-before'] as const;
  const times = names.map((name) => timeOf(values, name));
  const faults = [
    ...times.flatMap((time) => (E.isLeft(time) ? [time.left] : [])),
    ...badZone(values),
  ];
  if (faults.length > 0) return E.left(badInput(...faults));
  const [at = null, knownAt = null, recordedBefore = null, occurredBefore = null] = times.map(
    (time) => (E.isRight(time) ? time.right : null),
  );
  return E.right({
    command: 'show',
    files,
    format: values.as ?? null,
    zone: values.zone ?? null,
    incident: values.incident ?? null,
    at,
    asOf: {
      ...(knownAt === null ? {} : { knownAt }),
      ...(recordedBefore === null ? {} : { recordedBefore }),
      ...(occurredBefore === null ? {} : { occurredBefore }),
    },
    json: values.json ?? false,
  });
};

const requestOf = (positionals: readonly string[], values: Values): E.Either<Failure, Request> => {
  if (values.help) return E.right({ command: 'help' });
  if (values.version) return E.right({ command: 'version' });
  const [command, ...files] = positionals;
  if (command === undefined)
    return E.left(badInput(`expected a command, import or show, got none; ${SEE_HELP}`));
  if (command !== 'import' && command !== 'show') {
    return E.left(
      badInput(`expected a command, import or show, got ${JSON.stringify(command)}; ${SEE_HELP}`),
    );
  }
  const foreign = Object.keys(values).filter(
    (name) => !TAKES[command].some((taken) => taken === name),
  );
  if (foreign.length > 0) {
    return E.left(badInput(`${command} does not take --${foreign.join(', --')}; ${SEE_HELP}`));
  }
  if (files.length === 0)
    return E.left(badInput(`${command}: expected a FILE, got none; ${SEE_HELP}`));
  if (command === 'show') return showRequest(files, values);
  const faults = badZone(values);
  return faults.length > 0
    ? E.left(badInput(...faults))
    : E.right({ command, files, format: values.as ?? null, zone: values.zone ?? null });
};

/** What parseArgs says, in its first sentence: the rest is advice for options that we do not have. */
const complaintOf = (cause: unknown): string => {
  const message = messageOf(cause);
  return (/^.*?(?=\. |\.?\n|$)/.exec(message)?.[0] ?? message).replace(/^[A-Z]/, (letter) =>
    letter.toLowerCase(),
  );
};

/** The options that are given more than once. */
const repeatedIn = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) < index)),
];

/** Reads the command line. */
export const parseArguments = (argv: readonly string[]): E.Either<Failure, Request> => {
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
      tokens: true,
    });
    const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const repeated = repeatedIn(names);
    return repeated.length > 0
      ? E.left(badInput(...repeated.map((name) => `--${name}: expected once, got it twice`)))
      : requestOf(positionals, values);
  } catch (cause) {
    // parseArgs throws for what it does not know.
    return E.left(badInput(`${complaintOf(cause)}; ${SEE_HELP}`));
  }
};
