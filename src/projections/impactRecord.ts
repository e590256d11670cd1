import type { Degree, ImpactMeasured } from '../events/impact.ts';
import type { Mutable } from '../history/mutable.ts';
import type { Projection } from '../history/projection.ts';
import { projection } from '../history/projection.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Interval } from '../primitives/interval.ts';
import type { Moment } from '../primitives/moment.ts';
import type { Source } from '../primitives/source.ts';
import type { Keep } from './copyOf.ts';
import { keeping } from './keeping.ts';

/**
 * When something happened, and what says so.
 *
 * @public
 */
export interface Evidenced {
  /** When it happened. */
  readonly moment: Moment;
  /** The events that say so. */
  readonly evidence: readonly EventId[];
}

/**
 * One impact as told.
 *
 * @public
 */
export interface ToldImpact {
  /** Which impact. */
  readonly impactId: string;
  /** What was hit, by the first claim about its start that names it. */
  readonly component: string | null;
  /** What was hit, by the first other claim that names it. */
  readonly namedLater: string | null;
  /** How bad it was from the start, by the first claim that says so. */
  readonly degree: Degree;
  /** When it started; null when nobody says. */
  readonly started: Evidenced | null;
  /** How it changed, in the order of the story. */
  readonly changes: readonly (Evidenced & {
    /** How bad it was from there. */
    readonly degree: Degree;
  })[];
  /** When it ended by a claim of its own; null when nobody says. */
  readonly ended: Evidenced | null;
}

/**
 * All that was told of impact.
 *
 * @public
 */
export interface ImpactRecord {
  /** The impacts, in the order in which they first appear. */
  readonly impacts: readonly ToldImpact[];
  /** When service was restored. */
  readonly restored: readonly Evidenced[];
  /** What was measured. */
  readonly measured: readonly (Pick<
    ImpactMeasured,
    'impactId' | 'clients' | 'transactions' | 'amount'
  > & {
    /** Who measured. */
    readonly source: Source;
    /** The event that says so. */
    readonly eventId: EventId;
  })[];
  /** The levels assigned, in the order of the story. */
  readonly levels: readonly {
    /** The scale. */
    readonly scale: string;
    /** The level on it. */
    readonly level: string;
  }[];
  /** The windows of planned maintenance. */
  readonly windows: readonly (Interval & {
    /** What it may disturb; null for everything. */
    readonly components: readonly string[] | null;
  })[];
}

type Draft = Mutable<ImpactRecord>;

interface Seen {
  readonly occurredAt: Moment;
  readonly eventId: EventId;
  readonly refinedBy?: EventId;
}

const evidenced = ({ occurredAt, eventId, refinedBy }: Seen, keep: Keep): Mutable<Evidenced> => ({
  moment: keep(occurredAt),
  evidence: refinedBy === undefined ? [eventId] : [eventId, refinedBy],
});

interface Said<A> {
  readonly data: A;
  readonly others: readonly { readonly data: A }[];
}

/** What the first claim that has such a field says in it. */
const first = <A, K extends keyof A>({ data, others }: Said<A>, field: K): A[K] | undefined =>
  [data, ...others.map((other) => other.data)].find((each) => each[field] !== undefined)?.[field];

const impactOf = (draft: Pick<Draft, 'impacts'>, impactId: string): Mutable<ToldImpact> => {
  const known = draft.impacts.find((impact) => impact.impactId === impactId);
  if (known) return known;
  const added: Mutable<ToldImpact> = {
    impactId,
    component: null,
    namedLater: null,
    degree: 'unspecified',
    started: null,
    changes: [],
    ended: null,
  };
  draft.impacts.push(added);
  return draft.impacts.at(-1) ?? added;
};

/** The fold of all that was told of impact and severity. */
export const impactRecord: Projection<ImpactRecord, ImpactRecord> = keeping((keep) =>
  projection({
    name: 'impact-record',
    version: 1,
    scope: 'incident',
    initial: (): ImpactRecord => ({
      impacts: [],
      restored: [],
      measured: [],
      levels: [],
      windows: [],
    }),
    on: {
      ImpactStarted: (draft, event) => {
        const impact = impactOf(draft, event.data.impactId);
        impact.component = first(event, 'component') ?? null;
        impact.degree = first(event, 'degree') ?? 'unspecified';
        impact.started = evidenced(event, keep);
      },
      ImpactChanged: (draft, event) => {
        const impact = impactOf(draft, event.data.impactId);
        impact.namedLater ??= first(event, 'component') ?? null;
        impact.changes.push({
          ...evidenced(event, keep),
          degree: first(event, 'degree') ?? 'unspecified',
        });
      },
      ImpactEnded: (draft, event) => {
        const impact = impactOf(draft, event.data.impactId);
        impact.namedLater ??= first(event, 'component') ?? null;
        impact.ended = evidenced(event, keep);
      },
      Restored: (draft, event) => {
        draft.restored.push(evidenced(event, keep));
      },
      ImpactMeasured: (draft, { data, source, eventId }) => {
        const { impactId, clients, transactions, amount } = data;
        draft.measured.push({
          ...(impactId !== undefined && { impactId }),
          ...(clients && { clients: keep(clients) }),
          ...(transactions && { transactions: keep(transactions) }),
          ...(amount && { amount: keep(amount) }),
          source: keep(source),
          eventId,
        });
      },
      SeverityAssigned: (draft, { data: { scale, level } }) => {
        draft.levels.push({ scale, level });
      },
      MaintenanceScheduled: (draft, { data: { window, components } }) => {
        draft.windows.push({ ...keep(window), components: keep(components ?? null) });
      },
    },
    view: (state) => state,
  }),
);
