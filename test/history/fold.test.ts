import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { CoreEvents } from '../../src/events/core.ts';
import { core } from '../../src/events/core.ts';
import { extend } from '../../src/events/vocabulary.ts';
import { combine } from '../../src/history/combine.ts';
import { fold, project } from '../../src/history/fold.ts';
import type { History } from '../../src/history/history.ts';
import type { Handlers, Projection, Scope } from '../../src/history/projection.ts';
import { projection } from '../../src/history/projection.ts';
import { step } from '../../src/history/step.ts';
import { streamArbitrary } from '../../src/testing/arbitraries/streamArbitrary.ts';
import { coreTypes } from '../arbitraries/coreTypes.ts';
import { at, clock, event, idOf, left, right, tell } from './tell.ts';

interface Log {
  lines: string[];
  byType: Record<string, number>;
}

/** Writes down all that its scope shows it. */
const log = (scope: Scope): Projection<Log, number> =>
  projection({
    name: `log-${scope}`,
    version: 1,
    scope,
    initial: (): Log => ({ lines: [], byType: {} }),
    on: Object.fromEntries(
      coreTypes.map((type) => [
        type,
        (draft: Log, { eventId }: { readonly eventId: string }): void => {
          draft.lines.push(`${type} ${eventId}`);
          draft.byType[type] = (draft.byType[type] ?? 0) + 1;
        },
      ]),
    ) as Handlers<Log, CoreEvents, Scope>,
    view: (state) => state.lines.length,
  });

const scopes = ['incident', 'claims', 'ledger'] as const;
const sequenceOf = (told: History, scope: Scope): readonly { type: string; eventId: string }[] =>
  ({ incident: told.happenings, claims: told.claims, ledger: told.events })[scope];

describe.each(scopes)('a projection of the scope %s', (scope) => {
  it('sees all that the scope has, in its order', () => {
    fc.assert(
      fc.property(streamArbitrary(), (events) => {
        const told = tell(events);
        const lines = sequenceOf(told, scope).map(({ type, eventId }) => `${type} ${eventId}`);
        expect(right(fold(told, log(scope))).lines).toEqual(lines);
        expect(project(told, log(scope), at('12:00:00'))).toEqual(E.right(lines.length));
      }),
    );
  });

  it('folded batch by batch from its saved state is as folded once', () => {
    fc.assert(
      fc.property(streamArbitrary(), fc.nat(14), (events, cut) => {
        const told = tell(events);
        const part = (from: number, to?: number): History => ({
          ...told,
          happenings: told.happenings.slice(from, to),
          claims: told.claims.slice(from, to),
          events: told.events.slice(from, to),
        });
        const saved = JSON.stringify(right(fold(part(0, cut), log(scope))));
        const before = JSON.parse(saved) as Log;
        const resumed = fold(part(cut), log(scope), before);
        expect(resumed).toEqual(fold(told, log(scope)));
        expect(JSON.stringify(before)).toBe(saved);
      }),
    );
  });

  it('stepped through ends where the fold ends', () => {
    fc.assert(
      fc.property(streamArbitrary(), (events) => {
        const told = tell(events);
        const steps = step(told, log(scope));
        const end = steps.at(-1)?.after ?? log(scope).initial();
        expect(E.right(end)).toEqual(fold(told, log(scope)));
        for (const [index, { before }] of steps.entries()) {
          expect(before).toEqual(steps[index - 1]?.after ?? log(scope).initial());
        }
      }),
    );
  });
});

describe('combined projections', () => {
  it('see and show what each does alone', () => {
    const parts = { incident: log('incident'), claims: log('claims'), ledger: log('ledger') };
    fc.assert(
      fc.property(streamArbitrary(), (events) => {
        const told = tell(events);
        const both = right(fold(told, combine(parts)));
        expect(both).toEqual({
          incident: right(fold(told, parts.incident)),
          claims: right(fold(told, parts.claims)),
          ledger: right(fold(told, parts.ledger)),
        });
        expect(right(project(told, combine(parts), at('12:00:00')))).toEqual({
          incident: told.happenings.length,
          claims: told.claims.length,
          ledger: told.events.length,
        });
      }),
    );
  });
});

const broken = projection({
  name: 'broken',
  version: 1,
  scope: 'incident',
  initial: () => ({ count: 0 }),
  on: {
    Detected: (draft) => {
      draft.count += 1;
    },
    Resolved: () => {
      throw new Error('no resolution here');
    },
  },
  view: (state) => state.count,
});

const events = [
  event('Detected', {}, clock('09:53:00'), { n: 0 }),
  event('Resolved', {}, clock('10:02:00'), { n: 1 }),
  event('NoteAdded', { text: {} }, clock('10:03:00'), { n: 2 }),
];

describe('a projection that fails', () => {
  it('at an event says which', () => {
    expect(left(project(tell(events), broken, at('12:00:00')))).toEqual({
      _tag: 'ProjectionFault',
      projection: 'broken',
      eventId: idOf(1),
      message: 'no resolution here',
    });
  });

  it('in its view says so', () => {
    const view = (): never => {
      throw 'out of view';
    };
    expect(left(project(tell(events), { ...log('claims'), view }, at('12:00:00')))).toMatchObject({
      projection: 'log-claims',
      eventId: null,
      message: 'out of view',
    });
  });

  it('before its first event says so', () => {
    const initial = (): never => {
      throw new Error('no beginning');
    };
    expect(left(fold(tell(events), { ...log('claims'), initial }))).toMatchObject({
      eventId: null,
      message: 'no beginning',
    });
  });

  it('for want of the vocabulary says which type', () => {
    const vocabulary = extend(core, { 'acme.CallOpened': t.type({ callId: t.string }) });
    const calls = projection({
      name: 'calls',
      version: 1,
      scope: 'incident',
      vocabulary,
      initial: () => ({ count: 0 }),
      on: {
        'acme.CallOpened': (draft) => {
          draft.count += 1;
        },
      },
      view: (state) => state.count,
    });
    expect(left(project(tell(events), calls, at('12:00:00')))).toEqual({
      _tag: 'ProjectionFault',
      projection: 'calls',
      eventId: null,
      message:
        'acme.CallOpened is handled, but the history was read with a vocabulary that does not have it',
    });
  });

  it('is stepped through all the same', () => {
    const steps = step(tell(events), broken);
    expect(steps.map(({ before, after, fault }) => [before, after, fault])).toEqual([
      [{ count: 0 }, { count: 1 }, undefined],
      [{ count: 1 }, { count: 1 }, 'no resolution here'],
      [{ count: 1 }, { count: 1 }, undefined],
    ]);
    expect(steps[2]?.after).toBe(steps[2]?.before);
    const other = {
      ...broken,
      apply: (): never => {
        throw 'text';
      },
    };
    expect(step(tell(events), other)[0]?.fault).toBe('text');
  });
});

describe('the policy of a history', () => {
  it('is told to the view', () => {
    const named = projection({
      name: 'named',
      version: 1,
      scope: 'incident',
      initial: () => ({ count: 0 }),
      on: {},
      view: (_state, _at, { policy }) => policy.name,
    });
    const policy = { name: 'mine', version: 1, rank: [] };
    expect(right(project(tell(events, { policy }), named, at('12:00:00')))).toBe('mine');
    expect(right(project(tell(events), combine({ named }), at('12:00:00')))).toEqual({
      named: 'default',
    });
    expect(named.view({ count: 0 }, at('12:00:00'))).toBe('default');
  });
});
