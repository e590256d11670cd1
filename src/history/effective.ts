import type { CoreEvents } from '../events/core.ts';
import type { RecordedEventOf } from '../events/event.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Moment } from '../primitives/moment.ts';

/**
 * A claim as it is to be read now: corrections applied, its happening found.
 *
 * @public
 */
export interface EffectiveEventOf<K, A> extends RecordedEventOf<K, A> {
  /** When the source said so; for one that changed its word, when it last did. */
  readonly statedAt: Moment;
  /** The corrections applied, in the order of application; empty when there are none. */
  readonly amendedBy: readonly EventId[];
  /** Key of the happening that it is a claim about. */
  readonly happening: string;
  /** The episode its time falls in: 0, then one more for each reopening. */
  readonly episode: number;
}

/**
 * Any claim of a vocabulary as it is to be read now; `type` tells which.
 *
 * @public
 */
export type EffectiveEvent<D = CoreEvents> = {
  [K in keyof D]: EffectiveEventOf<K, D[K]>;
}[keyof D];

/**
 * Something that happened: the claim chosen by the policy, with those it did not choose.
 *
 * @public
 */
export interface HappeningOf<K, A> extends EffectiveEventOf<K, A> {
  /** The other claims about it, the next best first. */
  readonly others: readonly EffectiveEventOf<K, A>[];
  /** The more exact claim inside the chosen interval that `occurredAt` was taken from. */
  readonly refinedBy?: EventId;
  /** Whether its time overlaps that of a neighbour, so that their order is uncertain. */
  readonly orderUncertain: boolean;
}

/**
 * Anything that happened, in a vocabulary; `type` tells what.
 *
 * @public
 */
export type Happening<D = CoreEvents> = { [K in keyof D]: HappeningOf<K, D[K]> }[keyof D];

/**
 * Any recorded event, seen by its envelope: its type is text and its data is not looked at.
 *
 * @public
 */
export type AnyRecorded = RecordedEventOf<string, unknown>;

/**
 * Any effective claim, seen by its envelope.
 *
 * @public
 */
export type AnyEffective = EffectiveEventOf<string, unknown>;

/** See {@link AnyRecorded}. */
export type AnyHappening = HappeningOf<string, unknown>;
