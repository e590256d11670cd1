import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { RestedCases } from '../../../src/import/csv/restedCases.ts';
import { restedCases } from '../../../src/import/csv/restedCases.ts';

type Rested = Exclude<ReturnType<RestedCases['take']>, 'Gone' | null>;

const value = fc.option(fc.string({ unit: 'grapheme', maxLength: 40 }), { nil: undefined });
const anyRested: fc.Arbitrary<Rested> = fc.record({
  past: fc.option(fc.tuple(value, value), { nil: null }),
  seen: fc.dictionary(fc.string(), fc.integer({ min: 1, max: 3 })).map((all) => {
    return new Map(Object.entries(all));
  }),
  latest: fc.constantFrom('', '2024-01-01T00:00:00.000Z'),
  digest: fc.constantFrom('', '0123456789abcdef'),
});

const id = fc.constantFrom('a', 'b', 'c', 'INC-4', 'é'.repeat(200));
const anyStep = fc.oneof(
  fc.record({ does: fc.constant('put' as const), id, rested: anyRested }),
  fc.record({ does: fc.constantFrom('take' as const, 'leave' as const), id }),
  fc.record({ does: fc.constant('letGo' as const), most: fc.nat(3) }),
);

describe('incidents put away', () => {
  it('are what they were when they are taken up, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
        const rested = restedCases([0, 1]);
        const model = new Map<string, Rested>();
        const gone = new Set<string>();
        for (const step of steps) {
          if (step.does === 'put' && !model.has(step.id)) {
            rested.put(step.id, step.rested);
            model.set(step.id, step.rested);
            gone.delete(step.id);
          } else if (step.does === 'take') {
            const expected = model.get(step.id) ?? (gone.has(step.id) ? 'Gone' : null);
            expect(rested.take(step.id)).toEqual(expected);
            model.delete(step.id);
          } else if (step.does === 'leave' && !model.has(step.id)) {
            rested.leave(step.id);
            gone.add(step.id);
          } else if (step.does === 'letGo') {
            rested.letGo(step.most);
            for (const first of model.keys()) {
              if (model.size <= step.most) break;
              model.delete(first);
              gone.add(first);
            }
          }
          expect(rested.size()).toBe(model.size);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('take up no more when many came and went', () => {
    const rested = restedCases([0]);
    const bytesAfter = (from: number, to: number): number => {
      for (let at = from; at < to; at += 1) {
        rested.put(`INC${at}`, {
          past: [`value ${at}`],
          seen: new Map([[`row ${at}`, 1]]),
          latest: '2024-01-01T00:00:00.000Z',
          digest: '',
        });
        if (at % 3 === 0) rested.take(`INC${at - 1}`);
        rested.letGo(500);
      }
      return rested.bytes();
    };
    const [early, late] = [bytesAfter(0, 2000), bytesAfter(2000, 30_000)];
    expect(rested.size()).toBe(500);
    // What grows is what is known of ids.
    expect(late - early).toBeLessThanOrEqual(28_000 * 32);
    expect(rested.take('INC29999')).toMatchObject({ past: ['value 29999'] });
    expect(rested.take('INC0')).toBe('Gone');
    expect(rested.take('INC30000')).toBeNull();
  });
});
