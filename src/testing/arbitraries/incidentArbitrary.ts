import * as fc from 'fast-check';
import type { CoreEvents } from '../../events/core.ts';
import type { RecordedEvent } from '../../events/event.ts';
import { definitionOf, typesOf } from '../../events/vocabulary.ts';
import { vocabularyIn } from '../vocabularyIn.ts';
import type { IncidentArbitraryOptions } from './incidentFeature.ts';
import { kindsIn } from './kinds.ts';
import { lifeOf } from './lifeOf.ts';
import { recordedAll } from './recordedAll.ts';
import { anyTold } from './told.ts';
import { toldOnce } from './toldOnce.ts';

/** What is said about events is made with the event that it is about. */
const RECORD_KEEPING: ReadonlySet<string> = new Set(['Corrected', 'Retracted']);

const TOLD = 10;

/** Whether types are enough for an incident to be reopened. */
const endsAndBegins = (types: readonly string[]): boolean =>
  types.includes('Resolved') && types.includes('Reopened');

/** Where own events stand that no life of an incident has a place for. */
const MIDDLE = 18;

/**
 * The events of one plausible incident in the order of their recording: from the change that caused it to the
 * actions after it, told by several sources, at times late, wrong, inexact, put right or taken back.
 *
 * @remarks Shape: it shrinks to few events, told in time, by one source, exactly.
 * @example
 * ```ts
 * fc.assert(fc.property(incidentArbitrary({ vocabulary, without: ['late'] }), (events) => …));
 * ```
 * @public
 */
export const incidentArbitrary = <D = CoreEvents>(
  options: IncidentArbitraryOptions<D> = {},
): fc.Arbitrary<readonly RecordedEvent<D>[]> => {
  const vocabulary = vocabularyIn(options);
  const without = new Set(options.without);
  const kinds = kindsIn(options).filter(
    ({ type }) => !RECORD_KEEPING.has(type) && !(type === 'Reopened' && without.has('episodes')),
  );
  if (kinds.length === 0) return fc.constant([]);
  const isReopened =
    !without.has('episodes') && (options.types === undefined || endsAndBegins(options.types));
  const ranks = new Map(typesOf(vocabulary).map((type, rank) => [type, rank]));
  return fc
    .array(anyTold(kinds, without, isReopened), { maxLength: options.maxTold ?? TOLD })
    .map((tellings) => {
      const told = without.has('contradictions')
        ? toldOnce(tellings, (type) => definitionOf(vocabulary, type)?.happening ?? 'event')
        : tellings;
      const life = lifeOf(told, (type) =>
        type.includes('.') ? MIDDLE : (ranks.get(type) ?? MIDDLE),
      );
      return recordedAll(vocabulary, life);
    });
};
