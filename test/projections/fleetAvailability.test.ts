import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { summarize } from '../../src/history/summarize.ts';
import { incidentId } from '../../src/primitives/ids.ts';
import { instant, instantOfMs, msOf } from '../../src/primitives/instant.ts';
import { measureMs } from '../../src/primitives/interval.ts';
import { noLaterThan } from '../../src/primitives/moment.ts';
import { fleetWith } from '../../src/projections/fleet.ts';
import type { FleetAvailabilityOptions } from '../../src/projections/fleetOptions.ts';
import { at, courseOf, seenBy, summaryOf } from './fleetOf.ts';
import type { Entry } from './log.ts';
import { claimed, happened, logOf, on, ops } from './log.ts';
import { tsr1023 } from './tsr1023.ts';

const minute = 60_000;
const window = { from: on('10:00:00'), to: on('12:00:00') };

const availabilityOf = (
  logs: Parameters<typeof summaryOf>[1],
  options: Partial<FleetAvailabilityOptions> = {},
) => summaryOf(fleetWith({ availability: { window, ...options } }), logs).availability;

const hit = (id: string, from: string, to: string | null, component?: string, more: Entry[] = []) =>
  logOf(id, [
    happened('ImpactStarted', from, {
      impactId: 'a',
      degree: 'full',
      ...(component !== undefined && { component }),
    }),
    ...(to === null ? [] : [happened('ImpactEnded', to, { impactId: 'a' })]),
    ...more,
  ]);

const maintenance = (from: string, to: string, components?: readonly string[]) =>
  happened('MaintenanceScheduled', '08:00:00', {
    window: { from: on(from), to: on(to) },
    ...(components && { components }),
  });

