import * as E from 'fp-ts/lib/Either.js';
import { encode } from '../events/encode.ts';
import type { EventOf, IncidentEvent } from '../events/event.ts';
import type { UnstoredEvent } from '../events/stored.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import type { InvalidEvents } from './ledgerError.ts';

/** An event before it is stored, its type and data not looked at. */
export type AnyEvent = EventOf<string, unknown>;

/** What is wrong with one event. */
type Invalid = Omit<InvalidEvents['invalid'][number], 'index'>;

/** Makes an event ready for a store, or says all that is wrong with it. */
export const encodeAny = <D>(
  vocabulary: Vocabulary<D>,
): ((event: IncidentEvent<D> | AnyEvent) => E.Either<Invalid, UnstoredEvent>) => {
  const check = encode(vocabulary);
  return (event) => {
    // The type of an event is one of the things that `encode` checks.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const encoded = check(event as IncidentEvent<D>);
    if (E.isRight(encoded)) return encoded;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return E.left({ type: (event as AnyEvent).type, faults: encoded.left });
  };
};

/** All events when each is ready; else those that are not, each with its place. */
export const allReady = (
  events: readonly E.Either<Invalid, UnstoredEvent>[],
): E.Either<InvalidEvents, readonly UnstoredEvent[]> => {
  const ready: UnstoredEvent[] = [];
  const invalid: InvalidEvents['invalid'][number][] = [];
  for (const [index, event] of events.entries()) {
    if (E.isRight(event)) ready.push(event.right);
    else invalid.push({ index, ...event.left });
  }
  return invalid.length > 0 ? E.left({ _tag: 'InvalidEvents', invalid }) : E.right(ready);
};

/** Makes events ready for a store, or says all that is wrong with any of them. */
export const encodeAll = <D>(
  vocabulary: Vocabulary<D>,
  events: readonly (IncidentEvent<D> | AnyEvent)[],
): E.Either<InvalidEvents, readonly UnstoredEvent[]> => allReady(events.map(encodeAny(vocabulary)));
