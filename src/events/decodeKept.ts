import * as E from 'fp-ts/lib/Either.js';
import type { DecodeError } from './decode.ts';
import { decode } from './decode.ts';
import type { RecordedEvent } from './event.ts';
import type { Vocabulary } from './vocabulary.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a value of plain JSON can never change. */
const isFrozen = (value: unknown): boolean =>
  !isObject(value) || (Object.isFrozen(value) && Object.values(value).every(isFrozen));

/** The frozen events that were found to be what they should be, by vocabulary. */
const sound = new WeakMap<object, WeakSet<object>>();

const soundBy = (vocabulary: object): WeakSet<object> => {
  const known = sound.get(vocabulary);
  if (known) return known;
  const none = new WeakSet();
  sound.set(vocabulary, none);
  return none;
};

/**
 * As `decode`, for what a store may keep in memory: an event that can never change, and was once read as it stands,
 * is not looked at again.
 */
export const decodeKept = <D>(
  vocabulary: Vocabulary<D>,
): ((stored: object) => E.Either<DecodeError, RecordedEvent<D>>) => {
  const read = decode(vocabulary);
  const known = soundBy(vocabulary);
  return (stored) => {
    if (known.has(stored)) return E.right(stored as RecordedEvent<D>);
    const decoded = read(stored);
    if (E.isRight(decoded) && decoded.right === stored && isFrozen(stored)) known.add(stored);
    return decoded;
  };
};
