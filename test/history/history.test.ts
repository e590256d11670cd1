import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as t from 'io-ts';
import { core } from '../../src/events/core.ts';
import { decode } from '../../src/events/decode.ts';
import { extend } from '../../src/events/vocabulary.ts';
import { history } from '../../src/history/history.ts';
import { instant } from '../../src/primitives/instant.ts';
import { mayCoincide } from '../../src/primitives/moment.ts';
import { streamArbitrary } from '../../src/testing/arbitraries/streamArbitrary.ts';
import { minuteOfDay } from '../../src/testing/arbitraries/times.ts';
import { coreTypes } from '../arbitraries/coreTypes.ts';
import { at, clock, event, idOf, minute, right, tell } from './tell.ts';

const unamended = coreTypes.filter((type) => type !== 'Corrected' && type !== 'Retracted');
const shuffled = streamArbitrary().chain((events) =>
  fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
);

describe('a history', () => {
  it('does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(shuffled, ([events, others]) => {
        expect(tell(others)).toEqual(tell(events));
      }),
    );
  });

  it('does not depend on where in the stream an event came', () => {
    fc.assert(
      fc.property(shuffled, ([events, others]) => {
        const stated = { latest: at('12:00:00'), earliest: at('12:00:00') };
        const said = events.map((one) => ({ ...one, statedAt: one.statedAt ?? stated }));
        const renumbered = others.map((one, revision) => ({
          ...one,
          statedAt: one.statedAt ?? stated,
          revision,
        }));
        const ids = (told: ReturnType<typeof tell>): unknown => [
          told.claims.map(({ eventId, happening, occurredAt }) => [eventId, happening, occurredAt]),
          told.happenings.map(({ eventId, others: rest }) => [eventId, rest.length]),
        ];
        expect(ids(tell(renumbered))).toEqual(ids(tell(said)));
      }),
    );
  });

  it('puts every effective claim into exactly one happening', () => {
    fc.assert(
      fc.property(streamArbitrary(), (events) => {
        const { claims, happenings } = tell(events);
        const told = happenings.flatMap(({ eventId, others }) => [
          eventId,
          ...others.map((other) => other.eventId),
        ]);
        expect(told.toSorted()).toEqual(claims.map(({ eventId }) => eventId).toSorted());
        const keys = happenings.map(({ type, happening }) => `${type} ${happening}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(happenings.every(({ type, others }) => others.every((o) => o.type === type))).toBe(
          true,
        );
      }),
    );
  });

  it('is in the order of beginning, then of statement', () => {
    const events = [
      event('Resolved', {}, clock('10:02:00'), { n: 0 }),
      event('Detected', {}, clock('09:53:00'), { n: 1 }),
      event('NoteAdded', { text: { en: 'said later' } }, clock('09:51:00'), { n: 2 }),
      event('NoteAdded', { text: { en: 'said first' } }, clock('09:51:00'), {
        n: 3,
        statedAt: clock('09:52:00'),
      }),
      event(
        'NoteAdded',
        { text: { en: 'at no known time' } },
        { written: 'soon' },
        {
          n: 4,
          statedAt: clock('09:55:00'),
        },
      ),
    ];
    expect(tell(events).happenings.map(({ eventId }) => eventId)).toEqual(
      [3, 2, 1, 4, 0].map(idOf),
    );
  });

  it('tells one instant in the order of the vocabulary', () => {
    const said = { statedAt: clock('12:00:00') };
    const events = [
      event('Resolved', {}, clock('10:02:00'), { n: 0, ...said }),
      event('Restored', {}, clock('10:02:00'), { n: 1, ...said }),
      event('ImpactStarted', { impactId: 'i' }, clock('10:02:00'), { n: 2, ...said }),
    ];
    expect(tell(events).happenings.map(({ type }) => type)).toEqual([
      'ImpactStarted',
      'Restored',
      'Resolved',
    ]);
  });

  it('keeps what was recorded as it was', () => {
    fc.assert(
      fc.property(streamArbitrary(), (events) => {
        expect(tell(events).events).toEqual(events);
      }),
    );
  });

  it('changes none of its events', () => {
    fc.assert(
      fc.property(streamArbitrary(), (events) => {
        const before = structuredClone(events);
        tell(events);
        expect(events).toEqual(before);
      }),
    );
  });
});

describe('the order of two happenings', () => {
  it('is uncertain exactly where their times overlap', () => {
    fc.assert(
      fc.property(
        streamArbitrary({ types: coreTypes.filter((type) => type !== 'Corrected') }),
        (events) => {
          const closed = events.filter(
            ({ occurredAt }) =>
              occurredAt.earliest !== undefined && occurredAt.latest !== undefined,
          );
          const { happenings } = tell(closed);
          for (const one of happenings) {
            const overlaps = happenings.some(
              (other) => other !== one && mayCoincide(one.occurredAt, other.occurredAt),
            );
            expect(one.orderUncertain).toBe(overlaps);
          }
        },
      ),
    );
  });

  it('is uncertain beside one that had happened by then, or that still runs', () => {
    const events = [
      event('Detected', {}, clock('09:53:00'), { n: 0 }),
      event('FixApplied', { fixId: 'f' }, { latest: at('10:14:00') }, { n: 1 }),
      event('Resolved', {}, clock('10:20:00'), { n: 2 }),
      event('Closed', {}, { earliest: at('10:30:00') }, { n: 3 }),
      event('NoteAdded', { text: {} }, clock('11:00:00'), { n: 4 }),
    ];
    const uncertain = tell(events).happenings.map(({ orderUncertain }) => orderUncertain);
    expect(uncertain).toEqual([true, true, false, true, true]);
  });
});

describe('as of', () => {
  it('the end of each axis, it is as now', () => {
    fc.assert(
      fc.property(streamArbitrary(), (events) => {
        const end = at('23:59:59.999');
        const later = events.map((one) => ({ ...one, recordedAt: at('23:00:00') }));
        const now = tell(later);
        expect(tell(later, { knownAt: end })).toEqual(now);
        expect(tell(later, { recordedBefore: end })).toEqual(now);
        expect(tell(later, { occurredBefore: end })).toEqual(now);
      }),
    );
  });

  it('a time of recording, later appends change nothing', () => {
    fc.assert(
      fc.property(streamArbitrary(), fc.nat(14), (events, length) => {
        const recordedBefore = events[length]?.recordedAt ?? instant('2025-01-01T00:00:00Z');
        const held = events.slice(0, length);
        expect(tell(events, { recordedBefore })).toEqual(tell(held));
      }),
    );
  });

  it('a time of statement, it holds only what was certainly said by then', () => {
    fc.assert(
      fc.property(streamArbitrary(), minuteOfDay, (events, knownAt) => {
        for (const claim of tell(events, { knownAt }).claims) {
          const original = events.find(({ eventId }) => eventId === claim.eventId);
          const stated = original?.statedAt?.latest ?? original?.recordedAt;
          expect(stated).toBeDefined();
          expect(`${stated}` <= knownAt).toBe(true);
        }
      }),
    );
  });

  it('a time in the world, it is the beginning of the story', () => {
    fc.assert(
      fc.property(streamArbitrary(), minuteOfDay, (events, occurredBefore) => {
        const whole = tell(events);
        const cut = tell(events, { occurredBefore });
        const tellable = (told: ReturnType<typeof tell>): unknown[] =>
          told.happenings
            .filter(({ type }) => type !== 'Corrected' && type !== 'Retracted')
            .map(({ orderUncertain: _, ...happening }) => happening);
        const part = tellable(cut);
        expect(part).toEqual(tellable(whole).slice(0, part.length));
        const keeping = (told: ReturnType<typeof tell>): unknown[] =>
          told.claims.filter(({ type }) => type === 'Corrected' || type === 'Retracted');
        expect(keeping(cut)).toEqual(keeping(whole));
      }),
    );
  });

  it('a time in the world, what happened at no known time had happened when it was said', () => {
    const note = event(
      'NoteAdded',
      { text: {} },
      { written: 'soon' },
      { n: 0, statedAt: clock('10:00:00') },
    );
    expect(tell([note], { occurredBefore: at('10:00:00') }).happenings).toEqual([]);
    expect(tell([note], { occurredBefore: at('10:00:01') }).happenings).toHaveLength(1);
  });

  it('10:13, the header was known and the post mortem was not', () => {
    const header = { source: { kind: 'ticket' as const }, statedAt: clock('10:12:00') };
    const review = { source: { kind: 'postmortem' as const }, statedAt: clock('18:00:00') };
    const events = [
      event('ImpactStarted', { impactId: 'i' }, minute('09:51'), { n: 0, ...header }),
      event('Restored', {}, minute('10:02'), { n: 1, ...header }),
      event('AlertRaised', { alertId: 'a' }, minute('09:53'), { n: 2, ...review }),
    ];
    const types = (knownAt: string): string[] =>
      tell(events, { knownAt: at(knownAt) }).happenings.map(({ type }) => type);
    expect(types('10:11:59')).toEqual([]);
    expect(types('10:12:00')).toEqual(['ImpactStarted', 'Restored']);
    expect(types('18:00:00')).toEqual(['ImpactStarted', 'AlertRaised', 'Restored']);
  });

  it('a statement without a last instant was made when it was recorded', () => {
    const said = event('Detected', {}, clock('09:53:00'), {
      n: 0,
      statedAt: { earliest: at('10:00:00') },
    });
    expect(tell([said], { knownAt: at('12:00:00') }).claims).toHaveLength(0);
    expect(tell([said], { knownAt: at('20:00:00') }).claims).toHaveLength(1);
  });
});

describe('own events', () => {
  const vocabulary = extend(core, { 'acme.CallOpened': t.type({ callId: t.string }) });
  const stored = (type: string, n: number): unknown => ({
    ...event('Detected', {}, clock('09:53:00'), { n }),
    type,
    data: { callId: 'c' },
  });

  it('are told with the others, each a happening of its own', () => {
    const read = decode(vocabulary);
    const events = [
      stored('acme.CallOpened', 0),
      stored('acme.CallOpened', 1),
      stored('acme.Other', 2),
    ];
    const told = history(
      events.map((one) => right(read(one))),
      { vocabulary },
    );
    const keys = told.happenings.map(({ happening }) => happening).toSorted();
    expect(keys).toEqual([
      ...[idOf(0), idOf(1)].toSorted().map((id) => `acme.CallOpened#${id}`),
      `acme.Other#${idOf(2)}`,
    ]);
    expect(told.happenings.at(-1)?.type).toBe('acme.Other');
  });
});

