import type { Elapsed } from '../primitives/elapsed.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Duration, DurationDefinition } from './duration.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Milestone } from './milestone.ts';
import type { Point } from './point.ts';
import { pointOf, timeBetween } from './point.ts';

const NOTHING: readonly string[] = Object.freeze([]);
const NO_EVIDENCE: readonly EventId[] = Object.freeze([]);

/** What the durations of one incident are computed from. */
export interface Course {
  /** The milestones that are known. */
  readonly milestones: ReadonlyMap<string, Milestone>;
  /** Those that durations look at. */
  readonly points: ReadonlyMap<string, Point>;
  /** Where the incident stands. */
  readonly lifecycle: Lifecycle;
  /** The instant they are computed for. */
  readonly now: Point;
}

/**
 * What the durations of an incident are computed from.
 *
 * @param names - Of the milestones that they look at.
 */
export const courseOf = (
  milestones: ReadonlyMap<string, Milestone>,
  names: ReadonlySet<string>,
  lifecycle: Lifecycle,
  at: Instant,
): Course => {
  const points = new Map<string, Point>();
  for (const name of names) {
    const milestone = milestones.get(name);
    if (milestone) points.set(name, pointOf(milestone));
  }
  const now = pointOf({ moment: { earliest: at, latest: at }, evidence: NO_EVIDENCE });
  return { milestones, points, lifecycle, now };
};

/** Beginnings: while an incident is open they lie behind it, known or not, and are never waited for. */
const BEGINNINGS: ReadonlySet<string> = new Set(['changeMade', 'impactStarted']);

const UNKNOWN: Elapsed = { ms: null, minMs: null, maxMs: null };

/** Whether the end of a duration is still to come: the incident is open, and service not known to be back. */
const isAwaited = (to: string, { milestones, lifecycle }: Course): boolean =>
  lifecycle.status === 'open' &&
  !BEGINNINGS.has(to) &&
  !(to === 'restored' && milestones.has('impactEnded')) &&
  !(to === 'impactEnded' && milestones.has('restored'));

const isNegative = (maxMs: number | null): boolean => maxMs !== null && maxMs < 0;

/** Whether a duration from the fallback would only compare an event with itself. */
const isSame = (a: Point, b: Point | undefined): boolean => a.evidence[0] === b?.evidence[0];

/** The milestone that it falls back on; undefined where it does not. */
const insteadOf = ({ to, fallback }: DurationDefinition, { points }: Course): Point | undefined => {
  const instead = fallback === undefined ? undefined : points.get(fallback);
  return instead && !isSame(instead, points.get(to)) ? instead : undefined;
};

const evidenceOf = (start: Point | undefined, end: Point | undefined): readonly EventId[] => {
  const [before, after] = [start?.evidence ?? NO_EVIDENCE, end?.evidence ?? NO_EVIDENCE];
  if (after.length === 0) return before;
  const more = after.filter((eventId) => !before.includes(eventId));
  return more.length === 0 ? before : [...before, ...more];
};

/**
 * The duration of that definition in the course of one incident.
 *
 * @param shown - What is shown of the definition.
 */
export const durationIn = (
  course: Course,
  definition: DurationDefinition,
  shown: Duration['definition'],
): Duration => {
  const { name, from, to, fallback, signed = false } = definition;
  const { points, lifecycle } = course;
  const { status: stands } = lifecycle;
  const instead = points.has(from) ? undefined : insteadOf(definition, course);
  const start = instead ?? points.get(from);
  const end = points.get(to);
  const basis = instead && fallback !== undefined ? fallback : from;
  if (stands === 'cancelled' || stands === 'merged') {
    const { evidence } = lifecycle;
    const [status, missing] = ['not-applicable', NOTHING] as const;
    return {
      name,
      definition: shown,
      status,
      ...UNKNOWN,
      from: null,
      to: null,
      basis,
      missing,
      evidence,
    };
  }
  const until = end ?? (isAwaited(to, course) ? course.now : undefined);
  const isKnown = start !== undefined && until !== undefined;
  const { ms, minMs, maxMs } = isKnown ? timeBetween(start, until) : UNKNOWN;
  const known = end ? 'recorded' : 'running';
  return {
    name,
    definition: shown,
    status: isKnown ? (!signed && isNegative(maxMs) ? 'invalid' : known) : 'missing',
    ms,
    minMs,
    maxMs,
    from: start?.place ?? null,
    to: end?.place ?? null,
    basis,
    missing: isKnown ? NOTHING : [...(start ? NOTHING : [from]), ...(end ? NOTHING : [to])],
    evidence: evidenceOf(start, end),
  };
};
