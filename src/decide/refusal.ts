import type { EventId, IncidentId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Moment } from '../primitives/moment.ts';

/**
 * A time lies further in the future than tolerated.
 *
 * @public
 */
export interface InTheFuture {
  /** Always `InTheFuture`. */
  readonly _tag: 'InTheFuture';
  /** Which time. */
  readonly field: 'occurredAt' | 'statedAt';
  /** The earliest it can be. */
  readonly at: Instant;
  /** The present, when it was decided. */
  readonly now: Instant;
  /** How far in the future a time may lie, in milliseconds. */
  readonly toleranceMs: number;
}

/**
 * The same source has told of the same happening, with another time or other data: it takes a correction.
 *
 * @public
 */
export interface AlreadyStated {
  /** Always `AlreadyStated`. */
  readonly _tag: 'AlreadyStated';
  /** What the source has told: the `target` of a `correct`. */
  readonly eventId: EventId;
  /** Its type. */
  readonly type: string;
  /** The happening. */
  readonly happening: string;
  /** When it happened, by what the source has told. */
  readonly occurredAt: Moment;
}

/**
 * The incident had been cancelled by then: only `reopen` follows.
 *
 * @public
 */
export interface AfterCancelled {
  /** Always `AfterCancelled`. */
  readonly _tag: 'AfterCancelled';
  /** The cancellation. */
  readonly eventId: EventId;
}

/**
 * The incident had been merged into another by then: nothing follows.
 *
 * @public
 */
export interface AfterMerged {
  /** Always `AfterMerged`. */
  readonly _tag: 'AfterMerged';
  /** The merging. */
  readonly eventId: EventId;
}

/**
 * There is nothing that could be ended: no event tells of an incident.
 *
 * @public
 */
export interface NothingOpen {
  /** Always `NothingOpen`. */
  readonly _tag: 'NothingOpen';
}

/**
 * There is nothing that could be reopened: the incident had not ended by then.
 *
 * @public
 */
export interface NothingEnded {
  /** Always `NothingEnded`. */
  readonly _tag: 'NothingEnded';
}

/**
 * The command is about an id that no event has begun.
 *
 * @public
 */
export interface NeverStarted {
  /** Always `NeverStarted`. */
  readonly _tag: 'NeverStarted';
  /** Type of the event that would have begun it. */
  readonly beginning: 'ImpactStarted' | 'FixApplied' | 'CellCreated' | 'ActionProposed';
  /** The id. */
  readonly id: string;
}

/**
 * An incident cannot be merged into, or linked to, itself.
 *
 * @public
 */
export interface WithItself {
  /** Always `WithItself`. */
  readonly _tag: 'WithItself';
  /** The incident. */
  readonly incidentId: IncidentId;
}

/**
 * The incident has no such event.
 *
 * @public
 */
export interface UnknownTarget {
  /** Always `UnknownTarget`. */
  readonly _tag: 'UnknownTarget';
  /** The event asked for. */
  readonly target: EventId;
}

/**
 * A correction or retraction cannot be corrected: correct the original event again, or retract the correction.
 *
 * @public
 */
export interface WrongTarget {
  /** Always `WrongTarget`. */
  readonly _tag: 'WrongTarget';
  /** The event asked for. */
  readonly target: EventId;
  /** Its type. */
  readonly type: string;
}

/**
 * The event to correct is retracted: retract the retraction first.
 *
 * @public
 */
export interface TargetRetracted {
  /** Always `TargetRetracted`. */
  readonly _tag: 'TargetRetracted';
  /** The event asked for. */
  readonly target: EventId;
}

/**
 * Only the source itself changes its word: what another says is a claim of its own.
 *
 * @public
 */
export interface OtherSource {
  /** Always `OtherSource`. */
  readonly _tag: 'OtherSource';
  /** The event asked for. */
  readonly target: EventId;
  /** Key of the source that told of it. */
  readonly source: string;
}

/**
 * The refusals that any command can meet.
 *
 * @public
 */
export type CommonRefusal = InTheFuture | AlreadyStated | AfterCancelled | AfterMerged;

/**
 * The refusals that a command can meet, by the type of event it asks for, where they are not the common ones.
 *
 * @public
 */
export interface Refusals {
  /** Of `resolve`. */
  readonly Resolved: CommonRefusal | NothingOpen;
  /** Of `close`. */
  readonly Closed: CommonRefusal | NothingOpen;
  /** Of `cancel`. */
  readonly Cancelled: CommonRefusal | NothingOpen;
  /** Of `merge`. */
  readonly Merged: CommonRefusal | NothingOpen | WithItself;
  /** Of `reopen`. */
  readonly Reopened: Exclude<CommonRefusal, AfterCancelled> | NothingEnded;
  /** Of `linkIncident`. */
  readonly IncidentLinked: CommonRefusal | WithItself;
  /** Of `changeImpact`. */
  readonly ImpactChanged: CommonRefusal | NeverStarted;
  /** Of `endImpact`. */
  readonly ImpactEnded: CommonRefusal | NeverStarted;
  /** Of `revertFix`. */
  readonly FixReverted: CommonRefusal | NeverStarted;
  /** Of `closeCell`. */
  readonly CellClosed: CommonRefusal | NeverStarted;
  /** Of `completeAction`. */
  readonly ActionCompleted: CommonRefusal | NeverStarted;
  /** Of `dropAction`. */
  readonly ActionDropped: CommonRefusal | NeverStarted;
  /** Of `correct`. */
  readonly Corrected: InTheFuture | UnknownTarget | WrongTarget | TargetRetracted | OtherSource;
  /** Of `retract`. */
  readonly Retracted: InTheFuture | UnknownTarget;
}

/**
 * Any refusal.
 *
 * @public
 */
export type Refusal = CommonRefusal | Refusals[keyof Refusals];

/**
 * The refusals that a command can meet.
 *
 * @public
 */
export type RefusalOf<C> = C extends { readonly type: infer K }
  ? K extends keyof Refusals
    ? Refusals[K]
    : CommonRefusal
  : never;
