// Projections that a module had better not hold.
import * as t from 'io-ts';
import { core, extend, projection, summary } from 'incident-ledger';

const own = extend(core, { 'acme.CallOpened': t.type({ callId: t.string }) });

export const unknownEvents = projection({
  name: 'unknown-events',
  version: 1,
  scope: 'incident',
  vocabulary: own,
  initial: () => ({ calls: 0 }),
  on: {
    'acme.CallOpened': (draft) => {
      draft.calls += 1;
    },
  },
  view: ({ calls }) => calls,
});

const withView = (name: string, view: () => unknown): typeof noJson =>
  projection({
    name,
    version: 1,
    scope: 'incident',
    initial: () => ({ alerts: 0 }),
    on: {
      AlertRaised: (draft) => {
        draft.alerts += 1;
      },
    },
    view,
  });

export const noJson = projection({
  name: 'no-json',
  version: 1,
  scope: 'incident',
  initial: () => ({ alerts: 0 }),
  on: {},
  view: (): unknown => ({ byId: new Map([['a', 1]]) }),
});

export const failing = withView('failing', () => {
  throw new Error('no view today');
});
export const twin = withView('twins', () => 1);
export const otherTwin = withView('twins', () => 2);

export const failingSummary = summary({
  name: 'failing-summary',
  version: 1,
  of: twin,
  initial: () => ({ count: 0 }),
  add: () => {
    throw new Error('cannot add');
  },
  merge: () => {},
  view: () => null,
});

export const viewless = summary({
  name: 'viewless',
  version: 1,
  of: twin,
  initial: () => ({ count: 0 }),
  add: (state) => {
    state.count += 1;
  },
  merge: () => {},
  view: () => {
    throw new Error('no view of many');
  },
});

export const noBeginning = projection({
  name: 'no-beginning',
  version: 1,
  scope: 'incident',
  initial: (): { readonly alerts: number } => {
    throw new Error('no beginning');
  },
  on: {},
  view: ({ alerts }) => alerts,
});
