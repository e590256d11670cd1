import type * as E from 'fp-ts/lib/Either.js';
import type { IncidentId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import { canonicalJson } from '../primitives/json.ts';
import type { AsOf } from './asOf.ts';
import type { ProjectionFault } from './fold.ts';
import type { Policy } from './policy.ts';
import { defaultPolicy } from './policy.ts';
import type { Summary } from './summary.ts';

/**
 * How the views that a summary takes were computed.
 *
 * @public
 */
export interface TallyOptions extends AsOf {
  /** The instant they were computed for. */
  readonly at: Instant;
  /** The policy that chose among the claims; `defaultPolicy` when absent. */
  readonly policy?: Policy;
}

/**
 * The view of one incident, or what its projection stopped at; a replay gives these.
 *
 * @public
 */
export interface IncidentSeen<V> {
  /** The incident. */
  readonly incidentId: IncidentId;
  /** The view, or what the projection stopped at. */
  readonly view: E.Either<ProjectionFault, V>;
  /** Whether events of the incident could not be read, so that the view may lack something. */
  readonly incomplete?: boolean;
}

/**
 * Incidents counted so far by a summary, and from which point on the time axes: plain JSON, so that it can be saved or
 * sent to where it is merged.
 *
 * @public
 */
export interface Tally<T> extends AsOf {
  /** The summary, as `name@version`. */
  readonly summary: string;
  /** The projection whose views were added, as `name@version`. */
  readonly of: string;
  /** What the summary was set to, as JSON text. */
  readonly settings: string;
  /** The policy that chose among the claims, as `name@version`. */
  readonly policy: string;
  /** The instant that the views were computed for. */
  readonly at: Instant;
  /** How many incidents were added. */
  incidents: number;
  /** How many of them lack events that could not be read. */
  incomplete: number;
  /** How many incidents could not be added, since their projection failed. */
  faults: number;
  /** Ten of those at most, the first by id. */
  faulty: readonly IncidentId[];
  /** The state of the summary. */
  readonly state: T;
}

const MOST_FAULTY = 10;

const firstOfAll = (ids: readonly IncidentId[]): readonly IncidentId[] =>
  ids.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)).slice(0, MOST_FAULTY);

/**
 * A tally with no incident in it.
 *
 * @public
 */
export const emptyTally = <V, T, R>(
  summary: Summary<V, T, R>,
  { at, policy = defaultPolicy, knownAt, recordedBefore, occurredBefore }: TallyOptions,
): Tally<T> => ({
  summary: `${summary.name}@${summary.version}`,
  of: `${summary.of.name}@${summary.of.version}`,
  settings: canonicalJson(summary.settings),
  policy: `${policy.name}@${policy.version}`,
  at,
  ...(knownAt && { knownAt }),
  ...(recordedBefore && { recordedBefore }),
  ...(occurredBefore && { occurredBefore }),
  incidents: 0,
  incomplete: 0,
  faults: 0,
  faulty: [],
  state: summary.initial(),
});

/**
 * Adds one incident to a tally, which it changes. One whose projection failed is counted as a fault.
 *
 * @remarks Errors: what the summary's own `add` throws.
 * @public
 */
export const addIncident = <V, T, R>(
  summary: Summary<V, T, R>,
  tally: Tally<T>,
  { incidentId, view, incomplete = false }: IncidentSeen<V>,
): void => {
  if (view._tag === 'Left') {
    tally.faults += 1;
    tally.faulty = firstOfAll([...tally.faulty, incidentId]);
    return;
  }
  summary.add(tally.state, view.right);
  tally.incidents += 1;
  if (incomplete) tally.incomplete += 1;
};

/** Adds to a tally, which it changes, the incidents of another, which it leaves as it is. */
export const addTally = <V, T, R>(
  summary: Summary<V, T, R>,
  tally: Tally<T>,
  other: Tally<T>,
): void => {
  // What a state takes over from another it may change later: it gets a copy of its own.
  summary.merge(tally.state, structuredClone(other.state));
  tally.incidents += other.incidents;
  tally.incomplete += other.incomplete;
  tally.faults += other.faults;
  tally.faulty = firstOfAll([...tally.faulty, ...other.faulty]);
};
