import type { Vocabulary } from '../events/vocabulary.ts';
import type { AnyEffective, AnyHappening, AnyRecorded } from './effective.ts';
import type { History } from './history.ts';
import type { Policy } from './policy.ts';
import type { Scope } from './projection.ts';
import type { Placed } from './retold.ts';

/** A history as a fold asks for it: what few projections look at is made when one does. */
export interface Told {
  /** The vocabulary that the events were decoded with. */
  readonly vocabulary: Vocabulary<unknown>;
  /** The policy that chose. */
  readonly policy: Policy;
  /** See {@link History.events}. */
  readonly events: readonly AnyRecorded[];
  /** See {@link History.claims}; made once. */
  readonly claims: () => readonly AnyEffective[];
  /** See {@link History.happenings}; made once. */
  readonly happenings: () => readonly AnyHappening[];
  /** What the happenings are made of, where each has one claim; null where claims had to be chosen among. */
  readonly alone: readonly Placed[] | null;
  /** The states that were made of it at once, by how. */
  readonly states: Map<object, unknown>;
}

/** A history to be folded. */
export const toldBy = <D>(history: History<D>): Told => {
  const { vocabulary, policy, events, claims, happenings } = history;
  // A fold looks at envelopes only: what the data is, its handlers know.
  return {
    vocabulary,
    policy,
    events: events as unknown as Told['events'],
    claims: () => claims as unknown as readonly AnyEffective[],
    happenings: () => happenings as unknown as readonly AnyHappening[],
    alone: null,
    states: new Map(),
  };
};

/** What a scope sees of a history. */
export const seenIn = (told: Told, scope: Scope): readonly AnyRecorded[] => {
  switch (scope) {
    case 'incident':
      return told.happenings();
    case 'claims':
      return told.claims();
    case 'ledger':
      return told.events;
  }
};
