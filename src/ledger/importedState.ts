import type { AnyRecorded } from '../history/effective.ts';
import type { Projection } from '../history/projection.ts';

/** What a plan to record a document needs to know of an incident. */
export interface ImportedState {
  /** Every event recorded, in that order. */
  readonly events: readonly AnyRecorded[];
  /** The ids of those that are not retracted. */
  readonly standing: ReadonlySet<string>;
}

interface Folded {
  events: AnyRecorded[];
  standing: string[];
}

/** The state that a document is recorded on. */
export const importedState: Projection<Folded, ImportedState> = {
  name: 'imported-state',
  version: 1,
  scopes: ['ledger', 'claims'],
  handles: [],
  initial: () => ({ events: [], standing: [] }),
  apply: (scope, state, event) => {
    if (scope === 'ledger') state.events.push(event);
    else state.standing.push(event.eventId);
  },
  view: ({ events, standing }) => ({ events, standing: new Set(standing) }),
};
