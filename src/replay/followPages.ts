import * as E from 'fp-ts/lib/Either.js';
import type { StoredEvent } from '../events/stored.ts';
import type { EventStore, StoreOptions } from '../store/port.ts';
import type { StoreError } from '../store/storeError.ts';
import type { Retry } from './persist.ts';
import { persist } from './persist.ts';
import { messageOf } from '../primitives/messageOf.ts';

/**
 * Which events to follow.
 *
 * @public
 */
export interface FollowFilter {
  /** Only events of these types; of all when absent. */
  readonly types?: readonly string[] | undefined;
  /** The most events to hand over at once; the store's own limit when absent. */
  readonly limit?: number | undefined;
}

/**
 * How to follow.
 *
 * @public
 */
export interface FollowOptions extends StoreOptions {
  /** Is told whenever all there was has been handed over: after catching up, and again after falling behind. */
  readonly onCaughtUp?: ((position: string | null) => void) | undefined;
  /** How to go on when the store is not available. */
  readonly retry?: Retry | undefined;
}

/**
 * A function that was given to a follower threw or rejected.
 *
 * @public
 */
export interface HandlerFault {
  /** Always `HandlerFault`. */
  readonly _tag: 'HandlerFault';
  /** The position up to which everything was handled; null for nothing. */
  readonly position: string | null;
  /** What was thrown, as text. */
  readonly message: string;
  /** What was thrown. */
  readonly cause: unknown;
}

/**
 * Why a follower ended before its signal ended it.
 *
 * @public
 */
export type FollowError = StoreError | HandlerFault;

/** What a function of the caller gives, or the fault that it threw at that position. */
export const guarded = async <A>(
  position: string | null,
  run: () => A | Promise<A>,
): Promise<E.Either<HandlerFault, A>> => {
  try {
    return E.right(await run());
  } catch (cause) {
    const message = messageOf(cause);
    return E.left({ _tag: 'HandlerFault', position, message, cause });
  }
};

/** Events to take, with the positions before and after them. */
export interface Taken {
  /** The events. */
  readonly events: readonly StoredEvent[];
  /** The position that they follow; null for the first. */
  readonly from: string | null;
  /** The position to go on from after them. */
  readonly to: string;
}

/**
 * Follows a ledger page by page; ends with the position to go on from when the signal is aborted, or with the first
 * error of `take`.
 */
export const followPages = async <F extends { readonly _tag: string }>(
  store: EventStore,
  { types, limit }: FollowFilter,
  start: string | null,
  take: (taken: Taken) => Promise<E.Either<F | FollowError, void>>,
  { signal, onCaughtUp, retry = {} }: FollowOptions,
): Promise<E.Either<F | FollowError, string | null>> => {
  let after = start;
  let isBehind = true;
  const ended = (error: F | FollowError): E.Either<F | FollowError, string | null> =>
    error._tag === 'Aborted' ? E.right(after) : E.left(error);
  for (;;) {
    const query = { after, types, limit, signal };
    const page = await persist(store.readAll(query), retry, signal);
    if (E.isLeft(page)) return ended(page.left);
    const { events, next, end } = page.right;
    if (events.length > 0 && next !== null) {
      const taken = await take({ events, from: after, to: next });
      if (E.isLeft(taken)) return ended(taken.left);
    }
    after = next;
    if (end && isBehind) {
      const told = await guarded(after, () => onCaughtUp?.(next));
      if (E.isLeft(told)) return told;
    }
    isBehind = !end;
    if (!end) continue;
    const arrived = await persist(store.arrival({ after, signal }), retry, signal);
    if (E.isLeft(arrived)) return ended(arrived.left);
  }
};
