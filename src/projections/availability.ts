import type { Instant } from '../primitives/instant.ts';
import type { Interval } from '../primitives/interval.ts';
import { measureMs, subtract } from '../primitives/interval.ts';
import type { Weights } from './downtime.ts';
import { downtimeOf, outageWeights, upTo, within, without } from './downtime.ts';
import type { ImpactView } from './impactView.ts';
import type { ImpactInterval } from './worstIntervals.ts';

/**
 * A stretch of time with both ends, to compute availability for.
 *
 * @public
 */
export interface AvailabilityWindow {
  /** Where it begins. */
  readonly from: Instant;
  /** Where it ends, not included. */
  readonly to: Instant;
}

/**
 * How availability is computed.
 *
 * @public
 */
export interface AvailabilityOptions {
  /** What counts as down; `outageWeights` when absent. */
  readonly weights?: Weights;
  /** Time that belongs to neither side of the division, such as planned maintenance. */
  readonly exclude?: readonly Interval[];
}

/**
 * How available something was in a window, with the method.
 *
 * @public
 */
export interface Availability {
  /** The share of the counted time in which it was up, 0 to 1; null when no time counts. */
  readonly share: number | null;
  /** How long it counts as down, in milliseconds. */
  readonly downtimeMs: number;
  /** The length of the window without what is excluded, in milliseconds. */
  readonly countedMs: number;
  /** Whether an impact was left out since it cannot be placed in time: the share is then at most that. */
  readonly isUpperBound: boolean;
  /** How it was computed. */
  readonly method: {
    /** The formula. */
    readonly formula: '1 - weighted downtime / (window - excluded)';
    /** Name of the weights. */
    readonly weights: string;
    /** How components are taken together: at any instant the worst degree of all. */
    readonly components: 'worst';
  };
}

/**
 * How available a service was in a window, by the impact of one incident.
 *
 * @param view - The impact of all its components; leave some out to ask for the others only.
 * @remarks Errors: throws a RangeError when the window does not end after its start.
 * @public
 */
export const availability = (
  view: ImpactView,
  window: AvailabilityWindow,
  { weights = outageWeights, exclude = [] }: AvailabilityOptions = {},
): Availability => {
  if (window.from >= window.to) {
    throw new RangeError(`expected ${window.to} after ${window.from}`);
  }
  const hit: readonly ImpactInterval[] = view.components.flatMap(({ intervals }) => intervals);
  const countedMs = measureMs(subtract([window], exclude));
  const downtimeMs = downtimeOf(without(within(upTo(hit, view.at), window), exclude), weights);
  return {
    share: countedMs === 0 ? null : 1 - downtimeMs / countedMs,
    downtimeMs,
    countedMs,
    isUpperBound: view.components.some(({ unmeasured }) => unmeasured.length > 0),
    method: {
      formula: '1 - weighted downtime / (window - excluded)',
      weights: weights.name,
      components: 'worst',
    },
  };
};
