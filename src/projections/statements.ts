import type { Mention } from '../events/communication.ts';
import { core } from '../events/core.ts';
import { typesOf } from '../events/vocabulary.ts';
import { combine } from '../history/combine.ts';
import type { AnyEffective } from '../history/effective.ts';
import type { Mutable } from '../history/mutable.ts';
import type { Projection } from '../history/projection.ts';
import { projection } from '../history/projection.ts';
import type { Keep } from './copyOf.ts';
import { keeping } from './keeping.ts';
import type { Statement } from './statement.ts';
import { statementOf } from './statement.ts';

/**
 * All claims about when something happened, but for what was published.
 *
 * @public
 */
export interface TimedStatements {
  /** The claims, in the order of the story. */
  readonly all: readonly Statement[];
}

/**
 * What sources say that is compared otherwise than by when it happened.
 *
 * @public
 */
export interface OtherStatements {
  /** The updates published. */
  readonly updates: readonly (Statement & {
    /** The status word. */
    readonly status: string;
    /** Whether everybody could read it. */
    readonly isPublic: boolean;
    /** The times that its text speaks of. */
    readonly mentions: readonly Mention[];
  })[];
  /** The durations stated. */
  readonly durations: readonly (Statement & {
    /** The impact it is of; null for the whole. */
    readonly impactId: string | null;
    /** How long, in milliseconds. */
    readonly durationMs: number;
  })[];
  /** The levels assigned. */
  readonly levels: readonly (Statement & {
    /** The scale. */
    readonly scale: string;
    /** The level on it. */
    readonly level: string;
  })[];
}

/**
 * All that sources say, claim by claim.
 *
 * @public
 */
export interface Statements {
  /** When something happened. */
  readonly timed: TimedStatements;
  /** The rest. */
  readonly other: OtherStatements;
}

const NOT_TIMED: ReadonlySet<string> = new Set(['Corrected', 'Retracted', 'StatusPublished']);

const take =
  (keep: Keep) =>
  (draft: Mutable<TimedStatements>, event: AnyEffective): undefined => {
    draft.all.push(statementOf(event, keep));
  };

const timed = keeping((keep) =>
  projection<TimedStatements, unknown, 'claims', Record<string, unknown>>({
    name: 'timed-statements',
    version: 1,
    scope: 'claims',
    initial: () => ({ all: [] }),
    on: Object.fromEntries(
      typesOf(core)
        .filter((type) => !NOT_TIMED.has(type))
        .map((type) => [type, take(keep)]),
    ),
    view: (state) => state,
  }),
);

const other = keeping((keep) =>
  projection({
    name: 'other-statements',
    version: 1,
    scope: 'claims',
    initial: (): OtherStatements => ({ updates: [], durations: [], levels: [] }),
    on: {
      StatusPublished: (draft, event) => {
        const { status, audience = 'public', mentions = [] } = event.data;
        const isPublic = audience === 'public';
        const more = { status, isPublic, mentions: keep(mentions) };
        draft.updates.push(Object.assign(statementOf(event, keep), more));
      },
      ImpactMeasured: (draft, event) => {
        const { impactId = null, durationMs } = event.data;
        if (durationMs !== undefined) {
          draft.durations.push(Object.assign(statementOf(event, keep), { impactId, durationMs }));
        }
      },
      SeverityAssigned: (draft, event) => {
        const { scale, level } = event.data;
        draft.levels.push(Object.assign(statementOf(event, keep), { scale, level }));
      },
    },
    view: (state) => state,
  }),
);

/** The fold of all that sources say, claim by claim. */
export const statements: Projection<Statements, unknown> = combine({ timed, other });
