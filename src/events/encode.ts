import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import type { Fault } from '../primitives/fault.ts';
import { faultsOf, showValue } from '../primitives/fault.ts';
import { notJsonAt } from '../primitives/json.ts';
import { UnrecordedEnvelope } from './envelope.ts';
import type { IncidentEvent } from './event.ts';
import { excessIn } from './excess.ts';
import type { UnstoredEvent } from './stored.ts';
import type { Vocabulary } from './vocabulary.ts';
import { definitionOf } from './vocabulary.ts';

const check = (codec: t.Mixed, value: unknown, under = ''): readonly Fault[] => {
  const decoded = codec.decode(value);
  return E.isLeft(decoded) ? faultsOf(decoded.left, under) : excessIn(codec, value, under);
};

/** What is wrong with data about to be written as that type and version. */
const dataFaults = <D>(
  vocabulary: Vocabulary<D>,
  { type, version, data }: { type: string; version: number; data: unknown },
  under: string,
): readonly Fault[] => {
  const definition = definitionOf(vocabulary, type);
  if (!definition) {
    return [{ path: 'type', expected: 'an event type of the vocabulary', actual: showValue(type) }];
  }
  const wrongVersion =
    version === definition.version
      ? []
      : [
          {
            path: 'version',
            expected: `version ${definition.version} of ${type}`,
            actual: `${version}`,
          },
        ];
  return [...wrongVersion, ...check(definition.data, data, under)];
};

const correctedFaults = <D>(vocabulary: Vocabulary<D>, data: unknown): readonly Fault[] => {
  const { targetType, targetVersion, data: corrected } = data as Record<string, unknown>;
  return corrected === undefined
    ? []
    : dataFaults(
        vocabulary,
        { type: String(targetType), version: Number(targetVersion), data: corrected },
        'data.data',
      );
};

/**
 * Makes an event ready for a store: checks all of it, refuses fields that no codec knows, and gives the plain
 * JSON of it, which shares nothing with what was passed in.
 *
 * @remarks Errors: every fault at once, each with its path.
 * @public
 */
export const encode =
  <D>(vocabulary: Vocabulary<D>) =>
  (event: IncidentEvent<D>): E.Either<readonly Fault[], UnstoredEvent> => {
    const notJson = notJsonAt(event);
    if (notJson !== null) {
      return E.left([
        { path: notJson, expected: 'plain JSON', actual: 'something JSON cannot hold' },
      ]);
    }
    const envelope = check(UnrecordedEnvelope, event);
    const body = event as { type: string; version: number; data: unknown };
    const data = dataFaults(vocabulary, body, 'data');
    const corrected =
      data.length === 0 && body.type === 'Corrected' ? correctedFaults(vocabulary, body.data) : [];
    const faults = [...envelope, ...data, ...corrected];
    return faults.length > 0
      ? E.left(faults)
      : E.right(JSON.parse(JSON.stringify(event)) as UnstoredEvent);
  };