describe('a claim from another source', () => {
  it('never removes a claim, be it a reopening', () => {
    fc.assert(
      fc.property(streamArbitrary(), streamArbitrary({ types: unamended }), (events, others) => {
        const more = others.map((one, n) => ({ ...one, eventId: idOf(100 + n) }));
        const ids = new Set(tell([...events, ...more]).claims.map(({ eventId }) => eventId));
        expect(tell(events).claims.filter(({ eventId }) => !ids.has(eventId))).toEqual([]);
      }),
    );
  });

  it('never removes a happening', () => {
    fc.assert(
      fc.property(
        streamArbitrary({ types: unamended }),
        streamArbitrary({ types: unamended }),
        (events, others) => {
          // Two accounts of reopening are one by the episode they begin, so they can move where it begins.
          const more = others
            .filter(({ type }) => type !== 'Reopened')
            .map((one, n) => ({
              ...one,
              eventId: idOf(100 + n),
              source: { kind: 'monitor' as const, name: 'elsewhere' },
              revision: events.length + n,
            }));
          const before = tell(events);
          const after = tell([...events, ...more]);
          const ids = new Set(after.claims.map(({ eventId }) => eventId));
          expect(before.claims.filter(({ eventId }) => !ids.has(eventId))).toEqual([]);
          const together = new Map(
            after.claims.map(({ eventId, type, happening }) => [eventId, `${type} ${happening}`]),
          );
          const kept = new Set(before.happenings.map(({ eventId }) => together.get(eventId)));
          expect(kept.size).toBe(before.happenings.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
