import type { IncidentId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import { msOf } from '../primitives/instant.ts';
import { byText } from './fleetCohorts.ts';
import type { FleetRow } from './fleetState.ts';

/**
 * An incident that came soon after another with the same cause or component.
 *
 * @public
 */
export interface Recurrence {
  /** The incident. */
  readonly incidentId: IncidentId | null;
  /** The one before it. */
  readonly after: IncidentId | null;
  /** From start of impact to start of impact, in milliseconds. */
  readonly gapMs: number;
}

/**
 * What incidents have in common, and how often it came again.
 *
 * @public
 */
export interface Recurring {
  /** What they have in common: a category of cause, a change that did it, or a component hit. */
  readonly by: 'category' | 'change' | 'component';
  /** Which. */
  readonly is: string;
  /** How many incidents have it. */
  readonly incidents: number;
  /** Those that came within the period after the one before, in order of time. */
  readonly recurrences: readonly Recurrence[];
}

/**
 * What came again within a period.
 *
 * @remarks
 * Source: Delegated Regulation (EU) 2024/1772 (DORA), article 8(2), counts incidents of one apparent root cause
 * within six months together. A component hit again need not have the same cause, so both are listed apart.
 * @public
 */
export interface Recurrences {
  /** The longest from one incident to the next, in milliseconds. */
  readonly periodMs: number;
  /** What came again at least once, the most frequent first. */
  readonly groups: readonly Recurring[];
  /** How many incidents could not be looked at, since their start is not known to the hour. */
  readonly withoutStart: number;
}

interface Started {
  readonly incidentId: IncidentId | null;
  readonly at: Instant;
}

const commonIn = ({ causes, components }: FleetRow): readonly Pick<Recurring, 'by' | 'is'>[] => [
  ...causes,
  ...components.flatMap((is) => (is === null ? [] : [{ by: 'component' as const, is }])),
];

const recurrencesIn = (starts: readonly Started[], periodMs: number): readonly Recurrence[] => {
  const inTime = starts.toSorted(
    (a, b) => byText(a.at, b.at) || byText(a.incidentId, b.incidentId),
  );
  return inTime.flatMap(({ incidentId, at }, index) => {
    const before = inTime[index - 1];
    const gapMs = before ? msOf(at) - msOf(before.at) : Infinity;
    return before && gapMs <= periodMs ? [{ incidentId, after: before.incidentId, gapMs }] : [];
  });
};

/** What came again within the period over those incidents. */
export const recurrencesOf = (rows: readonly FleetRow[], periodMs: number): Recurrences => {
  const groups = new Map<string, Pick<Recurring, 'by' | 'is'> & { readonly starts: Started[] }>();
  let withoutStart = 0;
  for (const row of rows) {
    const { incidentId, startedAt: at } = row;
    if (at === null) withoutStart += 1;
    else {
      for (const { by, is } of commonIn(row)) {
        const key = `${by} ${is}`;
        const group = groups.get(key) ?? { by, is, starts: [] };
        group.starts.push({ incidentId, at });
        groups.set(key, group);
      }
    }
  }
  const recurring = [...groups.values()]
    .map(({ by, is, starts }) => ({
      by,
      is,
      incidents: starts.length,
      recurrences: recurrencesIn(starts, periodMs),
    }))
    .filter(({ recurrences }) => recurrences.length > 0)
    .toSorted(
      (a, b) =>
        b.recurrences.length - a.recurrences.length || byText(a.by, b.by) || byText(a.is, b.is),
    );
  return { periodMs, groups: recurring, withoutStart };
};
