import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { core } from '../../../src/events/core.ts';
import { decodeClosely } from '../../../src/events/decode.ts';
import type { RecordedEvent } from '../../../src/events/event.ts';
import { extend } from '../../../src/events/vocabulary.ts';
import { history } from '../../../src/history/history.ts';
import { msOf } from '../../../src/primitives/instant.ts';
import { sourceKey } from '../../../src/primitives/source.ts';
import { historyArbitrary } from '../../../src/testing/arbitraries/historyArbitrary.ts';
import { incidentArbitrary } from '../../../src/testing/arbitraries/incidentArbitrary.ts';
import type { IncidentFeature } from '../../../src/testing/arbitraries/incidentFeature.ts';
import { streamArbitrary } from '../../../src/testing/arbitraries/streamArbitrary.ts';

const FEATURES: readonly IncidentFeature[] = [
  'late',
  'corrections',
  'retractions',
  'contradictions',
  'episodes',
  'inexact',
];
const HOUR_MS = 3_600_000;

type Events = readonly RecordedEvent[];

/** Whether an incident shows a feature. */
const shows: Readonly<Record<IncidentFeature, (events: Events) => boolean>> = {
  late: (events) =>
    events.some(
      ({ type, occurredAt: { earliest }, recordedAt }) =>
        type !== 'Corrected' &&
        type !== 'Retracted' &&
        earliest !== undefined &&
        msOf(recordedAt) - msOf(earliest) > 4 * HOUR_MS,
    ),
  corrections: (events) => events.some(({ type }) => type === 'Corrected'),
  retractions: (events) => events.some(({ type }) => type === 'Retracted'),
  contradictions: (events) =>
    history(
      events.filter(({ type }) => type !== 'Corrected' && type !== 'Retracted'),
      {
        vocabulary: core,
      },
    ).happenings.some(({ others }) => others.length > 0),
  episodes: (events) => events.some(({ type }) => type === 'Reopened'),
  inexact: (events) => events.some(({ occurredAt: { earliest, latest } }) => earliest !== latest),
};

const sampleOf = <A>(arbitrary: fc.Arbitrary<A>, numRuns = 60): readonly A[] =>
  fc.sample(arbitrary, { numRuns, seed: 7 });

