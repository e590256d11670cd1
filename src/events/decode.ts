import * as E from 'fp-ts/lib/Either.js';
import type { Fault } from '../primitives/fault.ts';
import { faultsOf, showFault, showValue } from '../primitives/fault.ts';
import type { Json } from '../primitives/json.ts';
import type { EventDefinition } from './definition.ts';
import { upcast } from './definition.ts';
import { RecordedEnvelope } from './envelope.ts';
import type { RecordedEvent, RecordedEventOf } from './event.ts';
import { soundIn } from './sound.ts';
import type { Vocabulary } from './vocabulary.ts';
import { definitionOf } from './vocabulary.ts';

/**
 * Why a stored event cannot be read.
 *
 * @public
 */
export type DecodeError =
  | {
      /** Fields of the envelope or of the data are not what they should be. */
      readonly _tag: 'InvalidEvent';
      /** All that is wrong. */
      readonly faults: readonly Fault[];
    }
  | {
      /** The vocabulary has no such type, and its name has no dot. */
      readonly _tag: 'UnknownType';
      /** The type. */
      readonly type: string;
    }
  | {
      /** The data is of a schema version that the vocabulary does not reach. */
      readonly _tag: 'UnknownVersion';
      /** The type. */
      readonly type: string;
      /** The version as stored. */
      readonly version: number;
      /** The latest version the vocabulary knows. */
      readonly known: number;
    };

/**
 * Says a {@link DecodeError} in a sentence.
 *
 * @public
 */
export const showDecodeError = (error: DecodeError): string => {
  switch (error._tag) {
    case 'InvalidEvent':
      return error.faults.map(showFault).join('; ');
    case 'UnknownType':
      return `type: expected an event type of the vocabulary, or an own one with a dot in its name, got ${showValue(error.type)}`;
    case 'UnknownVersion':
      return error.version > error.known
        ? `version: expected at most ${error.known} for ${error.type}, got ${error.version}; a newer incident-ledger wrote it`
        : `version: no upcast leads from version ${error.version} of ${error.type} to ${error.known}`;
  }
};

const invalid = (faults: readonly Fault[]): E.Either<DecodeError, never> =>
  E.left({ _tag: 'InvalidEvent', faults });

/** Data of another version, brought to the present one; what an upcast cannot take was no data of its version. */
const older = (
  definition: EventDefinition<unknown>,
  type: string,
  version: number,
  data: Json,
): E.Either<DecodeError, Json> => {
  const unknownVersion = {
    _tag: 'UnknownVersion',
    type,
    version,
    known: definition.version,
  } as const;
  if (version > definition.version) return E.left(unknownVersion);
  try {
    const current = upcast(definition, version, data);
    return current === null ? E.left(unknownVersion) : E.right(current);
  } catch {
    const expected = `data of version ${version} of ${type}`;
    return invalid([{ path: 'data', expected, actual: showValue(data) }]);
  }
};

/** The data in the present version of its type, checked. */
const decodeData = <D>(
  vocabulary: Vocabulary<D>,
  type: string,
  version: number,
  data: unknown,
): E.Either<DecodeError, unknown> => {
  const definition = definitionOf(vocabulary, type);
  if (!definition) {
    return type.includes('.') ? E.right(data) : E.left({ _tag: 'UnknownType', type });
  }
  const current =
    version === definition.version ? E.right(data) : older(definition, type, version, data as Json);
  if (E.isLeft(current)) return current;
  const decoded = definition.data.decode(current.right);
  return E.isLeft(decoded) ? invalid(faultsOf(decoded.left, 'data')) : decoded;
};

/** A correction's data is the target's type, and is read as that. */
const decodeCorrected = <D>(
  vocabulary: Vocabulary<D>,
  event: RecordedEventOf<
    'Corrected',
    { targetType: string; targetVersion: number; data?: unknown }
  >,
): E.Either<DecodeError, RecordedEvent<D>> => {
  if (event.data.data === undefined) return E.right(event as RecordedEvent<D>);
  const { targetType, targetVersion } = event.data;
  const data = decodeData(vocabulary, targetType, targetVersion, event.data.data);
  if (E.isLeft(data)) {
    return data.left._tag === 'InvalidEvent'
      ? invalid(data.left.faults.map((fault) => ({ ...fault, path: `data.${fault.path}` })))
      : data;
  }
  const known = definitionOf(vocabulary, targetType)?.version ?? targetVersion;
  return E.right({
    ...event,
    data: { ...event.data, targetVersion: known, data: data.right },
  } as RecordedEvent<D>);
};

/** Reads a stored event with the codecs alone: what tells all that is wrong, and what the quick test must agree with. */
export const decodeClosely =
  <D>(vocabulary: Vocabulary<D>) =>
  (stored: unknown): E.Either<DecodeError, RecordedEvent<D>> => {
    const envelope = RecordedEnvelope.decode(stored);
    if (E.isLeft(envelope)) return invalid(faultsOf(envelope.left));
    const { type, version } = envelope.right;
    const data = decodeData(vocabulary, type, version, envelope.right.data);
    if (E.isLeft(data)) return data;
    const event = {
      ...envelope.right,
      version: definitionOf(vocabulary, type)?.version ?? version,
      data: data.right,
    };
    return type === 'Corrected'
      ? decodeCorrected(vocabulary, event as Parameters<typeof decodeCorrected>[1])
      : E.right(event as RecordedEvent<D>);
  };

/**
 * Reads a stored event: checks the envelope, brings the data to the present version and checks it.
 *
 * @remarks The only decoder. Types with a dot that the vocabulary does not know are carried unread; unknown
 * fields are kept. An event that is sound as it stands is given back itself, not a copy.
 * @public
 */
export const decode = <D>(
  vocabulary: Vocabulary<D>,
): ((stored: unknown) => E.Either<DecodeError, RecordedEvent<D>>) => {
  const isSound = soundIn(vocabulary);
  const closely = decodeClosely(vocabulary);
  return (stored) => (isSound(stored) ? E.right(stored as RecordedEvent<D>) : closely(stored));
};
