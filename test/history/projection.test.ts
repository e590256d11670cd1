import { describe, expect, it } from '@jest/globals';
import * as t from 'io-ts';
import { core } from '../../src/events/core.ts';
import { extend } from '../../src/events/vocabulary.ts';
import { combine } from '../../src/history/combine.ts';
import { project } from '../../src/history/fold.ts';
import { history } from '../../src/history/history.ts';
import { projection } from '../../src/history/projection.ts';
import { instant } from '../../src/primitives/instant.ts';
import { clock, event as recorded, idOf, left, right, tell } from './tell.ts';

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
  name: 'calls',
  version: 1,
  scope: 'claims',
  vocabulary: own,
  view: (state) => state.count,
  on: {
    'acme.CallOpened': (draft, event) => {
      draft.count += event.data.callId.length;
    },
    Detected: (draft, event) => {
      draft.count += event.episode;
    },
  },
  initial: () => ({ count: 0 }),
});

projection({
  name: 'does-not-compile',
  version: 1,
  scope: 'incident',
  initial: () => ({ kind: '', count: 0 }),
  on: {
    // @ts-expect-error a handler returns nothing
    Detected: (draft) => draft.count++,
    // @ts-expect-error a handler is not a promise
    Resolved: async () => {},
    AlertRaised: (draft, event) => {
      // @ts-expect-error no such field
      expect(event.data.nope).toBe(draft.count);
    },
    Declared: (draft, event) => {
      // @ts-expect-error payloads are read-only
      event.data.kind = 'incident';
      draft.kind = event.data.kind;
    },
  },
  view: (state) => state.count,
});

projection({
  name: 'does-not-compile-either',
  version: 1,
  scope: 'incident',
  initial: () => ({ count: 0 }),
  // @ts-expect-error no such event
  on: { Rebooted: () => {} },
  view: (state) => state.count,
});

describe('a projection', () => {
  it('infers its state, its events and its view, also when combined', () => {
    const told = history([], { vocabulary: own });
    const at = instant('2024-01-01T00:00:00Z');
    const view = right(project(told, combine({ openActions, calls }), at));
    const count: number = view.calls;
    const open: readonly string[] = view.openActions.open;
    expect(view).toEqual({ openActions: { at, open }, calls: count });
    expect([count, open]).toEqual([0, []]);
  });

  it('says what it is', () => {
    expect(calls).toMatchObject({ name: 'calls', version: 1, scopes: ['claims'] });
    expect(calls.handles).toEqual(['acme.CallOpened', 'Detected']);
    expect(combine({ openActions, calls })).toMatchObject({
      name: 'open-actions@1+calls@1',
      scopes: ['incident', 'claims'],
    });
  });

  it.each([
    [
      'a promise',
      async () => {
        throw new Error('nobody waits for it');
      },
    ],
    ['a value', (draft: { count: number }) => ({ count: draft.count + 1 })],
  ])('fails at a handler that returns %s, which no compiler saw', (what, handler) => {
    // As JavaScript has it: the types of handlers refuse it.
    const lax = projection({
      name: 'lax',
      version: 1,
      scope: 'incident',
      initial: () => ({ count: 0 }),
      on: { Detected: handler as unknown as () => undefined },
      view: ({ count }) => count,
    });
    const told = tell([recorded('Detected', {}, clock('09:53:00'), { n: 0 })]);
    expect(left(project(told, lax, instant('2024-12-17T10:00:00Z')))).toEqual({
      _tag: 'ProjectionFault',
      projection: 'lax',
      eventId: idOf(0),
      message: `the handler of Detected returns ${what}: it has to change its draft, and return nothing`,
    });
  });
});
