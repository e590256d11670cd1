import type { StoredEvent } from '../../../src/events/stored.ts';
import type { Books } from './workload.ts';

/** What is there in the end, and what a follower was given. */
export interface Outcome {
  readonly found: readonly StoredEvent[];
  readonly followed: readonly StoredEvent[];
  /** The most that an append may have taken. */
  readonly longestMs: number;
}

const idsOf = (events: readonly StoredEvent[]): readonly string[] =>
  events.map(({ eventId }) => eventId);

/** Whether the revisions of each stream count from 0 with no gap. */
const isGapless = (events: readonly StoredEvent[]): boolean => {
  const lengths = new Map<string, number>();
  return events.every(({ incidentId, revision }) => {
    const length = lengths.get(incidentId) ?? 0;
    lengths.set(incidentId, length + 1);
    return revision === length;
  });
};

/** All that was promised and is not so. */
export const breachesIn = (
  { tried, acknowledged, slowestMs, strange }: Books,
  { found, followed, longestMs }: Outcome,
): readonly string[] => {
  const ids = idsOf(found);
  const there = new Set(ids);
  const lost = [...acknowledged].filter((id) => !there.has(id)).length;
  const positions = found.map(({ position }) => position ?? '');
  const checks: readonly (readonly [isBroken: boolean, what: string])[] = [
    [acknowledged.size === 0, 'nothing was acknowledged'],
    [lost > 0, `${lost} acknowledged events are lost`],
    [there.size < ids.length, `${ids.length - there.size} events are there twice`],
    [ids.some((id) => !tried.has(id)), 'events are there that nobody appended'],
    [!isGapless(found), 'revisions have gaps'],
    [positions.join() !== positions.toSorted().join(), 'positions are out of order'],
    [idsOf(followed).join() !== ids.join(), 'the follower was given something else'],
    [slowestMs > longestMs, `an append took ${Math.round(slowestMs)} ms`],
  ];
  return [...checks.flatMap(([isBroken, what]) => (isBroken ? [what] : [])), ...strange];
};
