import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { mergeTallies, showTallyMismatch } from '../../src/history/mergeTallies.ts';
import { defaultPolicy } from '../../src/history/policy.ts';
import { projection } from '../../src/history/projection.ts';
import { summarize, summarized, tally } from '../../src/history/summarize.ts';
import { summary } from '../../src/history/summary.ts';
import type { IncidentSeen } from '../../src/history/tally.ts';
import { addIncident, emptyTally } from '../../src/history/tally.ts';
import { incidentId } from '../../src/primitives/ids.ts';
import { instant } from '../../src/primitives/instant.ts';

const notes = projection({
  name: 'notes',
  version: 2,
  scope: 'incident',
  initial: () => ({ byWord: {} as Record<string, number> }),
  on: {},
  view: ({ byWord }) => byWord,
});

/** How often each word was said: a state with an object in it, that could be aliased. */
const words = summary({
  name: 'words',
  version: 3,
  of: notes,
  initial: () => ({ counts: {} as Record<string, { n: number }> }),
  add: (state, view) => {
    for (const [word, n] of Object.entries(view)) (state.counts[word] ??= { n: 0 }).n += n;
  },
  merge: (state, other) => {
    for (const [word, count] of Object.entries(other.counts)) {
      const known = state.counts[word];
      if (known) known.n += count.n;
      else state.counts[word] = count;
    }
  },
  view: ({ counts }, at, { incidents }) => ({
    at,
    incidents,
    counts: Object.entries(counts)
      .map(([word, { n }]) => `${word} ${n}`)
      .toSorted(),
  }),
});

const at = instant('2024-06-01T10:00:00Z');
const options = { at };
const seen = (id: string, view: Record<string, number>): IncidentSeen<Record<string, number>> => ({
  incidentId: incidentId(id),
  view: E.right(view),
});
const fault = (id: string): IncidentSeen<never> => ({
  incidentId: incidentId(id),
  view: E.left({ _tag: 'ProjectionFault', projection: 'notes', eventId: null, message: 'no' }),
});

const views = fc
  .array(fc.option(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(9)), { nil: null }), {
    maxLength: 30,
  })
  .map((all) => all.map((view, index) => (view ? seen(`I-${index}`, view) : fault(`I-${index}`))));

describe('a summary', () => {
  it('folds one view of each incident, and says what it rests on', () => {
    expect(
      summarize(words, [seen('b', { x: 1 }), seen('a', { x: 2, y: 1 }), fault('c')], options),
    ).toEqual({
      summary: 'words@3',
      of: 'notes@2',
      policy: 'default@1',
      at,
      incidents: 2,
      incomplete: 0,
      faults: 1,
      faulty: ['c'],
      view: { at, incidents: 2, counts: ['x 3', 'y 1'] },
    });
  });

  it('counts what is incomplete, and names ten faulty incidents at most', () => {
    const many = Array.from({ length: 25 }, (_, index) => fault(`F-${10 + ((index * 7) % 25)}`));
    const { incomplete, faults, faulty } = summarize(
      words,
      [{ ...seen('a', {}), incomplete: true }, ...many],
      options,
    );
    expect({ incomplete, faults }).toEqual({ incomplete: 1, faults: 25 });
    expect(faulty).toEqual(Array.from({ length: 10 }, (_, index) => `F-${10 + index}`));
  });

  it('says the same in any order', () => {
    const shuffled = views.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(summarize(words, other, options)).toEqual(summarize(words, all, options));
      }),
    );
  });

  it('says the same of parts that are merged, however they were split, sent as JSON', () => {
    fc.assert(
      fc.property(views, fc.array(fc.nat(3), { minLength: 30, maxLength: 30 }), (all, split) => {
        const parts = [0, 1, 2, 3].map((part) =>
          tally(
            words,
            all.filter((_, index) => split[index] === part),
            options,
          ),
        );
        const sent = parts.map((part) => JSON.parse(JSON.stringify(part)) as typeof part);
        const merged = mergeTallies(words, sent, options);
        expect(E.isRight(merged) && summarized(words, merged.right)).toEqual(
          summarize(words, all, options),
        );
        expect(sent).toEqual(parts);
      }),
    );
  });

  it('is fed one by one as well', () => {
    const counted = emptyTally(words, options);
    addIncident(words, counted, seen('a', { x: 1 }));
    expect(counted).toEqual(tally(words, [seen('a', { x: 1 })], options));
  });

  it.each([
    ['summary', { ...words, version: 4 }, options],
    ['of', { ...words, of: { ...notes, version: 1 } }, options],
    ['settings', { ...words, settings: { by: 'word' } }, options],
    ['policy', words, { at, policy: { ...defaultPolicy, version: 9 } }],
    ['at', words, { at: instant('2024-06-01T10:00:01Z') }],
    ['knownAt', words, { at, knownAt: at }],
    ['recordedBefore', words, { at, recordedBefore: at }],
    ['occurredBefore', words, { at, occurredBefore: at }],
  ])('is not merged with one of another %s', (field, other, otherOptions) => {
    const parts = [tally(words, [], options), tally(other, [], otherOptions)];
    expect(mergeTallies(words, parts, options)).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'TallyMismatch', index: 1, field },
    });
  });

  it('says why it was not merged', () => {
    const merged = mergeTallies(words, [tally({ ...words, version: 4 }, [], options)], options);
    expect(E.isLeft(merged) && showTallyMismatch(merged.left)).toBe(
      'tally 0: expected summary words@3, got words@4',
    );
    const asOf = mergeTallies(words, [tally(words, [], options)], { at, knownAt: at });
    expect(E.isLeft(asOf) && showTallyMismatch(asOf.left)).toBe(
      `tally 0: expected knownAt ${at}, got the end`,
    );
  });

  it('keeps the point on the time axes that its views were seen from', () => {
    const seenFrom = { at, knownAt: at, occurredBefore: at };
    const counted = tally(words, [], seenFrom);
    expect(JSON.parse(JSON.stringify(counted))).toMatchObject(seenFrom);
    expect(summarized(words, counted)).toMatchObject(seenFrom);
    expect(mergeTallies(words, [counted, counted], seenFrom)).toEqual(E.right(counted));
    expect(Object.keys(tally(words, [], options))).not.toContain('knownAt');
  });
});
