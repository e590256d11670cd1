import type { Amount, Measure } from '../events/impact.ts';
import type { Policy } from '../history/policy.ts';
import { defaultPolicy } from '../history/policy.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Source } from '../primitives/source.ts';
import type { ImpactRecord } from './impactRecord.ts';

/**
 * A figure, with who says so.
 *
 * @public
 */
export interface Figure<M> {
  /** The figure as stated. */
  readonly value: M;
  /** Who says so. */
  readonly source: Source;
  /** The event that says so. */
  readonly evidence: readonly EventId[];
}

/**
 * What was measured of an impact, one figure chosen of each kind; null when nobody measured.
 *
 * @public
 */
export interface MeasuredImpact {
  /** Clients hit. */
  readonly clients: Figure<Measure> | null;
  /** Transactions lost, failed or delayed. */
  readonly transactions: Figure<Measure> | null;
  /** Money at stake. */
  readonly amount: Figure<Amount> | null;
}

type Told = ImpactRecord['measured'][number];

/** What sorts a figure: of the whole before of one impact, counted before estimated, by rank of source. */
const keyOf = (told: Told, basis: string, { rank }: Policy): number => {
  const trust = rank.indexOf(told.source.kind);
  return (
    (told.impactId === undefined ? 0 : 1000) +
    (basis === 'actual' ? 0 : 100) +
    (trust < 0 ? rank.length : trust)
  );
};

const chosen = <M extends Measure | Amount>(
  record: ImpactRecord,
  policy: Policy,
  figureOf: (told: Told) => M | undefined,
): Figure<M> | null => {
  const figures = record.measured.flatMap((told) => {
    const value = figureOf(told);
    return value ? [{ told, value, key: keyOf(told, value.basis, policy) }] : [];
  });
  const least = Math.min(...figures.map(({ key }) => key));
  // Among equals the last in the story is the latest word.
  const best = figures.findLast(({ key }) => key === least);
  return best
    ? { value: best.value, source: best.told.source, evidence: [best.told.eventId] }
    : null;
};

/** The figures chosen from all that were told; figures are never added up. */
export const measuredImpact = (
  record: ImpactRecord,
  policy: Policy = defaultPolicy,
): MeasuredImpact => ({
  clients: chosen(record, policy, ({ clients }) => clients),
  transactions: chosen(record, policy, ({ transactions }) => transactions),
  amount: chosen(record, policy, ({ amount }) => amount),
});