describe('availability of a fleet', () => {
  it('counts once what several incidents share, and what lies in the window only', () => {
    const availability = availabilityOf([
      hit('A', '09:00:00', '10:20:00', 'Pay'),
      hit('B', '10:10:00', '10:30:00', 'Pay'),
      hit('C', '10:25:00', '10:40:00', 'Shop'),
      hit('D', '13:00:00', '14:00:00', 'Shop'),
    ]);
    expect(availability?.overall).toMatchObject({
      downtimeMs: 40 * minute,
      countedMs: 120 * minute,
      share: 1 - 40 / 120,
      isUpperBound: false,
      budget: null,
    });
    expect(
      availability?.components.map(({ component, downtimeMs }) => [component, downtimeMs]),
    ).toEqual([
      ['Pay', 30 * minute],
      ['Shop', 15 * minute],
    ]);
  });

  it('counts up to the instant of the views where the window is not over', () => {
    const open = { from: instant('2025-05-31T22:00:00Z'), to: instant('2025-06-01T22:00:00Z') };
    const log = courseOf({ id: 'A', start: '2025-05-31T23:00:00Z' });
    const objective = 0.5;
    const availability = availabilityOf([log], { window: open, objective });
    expect(availability).toMatchObject({
      countedTo: at,
      overall: { downtimeMs: 60 * minute, countedMs: 120 * minute, share: 0.5 },
    });
    expect(availability?.overall.budget).toEqual({
      objective,
      budgetMs: 720 * minute,
      used: 60 / 720,
      burnRate: 1,
    });
    const future = { from: instant('2026-01-01T00:00:00Z'), to: instant('2026-02-01T00:00:00Z') };
    expect(availabilityOf([log], { window: future, objective })?.overall).toMatchObject({
      share: null,
      countedMs: 0,
      budget: { used: 0, burnRate: null },
    });
  });

  it('leaves planned maintenance out where asked to, and counts what overruns it', () => {
    const planned = hit('M', '10:30:00', '11:10:00', 'Pay', [
      claimed('Declared', {
        occurredAt: { earliest: on('09:00:00'), latest: on('09:00:00') },
        source: ops,
        data: { kind: 'maintenance' },
      }),
      maintenance('10:30:00', '11:00:00', ['Pay']),
    ]);
    const other = hit('B', '10:50:00', '10:55:00', 'Shop');
    expect(availabilityOf([planned, other])?.overall.downtimeMs).toBe(40 * minute);
    const without = availabilityOf([planned, other], { excludeMaintenance: true });
    expect(without).toMatchObject({
      excludeMaintenance: true,
      overall: { downtimeMs: 15 * minute, countedMs: 120 * minute },
      components: [
        { component: 'Pay', downtimeMs: 10 * minute, countedMs: 90 * minute },
        { component: 'Shop', downtimeMs: 5 * minute, countedMs: 120 * minute },
      ],
    });
  });

  it('leaves time out of both sides where everything was maintained, or nobody watched', () => {
    const everything = hit('A', '10:00:00', '11:00:00', 'Pay', [
      maintenance('10:00:00', '10:30:00'),
    ]);
    const exclude = [{ from: on('11:30:00'), to: null }];
    expect(
      availabilityOf([everything], { excludeMaintenance: true, exclude })?.overall,
    ).toMatchObject({ downtimeMs: 30 * minute, countedMs: 60 * minute, share: 0.5 });
  });

  it('does not count exercises, nor what was cancelled or merged', () => {
    const log = courseOf({
      id: 'E',
      start: '2024-06-01T10:00:00Z',
      restored: 30,
      kind: 'exercise',
    });
    const cancelled = hit('C', '10:00:00', '11:00:00', 'Pay', [
      happened('Cancelled', '11:00:00', { outcome: 'test' }),
    ]);
    expect(availabilityOf([log, cancelled])).toMatchObject({
      overall: { downtimeMs: 0, share: 1 },
      components: [],
    });
  });

  it('is at most that where impact could not be placed, named or read', () => {
    const vague = (latest: string) =>
      logOf('V', [
        claimed('ImpactStarted', {
          occurredAt: noLaterThan(latest),
          source: ops,
          data: { impactId: 'a', component: 'Pay' },
        }),
        claimed('ImpactEnded', {
          occurredAt: noLaterThan(latest),
          source: ops,
          data: { impactId: 'a' },
        }),
      ]);
    const shop = hit('B', '10:50:00', '10:55:00', 'Shop');
    const bounds = (logs: Parameters<typeof summaryOf>[1]) => {
      const availability = availabilityOf(logs);
      return [availability?.overall, ...(availability?.components ?? [])].map(
        (each) => each?.isUpperBound,
      );
    };
    expect(bounds([vague('2024-06-01T11:00:00Z'), shop])).toEqual([true, false]);
    expect(bounds([vague('2024-06-01T09:00:00Z'), shop])).toEqual([false, false]);
    expect(bounds([hit('A', '10:00:00', '10:10:00'), shop])).toEqual([false, true, true]);
    const fleet = fleetWith({ availability: { window } });
    const failed = {
      incidentId: incidentId('F'),
      view: E.left({
        _tag: 'ProjectionFault' as const,
        projection: 'fleet',
        eventId: null,
        message: 'no',
      }),
    };
    const { view } = summarize(fleet, [...seenBy(fleet, [shop]), failed], { at });
    expect(view.availability?.overall.isUpperBound).toBe(true);
  });

  it('uses a quarter of a month’s budget of 99.9 % for eleven minutes', () => {
    const december = {
      from: instant('2024-12-01T00:00:00Z'),
      to: instant('2025-01-01T00:00:00Z'),
    };
    const overall = availabilityOf([tsr1023], { window: december, objective: 0.999 })?.overall;
    expect(overall?.downtimeMs).toBe(11 * minute);
    expect((overall?.budget?.budgetMs ?? 0) / minute).toBeCloseTo(44.64, 6);
    expect(overall?.budget?.used).toBeCloseTo(0.2464, 4);
    expect(overall?.budget?.burnRate).toBeCloseTo(overall?.budget?.used ?? 0, 9);
  });

  it('stays between nothing and all, and is never more than the sum nor less than the longest', () => {
    const start = msOf(on('09:00:00'));
    const stretches = fc.array(
      fc.record({
        from: fc.nat(240),
        length: fc.integer({ min: 1, max: 120 }),
        component: fc.constantFrom('Pay', 'Shop', 'API'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(stretches, fc.boolean(), (all, excludeMaintenance) => {
        const logs = all.map(({ from, length, component }, index) => {
          const [a, b] = [from, from + length].map((ms) => instantOfMs(start + ms * minute));
          return hit(
            `I-${index}`,
            a?.slice(11, 19) ?? '',
            b?.slice(11, 19) ?? '',
            component,
            index % 3 === 0 ? [maintenance('10:30:00', '11:00:00', ['Pay'])] : [],
          );
        });
        const availability = availabilityOf(logs, { excludeMaintenance });
        const each = availability?.components.map(({ downtimeMs }) => downtimeMs) ?? [];
        const overall = availability?.overall;
        for (const { share, downtimeMs, countedMs } of [
          ...(overall ? [overall] : []),
          ...(availability?.components ?? []),
        ]) {
          expect(downtimeMs).toBeLessThanOrEqual(countedMs);
          expect(countedMs).toBeLessThanOrEqual(measureMs([window]));
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(overall?.downtimeMs).toBeGreaterThanOrEqual(Math.max(0, ...each));
        expect(overall?.downtimeMs).toBeLessThanOrEqual(each.reduce((sum, ms) => sum + ms, 0));
      }),
      { numRuns: 60 },
    );
  });
});
