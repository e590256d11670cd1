import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { combine } from '../../src/history/combine.ts';
import { fold, project } from '../../src/history/fold.ts';
import { ownInitial } from '../../src/history/ownInitial.ts';
import { defaultPolicy } from '../../src/history/policy.ts';
import { projection } from '../../src/history/projection.ts';
import { actions } from '../../src/projections/actions.ts';
import { claims } from '../../src/projections/claims.ts';
import { durations } from '../../src/projections/durations.ts';
import { impact } from '../../src/projections/impact.ts';
import { incident } from '../../src/projections/incident.ts';
import { milestones } from '../../src/projections/milestones.ts';
import { timeline } from '../../src/projections/timeline.ts';
import { streamArbitrary } from '../../src/testing/arbitraries/streamArbitrary.ts';
import { at, minute, right, tell, event } from './tell.ts';

interface Counted {
  readonly all: { readonly count: number };
}

const counting = (initial: () => Counted) =>
  projection({
    name: 'counting',
    version: 1,
    scope: 'incident',
    initial,
    on: {
      NoteAdded: (draft) => {
        draft.all.count += 1;
      },
    },
    view: ({ all }) => all.count,
  });

const noted = tell([event('NoteAdded', { text: { en: 'x' } }, minute('10:51'), { n: 0 })]);

describe('a state that a replay changes in place', () => {
  const shared = { count: 0 };
  const frozen = (): Counted => Object.freeze({ all: Object.freeze({ count: 0 }) });

  it.each([
    ['made anew', () => ({ all: { count: 0 } })],
    ['shared in part', () => ({ all: shared })],
    ['frozen', frozen],
  ])('is its own where the initial one is %s', (_, initial) => {
    const counted = counting(initial);
    const once = project(noted, counted, at('12:00:00.000'));
    const again = project(noted, counted, at('12:00:00.000'));
    expect([right(once), right(again)]).toEqual([1, 1]);
    expect(ownInitial(counted)).toEqual({ all: { count: 0 } });
    expect(shared).toEqual({ count: 0 });
  });

  it('is copied with its lists', () => {
    const given = { list: [{ a: null }] };
    const listing = projection({
      name: 'listing',
      version: 1,
      scope: 'incident',
      initial: () => given,
      on: {},
      view: (state) => state,
    });
    const [once, again] = [ownInitial(listing), ownInitial(listing)];
    expect(once).toEqual(given);
    expect(once.list[0]).not.toBe(again.list[0]);
  });

  it('gives the view that a draft gives', () => {
    const all = combine({ actions, claims, durations, impact, incident, milestones, timeline });
    const now = at('12:00:00.000');
    fc.assert(
      fc.property(streamArbitrary(), (events) => {
        const story = tell(events);
        const drafted = fold(story, all);
        const view = E.map((state: Parameters<typeof all.view>[0]) =>
          all.view(state, now, { policy: defaultPolicy }),
        )(drafted);
        expect(project(story, all, now)).toEqual(view);
      }),
    );
  });
});
