import type { EventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Moment } from '../primitives/moment.ts';
import type { Source } from '../primitives/source.ts';

/**
 * The period in which people were hit, by the chosen milestones.
 *
 * @public
 */
export interface ActualPeriod {
  /** Start of impact; null when it is not known to the hour. */
  readonly from: Instant | null;
  /** Its end; null when there is none yet, or it is not known to the hour. */
  readonly to: Instant | null;
  /** How long it is, in milliseconds; null when an end is unknown. */
  readonly ms: number | null;
  /** The milestone that ends it: restoration, else the end of impact, else resolution; null when there is none. */
  readonly basis: 'restored' | 'impactEnded' | 'resolved' | null;
  /** The events it rests on. */
  readonly evidence: readonly EventId[];
}

/**
 * The period that one source claims, against the actual one.
 *
 * @remarks Units: milliseconds. Errors are claimed less actual, null when either is unknown.
 * @public
 */
export interface ClaimedPeriod {
  /** Who claims it. */
  readonly source: Source;
  /** Where it begins; null when the source does not say it to the hour. */
  readonly from: Instant | null;
  /** Where it ends; null when the source does not say it to the hour, or says that it goes on. */
  readonly to: Instant | null;
  /** How long it is by its ends. */
  readonly ms: number | null;
  /** How long the source says that it was; null when it does not. */
  readonly statedMs: number | null;
  /** How much later it begins than the actual one. */
  readonly startErrorMs: number | null;
  /** How much later it ends. */
  readonly endErrorMs: number | null;
  /** How much longer it is. */
  readonly durationErrorMs: number | null;
  /** How far both are the same time: shared over covered time, 0 to 1 (Jaccard index). */
  readonly overlap: number | null;
  /** The events it rests on. */
  readonly evidence: readonly EventId[];
}

/**
 * One of several claims that cannot all be true.
 *
 * @public
 */
export interface ContradictingClaim {
  /** Who claims it. */
  readonly source: Source;
  /** Language of the text it stands in. */
  readonly language?: string;
  /** When, by this claim. */
  readonly moment?: Moment;
  /** What, by this claim: a level, or a duration in milliseconds. */
  readonly value?: string | number;
  /** The events that say so. */
  readonly evidence: readonly EventId[];
}

/**
 * Claims that cannot all be true.
 *
 * @public
 */
export interface Contradiction {
  /**
   * What they are about: the key of a happening; the event type that texts speak of; `duration`, with the impact
   * after a `#`; or `SeverityAssigned#` and the scale.
   */
  readonly about: string;
  /** The claims, each against at least one other. */
  readonly claims: readonly ContradictingClaim[];
}

/**
 * What was claimed against what happened.
 *
 * @public
 */
export interface ClaimsView {
  /** What happened. */
  readonly actual: ActualPeriod;
  /** What each source claims, most trusted first. */
  readonly periods: readonly ClaimedPeriod[];
  /** The claims that cannot all be true. */
  readonly contradictions: readonly Contradiction[];
}
