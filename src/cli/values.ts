import { parseArgs } from 'node:util';
import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from './failure.ts';
import { badInput, messageOf } from './failure.ts';

/** The options there are, of all commands. */
const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  as: { type: 'string' },
  zone: { type: 'string' },
  ledger: { type: 'string' },
  incident: { type: 'string' },
  from: { type: 'string' },
  module: { type: 'string' },
  mapping: { type: 'string' },
  into: { type: 'string' },
  'dry-run': { type: 'boolean' },
  projection: { type: 'string' },
  partition: { type: 'string' },
  unreadable: { type: 'string' },
  at: { type: 'string' },
  'known-at': { type: 'string' },
  'recorded-before': { type: 'string' },
  'occurred-before': { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** The options given. */
export type Values = ReturnType<
  typeof parseArgs<{ options: typeof options; allowPositionals: true }>
>['values'];

/** Where to read more. */
export const SEE_HELP = "see 'incident-ledger --help'";

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

/** Splits a command line into options and the rest. */
export const valuesOf = (
  argv: readonly string[],
): E.Either<Failure, { readonly values: Values; readonly positionals: readonly string[] }> => {
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
      : E.right({ values, positionals });
  } catch (cause) {
    // parseArgs throws for what it does not know.
    return E.left(badInput(`${complaintOf(cause)}; ${SEE_HELP}`));
  }
};
