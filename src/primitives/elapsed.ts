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

const difference = (from: Instant | undefined, to: Instant | undefined): number | null =>
  from === undefined || to === undefined ? null : msOf(to) - msOf(from);

const direct = (from: Ends, to: Ends): Elapsed => ({
  ms: difference(from.earliest, to.earliest),
  minMs: difference(from.latest, to.earliest),
  maxMs: difference(from.earliest, to.latest),
});

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