describe('an arbitrary incident', () => {
  const anything = sampleOf(incidentArbitrary(), 300);

  it('is valid, recorded in order, and of one incident', () => {
    fc.assert(
      fc.property(incidentArbitrary(), (events) => {
        expect(events.map(({ revision }) => revision)).toEqual([...events.keys()]);
        const recorded = events.map(({ recordedAt }) => recordedAt);
        expect(recorded).toEqual(recorded.toSorted());
        expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
        expect(events.every((event) => E.isRight(decodeClosely(core)(event)))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('is of every type, and has every feature', () => {
    const events = anything;
    const types = new Set(events.flat().map(({ type }) => type));
    expect(Object.keys(core.definitions).filter((type) => !types.has(type as 'Closed'))).toEqual(
      [],
    );
    for (const feature of FEATURES) expect(events.filter(shows[feature]).length).toBeGreaterThan(9);
    const kinds = new Set(
      events.flat().flatMap((event) => (event.type === 'Corrected' ? [event.data.kind] : [])),
    );
    expect([...kinds].toSorted()).toEqual(['revision', 'transcription']);
    const moments = events.flat().map(({ occurredAt }) => occurredAt);
    expect(moments.some(({ earliest }) => earliest === undefined)).toBe(true);
    expect(moments.some(({ latest }) => latest === undefined)).toBe(true);
    expect(moments.some(({ undecided }) => undecided !== undefined)).toBe(true);
    expect(new Set(events.flat().map(({ source }) => sourceKey(source))).size).toBe(5);
  });

  it('retracts corrections and retractions, too', () => {
    const targets = anything.flatMap((events) => {
      const types = new Map(events.map(({ eventId, type }) => [eventId, type]));
      return events.flatMap((event) =>
        event.type === 'Retracted' ? [types.get(event.data.target)] : [],
      );
    });
    expect(targets).toContain('Corrected');
    expect(targets).toContain('Retracted');
    expect(targets).toContain('Resolved');
    expect(targets).not.toContain(undefined);
  });

  it.each(FEATURES)('is without what is left out: %s', (feature) => {
    const without = [feature];
    const types = feature === 'contradictions' ? (['AlertRaised', 'Restored'] as const) : undefined;
    const options = { without, ...(types && { types }) };
    expect(sampleOf(incidentArbitrary(options)).filter(shows[feature])).toHaveLength(0);
  });

  it('has the types asked for, and what is said about them', () => {
    const types = new Set(
      sampleOf(incidentArbitrary({ types: ['Detected'] }))
        .flat()
        .map(({ type }) => type),
    );
    expect([...types].toSorted()).toEqual(['Corrected', 'Detected', 'Retracted']);
    expect(sampleOf(incidentArbitrary({ types: ['Corrected'] })).flat()).toEqual([]);
    expect(() => incidentArbitrary({ types: ['Rebooted' as 'Closed'] })).toThrow(
      'expected types of the vocabulary, got Rebooted',
    );
  });

  it('shrinks to one plain event', () => {
    const found = fc.check(
      fc.property(incidentArbitrary(), (events) => !events.some(({ type }) => type === 'Restored')),
      { seed: 3 },
    );
    const [events] = found.counterexample ?? [];
    expect(events).toMatchObject([
      {
        type: 'Restored',
        data: {},
        source: { kind: 'responder' },
        revision: 0,
      },
    ]);
  });
});

describe('an arbitrary incident of own events', () => {
  const vocabulary = extend(core, {
    'acme.CallOpened': t.intersection([
      t.type({ callId: t.string, kind: t.keyof({ bridge: null, chat: null }) }),
      t.partial({ tags: t.readonlyArray(t.union([t.literal('a'), t.literal(2)])) }),
    ]),
    'acme.Rated': t.exact(
      t.type({
        by: t.record(t.string, t.refinement(t.number, Number.isInteger)),
        known: t.boolean,
      }),
    ),
  });

  it('has them, valid by their codecs', () => {
    const events = sampleOf(
      incidentArbitrary({ vocabulary, types: ['acme.CallOpened', 'acme.Rated'] }),
    ).flat();
    const types = new Set(events.map(({ type }) => type));
    expect(types.has('acme.CallOpened') && types.has('acme.Rated')).toBe(true);
    expect(events.every((event) => E.isRight(decodeClosely(vocabulary)(event)))).toBe(true);
  });

  it('is corrected in its data too where that has no fields', () => {
    const own = extend(core, { 'acme.Listed': t.array(t.string), 'acme.Said': t.string });
    for (const type of ['acme.Listed', 'acme.Said'] as const) {
      const options = { vocabulary: own, types: [type, 'Corrected'] } as const;
      for (const arbitrary of [incidentArbitrary(options), streamArbitrary(options)]) {
        const events = sampleOf(arbitrary).flat();
        const corrected = events.flatMap((event) =>
          event.type === 'Corrected' && event.data.targetType === type ? [event.data.data] : [],
        );
        expect(corrected.some((data) => data !== undefined)).toBe(true);
      }
    }
  });

  it('has the data given in place of what is derived', () => {
    const data = { 'acme.CallOpened': fc.constant({ callId: 'c', kind: 'chat' } as const) };
    const options = { vocabulary, types: ['acme.CallOpened'], data } as const;
    const events = sampleOf(incidentArbitrary({ ...options, without: ['corrections'] })).flat();
    const calls = events.filter(({ type }) => type === 'acme.CallOpened');
    expect(new Set(calls.map((call) => JSON.stringify(call.data)))).toEqual(
      new Set(['{"callId":"c","kind":"chat"}']),
    );
    const wrong = { 'acme.CallOpened': fc.constant({ callId: 1 } as never) };
    expect(() => sampleOf(streamArbitrary({ ...options, data: wrong }))).toThrow(
      /^a acme.CallOpened was made that is none: data\.callId: expected string/,
    );
  });
});

describe('an arbitrary history', () => {
  it('is looked at from every axis', () => {
    const told = sampleOf(historyArbitrary());
    const cut = told.filter(
      ({ events, claims }) => events.length > claims.length && events.length > 0,
    );
    expect(cut.length).toBeGreaterThan(8);
    expect(told.some(({ happenings }) => happenings.length > 5)).toBe(true);
  });
});
