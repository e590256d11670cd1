import type { Degree } from '../events/impact.ts';

/** The degrees, least bad first; what no source specifies ranks between degraded and partial. */
const RANKED: readonly Degree[] = ['none', 'degraded', 'unspecified', 'partial', 'full'];

/** The worst of the degrees that count at least one; null when none does. */
export const worstOf = (counts: Readonly<Partial<Record<Degree, number>>>): Degree | null =>
  RANKED.findLast((degree) => (counts[degree] ?? 0) > 0) ?? null;
