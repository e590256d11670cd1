import type { EventId } from '../primitives/ids.ts';
import type { Elapsed } from '../primitives/elapsed.ts';
import type { Instant } from '../primitives/instant.ts';
import { exactly } from '../primitives/moment.ts';
import type { Duration, DurationDefinition } from './duration.ts';
import type { Lifecycle } from './lifecycle.ts';
import { measured } from './measured.ts';
import type { Milestone } from './milestone.ts';
import { placeOf } from './placeOf.ts';

/** What the durations of one incident are computed from. */
export interface Course {
  /** The milestones that are known. */
  readonly milestones: ReadonlyMap<string, Milestone>;
  /** Where the incident stands. */
  readonly lifecycle: Lifecycle;
  /** The instant they are computed for. */
  readonly at: Instant;
  /** The policy that chose, as `name@version`. */
  readonly policy: string;
}

/** Beginnings: while an incident is open they lie behind it, known or not, and are never waited for. */
const BEGINNINGS: ReadonlySet<string> = new Set(['changeMade', 'impactStarted']);

const unknown: Elapsed = { ms: null, minMs: null, maxMs: null };

/** Whether the end of a duration is still to come: the incident is open, and service not known to be back. */
const isAwaited = (to: string, { milestones, lifecycle }: Course): boolean =>
  lifecycle.status === 'open' &&
  !BEGINNINGS.has(to) &&
  !(to === 'restored' && milestones.has('impactEnded')) &&
  !(to === 'impactEnded' && milestones.has('restored'));

const isNegative = (maxMs: number | null): boolean => maxMs !== null && maxMs < 0;

/** Whether a duration from the fallback would only compare an event with itself. */
const isSame = (a: Milestone, b: Milestone | undefined): boolean =>
  a.evidence[0] === b?.evidence[0];

/** The milestone it is measured from, with its name. */
const startOf = (
  { from, to, fallback }: DurationDefinition,
  { milestones }: Course,
): { readonly basis: string; readonly start: Milestone | undefined } => {
  const start = milestones.get(from);
  const instead = fallback === undefined ? undefined : milestones.get(fallback);
  return start === undefined &&
    fallback !== undefined &&
    instead !== undefined &&
    !isSame(instead, milestones.get(to))
    ? { basis: fallback, start: instead }
    : { basis: from, start };
};

const evidenceOf = (
  start: Milestone | undefined,
  end: Milestone | undefined,
): readonly EventId[] => {
  const [before, after] = [start?.evidence ?? [], end?.evidence ?? []];
  const more = after.filter((eventId) => !before.includes(eventId));
  return more.length === 0 ? before : [...before, ...more];
};

/** The duration of that definition in the course of one incident. */
export const durationIn = (course: Course, definition: DurationDefinition): Duration => {
  const { name, version, from, to, signed = false } = definition;
  const { basis, start } = startOf(definition, course);
  const end = course.milestones.get(to);
  const shown = (
    status: Duration['status'],
    { ms, minMs, maxMs }: Elapsed,
    missing: readonly string[] = [],
  ): Duration => ({
    name,
    definition: { version, from, to, policy: course.policy },
    status: status !== 'missing' && !signed && isNegative(maxMs) ? 'invalid' : status,
    ms,
    minMs,
    maxMs,
    from: start ? placeOf(start.moment) : null,
    to: end ? placeOf(end.moment) : null,
    basis,
    missing,
    evidence: evidenceOf(start, end),
  });
  const { status, evidence } = course.lifecycle;
  if (status === 'cancelled' || status === 'merged') {
    return { ...shown('not-applicable', unknown), from: null, to: null, evidence };
  }
  if (start && end) return shown('recorded', measured(start.moment, end.moment));
  if (start && isAwaited(to, course)) {
    return shown('running', measured(start.moment, exactly(course.at)));
  }
  const missing = [...(start ? [] : [from]), ...(end ? [] : [to])];
  return shown('missing', unknown, missing);
};
