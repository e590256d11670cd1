import type { Instant } from '../primitives/instant.ts';
import type { Interval } from '../primitives/interval.ts';
import type { Weights } from './downtime.ts';
import { downtimeOf, upTo, without } from './downtime.ts';
import type { ImpactRecord, ToldImpact } from './impactRecord.ts';
import type { ComponentImpact } from './impactView.ts';
import type { PlacedImpact, UnmeasuredImpact } from './placedImpact.ts';
import { placedImpact } from './placedImpact.ts';
import type { ImpactInterval } from './worstIntervals.ts';
import { worstIntervals } from './worstIntervals.ts';

/** What counts, and up to when. */
export interface Counting {
  /** What counts as down. */
  readonly weights: Weights;
  /** Time that does not count. */
  readonly exclude: readonly Interval[];
  /** Whether the windows of planned maintenance do not count either. */
  readonly excludeMaintenance: boolean;
  /** The instant that running impacts are counted up to. */
  readonly at: Instant;
}

/** How one component was hit, with the part of it that counts. */
export interface Hit {
  /** What is shown of it. */
  readonly view: ComponentImpact;
  /** The intervals that count; null when no impact could be placed in time. */
  readonly counted: readonly ImpactInterval[] | null;
}

const componentOf = ({ component, namedLater }: ToldImpact): string | null =>
  component ?? namedLater;

const isUnmeasured = (placed: PlacedImpact): placed is UnmeasuredImpact => 'impactId' in placed;

const excludedFor = (
  component: string | null,
  { windows }: ImpactRecord,
  { exclude, excludeMaintenance }: Counting,
): readonly Interval[] => {
  const planned = windows.filter(
    ({ components }) =>
      components === null || (component !== null && components.includes(component)),
  );
  return [...exclude, ...(excludeMaintenance ? planned : [])];
};

const hitOf = (component: string | null, record: ImpactRecord, counting: Counting): Hit => {
  const placed = record.impacts
    .filter((impact) => componentOf(impact) === component)
    .map((impact) => placedImpact(impact, record.restored));
  const unmeasured = placed.filter(isUnmeasured);
  const intervals = worstIntervals(placed.flatMap((each) => (isUnmeasured(each) ? [] : each)));
  const counted =
    unmeasured.length < placed.length
      ? without(upTo(intervals, counting.at), excludedFor(component, record, counting))
      : null;
  const downtimeMs = counted && downtimeOf(counted, counting.weights);
  return { view: { component, intervals, downtimeMs, unmeasured }, counted };
};

/** The components hit, in the order in which they first appear; null for where none is named. */
export const componentsIn = ({ impacts }: ImpactRecord): readonly (string | null)[] => [
  ...new Set(impacts.map(componentOf)),
];

/** How each component was hit. */
export const hitsIn = (record: ImpactRecord, counting: Counting): readonly Hit[] =>
  componentsIn(record).map((component) => hitOf(component, record, counting));
