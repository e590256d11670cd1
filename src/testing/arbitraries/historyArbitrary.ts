import * as fc from 'fast-check';
import type { CoreEvents } from '../../events/core.ts';
import type { AsOf } from '../../history/asOf.ts';
import type { History } from '../../history/history.ts';
import { history } from '../../history/history.ts';
import type { Policy } from '../../history/policy.ts';
import { defaultPolicy } from '../../history/policy.ts';
import { vocabularyIn } from '../vocabularyIn.ts';
import { incidentArbitrary } from './incidentArbitrary.ts';
import type { IncidentArbitraryOptions } from './incidentFeature.ts';
import { minutesIn } from './times.ts';

/**
 * Which histories are made.
 *
 * @public
 */
export interface HistoryArbitraryOptions<D = CoreEvents> extends IncidentArbitraryOptions<D> {
  /** How one claim is chosen among several; `defaultPolicy` when absent. */
  readonly policy?: Policy;
}

const LAST_MINUTE = 900;

const instants = fc.integer({ min: -60, max: LAST_MINUTE }).map((minute) => minutesIn(minute));

/**
 * Points on the three time axes around an arbitrary incident, each axis cut or not.
 *
 * @public
 */
export const asOfArbitrary: fc.Arbitrary<AsOf> = fc.record(
  { knownAt: instants, recordedBefore: instants, occurredBefore: instants },
  { requiredKeys: [] },
);

/**
 * The history of one plausible incident, looked at from any point on the three time axes.
 *
 * @example
 * `fc.assert(fc.property(historyArbitrary(), (history) => E.isRight(project(history, mine, at))));`
 * @public
 */
export const historyArbitrary = <D = CoreEvents>(
  options: HistoryArbitraryOptions<D> = {},
): fc.Arbitrary<History<D>> => {
  const vocabulary = vocabularyIn(options);
  const { policy = defaultPolicy } = options;
  return fc
    .tuple(incidentArbitrary(options), fc.oneof(fc.constant({}), asOfArbitrary))
    .map(([events, asOf]) => history(events, { ...asOf, vocabulary, policy }));
};
