import * as E from 'fp-ts/lib/Either.js';
import type { AsOf, Instant } from '../index.ts';
import { parseInstant } from '../index.ts';
import type { Values } from './values.ts';

/** From where a command looks at incidents. */
export interface Look {
  /** The present; null when not given. */
  readonly at: Instant | null;
  /** The point on each axis of time. */
  readonly asOf: AsOf;
}

const NAMES = ['at', 'known-at', 'recorded-before', 'occurred-before'] as const;

/** From where the options say to look; or what is wrong with them, all at once. */
export const lookOf = (values: Values): E.Either<readonly string[], Look> => {
  const faults: string[] = [];
  const [at, knownAt, recordedBefore, occurredBefore] = NAMES.map((name): Instant | null => {
    const text = values[name];
    if (text === undefined) return null;
    const parsed = parseInstant(text);
    if (E.isRight(parsed)) return parsed.right;
    faults.push(`--${name}: expected ${parsed.left.expected}, got ${parsed.left.actual}`);
    return null;
  });
  const asOf: AsOf = {
    ...(knownAt && { knownAt }),
    ...(recordedBefore && { recordedBefore }),
    ...(occurredBefore && { occurredBefore }),
  };
  return faults.length > 0 ? E.left(faults) : E.right({ at: at ?? null, asOf });
};

/** Looked at from the past, that is the present: what still ran then has not run on since. */
export const presentOf = ({ at, asOf }: Look, now: Instant): Instant =>
  at ??
  [asOf.knownAt, asOf.recordedBefore, asOf.occurredBefore].reduce<Instant>(
    (earliest, each) => (each !== undefined && each < earliest ? each : earliest),
    now,
  );

/** Whether it is looked from somewhere else than the end of every axis. */
export const isPast = ({ asOf }: Look): boolean => Object.keys(asOf).length > 0;
