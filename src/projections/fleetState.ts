import type { IncidentId } from '../primitives/ids.ts';
import { intersection } from '../primitives/interval.ts';
import type { AvailabilityWindow } from './availability.ts';
import { within } from './downtime.ts';
import type { Duration } from './duration.ts';
import type { Cause } from './causes.ts';
import type { FleetIncident, NotInFleet } from './fleetIncident.ts';
import type { ImpactRecord } from './impactRecord.ts';
import type { UnmeasuredImpact } from './placedImpact.ts';
import type { ImpactInterval } from './worstIntervals.ts';

/**
 * Why an incident has no value for a duration: it still runs; a milestone is missing; it does not apply; its end is
 * certainly before its start; only bounds are known; it was measured from another basis, or by another definition.
 *
 * @public
 */
export type NoValue =
  | 'running'
  | 'missing'
  | 'not-applicable'
  | 'invalid'
  | 'bounds-only'
  | 'other-basis'
  | 'other-definition';

/**
 * A duration as it was defined when incidents were counted.
 *
 * @public
 */
export type FleetDefinition = Pick<Duration, 'name' | 'definition'>;

/**
 * What is kept of one incident: a number for each duration, and what it is grouped by.
 *
 * @public
 */
export interface FleetRow extends Pick<FleetIncident, 'severity' | 'startedAt'> {
  /** The incident. */
  readonly incidentId: IncidentId | null;
  /** The components hit; null among them where none is named. */
  readonly components: readonly (string | null)[];
  /** What caused it. */
  readonly causes: readonly Cause[];
  /** By place of the definition, the milliseconds or why there are none; null for one it was not counted by. */
  readonly durations: readonly (number | NoValue | null)[];
  /** By place of the definition, the milestone it was measured from where that is not the definition's own. */
  readonly bases: Readonly<Record<number, string>>;
}

/**
 * A stretch of the window in which a component was hit.
 *
 * @public
 */
export interface FleetImpact extends ImpactInterval {
  /** The component; null where no source names one. */
  readonly component: string | null;
}

/**
 * The state of a fleet: what the statistics need and no more, so one row an incident.
 *
 * @public
 */
export interface FleetState {
  /** The definitions of the durations, in the order in which they came; rows have a value for each place. */
  readonly definitions: readonly FleetDefinition[];
  /** The incidents that are part of the statistics. */
  readonly rows: readonly FleetRow[];
  /** How many are not, by reason. */
  readonly leftOut: Readonly<Partial<Record<NotInFleet, number>>>;
  /** When components were hit within the window; nothing without a window. */
  readonly impacts: readonly FleetImpact[];
  /** The components of impacts that may lie in the window but cannot be placed in time. */
  readonly unplaced: readonly Pick<FleetImpact, 'component'>[];
  /** The windows of planned maintenance. */
  readonly planned: ImpactRecord['windows'];
}

/** A state that can be changed; what is in its lists stays as it is. */
interface Draft {
  readonly definitions: FleetDefinition[];
  readonly rows: FleetRow[];
  readonly leftOut: Partial<Record<NotInFleet, number>>;
  readonly impacts: FleetImpact[];
  readonly unplaced: FleetState['unplaced'][number][];
  readonly planned: FleetState['planned'][number][];
}

/** A fleet without incidents. */
export const noFleet = (): FleetState => ({
  definitions: [],
  rows: [],
  leftOut: {},
  impacts: [],
  unplaced: [],
  planned: [],
});

const isSame = (a: FleetDefinition, b: FleetDefinition): boolean =>
  a.name === b.name &&
  a.definition.version === b.definition.version &&
  a.definition.from === b.definition.from &&
  a.definition.to === b.definition.to &&
  a.definition.policy === b.definition.policy;

/** The place of a definition, which is taken in where it is new; where it was before, at best. */
const placeOf = ({ definitions }: Draft, wanted: FleetDefinition, guess: number): number => {
  const guessed = definitions[guess];
  if (guessed && isSame(guessed, wanted)) return guess;
  const place = definitions.findIndex((known) => isSame(known, wanted));
  return place < 0 ? definitions.push(wanted) - 1 : place;
};

