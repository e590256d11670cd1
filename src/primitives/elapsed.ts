import type { Instant } from './instant.ts';
import { msOf } from './instant.ts';
import type { Moment, MomentReading } from './moment.ts';

/**
 * The time from one moment to another, with its bounds.
 *
 * @remarks Units: milliseconds. Negative when the second comes first.
 * @public
 */
export interface Elapsed {
  /** From earliest to earliest; null when either is unknown, or when it depends on an undecided zone. */
  readonly ms: number | null;
  /** The least it can be; null when unbounded. */
  readonly minMs: number | null;
  /** The most it can be; null when unbounded. */
  readonly maxMs: number | null;
}

type Ends = Pick<MomentReading, 'earliest' | 'latest'>;

/** The ends of a moment, or of one of its readings, in milliseconds since 1970; null where unknown. */
export interface Bounds {
  readonly earliestMs: number | null;
  readonly latestMs: number | null;
}

const msOrNull = (instant: Instant | undefined): number | null =>
  instant === undefined ? null : msOf(instant);

/** The ends in milliseconds. */
export const boundsOf = ({ earliest, latest }: Ends): Bounds => ({
  earliestMs: msOrNull(earliest),
  latestMs: msOrNull(latest),
});

const difference = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : to - from;

/** The time from the one to the other, neither of them undecided. */
export const elapsedWithin = (from: Bounds, to: Bounds): Elapsed => ({
  ms: difference(from.earliestMs, to.earliestMs),
  minMs: difference(from.latestMs, to.earliestMs),
  maxMs: difference(from.earliestMs, to.latestMs),
});

const direct = (from: Ends, to: Ends): Elapsed => elapsedWithin(boundsOf(from), boundsOf(to));

/**
 * Whether the first moment was over before the second began, under every reading of an undecided zone that they
 * share.
 */
export const isCertainlyBefore = (a: Moment, b: Moment): boolean =>
  a.undecided || b.undecided
    ? (elapsed(a, b).minMs ?? 0) > 0
    : a.latest !== undefined && b.earliest !== undefined && a.latest < b.earliest;

const hull = (
  values: readonly (number | null)[],
  pick: (...numbers: number[]) => number,
): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === values.length && known.length > 0 ? pick(...known) : null;
};

/**
 * The time from one moment to another. Two moments of one undecided group are compared reading by reading,
 * since one zone decides both: the bounds are those of any reading, and so are not widened by the doubt.
 *
 * @public
 */
export const elapsed = (from: Moment, to: Moment): Elapsed => {
  const a = from.undecided;
  const b = to.undecided;
  if (!a && !b) return direct(from, to);
  if (!a || !b || a.group !== b.group) return { ...direct(from, to), ms: null };
  const readings = a.alternatives.flatMap((reading) => {
    const twin = b.alternatives.find(({ zone }) => zone === reading.zone);
    return twin ? [direct(reading, twin)] : [];
  });
  const first = readings[0];
  if (!first) return { ...direct(from, to), ms: null };
  return {
    ms: readings.every(({ ms }) => ms === first.ms) ? first.ms : null,
    minMs: hull(
      readings.map(({ minMs }) => minMs),
      Math.min,
    ),
    maxMs: hull(
      readings.map(({ maxMs }) => maxMs),
      Math.max,
    ),
  };
};
