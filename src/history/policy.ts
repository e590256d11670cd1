import type { SourceKind } from '../primitives/source.ts';
import { sourceKey } from '../primitives/source.ts';
import { anchorOf } from '../primitives/moment.ts';
import type { AnyEffective } from './effective.ts';

/**
 * How one claim is chosen among several about one happening. It is data, so that a derived value can name it.
 *
 * @public
 */
export interface Policy {
  /** Its name, shown with every duration. */
  readonly name: string;
  /** Its version, counted up with every change of meaning. */
  readonly version: number;
  /** Kinds of source, most trusted first; a kind not listed comes last. */
  readonly rank: readonly SourceKind[];
  /** Another rank for some event types. */
  readonly rankOf?: Readonly<Record<string, readonly SourceKind[]>>;
}

const PUBLIC_FIRST: readonly SourceKind[] = [
  'status-page',
  'postmortem',
  'ticket',
  'responder',
  'monitor',
  'import',
];

/**
 * The post mortem before the ticket, the responder, the monitor and the status page; for what was published,
 * the status page first.
 *
 * @public
 */
export const defaultPolicy: Policy = {
  name: 'default',
  version: 1,
  rank: ['postmortem', 'ticket', 'responder', 'monitor', 'import', 'status-page'],
  rankOf: { StatusPublished: PUBLIC_FIRST, PostmortemPublished: PUBLIC_FIRST },
};

const rankIn = (order: readonly SourceKind[], kind: SourceKind): number => {
  const rank = order.indexOf(kind);
  return rank < 0 ? order.length : rank;
};

/** Latest statement first; ids break a tie, so that the order of arrival never does. */
const laterFirst = (a: AnyEffective, b: AnyEffective): number => {
  const stated = [
    anchorOf(a.statedAt) ?? a.recordedAt,
    anchorOf(b.statedAt) ?? b.recordedAt,
  ] as const;
  if (stated[0] !== stated[1]) return stated[0] < stated[1] ? 1 : -1;
  return a.eventId < b.eventId ? -1 : 1;
};

/**
 * The claims about one happening, best first: by rank of source, then the latest statement. What a source said
 * before its latest statement comes after all latest statements.
 */
export const bestFirst = <E extends AnyEffective>(
  claims: readonly E[],
  policy: Policy,
): readonly E[] => {
  const order = policy.rankOf?.[claims[0]?.type ?? ''] ?? policy.rank;
  const ranked = claims.toSorted(
    (a, b) => rankIn(order, a.source.kind) - rankIn(order, b.source.kind) || laterFirst(a, b),
  );
  const heard = new Set<string>();
  const latest: E[] = [];
  const earlier: E[] = [];
  for (const claim of ranked) {
    const source = sourceKey(claim.source);
    (heard.has(source) ? earlier : latest).push(claim);
    heard.add(source);
  }
  return [...latest, ...earlier];
};