const valueOf = ({ status, ms }: Duration): number | NoValue =>
  status === 'recorded' ? (ms ?? 'bounds-only') : status;

const rowOf = (
  state: Draft,
  { incidentId, severity, startedAt, causes, impact, durations }: FleetIncident,
): FleetRow => {
  const places = durations.map(({ name, definition }, index) =>
    placeOf(state, { name, definition }, index),
  );
  const values: (number | NoValue | null)[] = state.definitions.map(() => null);
  const bases: Record<number, string> = {};
  for (const [index, each] of durations.entries()) {
    const place = places[index] ?? 0;
    values[place] = valueOf(each);
    if (each.basis !== each.definition.from) bases[place] = each.basis;
  }
  const components = impact.length === 0 ? [null] : impact.map(({ component }) => component);
  return { incidentId, severity, startedAt, causes, components, durations: values, bases };
};

/** A row whose values are moved to other places. */
const moved = (row: FleetRow, places: readonly number[]): FleetRow => {
  const durations: (number | NoValue | null)[] = [];
  const bases: Record<number, string> = {};
  for (const [index, place] of places.entries()) {
    durations[place] = row.durations[index] ?? null;
    const basis = row.bases[index];
    if (basis !== undefined) bases[place] = basis;
  }
  return { ...row, durations: Array.from(durations, (value) => value ?? null), bases };
};

/** Whether an impact that cannot be placed in time may lie in the window. */
const mayTouch = ({ from, to }: UnmeasuredImpact, window: AvailabilityWindow): boolean =>
  !(to?.latest !== undefined && to.latest < window.from) &&
  !(from?.earliest !== undefined && from.earliest >= window.to);

/** The impact of one incident, as far as it lies in the window. */
const takeImpact = (
  state: Draft,
  { impact, planned }: FleetIncident,
  window: AvailabilityWindow,
): void => {
  for (const { component, intervals, unmeasured } of impact) {
    for (const interval of within(intervals, window)) {
      state.impacts.push({ ...interval, component });
    }
    if (unmeasured.some((each) => mayTouch(each, window))) state.unplaced.push({ component });
  }
  for (const each of planned) {
    if (intersection(each, window)) state.planned.push(each);
  }
};

/** Why incidents are no part of the statistics, in the order in which that is shown. */
export const NOT_IN_FLEET: readonly NotInFleet[] = [
  'nothing-known',
  'cancelled',
  'merged',
  'maintenance',
  'exercise',
];

const count = (state: Draft, reason: NotInFleet, incidents: number): void => {
  if (incidents > 0) state.leftOut[reason] = (state.leftOut[reason] ?? 0) + incidents;
};

/**
 * Takes one more incident into the fleet. Of planned maintenance only the impact counts, which may overrun its
 * window; what was cancelled, merged or an exercise counts for nothing.
 */
export const takeIncident = (
  state: Draft,
  incident: FleetIncident,
  window: AvailabilityWindow | undefined,
): void => {
  const { leftOut } = incident;
  const isCounted = leftOut === null || leftOut === 'maintenance';
  if (window && isCounted) takeImpact(state, incident, window);
  if (leftOut !== null) {
    count(state, leftOut, 1);
    return;
  }
  state.rows.push(rowOf(state, incident));
};

/** Takes in the incidents of another fleet, which stays as it is. */
export const takeFleet = (state: Draft, other: FleetState): void => {
  const places = other.definitions.map((each, index) => placeOf(state, each, index));
  const isInPlace = places.every((place, index) => place === index);
  for (const reason of NOT_IN_FLEET) count(state, reason, other.leftOut[reason] ?? 0);
  for (const row of other.rows) state.rows.push(isInPlace ? row : moved(row, places));
  for (const impact of other.impacts) state.impacts.push(impact);
  for (const component of other.unplaced) state.unplaced.push(component);
  for (const window of other.planned) state.planned.push(window);
};
