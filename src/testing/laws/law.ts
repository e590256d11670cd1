import type { RecordedEvent } from '../../events/event.ts';
import type { Vocabulary } from '../../events/vocabulary.ts';
import type { History } from '../../history/history.ts';
import { history } from '../../history/history.ts';
import type { AnyRecorded } from '../../history/effective.ts';
import type { Policy } from '../../history/policy.ts';
import type { Projection } from '../../history/projection.ts';
import type { Instant } from '../../primitives/instant.ts';

/** A projection, and an incident to try a law on. */
export interface Trial {
  /** The projection. */
  readonly projection: Projection<unknown, unknown>;
  /** The events, in the order of their recording. */
  readonly events: readonly AnyRecorded[];
  /** The instant that views are computed for. */
  readonly at: Instant;
  /** The vocabulary of the events. */
  readonly vocabulary: Vocabulary<unknown>;
  /** How one claim is chosen among several. */
  readonly policy: Policy;
}

/** What must hold of every projection. */
export interface Law {
  /** What a projection must do; goes on after `it`. */
  readonly name: string;
  /** How the projection breaks it in that trial, in words; null when it does not. */
  readonly breach: (trial: Trial) => string | null;
  /** How the projection broke it in all trials alike, in words, where only the first of them could tell; null when it did not. */
  readonly breachOfAll?: (projection: Trial['projection']) => string | null;
}

/** A copy of plain JSON that shares nothing with it: what a store, or a saved state, gives back. */
export const copied = <T>(value: T): T =>
  // What was made of plain JSON is of the same type.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  JSON.parse(JSON.stringify(value)) as T;

/** The history of a trial, of which nobody else has a part. */
export const ownHistory = ({ events, vocabulary, policy }: Trial): History<unknown> =>
  // A history looks at envelopes, whatever the vocabulary.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  history(copied(events) as readonly RecordedEvent<unknown>[], { vocabulary, policy });
