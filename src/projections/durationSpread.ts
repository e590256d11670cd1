import type { Duration } from './duration.ts';
import type { Estimate, Estimator } from './estimate.ts';
import { meanOf } from './estimate.ts';
import type { FleetDefinition, FleetRow, NoValue } from './fleetState.ts';

/**
 * How long something took over many incidents, by one definition and from one basis.
 *
 * @remarks
 * Units: milliseconds.
 * Source: Š. Davidovič, Incident Metrics in SRE, Google, 2021, and the VOID Report, 2021: durations are skewed,
 * so that means mislead, and at usual numbers of incidents changes of them cannot be told from chance. So there
 * are quantiles with intervals, nothing is added up, and no trend is claimed.
 * @public
 */
export interface DurationSpread {
  /** Its name. */
  readonly name: string;
  /** What it means. */
  readonly definition: Duration['definition'];
  /** Name of the milestone it was measured from; numbers of different bases are never put together. */
  readonly basis: string;
  /** How many incidents have a value. */
  readonly n: number;
  /** The value that half of them stay under. */
  readonly median: Estimate;
  /** The value that three quarters stay under. */
  readonly p75: Estimate;
  /** The value that nine tenths stay under. */
  readonly p90: Estimate;
  /** The value that nineteen in twenty stay under. */
  readonly p95: Estimate;
  /** The mean, where it was asked for; null when there is no value. */
  readonly mean?: number | null;
  /** How many incidents have no value here, by reason; with `n` they add up to all. */
  readonly leftOut: Readonly<Partial<Record<NoValue, number>>>;
}

/** How spreads are shown. */
export interface SpreadOptions {
  /** What makes estimates. */
  readonly estimate: Estimator;
  /** Whether to give the mean. */
  readonly mean: boolean;
}

type Values = readonly (number | NoValue)[];

/** What an incident has for the definition at that place, measured from that basis; null for its own. */
const valueIn = ({ durations, bases }: FleetRow, place: number, basis: string | null) => {
  const value = durations[place] ?? 'other-definition';
  return typeof value === 'number' && (bases[place] ?? null) !== basis ? 'other-basis' : value;
};

const REASONS: readonly NoValue[] = [
  'running',
  'missing',
  'not-applicable',
  'invalid',
  'bounds-only',
  'other-basis',
  'other-definition',
];

/** How many have no value, by reason; reasons in the same order whatever the order of the incidents. */
const countsOf = (values: Values): DurationSpread['leftOut'] => {
  const counts: Partial<Record<NoValue, number>> = {};
  for (const reason of REASONS) {
    const count = values.filter((value) => value === reason).length;
    if (count > 0) counts[reason] = count;
  }
  return counts;
};

const spreadOf = (
  values: Values,
  { name, definition }: FleetDefinition,
  basis: string,
  { estimate, mean }: SpreadOptions,
): DurationSpread => {
  const found = values.filter((value) => typeof value === 'number').toSorted((a, b) => a - b);
  return {
    name,
    definition,
    basis,
    n: found.length,
    median: estimate(found, 0.5),
    p75: estimate(found, 0.75),
    p90: estimate(found, 0.9),
    p95: estimate(found, 0.95),
    ...(mean && { mean: meanOf(found) }),
    leftOut: countsOf(values),
  };
};

/**
 * The spreads of the definition at that place over those incidents: one for its own basis, one for each other that
 * they have values from.
 */
export const spreadsOf = (
  rows: readonly FleetRow[],
  place: number,
  definition: FleetDefinition,
  options: SpreadOptions,
): readonly DurationSpread[] => {
  const others = new Set<string>();
  for (const { durations, bases } of rows) {
    const basis = bases[place];
    if (basis !== undefined && typeof durations[place] === 'number') others.add(basis);
  }
  return [null, ...[...others].toSorted()].map((basis) =>
    spreadOf(
      rows.map((row) => valueIn(row, place, basis)),
      definition,
      basis ?? definition.definition.from,
      options,
    ),
  );
};
