import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import type { Fault } from '../primitives/fault.ts';
import { faultsOf, showValue } from '../primitives/fault.ts';
import { notJsonAt } from '../primitives/json.ts';
import { UnrecordedEnvelope } from './envelope.ts';
import { eventCopier } from './eventCopier.ts';
import type { IncidentEvent } from './event.ts';
import { excessIn } from './excess.ts';
import { REFUSED } from './plainCopy.ts';
import type { UnstoredEvent } from './stored.ts';
import type { Vocabulary } from './vocabulary.ts';
import { definitionOf } from './vocabulary.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const check = (codec: t.Mixed, value: unknown, under = ''): readonly Fault[] => {
  const decoded = codec.decode(value);
  return [
    ...(E.isLeft(decoded) ? faultsOf(decoded.left, under) : []),
    ...excessIn(codec, value, under),
  ];
};

/** Where an event says what its data is, and where the data is. */
interface Places {
  readonly type: string;
  readonly version: string;
  readonly data: string;
}

const OWN: Places = { type: 'type', version: 'version', data: 'data' };
const CORRECTED: Places = {
  type: 'data.targetType',
  version: 'data.targetVersion',
  data: 'data.data',
};

/** What is wrong with data about to be written as that type and version. */
const dataFaults = <D>(
  vocabulary: Vocabulary<D>,
  type: string,
  version: unknown,
  data: unknown,
  places: Places,
): readonly Fault[] => {
  const definition = definitionOf(vocabulary, type);
  if (!definition) {
    const expected = 'an event type of the vocabulary';
    return [{ path: places.type, expected, actual: showValue(type) }];
  }
  const expected = `version ${definition.version} of ${type}`;
  return [
    ...(typeof version !== 'number' || version === definition.version
      ? []
      : [{ path: places.version, expected, actual: showValue(version) }]),
    ...check(definition.data, data, places.data),
  ];
};

const RECORD_KEEPING: ReadonlySet<unknown> = new Set(['Corrected', 'Retracted']);

/** What is wrong with a correction beside what its codec sees: what it aims at, and the data it brings. */
const correctedFaults = <D>(vocabulary: Vocabulary<D>, value: unknown): readonly Fault[] => {
  if (!isObject(value)) return [];
  const { targetType, targetVersion, data } = value;
  if (RECORD_KEEPING.has(targetType)) {
    const expected = 'the type of an original event';
    return [{ path: CORRECTED.type, expected, actual: showValue(targetType) }];
  }
  return data === undefined || typeof targetType !== 'string'
    ? []
    : dataFaults(vocabulary, targetType, targetVersion, data, CORRECTED);
};

/** All that is wrong with an event, several faults of one field included. */
const faultsIn = <D>(vocabulary: Vocabulary<D>, event: unknown): readonly Fault[] => {
  const envelope = check(UnrecordedEnvelope, event);
  if (!isObject(event) || typeof event['type'] !== 'string') return envelope;
  const { type, version, data } = event;
  return [
    ...envelope,
    ...dataFaults(vocabulary, type, version, data, OWN),
    ...(type === 'Corrected' ? correctedFaults(vocabulary, data) : []),
  ];
};

/** Makes an event ready by the codecs alone: what tells all that is wrong, and what the quick copy must agree with. */
export const encodeClosely = <D>(
  vocabulary: Vocabulary<D>,
  event: unknown,
): E.Either<readonly Fault[], UnstoredEvent> => {
  const notJson = notJsonAt(event).map((path) => ({
    path,
    expected: 'plain JSON',
    actual: 'something JSON cannot hold',
  }));
  const found = [...notJson, ...faultsIn(vocabulary, event)];
  // What is said first of a field is the more basic; what follows from it would only repeat it.
  const faults = found.filter(
    ({ path }, index) => found.findIndex((other) => other.path === path) === index,
  );
  return faults.length > 0
    ? E.left(faults)
    : E.right(JSON.parse(JSON.stringify(event)) as UnstoredEvent);
};

/** What is wrong with one of several events. */
export interface InvalidAmong {
  /** Its place among them. */
  readonly index: number;
  /** What is wrong with it. */
  readonly faults: readonly Fault[];
}

/**
 * Makes events ready for a store, each as {@link encode} does, or tells of all that are not; what they share is looked at
 * once, and stays shared.
 */
export const encodeEach = <D>(
  vocabulary: Vocabulary<D>,
): ((
  events: readonly unknown[],
) => E.Either<readonly InvalidAmong[], readonly UnstoredEvent[]>) => {
  const copy = eventCopier(vocabulary);
  return (events) => {
    const invalid: InvalidAmong[] = [];
    const ready = copy(events).map((copied, index) => {
      if (copied !== REFUSED) return copied;
      const encoded = encodeClosely(vocabulary, events[index]);
      if (E.isRight(encoded)) return encoded.right;
      invalid.push({ index, faults: encoded.left });
      return copied;
    });
    return invalid.length > 0 ? E.left(invalid) : E.right(ready as readonly UnstoredEvent[]);
  };
};

/**
 * Makes an event ready for a store: checks all of it, refuses fields that no codec knows, and gives the plain
 * JSON of it, which shares nothing with what was passed in.
 *
 * @remarks Errors: every fault at once, each with its path.
 * @public
 */
export const encode = <D>(
  vocabulary: Vocabulary<D>,
): ((event: IncidentEvent<D>) => E.Either<readonly Fault[], UnstoredEvent>) => {
  const copy = eventCopier(vocabulary);
  return (event) => {
    const [copied = REFUSED] = copy([event]);
    return copied === REFUSED ? encodeClosely(vocabulary, event) : E.right(copied as UnstoredEvent);
  };
};
