import { describe, expect, it } from '@jest/globals';
import { noLaterThan } from '../../src/primitives/moment.ts';
import { availability } from '../../src/projections/availability.ts';
import { impact } from '../../src/projections/impact.ts';
import { claimed, happened, on, ops, seenIn } from './log.ts';

const view = seenIn(
  [
    happened('ImpactStarted', '10:00:00', { impactId: 'a', component: 'Pay', degree: 'full' }),
    happened('ImpactEnded', '10:30:00', { impactId: 'a' }),
    happened('ImpactStarted', '11:50:00', { impactId: 'b', component: 'Shop' }),
  ],
  impact,
  { at: '2024-06-01T11:55:00Z' },
);
const window = { from: on('10:20:00'), to: on('12:00:00') };

describe('availability in a window', () => {
  it('is what is left of it when the downtime inside is taken out', () => {
    expect(availability(view, window)).toEqual({
      share: 0.85,
      downtimeMs: 900_000,
      countedMs: 6_000_000,
      isUpperBound: false,
      method: {
        formula: '1 - weighted downtime / (window - excluded)',
        weights: 'outage',
        components: 'worst',
      },
    });
  });

  it('leaves what is excluded out on both sides', () => {
    const exclude = [{ from: on('10:25:00'), to: on('11:25:00') }];
    expect(availability(view, window, { exclude })).toMatchObject({
      share: 0.75,
      downtimeMs: 600_000,
      countedMs: 2_400_000,
    });
    expect(availability(view, window, { exclude: [window] }).share).toBeNull();
  });

  it('is at most that where an impact could not be placed', () => {
    const vague = seenIn(
      [
        claimed('ImpactStarted', {
          occurredAt: noLaterThan('2024-06-01T10:00:00Z'),
          source: ops,
          data: { impactId: 'a' },
        }),
      ],
      impact,
    );
    expect(availability(vague, window)).toMatchObject({ share: 1, isUpperBound: true });
  });

  it('wants a window that ends after its start', () => {
    expect(() => availability(view, { from: window.to, to: window.from })).toThrow(RangeError);
  });
});
