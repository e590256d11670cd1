import type { Summary, SummaryContext } from '../history/summary.ts';
import { summary } from '../history/summary.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Json } from '../primitives/json.ts';
import { canonicalJson } from '../primitives/json.ts';
import { spreadsOf } from './durationSpread.ts';
import { estimator } from './estimate.ts';
import { fleetAvailability } from './fleetAvailability.ts';
import {
  byText,
  componentGroups,
  levelGroups,
  monthGroups,
  monthIn,
  scalesOf,
} from './fleetCohorts.ts';
import type { FleetIncident, NotInFleet } from './fleetIncident.ts';
import { fleetIncident } from './fleetIncident.ts';
import type { FleetOptions } from './fleetOptions.ts';
import type { FleetDefinition, FleetRow, FleetState } from './fleetState.ts';
import { NOT_IN_FLEET, noFleet, takeFleet, takeIncident } from './fleetState.ts';
import type { FleetCohort, FleetView } from './fleetView.ts';
import type { MilestonePick } from './milestone.ts';
import { recurrencesOf } from './recurrences.ts';
import { standardDurations } from './standardDurations.ts';

/** No six months are longer. */
const SIX_MONTHS_MS = 184 * 86_400_000;

const within = (name: string, value: number | undefined, from: number, to: number): void => {
  if (value !== undefined && !(value > from && value < to)) {
    throw new RangeError(`${name}: expected a number between ${from} and ${to}, got ${value}`);
  }
};

/** Refuses options that are a mistake in the calling code. */
const check = ({ confidence, resamples, zone, availability, recurrenceMs }: FleetOptions): void => {
  within('confidence', confidence, 0, 1);
  within('resamples', resamples, 0, 1_000_000);
  if (resamples !== undefined && !Number.isInteger(resamples)) {
    throw new RangeError(`resamples: expected a whole number, got ${resamples}`);
  }
  within('recurrenceMs', recurrenceMs, 0, Infinity);
  within('objective', availability?.objective, 0, 1);
  if (zone !== undefined) monthIn(zone);
  if (availability && availability.window.from >= availability.window.to) {
    throw new RangeError(`expected ${availability.window.to} after ${availability.window.from}`);
  }
};

/** How one of several is picked; nobody can tell two functions apart. */
const pickText = (pick: MilestonePick): string => (typeof pick === 'function' ? 'own' : pick);

/** What decides what is kept of an incident, so that only what was kept alike is put together. */
const settingsOf = ({
  durations = [],
  milestones = [],
  scales,
  availability,
}: FleetOptions): Json => ({
  durations: durations.map(({ name, version, from, to, fallback = null, signed = false }) => ({
    name,
    version,
    from,
    to,
    fallback,
    signed,
  })),
  milestones: milestones.map(({ name, claims, pick, inferredFrom }) => ({
    name,
    claims,
    pick: pickText(pick),
    inferredFrom: inferredFrom
      ? { claims: inferredFrom.claims, pick: pickText(inferredFrom.pick) }
      : null,
  })),
  scales: scales?.map(({ name, levels }) => ({ name, levels })) ?? null,
  window: availability ? { from: availability.window.from, to: availability.window.to } : null,
});

/** The places of the definitions counted, in the order in which they are shown elsewhere. */
const placesOf = (
  { definitions }: FleetState,
  { durations = [] }: FleetOptions,
): readonly (readonly [place: number, definition: FleetDefinition])[] => {
  const names = [...standardDurations, ...durations].map(({ name }) => name);
  return [...definitions.entries()].toSorted(
    ([, a], [, b]) =>
      names.indexOf(a.name) - names.indexOf(b.name) ||
      a.definition.version - b.definition.version ||
      byText(canonicalJson(a), canonicalJson(b)),
  );
};

/** How many incidents are no part of it, by reason, in the same order whatever that of the incidents. */
const leftOutOf = ({ leftOut }: FleetState): FleetView['leftOut'] => {
  const counts: Partial<Record<NotInFleet, number>> = {};
  for (const reason of NOT_IN_FLEET) {
    const count = leftOut[reason];
    if (count !== undefined) counts[reason] = count;
  }
  return counts;
};

const viewOf = (
  state: FleetState,
  options: FleetOptions,
  at: Instant,
  context: SummaryContext,
): FleetView => {
  const { confidence = 0.95, resamples = 1000, seed = 1, mean = false, zone = 'UTC' } = options;
  const { availability, recurrenceMs = SIX_MONTHS_MS, scales } = options;
  const places = placesOf(state, options);
  const estimate = estimator({ confidence, resamples, seed });
  const cohort = (rows: readonly FleetRow[]): FleetCohort => ({
    incidents: rows.length,
    durations: places.flatMap(([place, definition]) =>
      spreadsOf(rows, place, definition, { estimate, mean }),
    ),
  });
  const { rows } = state;
  return {
    ...cohort(rows),
    leftOut: leftOutOf(state),
    bySeverity: scalesOf(rows).flatMap((scale) =>
      levelGroups(rows, scale, scales).map(([level, own]) => ({ scale, level, ...cohort(own) })),
    ),
    byComponent: componentGroups(rows).map(([component, own]) => ({ component, ...cohort(own) })),
    byMonth: monthGroups(rows, zone).map(([month, own]) => ({ month, ...cohort(own) })),
    availability: availability ? fleetAvailability(state, availability, at, context) : null,
    recurrences: recurrencesOf(rows, recurrenceMs),
    method: {
      quantiles: 'hyndman-fan-7',
      intervals: 'percentile-bootstrap',
      confidence,
      resamples,
      seed,
      zone,
    },
  };
};

/**
 * The fleet by your own rules.
 *
 * @remarks
 * Errors: throws a RangeError for an option that makes no sense, since that is a mistake in the calling code.
 * @example
 * ```ts
 * const year = fleetWith({ zone: 'Europe/Paris', availability: { window, objective: 0.999 } });
 * const { view } = summarize(year, projectLog(log, year.of, { at }), { at });
 * ```
 * @public
 */
export const fleetWith = (options: FleetOptions): Summary<FleetIncident, FleetState, FleetView> => {
  check(options);
  return summary({
    name: 'fleet',
    version: 1,
    of: fleetIncident(options),
    settings: settingsOf(options),
    initial: noFleet,
    add: (state, incident) => {
      takeIncident(state, incident, options.availability?.window);
    },
    merge: (state, other) => {
      takeFleet(state, other);
    },
    view: (state, at, context) => viewOf(state, options, at, context),
  });
};

/**
 * How long things took over many incidents: quantiles with intervals, in all and by severity, component and month,
 * with how many were left out and why; what came again.
 *
 * @remarks
 * Shape: the order in which incidents are added makes no difference. A tally keeps a number for each incident and
 * duration, and grows by nothing else but what incidents are grouped by.
 * @public
 */
export const fleet: Summary<FleetIncident, FleetState, FleetView> = fleetWith({});
