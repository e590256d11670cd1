import type { AnyEffective, AnyRecorded } from '../history/effective.ts';
import type { Projection } from '../history/projection.ts';

/**
 * What is kept of every recorded event.
 *
 * @public
 */
export interface RecordedAs {
  /** Its type. */
  readonly type: string;
  /** Schema version of its data. */
  readonly version: number;
}

/**
 * What a decision about an incident needs to know of it.
 *
 * @public
 */
export interface DecisionState {
  /** Every event recorded, by its id, retracted ones too. */
  readonly recorded: Readonly<Record<string, RecordedAs>>;
  /** The claims as they are to be read, in the order of the story. */
  readonly claims: readonly AnyEffective[];
}

/** The state while it is folded. */
interface Folded {
  recorded: Record<string, RecordedAs>;
  claims: AnyEffective[];
}

const isEffective = (event: AnyRecorded): event is AnyEffective => 'amendedBy' in event;

/**
 * The state that decisions about an incident are made on. It sees every type, the users' own too.
 *
 * @public
 */
export const decisionState: Projection<DecisionState, DecisionState> = {
  name: 'incident-state',
  version: 1,
  scopes: ['ledger', 'claims'],
  handles: [],
  initial: () => ({ recorded: {}, claims: [] }),
  apply: (scope, state: Folded, event) => {
    if (scope === 'ledger') {
      state.recorded[event.eventId] = { type: event.type, version: event.version };
    } else if (isEffective(event)) state.claims.push(event);
  },
  view: (state) => state,
};
