import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { core } from '../../src/events/core.ts';
import { extend } from '../../src/events/vocabulary.ts';
import { combine } from '../../src/history/combine.ts';
import { project } from '../../src/history/fold.ts';
import { history } from '../../src/history/history.ts';
import { projection } from '../../src/history/projection.ts';
import { instant } from '../../src/primitives/instant.ts';

const own = extend(core, { 'acme.CallOpened': t.type({ callId: t.string }) });

const openActions = projection({
  name: 'open-actions',
  version: 1,
  scope: 'incident',
  initial: () => ({ byId: {} as Record<string, 'open' | 'done'> }),
  on: {
    ActionProposed: (draft, event) => {
      draft.byId[event.data.actionId] ??= 'open';
    },
    ActionCompleted: (draft, event) => {
      draft.byId[event.data.actionId] = 'done';
    },
  },
  view: (state, at) => ({ at, open: Object.keys(state.byId) }),
});
const calls = projection({
  name: 'calls', version: 1, scope: 'claims', vocabulary: own,
  view: (state) => state.count,
  on: { 'acme.CallOpened': (draft, event) => { draft.count += event.data.callId.length; }, Detected: (draft, event) => { draft.count += event.episode } },
  initial: () => ({ count: 0 }),
});
projection({
  name: 'bad', version: 1, scope: 'incident', initial: () => ({ count: 0 }),
  on: {
    // @ts-expect-error a handler returns nothing
    Detected: (draft) => draft.count++,
    // @ts-expect-error a handler is not a promise
    Resolved: async () => {},
    // @ts-expect-error no such field
    AlertRaised: (draft, event) => { draft.count = event.data.nope; },
    // @ts-expect-error payloads are read-only
    Declared: (draft, event) => { event.data.kind = 'incident'; draft.count = 1; },
  },
  view: (state) => state.count,
});

describe('projection', () => {
  it('types', () => {
    const h = history([], { vocabulary: own });
    const both = combine({ openActions, calls });
    const view = project(h, both, instant('2024-01-01T00:00:00Z'));
    expect(view).toEqual(E.right({ openActions: { at: '2024-01-01T00:00:00.000Z', open: [] }, calls: 0 }));
    if (E.isRight(view)) { const n: number = view.right.calls; expect(n).toBe(0); }
  });
});
