import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { exactly } from '../../src/primitives/moment.ts';
import { drawing } from '../../src/report/drawing.ts';
import { textWidth } from '../../src/report/textWidth.ts';
import { zonedClock } from '../../src/report/zonedClock.ts';
import { streamArbitrary } from '../../src/testing/arbitraries/streamArbitrary.ts';
import type { Entry } from '../projections/log.ts';
import { claimed, happened, ops } from '../projections/log.ts';
import { tsr1023 } from '../projections/tsr1023.ts';
import { reported, reportOf } from './reported.ts';

const clock = zonedClock('UTC');
const drawn = (entries: readonly Entry[], width = 60): readonly string[] =>
  drawing(reported(entries), { clock, width });

describe('the drawing', () => {
  it('is to scale: what is hit, what is claimed, under the milestones', () => {
    expect(drawing(reportOf(tsr1023), { clock, width: 80 })).toEqual([
      '                            09:30              09:51     10:02    10:12',
      '                            ┬──────────────────┬─┬┬─┬────┬────────┬────┬',
      expect.stringMatching(/^ {2}Processing e-commerce \/ {2} {20}█{10}$/),
      '  E-commerce processing',
      expect.stringMatching(/^ {2}postmortem TSR-1023 {26}▒{10}$/),
      expect.stringMatching(/^ {2}ticket TSR-1023 {30}▒{10}$/),
      expect.stringMatching(/^ {2}status-page Dalenys {45}▒{4,5}$/),
    ]);
  });

  it('ends in an arrow what still runs', () => {
    const lines = drawn([
      happened('ChangeMade', '10:00:00', { changeId: 'c' }),
      happened('ImpactStarted', '10:30:00', { impactId: 'a', component: 'API' }),
    ]);
    expect(lines[2]).toMatch(/^ {2}API {3,}█→$/);
  });

  it('has the day of each first time where there are several days', () => {
    const [labels] = drawn(
      [
        happened('ImpactStarted', '22:00:00', { impactId: 'a' }),
        claimed('Restored', {
          occurredAt: exactly('2024-06-02T02:00:00Z'),
          source: ops,
          data: {},
        }),
      ],
      90,
    );
    expect(labels?.trim()).toMatch(/^2024-06-01 22:00 +2024-06-02 02:00$/);
  });

  it('cuts no name, however long', () => {
    const component = `payments-${'x'.repeat(40)}`;
    const lines = drawn([
      happened('ImpactStarted', '10:00:00', { impactId: 'a', component }),
      happened('Restored', '11:00:00', {}),
    ]);
    const names = lines.slice(2).map((line) => line.slice(2, 26).trim());
    expect(names.join('')).toContain(component);
  });

  it('is nothing where fewer than two instants are known', () => {
    expect(drawn([happened('ImpactStarted', '10:00:00', { impactId: 'a' })])).toEqual([]);
    expect(drawn([])).toEqual([]);
  });

  it('keeps its bars and its axis within one width', () => {
    fc.assert(
      fc.property(streamArbitrary(), fc.integer({ min: 60, max: 160 }), (events, width) => {
        const [, axis, ...lanes] = drawing(reportOf(events), { clock, width });
        for (const line of lanes) {
          expect(textWidth(line)).toBeLessThanOrEqual(textWidth(axis ?? '') + 1);
        }
        expect(textWidth(axis ?? '')).toBeLessThanOrEqual(width);
      }),
      { numRuns: 50 },
    );
  });
});
