import * as E from 'fp-ts/lib/Either.js';
import { encode } from '../events/encode.ts';
import type { EventOf, IncidentEvent } from '../events/event.ts';
import type { UnstoredEvent } from '../events/stored.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import type { InvalidEvents } from './ledgerError.ts';

/** An event before it is stored, its type and data not looked at. */
export type AnyEvent = EventOf<string, unknown>;

/** Makes events ready for a store, or says all that is wrong with any of them. */
export const encodeAll = <D>(
  vocabulary: Vocabulary<D>,
  events: readonly (IncidentEvent<D> | AnyEvent)[],
): E.Either<InvalidEvents, readonly UnstoredEvent[]> => {
  const check = encode(vocabulary);
  const unstored: UnstoredEvent[] = [];
  const invalid: InvalidEvents['invalid'][number][] = [];
  for (const [index, event] of events.entries()) {
    // The type of an event is one of the things that `encode` checks.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const encoded = check(event as IncidentEvent<D>);
    if (E.isRight(encoded)) unstored.push(encoded.right);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    else invalid.push({ index, type: (event as AnyEvent).type, faults: encoded.left });
  }
  return invalid.length > 0 ? E.left({ _tag: 'InvalidEvents', invalid }) : E.right(unstored);
};
