import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { core } from '../../src/events/core.ts';
import { combine } from '../../src/history/combine.ts';
import { fold, project } from '../../src/history/fold.ts';
import { tell as retell } from '../../src/history/history.ts';
import { atOnceOf, ownState, withAtOnce } from '../../src/history/ownState.ts';
import type { Projection } from '../../src/history/projection.ts';
import { projection } from '../../src/history/projection.ts';
import { toldBy } from '../../src/history/told.ts';
import { actions } from '../../src/projections/actions.ts';
import { claims } from '../../src/projections/claims.ts';
import { durations } from '../../src/projections/durations.ts';
import { impact } from '../../src/projections/impact.ts';
import { incident } from '../../src/projections/incident.ts';
import { milestones, milestonesWith } from '../../src/projections/milestones.ts';
import { timeline } from '../../src/projections/timeline.ts';
import { streamArbitrary } from '../../src/testing/arbitraries/streamArbitrary.ts';
import { at, event, idOf, left, minute, right, tell } from './tell.ts';

const now = at('12:00:00.000');
const builtIn = { actions, claims, durations, impact, incident, milestones, timeline };

const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  for (const child of Object.values(value)) frozen(child);
  return Object.freeze(value);
};

const counting = (throwsAt: number): Projection<{ count: number }, number> =>
  projection({
    name: 'counting',
    version: 1,
    scope: 'incident',
    initial: () => ({ count: 0 }),
    on: {
      NoteAdded: (draft) => {
        if (draft.count === throwsAt) throw new Error('one too many');
        draft.count += 1;
      },
    },
    view: ({ count }) => count,
  });

const noted = (n: number) =>
  event('NoteAdded', { text: { en: `note ${n}` } }, minute(`10:0${n}`), { n });
const notes = tell([noted(0), noted(1), noted(2)]);

describe.each(Object.entries(builtIn))('the state of %s made at once', (_, each) => {
  const one: Projection<unknown, unknown> = each;

  it('is the one that is folded', () => {
    fc.assert(
      fc.property(streamArbitrary(), (events) => {
        const story = tell(events);
        expect(atOnceOf(one)).toBeDefined();
        expect(E.right(ownState(toldBy(story), one))).toEqual(fold(story, one));
      }),
    );
  });

  it('is the same where each happening has one claim, and none need be made', () => {
    fc.assert(
      fc.property(streamArbitrary(), (events) => {
        const replayed = retell(events, { vocabulary: core });
        expect(E.right(ownState(replayed, one))).toEqual(fold(tell(events), one));
      }),
    );
  });

  it('leaves the events as they are', () => {
    fc.assert(
      fc.property(streamArbitrary(), (events) => {
        const view = project(tell(structuredClone(events)), one, now);
        expect(project(tell(frozen(events)), one, now)).toEqual(view);
      }),
    );
  });
});

describe('states made at once', () => {
  it('are one where several projections make theirs in the same way', () => {
    const told = toldBy(notes);
    expect(ownState(told, durations)).toBe(ownState(told, milestones));
    const own = milestonesWith({
      milestones: [{ name: 'noted', claims: ['NoteAdded'], pick: 'first' }],
    });
    expect(ownState(told, own)).not.toBe(ownState(told, milestones));
    expect(ownState(toldBy(notes), durations)).not.toBe(ownState(told, durations));
  });

  it('stand beside those of projections that can only be folded', () => {
    const both = combine({ durations, count: counting(Infinity) });
    expect(right(project(notes, both, now))).toEqual({
      durations: right(project(notes, durations, now)),
      count: 3,
    });
    expect(E.right(ownState(toldBy(notes), both))).toEqual(fold(notes, both));
  });

  it('do not hide at which event a handler threw', () => {
    const both = combine({ durations, count: counting(1) });
    const fault = left(project(notes, both, now));
    expect(fault).toEqual(left(fold(notes, both)));
    expect(fault).toMatchObject({ eventId: idOf(1), message: 'one too many' });
  });

  it('are folded where making them at once throws', () => {
    const odd = withAtOnce(counting(Infinity), () => {
      throw new Error('cannot');
    });
    expect(project(notes, odd, now)).toEqual(E.right(3));
  });
});
