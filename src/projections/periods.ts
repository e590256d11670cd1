import type { Policy } from '../history/policy.ts';
import { defaultPolicy } from '../history/policy.ts';
import { jaccard } from '../primitives/interval.ts';
import { sourceKey } from '../primitives/source.ts';
import type { Actual } from './actualPeriod.ts';
import { claimedEnds } from './claimedEnds.ts';
import type { ActualPeriod, ClaimedPeriod } from './claimsView.ts';
import { msBetween } from './measured.ts';
import { isPlaceable, placeOf } from './placeOf.ts';
import type { Statement } from './statement.ts';
import { latestOf } from './statement.ts';
import type { Statements } from './statements.ts';

const less = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a - b;

const overlapOf = (
  claimed: Pick<ClaimedPeriod, 'from' | 'to'>,
  actual: Pick<ActualPeriod, 'from' | 'to'>,
): number | null => {
  const { from, to } = claimed;
  if (from === null || to === null || actual.from === null || actual.to === null) return null;
  if (to < from || actual.to < actual.from) return null;
  return jaccard({ from, to }, { from: actual.from, to: actual.to });
};

/** The period that a source states, by all that it says; null when it states none. */
const periodOf = (said: Statements, actual: Actual): ClaimedPeriod | null => {
  const first = said.timed.all[0] ?? said.other.updates[0];
  if (!first) return null;
  const { from, to } = claimedEnds(said, first.source.kind === 'status-page');
  const stated = latestOf(said.other.durations);
  if (!stated && !(from && isPlaceable(from.moment))) return null;
  const { locator: _, ...source } = first.source;
  const placed = { from: from ? placeOf(from.moment) : null, to: to ? placeOf(to.moment) : null };
  const ms = msBetween(from?.moment, to?.moment);
  return {
    source,
    ...placed,
    ms,
    statedMs: stated?.durationMs ?? null,
    startErrorMs: msBetween(actual.from, from?.moment),
    endErrorMs: msBetween(actual.to, to?.moment),
    durationErrorMs: less(ms, actual.period.ms),
    overlap: overlapOf(placed, actual.period),
    evidence: [...new Set([from, to, stated].flatMap((each) => each?.eventId ?? []))],
  };
};

const bySource = ({ timed, other }: Statements, key: string): Statements => {
  const own = <S extends Statement>(all: readonly S[]): readonly S[] =>
    all.filter(({ source }) => sourceKey(source) === key);
  return {
    timed: { all: own(timed.all) },
    other: {
      updates: own(other.updates),
      durations: own(other.durations),
      levels: own(other.levels),
    },
  };
};

/** The period that each source states, against the actual one: most trusted kinds first, then by name. */
export const periodsIn = (
  all: Statements,
  actual: Actual,
  { rank }: Policy = defaultPolicy,
): readonly ClaimedPeriod[] => {
  const kinds = new Map(
    [...all.timed.all, ...all.other.updates].map(({ source }) => [sourceKey(source), source.kind]),
  );
  const placed = [...kinds].map(([key, kind]) => ({
    key,
    place: rank.includes(kind) ? rank.indexOf(kind) : rank.length,
  }));
  return placed
    .toSorted((a, b) => a.place - b.place || (a.key < b.key ? -1 : 1))
    .flatMap(({ key }) => periodOf(bySource(all, key), actual) ?? []);
};
