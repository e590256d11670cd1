import type { SummaryContext } from '../history/summary.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Interval } from '../primitives/interval.ts';
import { measureMs, subtract, union } from '../primitives/interval.ts';
import type { Availability, AvailabilityWindow } from './availability.ts';
import { downtimeOf, outageWeights, within, without } from './downtime.ts';
import type { ErrorBudget } from './errorBudget.ts';
import { errorBudget } from './errorBudget.ts';
import { groupsBy } from './fleetCohorts.ts';
import type { FleetAvailabilityOptions } from './fleetOptions.ts';
import type { FleetState } from './fleetState.ts';
import type { ImpactInterval } from './worstIntervals.ts';

/**
 * How available one thing was in the window, with what is left of its error budget.
 *
 * @public
 */
export interface FleetUptime extends Availability {
  /** The error budget; null when no objective was given. */
  readonly budget: ErrorBudget | null;
}

/**
 * How available things were in a window, over all incidents: time that several incidents share counts once.
 *
 * @public
 */
export interface FleetAvailability {
  /** The window. */
  readonly window: AvailabilityWindow;
  /** The instant that it was counted up to: its end, or that of the views when the window was not over. */
  readonly countedTo: Instant;
  /** Whether windows of planned maintenance were left out of both sides. */
  readonly excludeMaintenance: boolean;
  /** All components taken together: at any instant the worst degree of any. */
  readonly overall: FleetUptime;
  /** Each component that was hit in the window; the others were up throughout, as far as anybody says. */
  readonly components: readonly (FleetUptime & {
    /** The component; null where no source names one. */
    readonly component: string | null;
  })[];
}

/** What is looked at, and what does not count for it. */
interface Looked {
  readonly hit: readonly ImpactInterval[];
  readonly out: readonly Interval[];
  readonly isUpperBound: boolean;
}

const concerns = (component: string | null, components: readonly string[] | null): boolean =>
  components === null || (component !== null && components.includes(component));

/**
 * How available the fleet was in the window.
 *
 * @remarks
 * Shape: planned maintenance of one component leaves that component's impact out, overrun counts; only maintenance
 * of everything leaves time out of the whole.
 * Source: availability as 1 − downtime / (window − excluded), downtime as the measure of the union of impact
 * intervals; unknown time belongs to neither side.
 */
export const fleetAvailability = (
  { impacts, unplaced, planned }: FleetState,
  options: FleetAvailabilityOptions,
  at: Instant,
  { faults, incomplete }: Pick<SummaryContext, 'faults' | 'incomplete'>,
): FleetAvailability => {
  const { window, weights = outageWeights, exclude = [], excludeMaintenance = false } = options;
  const countedTo = at < window.from ? window.from : at < window.to ? at : window.to;
  const counted = { from: window.from, to: countedTo };
  const maintenance = excludeMaintenance ? planned : [];
  const outFor = (component: string | null): readonly Interval[] =>
    union([...exclude, ...maintenance.filter(({ components }) => concerns(component, components))]);
  const uptimeOf = ({ hit, out, isUpperBound }: Looked): FleetUptime => {
    const countedMs = measureMs(subtract([counted], out));
    const wholeMs = measureMs(subtract([window], out));
    const downtimeMs = downtimeOf(hit, weights);
    const { objective } = options;
    return {
      share: countedMs === 0 ? null : 1 - downtimeMs / countedMs,
      downtimeMs,
      countedMs,
      isUpperBound,
      method: {
        formula: '1 - weighted downtime / (window - excluded)',
        weights: weights.name,
        components: 'worst',
      },
      budget:
        objective === undefined ? null : errorBudget({ objective, downtimeMs, countedMs, wholeMs }),
    };
  };
  const lacks = faults > 0 || incomplete > 0;
  // Impact of nothing named may have been of any component.
  const isVague = lacks || [...impacts, ...unplaced].some(({ component }) => component === null);
  const components = groupsBy(impacts, ({ component }) => [component]).map(([component, own]) => {
    const out = outFor(component);
    const isUpperBound = isVague || unplaced.some((each) => each.component === component);
    return { component, hit: without(within(own, counted), out), out, isUpperBound };
  });
  const overall = {
    hit: components.flatMap(({ hit }) => hit),
    out: outFor(null),
    isUpperBound: lacks || unplaced.length > 0,
  };
  return {
    window,
    countedTo,
    excludeMaintenance,
    overall: uptimeOf(overall),
    components: components.map(({ component, ...looked }) => ({
      component,
      ...uptimeOf(looked),
    })),
  };
};
