import * as E from 'fp-ts/lib/Either.js';
import type { Partition } from '../index.ts';
import { IncidentId } from '../index.ts';
import { isZone } from '../report/public.ts';
import type { CommandHelp, CommandName } from './commands.ts';
import { commandNames, commands, isCommand } from './commands.ts';
import type { Failure } from './failure.ts';
import { badInput } from './failure.ts';
import type { Look } from './look.ts';
import { lookOf } from './look.ts';
import type { Request } from './request.ts';
import { DEFAULT_LEDGER } from './request.ts';
import type { Values } from './values.ts';
import { SEE_HELP, valuesOf } from './values.ts';

const badZone = ({ zone }: Values): readonly string[] =>
  zone === undefined || isZone(zone)
    ? []
    : [`--zone: expected an IANA time zone such as Europe/Paris, got ${JSON.stringify(zone)}`];

/** The part of the incidents that is asked for; what is wrong with it, where something is. */
const partitionOf = ({ partition }: Values): E.Either<readonly string[], Partition | null> => {
  if (partition === undefined) return E.right(null);
  const [, index, count] = /^(\d{1,9})\/(\d{1,9})$/.exec(partition)?.map(Number) ?? [];
  return index !== undefined && count !== undefined && index < count
    ? E.right({ index, count })
    : E.left([
        `--partition: expected I/N, part I of N, from 0/4 to 3/4 for four, got ${JSON.stringify(partition)}`,
      ]);
};

/** What an option with two words for it says; what is wrong with it, where something is. */
const unreadableOf = ({
  unreadable = 'fail',
}: Values): E.Either<readonly string[], 'fail' | 'quarantine'> =>
  unreadable === 'fail' || unreadable === 'quarantine'
    ? E.right(unreadable)
    : E.left([`--unreadable: expected fail or quarantine, got ${JSON.stringify(unreadable)}`]);

/** The options that are read further, each once. */
interface Parsed {
  readonly look: Look;
  readonly partition: Partition | null;
  readonly unreadable: 'fail' | 'quarantine';
  readonly into: IncidentId | null;
}

/** The id of an incident that an option names; what is wrong with it, where something is. */
const intoOf = ({ into }: Values): E.Either<readonly string[], IncidentId | null> => {
  if (into === undefined) return E.right(null);
  return IncidentId.is(into)
    ? E.right(into)
    : E.left([`--into: expected ${IncidentId.name}, got ${JSON.stringify(into)}`]);
};

const parsedFrom = (values: Values): E.Either<Failure, Parsed> => {
  const look = lookOf(values);
  const partition = partitionOf(values);
  const unreadable = unreadableOf(values);
  const into = intoOf(values);
  const faults = [
    ...(E.isLeft(look) ? look.left : []),
    ...badZone(values),
    ...(E.isLeft(partition) ? partition.left : []),
    ...(E.isLeft(unreadable) ? unreadable.left : []),
    ...(E.isLeft(into) ? into.left : []),
  ];
  return E.isLeft(look) || E.isLeft(partition) || E.isLeft(unreadable) || E.isLeft(into)
    ? E.left(badInput(...faults))
    : faults.length > 0
      ? E.left(badInput(...faults))
      : E.right({
          look: look.right,
          partition: partition.right,
          unreadable: unreadable.right,
          into: into.right,
        });
};

const requestFor = (
  command: CommandName,
  [words, files]: readonly [words: readonly string[], files: readonly string[]],
  values: Values,
): E.Either<Failure, Request> => {
  const parsed = parsedFrom(values);
  if (E.isLeft(parsed)) return parsed;
  const { look, partition, unreadable } = parsed.right;
  const { ledger = DEFAULT_LEDGER, json = false, from = null, incident = null } = values;
  const { module = null, projection = null, mapping = null } = values;
  const reading = { files, format: values.as ?? null, zone: values.zone ?? null, mapping };
  switch (command) {
    case 'import': {
      const { 'dry-run': dryRun = false } = values;
      const own = { importModule: module, ledger: values.ledger ?? null };
      return E.right({ command, ...reading, ...own, into: parsed.right.into, json, dryRun });
    }
    case 'show':
      return E.right({ command, ...reading, ...look, ledger, incident, json });
    case 'list':
      return E.right({ command, ...look, ledger, json });
    case 'step': {
      const [of = '', name = ''] = words;
      const what = { incident: of, projection: name, module };
      return E.right({ command, ...reading, ...look, ...what, ledger, json });
    }
    case 'project': {
      const what = { module, projection, partition, unreadable };
      return E.right({ command, ...reading, ...look, ...what, ledger, json });
    }
    case 'export': {
      const { recordedBefore = null } = look.asOf;
      return E.right({ command, ledger, incident, recordedBefore, format: reading.format });
    }
    case 'follow':
      return E.right({ command, ledger, from, json });
    case 'sort':
      return E.right({ command, files });
  }
};

/** What is wrong with the words and options given to a command; null when nothing is. */
const problemWith = (
  command: CommandName,
  given: readonly string[],
  values: Values,
): string | null => {
  const takes: CommandHelp = commands[command];
  const foreign = Object.keys(values).filter((name) => !takes.options.some((own) => own === name));
  if (foreign.length > 0) return `${command} does not take --${foreign.join(', --')}`;
  const missing = takes.words.slice(given.length);
  if (missing.length > 0)
    return `${command}: expected ${takes.words.join(' ')}, got no ${missing[0]}`;
  const files = given.slice(takes.words.length);
  if (takes.files === 'some' && files.length === 0) return `${command}: expected a FILE, got none`;
  if (takes.files === 'none' && files.length > 0) {
    return `${command} takes no FILE, got ${files.join(' ')}`;
  }
  return takes.files === 'any' && files.length > 0 && values.ledger !== undefined
    ? `${command}: expected FILEs or --ledger, got both`
    : null;
};

const requestOf = (positionals: readonly string[], values: Values): E.Either<Failure, Request> => {
  const [command, ...given] = positionals;
  const isKnown = command !== undefined && isCommand(command);
  if (values.help) return E.right({ command: 'help', of: isKnown ? command : null });
  if (values.version) return E.right({ command: 'version' });
  if (!isKnown) {
    const got = command === undefined ? 'none' : JSON.stringify(command);
    return E.left(
      badInput(`expected a command (${commandNames.join(', ')}), got ${got}; ${SEE_HELP}`),
    );
  }
  const problem = problemWith(command, given, values);
  if (problem !== null) {
    return E.left(badInput(`${problem}; see 'incident-ledger ${command} --help'`));
  }
  const count = commands[command].words.length;
  return requestFor(command, [given.slice(0, count), given.slice(count)], values);
};

/** Reads the command line. */
export const parseArguments = (argv: readonly string[]): E.Either<Failure, Request> => {
  const given = valuesOf(argv);
  return E.isLeft(given) ? given : requestOf(given.right.positionals, given.right.values);
};
