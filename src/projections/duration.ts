import type { EventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';

/**
 * What a duration is: the milestones it runs between.
 *
 * @public
 */
export interface DurationDefinition {
  /** Its name, such as `time-to-restore`. */
  readonly name: string;
  /** Counted up with every change of meaning. */
  readonly version: number;
  /** Name of the milestone it runs from. */
  readonly from: string;
  /** Name of the milestone it runs to. */
  readonly to: string;
  /** Name of the milestone it may run from while `from` is unknown; the duration's basis then says so. */
  readonly fallback?: string;
  /** Whether its end may well come before its start, so that a negative value is no fault of the claims. */
  readonly signed?: boolean;
}

/**
 * Whether a duration could be computed: `recorded`; `running` up to the instant asked for; `missing` a milestone;
 * `not-applicable` to an incident cancelled or merged; `invalid` where its end is certainly before its start and the
 * definition does not expect that.
 *
 * @public
 */
export type DurationStatus = 'recorded' | 'running' | 'missing' | 'not-applicable' | 'invalid';

/**
 * How long something took, with its definition, its bounds and what it rests on.
 *
 * @remarks Units: milliseconds.
 * @public
 */
export interface Duration {
  /** Its name. */
  readonly name: string;
  /** What it means. */
  readonly definition: {
    /** Version of the definition. */
    readonly version: number;
    /** Name of the milestone it runs from. */
    readonly from: string;
    /** Name of the milestone it runs to. */
    readonly to: string;
    /** The policy that chose among the claims, as `name@version`. */
    readonly policy: string;
  };
  /** Whether it could be computed. */
  readonly status: DurationStatus;
  /** From earliest to earliest; null where a moment has no earliest, is wider than an hour, or has no decided zone. */
  readonly ms: number | null;
  /** The least it can be; null when unbounded. */
  readonly minMs: number | null;
  /** The most it can be; null when unbounded. */
  readonly maxMs: number | null;
  /** Where it begins; null when that is not known to the hour. */
  readonly from: Instant | null;
  /** Where it ends; null while it runs, or when that is not known to the hour. */
  readonly to: Instant | null;
  /** Name of the milestone it was really measured from. */
  readonly basis: string;
  /** Names of the milestones it lacks; empty unless it is missing. */
  readonly missing: readonly string[];
  /** The events it rests on. */
  readonly evidence: readonly EventId[];
}

/**
 * Defines a duration of your own, for `durationsWith`.
 *
 * @param definition - Its name and milestones; version 1 when none is given.
 * @example
 * ```ts
 * const timeToCall = duration({ name: 'time-to-call', from: 'detected', to: 'called' });
 * ```
 * @public
 */
export const duration = (
  definition: Omit<DurationDefinition, 'version'> & {
    /** Counted up with every change of meaning. */
    readonly version?: number;
  },
): DurationDefinition => ({ version: 1, ...definition });
