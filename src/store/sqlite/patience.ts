import * as E from 'fp-ts/lib/Either.js';
import { pause } from '../pause.ts';
import type { StoreError } from '../storeError.ts';

/** What an attempt came to; null when another connection was in the way. */
export type Attempt<A> = E.Either<StoreError, A> | null;

const SPIN_MS = 1;
const LONGEST_PAUSE_MS = 16;

const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

/** Tries without a pause for a moment. */
const spin = <A>(attempt: () => Attempt<A>): Attempt<A> => {
  const until = performance.now() + SPIN_MS;
  for (;;) {
    const result = attempt();
    if (result !== null || performance.now() >= until) return result;
  }
};

/**
 * Tries until nobody is in the way, for at most that long.
 *
 * @remarks A writer that appends without rest leaves the lock free for some microseconds at a time, so one that only
 * sleeps between its tries, as SQLite's own busy timeout does, hardly ever finds it free. This one tries without
 * a pause for longer than an append takes, which finds such a gap, and sleeps, ever longer and never equally
 * long, where appends are large: so writers take turns, and the thread is left to others.
 */
export const patiently = async <A>(
  attempt: () => Attempt<A>,
  waitMs: number,
  signal?: AbortSignal,
): Promise<E.Either<StoreError, A>> => {
  if (isAborted(signal)) return E.left({ _tag: 'Aborted' });
  const first = attempt();
  if (first !== null) return first;
  const until = performance.now() + waitMs;
  let longestMs = 1;
  do {
    const result = spin(attempt);
    if (result !== null) return result;
    await pause({ ms: Math.random() * longestMs, signal });
    if (isAborted(signal)) return E.left({ _tag: 'Aborted' });
    longestMs = Math.min(longestMs * 2, LONGEST_PAUSE_MS);
  } while (performance.now() < until);
  const message = `other connections kept the file locked for ${waitMs} ms; nothing was written`;
  return E.left({ _tag: 'Unavailable', message });
};
