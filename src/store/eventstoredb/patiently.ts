import * as E from 'fp-ts/lib/Either.js';
import { pause } from '../pause.ts';
import type { EventStoreDbClient } from './client.ts';
import type { ClientFailure } from './clientFailure.ts';
import { clientFailure } from './clientFailure.ts';
import type { Connection } from './connection.ts';

/**
 * How long a store waits for its database, and how often it asks again.
 *
 * @public
 */
export interface EventStoreDbPatience {
  /** The most that one attempt may take, in milliseconds; 10 000 when absent. */
  readonly attemptMs?: number | undefined;
  /** How often a thing is tried that may pass; 5 times when absent. */
  readonly attempts?: number | undefined;
  /** How long to wait before the second attempt, in milliseconds; twice that before the third, and so on; 50 when absent. */
  readonly waitMs?: number | undefined;
}

/** One piece of work for the client, which ends it as soon as the signal says so. */
export type Work<A> = (client: EventStoreDbClient, signal: AbortSignal) => Promise<A>;

type Result<A> = E.Either<ClientFailure, A>;

const ATTEMPT_MS = 10_000;
const ATTEMPTS = 5;
const WAIT_MS = 50;
const LONGEST_WAIT_MS = 2000;

const ended = { _tag: 'Ended' } as const;

/** The client sets no limit of its own to most calls, so each is raced against a clock and the caller's signal. */
const attempt = async <A>(
  client: EventStoreDbClient,
  work: Work<A>,
  { attemptMs, signal }: { readonly attemptMs: number; readonly signal: AbortSignal | undefined },
): Promise<Result<A>> => {
  const attempted = new AbortController();
  let stop = (_: Result<A>): void => undefined;
  const stopped = new Promise<Result<A>>((resolve) => {
    stop = resolve;
  });
  const giveUp = (): void => {
    stop(E.left({ _tag: 'Late', message: `no answer within ${attemptMs} ms` }));
  };
  const timer = Number.isFinite(attemptMs) ? setTimeout(giveUp, attemptMs) : undefined;
  const onAbort = (): void => {
    stop(E.left(ended));
  };
  signal?.addEventListener('abort', onAbort);
  const done = work(client, attempted.signal).then(
    (value): Result<A> => E.right(value),
    (error: unknown): Result<A> => E.left(clientFailure(error)),
  );
  try {
    return await Promise.race([done, stopped]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    // With no reason given, an error with its stack would be made for each call.
    attempted.abort(ended);
  }
};

/** The most that one attempt may take. */
export const attemptTime = ({ attemptMs = ATTEMPT_MS }: EventStoreDbPatience): number => attemptMs;

/** How long to wait before another attempt, after so many. */
export const backOff = ({ waitMs = WAIT_MS }: EventStoreDbPatience, count: number): number =>
  Math.min(waitMs * 2 ** (count - 1), LONGEST_WAIT_MS);

const mayPass = ({ _tag }: ClientFailure): boolean => _tag === 'Passing' || _tag === 'Late';

/** How a piece of work is done. */
export interface Manner {
  readonly signal?: AbortSignal | undefined;
  /** The most one attempt may take; Infinity for work that has its own sense of that. */
  readonly attemptMs?: number;
  /** Whether a client that gave no answer in time is replaced. */
  readonly replaceLate: boolean;
}

/**
 * Does a piece of work, again where that can help: it must be one that may be done twice. A client that keeps a
 * failure is replaced.
 */
export const patiently = async <A>(
  { client, replace }: Connection,
  patience: EventStoreDbPatience,
  { signal, attemptMs = attemptTime(patience), replaceLate }: Manner,
  work: Work<A>,
): Promise<Result<A>> => {
  const { attempts = ATTEMPTS } = patience;
  for (let count = 1; ; count += 1) {
    if (signal?.aborted === true) return E.left(ended);
    const used = client();
    const result = await attempt(used, work, { attemptMs, signal });
    if (E.isRight(result)) return result;
    const { left } = result;
    if (left._tag === 'Late' ? replaceLate : 'spoilt' in left && left.spoilt) replace(used);
    if (!mayPass(left) || count >= attempts) return result;
    await pause({ ms: backOff(patience, count), signal });
  }
};
