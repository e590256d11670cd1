import type { SeverityScale } from '../primitives/severity.ts';
import { rankOf, severityScales } from '../primitives/severity.ts';

/** A level assigned on a scale. */
interface Assigned {
  readonly scale: string;
  readonly level: string;
}

/** Whether a level takes the place of the one so far: it is worse, or one of them has no rank. */
const replaces = (next: Assigned, so: string, scales: readonly SeverityScale[]): boolean => {
  const [rank, before] = [rankOf(next.scale, next.level, scales), rankOf(next.scale, so, scales)];
  if (rank === null) return before === null;
  return before === null || rank < before;
};

/**
 * The worst level on each scale; on a scale whose ranks nobody declared, the latest.
 *
 * @param levels - In the order of the story.
 */
export const worstSeverity = (
  levels: readonly Assigned[],
  scales: readonly SeverityScale[] = severityScales,
): Readonly<Record<string, string>> => {
  const worst = new Map<string, string>();
  for (const next of levels) {
    const so = worst.get(next.scale);
    if (so === undefined || replaces(next, so, scales)) worst.set(next.scale, next.level);
  }
  return Object.fromEntries(worst);
};
