import * as E from 'fp-ts/lib/Either.js';
import { pause } from '../store/pause.ts';
import type { StoreError } from '../store/storeError.ts';

/**
 * How a follower goes on when its store is not available: it waits and tries again, until its signal ends it.
 *
 * @public
 */
export interface Retry {
  /** The longest first wait, in milliseconds; each one after it may be twice as long. 100 when absent. */
  readonly firstMs?: number;
  /** The longest wait of all, in milliseconds; 10 000 when absent. */
  readonly longestMs?: number;
  /** Is told before each wait. */
  readonly onRetry?: (error: StoreError, waitMs: number) => void;
}

const FIRST_MS = 100;
const LONGEST_MS = 10_000;

/** Runs an effect until it gives something else than `Unavailable`, or the signal is aborted. */
export const persist = async <A>(
  effect: () => Promise<E.Either<StoreError, A>>,
  { firstMs = FIRST_MS, longestMs = LONGEST_MS, onRetry }: Retry,
  signal: AbortSignal | undefined,
): Promise<E.Either<StoreError, A>> => {
  for (let mostMs = firstMs; ; mostMs = Math.min(mostMs * 2, longestMs)) {
    if (signal?.aborted === true) return E.left({ _tag: 'Aborted' });
    const result = await effect();
    if (E.isRight(result) || result.left._tag !== 'Unavailable') return result;
    // No two followers come back at the same time to a store that has just recovered.
    const waitMs = mostMs * (0.5 + Math.random() / 2);
    onRetry?.(result.left, waitMs);
    await pause({ ms: waitMs, signal });
  }
};
