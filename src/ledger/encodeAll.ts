import * as E from 'fp-ts/lib/Either.js';
import { encodeEach } from '../events/encode.ts';
import type { EventOf, IncidentEvent } from '../events/event.ts';
import type { UnstoredEvent } from '../events/stored.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import { showValue } from '../primitives/fault.ts';
import type { InvalidEvents } from './ledgerError.ts';

/** An event before it is stored, its type and data not looked at. */
export type AnyEvent = EventOf<string, unknown>;

/** The type of an event as text, whatever it is. */
const shownType = (type: unknown): string => (typeof type === 'string' ? type : showValue(type));

/** Makes events ready for a store, or says all that is wrong with any of them. */
export const encodeAll = <D>(
  vocabulary: Vocabulary<D>,
  events: readonly (IncidentEvent<D> | AnyEvent)[],
): E.Either<InvalidEvents, readonly UnstoredEvent[]> => {
  const encoded = encodeEach(vocabulary)(events);
  if (E.isRight(encoded)) return encoded;
  // The type of an event is one of the things that are checked.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const typeAt = (index: number): unknown => (events[index] as AnyEvent).type;
  const invalid = encoded.left.map(({ index, faults }) => ({
    index,
    type: shownType(typeAt(index)),
    faults,
  }));
  return E.left({ _tag: 'InvalidEvents', invalid });
};
