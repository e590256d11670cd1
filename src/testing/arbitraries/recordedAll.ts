import * as E from 'fp-ts/lib/Either.js';
import { decode, showDecodeError } from '../../events/decode.ts';
import type { RecordedEvent } from '../../events/event.ts';
import type { StoredEvent } from '../../events/stored.ts';
import type { Vocabulary } from '../../events/vocabulary.ts';

/** An event as it is made here, its data not looked at. */
export type Made = Omit<StoredEvent, 'data'> & { readonly data: unknown };

/**
 * Events as a ledger with that vocabulary reads them from its store.
 *
 * @remarks Errors: throws a RangeError for one that it does not read, such as for data of a caller's own making.
 */
export const recordedAll = <D>(
  vocabulary: Vocabulary<D>,
  events: readonly Made[],
): readonly RecordedEvent<D>[] => {
  const read = decode(vocabulary);
  return events.map((event) => {
    // What a store gives back was JSON: no object shares anything, or has a prototype of its own.
    const decoded = read(JSON.parse(JSON.stringify(event)));
    if (E.isLeft(decoded)) {
      throw new RangeError(
        `a ${event.type} was made that is none: ${showDecodeError(decoded.left)}`,
      );
    }
    return decoded.right;
  });
};
