import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { StoredEvent } from '../events/stored.ts';
import { orThrow } from '../ledger/orThrow.ts';
import { sameJson } from '../primitives/json.ts';
import { events } from '../store/events.ts';
import type { EventPage, EventStore, PageQuery, ReadAllQuery, ReadQuery } from '../store/port.ts';
import type { StoreError } from '../store/storeError.ts';

/** Throws the sentence unless it is true. */
export const holds = (condition: boolean, sentence: string): void => {
  if (!condition) throw new Error(sentence);
};

/** Throws unless both are the same JSON. */
export const same = (actual: unknown, expected: unknown, what = 'the result'): void => {
  holds(
    sameJson(actual, expected),
    `${what} should be ${JSON.stringify(expected)}, but is ${JSON.stringify(actual)}`,
  );
};

/** The error that an effect must give. */
export const errorOf = async <A>(effect: TaskEither<StoreError, A>): Promise<StoreError> => {
  const result = await effect();
  if (E.isLeft(result)) return result.left;
  throw new Error(`an error was expected, but it gave ${JSON.stringify(result.right)}`);
};

/** Throws unless an effect gives an error with that tag. */
export const refused = async <A>(
  effect: TaskEither<StoreError, A>,
  tag: StoreError['_tag'],
): Promise<void> => {
  same((await errorOf(effect))._tag, tag, 'the error');
};

/** More than any case reads; a store whose cursors go round in circles would never end. */
const MOST_EVENTS = 10_000;

/** All events of a query, page by page. */
export const all = async (
  store: EventStore,
  query: ReadQuery | ReadAllQuery = {},
): Promise<readonly StoredEvent[]> => {
  const found: StoredEvent[] = [];
  for await (const event of events(store, query)) {
    found.push(event);
    holds(found.length < MOST_EVENTS, 'reading should come to an end');
  }
  return found;
};

/** All events from a cursor on, in pages of that size. */
export const paged = async <C extends string | number>(
  read: (query: PageQuery<C>) => TaskEither<StoreError, EventPage<C>>,
  query: PageQuery<C>,
): Promise<readonly StoredEvent[]> => {
  const found: StoredEvent[] = [];
  let after: C | null = query.after ?? null;
  for (;;) {
    const page: EventPage<C> = await orThrow(read({ ...query, after }));
    holds(page.events.length <= (query.limit ?? Infinity), 'a page holds more than its limit');
    found.push(...page.events);
    holds(found.length < MOST_EVENTS, 'reading should come to an end');
    if (page.end) return found;
    after = page.next;
  }
};
