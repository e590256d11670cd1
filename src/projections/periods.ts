import type { Policy } from '../history/policy.ts';
import { defaultPolicy } from '../history/policy.ts';
import { jaccard } from '../primitives/interval.ts';
import { sourceKey } from '../primitives/source.ts';
import type { Actual } from './actualPeriod.ts';
import { claimedEnds } from './claimedEnds.ts';
import type { ActualPeriod, ClaimedPeriod } from './claimsView.ts';
import { groupedBy } from './conflicts.ts';
import { msBetween } from './measured.ts';
import { isPlaceable, placeOf } from './placeOf.ts';
import type { Statement } from './statement.ts';
import { latestOf } from './statement.ts';
import type { Statements } from './statements.ts';

type Duration = Statements['other']['durations'][number];

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

/**
 * How long a source says that the incident lasted: the last it said of the whole, else of the only impact that it measured. What
 * it says of one impact among several is no length of the incident.
 */
const statedOf = (durations: Statements['other']['durations']): Duration | undefined => {
  const whole = latestOf(durations.filter(({ impactId }) => impactId === null));
  const impacts = new Set(durations.map(({ impactId }) => impactId));
  return whole ?? (impacts.size === 1 ? latestOf(durations) : undefined);
};

/** The period that a source states, by all that it says; null when it states none. */
const periodOf = (said: Statements, actual: Actual): ClaimedPeriod | null => {
  const first = said.timed.all[0] ?? said.other.updates[0];
  if (!first) return null;
  const { from, to } = claimedEnds(said, first.source.kind === 'status-page');
  const stated = statedOf(said.other.durations);
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

const bySource = <S extends Statement>(all: readonly S[]): ReadonlyMap<string, readonly S[]> =>
  groupedBy(all, ({ source }) => sourceKey(source));

/** The period that each source states, against the actual one: most trusted kinds first, then by name. */
export const periodsIn = (
  { timed, other }: Statements,
  actual: Actual,
  { rank }: Policy = defaultPolicy,
): readonly ClaimedPeriod[] => {
  const [all, updates] = [bySource(timed.all), bySource(other.updates)];
  const [durations, levels] = [bySource(other.durations), bySource(other.levels)];
  const placeOfKind = ({ source: { kind } }: Statement): number =>
    rank.includes(kind) ? rank.indexOf(kind) : rank.length;
  const placed = [...new Set([...all.keys(), ...updates.keys()])].map((key) => {
    const [first] = all.get(key) ?? updates.get(key) ?? [];
    return { key, place: first ? placeOfKind(first) : rank.length };
  });
  const saidBy = (key: string): Statements => ({
    timed: { all: all.get(key) ?? [] },
    other: {
      updates: updates.get(key) ?? [],
      durations: durations.get(key) ?? [],
      levels: levels.get(key) ?? [],
    },
  });
  return placed
    .toSorted((a, b) => a.place - b.place || (a.key < b.key ? -1 : 1))
    .flatMap(({ key }) => periodOf(saidBy(key), actual) ?? []);
};
