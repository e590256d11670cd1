import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { core } from '../../src/events/core.ts';
import type { RecordedEvent } from '../../src/events/event.ts';
import { definitionOf } from '../../src/events/vocabulary.ts';
import type { AsOf } from '../../src/history/asOf.ts';
import { hadOccurred } from '../../src/history/asOf.ts';
import { correct } from '../../src/history/correct.ts';
import type { AnyRecorded } from '../../src/history/effective.ts';
import { happeningsOf, withHappening } from '../../src/history/happenings.ts';
import { history } from '../../src/history/history.ts';
import { storyOrder, toldAt, uncertainOrder } from '../../src/history/order.ts';
import { defaultPolicy } from '../../src/history/policy.ts';
import { quickStory } from '../../src/history/quickStory.ts';
import { factsIn } from '../../src/history/typeFacts.ts';
import { instantOfMs } from '../../src/primitives/instant.ts';
import { streamArbitrary } from '../../src/testing/arbitraries/streamArbitrary.ts';
import { minuteOfDay } from '../../src/testing/arbitraries/times.ts';
import { coreTypes } from '../arbitraries/coreTypes.ts';
import { clock, event, minute } from './tell.ts';

const order = storyOrder(factsIn(core));

/** A history step by step, as DESIGN says it, with no way around any. */
const stepByStep = (
  events: readonly RecordedEvent[],
  asOf: AsOf,
): { readonly claims: unknown; readonly happenings: unknown } => {
  const recorded = (events as unknown as readonly AnyRecorded[]).filter(
    ({ recordedAt }) => asOf.recordedBefore === undefined || recordedAt < asOf.recordedBefore,
  );
  const all = withHappening(correct(recorded, asOf).toSorted(order), (type) =>
    definitionOf(core, type),
  );
  const isBefore = (told: Parameters<typeof toldAt>[0]): boolean =>
    ['Corrected', 'Retracted'].includes(told.type) || hadOccurred(toldAt(told), asOf);
  const chosen = happeningsOf(all, defaultPolicy).filter(isBefore).toSorted(order);
  const uncertain = uncertainOrder(chosen.map(({ occurredAt }) => occurredAt));
  return {
    claims: all.filter(isBefore),
    happenings: chosen.map((happening, index) => ({
      ...happening,
      orderUncertain: uncertain[index] ?? false,
    })),
  };
};

/** Around when the events of a stream are recorded. */
const recording = fc
  .integer({ min: 0, max: 15 })
  .map((n) => instantOfMs(Date.parse('2024-12-18T00:00:00.000Z') + n * 60_000));

const asOfs: fc.Arbitrary<AsOf> = fc.record(
  {
    knownAt: fc.oneof(minuteOfDay, recording),
    recordedBefore: recording,
    occurredBefore: minuteOfDay,
  },
  { requiredKeys: [] },
);

/** Streams with fields of a later version, and keys of their own. */
const streams = fc
  .tuple(
    fc.oneof(
      streamArbitrary({
        types: coreTypes.filter((type) => type !== 'Corrected' && type !== 'Retracted'),
      }),
      streamArbitrary(),
    ),
    fc.array(
      fc.constantFrom({}, {}, { later: 1 }, { happening: 'own' }, { position: '1', origin: 0 }),
    ),
    fc.boolean(),
  )
  .map(([events, more, isSorted]) => {
    const extended = events.map(
      (each, index) => ({ ...each, ...more[index] }) as unknown as RecordedEvent,
    );
    const inOrder = extended.toSorted((a, b) => order(told(a), told(b)));
    return (isSorted ? inOrder : extended).map((each, revision) => ({ ...each, revision }));
  }) as fc.Arbitrary<readonly RecordedEvent[]>;

const told = (each: RecordedEvent): Parameters<typeof order>[0] => ({
  ...each,
  statedAt: each.statedAt ?? { earliest: each.recordedAt },
});

describe('the way around the steps that a history has no need of', () => {
  it('leads to the same story, from any point of time', () => {
    fc.assert(
      fc.property(streams, asOfs, (events, asOf) => {
        const { claims, happenings } = history(events, { vocabulary: core, ...asOf });
        expect({ claims, happenings }).toStrictEqual(stepByStep(events, asOf));
      }),
      { numRuns: 500 },
    );
  });

  const resolved = event('Resolved', {}, minute('10:51'), { n: 0 });
  const restored = event('Restored', {}, clock('10:50:00.000'), { n: 1 });

  it('is taken where nothing is said about another event, in any order', () => {
    const recorded = [resolved, restored] as unknown as readonly AnyRecorded[];
    const alone = quickStory(recorded, core, {})?.alone ?? [];
    expect(alone.map(({ event: { type } }) => type)).toEqual(['Restored', 'Resolved']);
  });

  it('stops where one claim has to be chosen', () => {
    const again = event('Resolved', {}, minute('10:52'), { n: 2 });
    const recorded = [resolved, again] as unknown as readonly AnyRecorded[];
    expect(quickStory(recorded, core, {})?.alone).toBeNull();
  });

  it('is not taken where an event is retracted', () => {
    const retracted = event(
      'Retracted',
      { target: resolved.eventId, reason: 'r' },
      minute('10:52'),
      { n: 2 },
    );
    expect(quickStory([resolved, retracted], core, {})).toBeNull();
  });
});
