import * as E from 'fp-ts/lib/Either.js';
import type { DecodeError } from './decode.ts';
import { decode } from './decode.ts';
import type { RecordedEvent } from './event.ts';
import type { StoredEvent } from './stored.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isObject } from '../primitives/isObject.ts';

/** Whether a value of plain JSON can never change. */
const isFrozen = (value: unknown): boolean =>
  !isObject(value) || (Object.isFrozen(value) && Object.values(value).every(isFrozen));

/**
 * What was found of streams by the first event of each: an event that can never change and is what it should be, at
 * its place; null where one has to be read again.
 */
type Checked = WeakMap<object, readonly (object | null)[]>;

const checked = new WeakMap<object, Checked>();

const checkedBy = (vocabulary: object): Checked => {
  const known = checked.get(vocabulary);
  if (known) return known;
  const none: Checked = new WeakMap();
  checked.set(vocabulary, none);
  return none;
};

/** Events that were decoded, and those that could not be. */
export interface DecodedStream<D> {
  /** The events that can be read, in the order given. */
  readonly events: readonly RecordedEvent<D>[];
  /** The others: where each was given, and what is wrong. */
  readonly refused: readonly { readonly index: number; readonly error: DecodeError }[];
}

const NONE: readonly never[] = Object.freeze([]);

/**
 * As `decode`, for the events of a stream that a store may keep in memory: those that can never change, and were
 * once read as they stand, are not looked at again where the stream is read from its first event. One look-up tells
 * it for all of them.
 */
export const decodeKept = <D>(
  vocabulary: Vocabulary<D>,
): ((stored: readonly StoredEvent[]) => DecodedStream<D>) => {
  const read = decode(vocabulary);
  const known = checkedBy(vocabulary);
  return (stored) => {
    const [first] = stored;
    const before = first && known.get(first);
    if (before && stored.every((event, index) => event === before[index])) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return { events: stored as unknown as readonly RecordedEvent<D>[], refused: NONE };
    }
    const events: RecordedEvent<D>[] = [];
    const refused: DecodedStream<D>['refused'][number][] = [];
    let hasFound = false;
    const found = stored.map((event, index) => {
      const isKnown = before?.[index] === event;
      const decoded = isKnown ? E.right(event as unknown as RecordedEvent<D>) : read(event);
      if (E.isRight(decoded)) events.push(decoded.right);
      else refused.push({ index, error: decoded.left });
      if (isKnown) return event;
      const isSound = E.isRight(decoded) && decoded.right === (event as object) && isFrozen(event);
      hasFound ||= isSound;
      return isSound ? event : null;
    });
    // Only from its first event on, so that no stream is kept once for each place that it is read from.
    if (hasFound && first?.revision === 0) known.set(first, found);
    return { events, refused };
  };
};
