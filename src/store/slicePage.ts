import * as E from 'fp-ts/lib/Either.js';
import type { PageQuery } from './port.ts';
import type { StoreError } from './storeError.ts';

/** A part of a sequence, with the index to go on after. */
export interface Slice<A> {
  readonly items: readonly A[];
  readonly next: number | null;
  readonly end: boolean;
}

/** How many items a page holds when the query does not say. */
export const PAGE_LIMIT = 1000;

/**
 * The page of a sequence that a query asks for, by index; null when its cursor or limit is no such number.
 */
export const slicePage = <A>(sequence: readonly A[], query: PageQuery<number>): Slice<A> | null => {
  const { after = null, limit = PAGE_LIMIT, direction = 'forwards' } = query;
  if (!Number.isSafeInteger(limit) || limit < 1) return null;
  if (after !== null && !Number.isSafeInteger(after)) return null;
  const size = sequence.length;
  if (direction === 'forwards') {
    const from = after === null ? 0 : Math.max(0, after + 1);
    const items = sequence.slice(from, from + limit);
    const next = items.length > 0 ? from + items.length - 1 : after;
    return { items, next, end: from + items.length >= size };
  }
  const to = Math.min(size, after ?? size);
  const from = Math.max(0, to - limit);
  const items = to > 0 ? sequence.slice(from, to).toReversed() : [];
  return { items, next: items.length > 0 ? from : after, end: from === 0 };
};

/** What a store says of a page that {@link slicePage} does not give. */
export const noSuchPage: E.Either<StoreError, never> = E.left({
  _tag: 'InvalidRequest',
  reason: 'a page begins after a cursor that a page gave, and its limit is a whole number from 1',
});
