import { describe, expect, it } from '@jest/globals';
import { instant } from '../../src/primitives/instant.ts';
import { between, noLaterThan } from '../../src/primitives/moment.ts';
import { impact, impactWith } from '../../src/projections/impact.ts';
import type { Entry } from './log.ts';
import { claimed, happened, on, ops, seenIn, viewOf } from './log.ts';
import { tsr1023 } from './tsr1023.ts';

const MINUTE = 60_000;

const started = (time: string, impactId: string, data: object = {}): Entry =>
  happened('ImpactStarted', time, { impactId, ...data });
const ended = (time: string, impactId: string): Entry =>
  happened('ImpactEnded', time, { impactId });

describe('the impact of TSR-1023', () => {
  it('is one component, eleven minutes down', () => {
    const view = viewOf(tsr1023, impact);
    expect(view.components).toEqual([
      {
        component: 'Processing e-commerce / E-commerce processing',
        intervals: [
          {
            from: '2024-12-17T09:51:00.000Z',
            to: '2024-12-17T10:02:00.000Z',
            degree: 'full',
          },
        ],
        downtimeMs: 660_000,
        unmeasured: [],
      },
    ]);
    expect(view.downtimeMs).toBe(660_000);
    expect(view.severity).toEqual({ internal: 'P1', public: 'minor' });
  });

  it('is known from the header before the post mortem, with a degree nobody has specified', () => {
    const view = viewOf(tsr1023, impact, { knownAt: instant('2024-12-17T10:13:00Z') });
    expect(view.components[0]).toMatchObject({
      intervals: [{ degree: 'unspecified' }],
      downtimeMs: 660_000,
    });
  });

  it('has no figure where only a sentence names the day', () => {
    const pageOnly = tsr1023.filter(
      ({ source, type }) => source.kind === 'status-page' || type === 'Resolved',
    );
    const view = viewOf(pageOnly, impact);
    expect(view.downtimeMs).toBeNull();
    expect(view.components).toMatchObject([
      { intervals: [], downtimeMs: null, unmeasured: [{ impactId: 'main', to: null }] },
    ]);
  });
});

describe('the intervals of impacts', () => {
  it('run until they end, and count up to the instant asked for', () => {
    const view = seenIn([started('10:00:00', 'a'), happened('Resolved', '10:20:00', {})], impact, {
      at: '2024-06-01T10:45:00Z',
    });
    expect(view).toMatchObject({
      components: [{ component: null, intervals: [{ to: null, degree: 'unspecified' }] }],
      downtimeMs: 45 * MINUTE,
      at: on('10:45:00'),
    });
    expect(
      seenIn([started('10:00:00', 'a')], impact, { at: '2024-06-01T09:00:00Z' }).downtimeMs,
    ).toBe(0);
  });

  it('are all ended by a restoration, and go through degrees', () => {
    const view = seenIn(
      [
        started('10:00:00', 'a', { component: 'Pay', degree: 'full' }),
        happened('ImpactChanged', '10:20:00', { impactId: 'a', degree: 'degraded' }),
        started('10:05:00', 'b', { component: 'Shop', degree: 'partial' }),
        ended('10:10:00', 'b'),
        happened('Restored', '10:30:00', {}),
        started('11:00:00', 'c', { component: 'Shop', degree: 'full' }),
      ],
      impact,
      { at: '2024-06-01T11:01:00Z' },
    );
    expect(view.components).toMatchObject([
      {
        component: 'Pay',
        intervals: [
          { from: on('10:00:00'), to: on('10:20:00'), degree: 'full' },
          { from: on('10:20:00'), to: on('10:30:00'), degree: 'degraded' },
        ],
        downtimeMs: 20 * MINUTE,
      },
      {
        component: 'Shop',
        intervals: [
          { from: on('10:05:00'), to: on('10:10:00'), degree: 'partial' },
          { from: on('11:00:00'), to: null, degree: 'full' },
        ],
        downtimeMs: 6 * MINUTE,
      },
    ]);
    expect(view.downtimeMs).toBe(21 * MINUTE);
  });

  it('overlap once, and the worst degree holds', () => {
    const view = seenIn(
      [
        started('10:00:00', 'a', { component: 'Pay', degree: 'full' }),
        ended('10:30:00', 'a'),
        started('10:10:00', 'b', { component: 'Pay', degree: 'degraded' }),
        ended('10:40:00', 'b'),
      ],
      impact,
    );
    expect(view.downtimeMs).toBe(30 * MINUTE);
    expect(view.components[0]?.intervals).toMatchObject([
      { degree: 'full', to: on('10:30:00') },
      { degree: 'degraded', to: on('10:40:00') },
    ]);
  });

  it('belong to the component that any claim about the impact names', () => {
    const view = seenIn(
      [
        started('10:00:00', 'a'),
        happened('ImpactEnded', '10:30:00', { impactId: 'a', component: 'Pay' }),
      ],
      impact,
    );
    expect(view.components).toMatchObject([{ component: 'Pay', downtimeMs: 30 * MINUTE }]);
  });

  it('are not drawn where a time cannot be placed, and the bounds say what is known', () => {
    const byThen = { occurredAt: noLaterThan('2024-06-01T10:20:00Z'), source: ops };
    const view = seenIn(
      [
        started('10:00:00', 'late'),
        claimed('ImpactEnded', { ...byThen, data: { impactId: 'late' } }),
        started('10:05:00', 'changed'),
        claimed('ImpactChanged', {
          occurredAt: between('2024-06-01T00:00:00Z', '2024-06-01T23:59:59.999Z'),
          source: ops,
          data: { impactId: 'changed', degree: 'none' },
        }),
        started('10:06:00', 'backwards'),
        ended('10:00:00', 'backwards'),
        ended('10:00:00', 'unstarted'),
        started('10:00:00', 'good', { component: 'Pay' }),
        ended('10:01:00', 'good'),
      ],
      impact,
    );
    const [unnamed, pay] = view.components;
    expect(unnamed).toMatchObject({ component: null, intervals: [], downtimeMs: null });
    expect(
      Object.fromEntries(
        (unnamed?.unmeasured ?? []).map(({ impactId, minMs, maxMs }) => [impactId, [minMs, maxMs]]),
      ),
    ).toEqual({
      late: [null, 20 * MINUTE],
      changed: [null, null],
      backwards: [-6 * MINUTE, -6 * MINUTE],
      unstarted: [null, null],
    });
    expect(pay?.downtimeMs).toBe(MINUTE);
    expect(view.downtimeMs).toBe(MINUTE);
  });

  it('are still computed for an incident that was cancelled', () => {
    const view = seenIn(
      [
        started('10:00:00', 'a'),
        ended('10:30:00', 'a'),
        happened('Cancelled', '11:00:00', { outcome: 'declined' }),
      ],
      impact,
    );
    expect(view.downtimeMs).toBe(30 * MINUTE);
  });

  it('give no figure where nobody tells of impact', () => {
    expect(seenIn([happened('Detected', '10:00:00', {})], impact)).toMatchObject({
      components: [],
      downtimeMs: null,
    });
  });
});

describe('what counts as down', () => {
  const hit = [
    happened('MaintenanceScheduled', '09:00:00', {
      window: { from: on('10:00:00'), to: on('10:20:00') },
      components: ['Pay'],
    }),
    started('10:10:00', 'a', { component: 'Pay', degree: 'full' }),
    ended('10:30:00', 'a'),
    started('10:10:00', 'b', { component: 'Shop', degree: 'degraded' }),
    ended('10:40:00', 'b'),
  ];
  const downtimes = (options: Parameters<typeof impactWith>[0]): readonly (number | null)[] => {
    const view = seenIn(hit, impactWith(options));
    return [view.downtimeMs, ...view.components.map(({ downtimeMs }) => downtimeMs)];
  };

  it('leaves out planned maintenance of that component when asked to, but not what overruns it', () => {
    expect(downtimes({})).toEqual([20 * MINUTE, 20 * MINUTE, 0]);
    expect(downtimes({ excludeMaintenance: true })).toEqual([10 * MINUTE, 10 * MINUTE, 0]);
  });

  it('leaves out the time excluded', () => {
    const exclude = [{ from: on('10:25:00'), to: null }];
    expect(downtimes({ exclude })).toEqual([15 * MINUTE, 15 * MINUTE, 0]);
  });

  it('follows weights under their name', () => {
    const weights = {
      name: 'half-for-degraded',
      weights: { none: 0, degraded: 0.5, unspecified: 1, partial: 1, full: 1 },
    };
    expect(downtimes({ weights })).toEqual([25 * MINUTE, 20 * MINUTE, 15 * MINUTE]);
    expect(seenIn(hit, impactWith({ weights })).weights).toBe('half-for-degraded');
  });
});

describe('severity', () => {
  const assigned = (time: string, scale: string, level: string): Entry =>
    happened('SeverityAssigned', time, { dimension: 'severity', scale, level });

  it('is the worst on a known scale, the latest on another', () => {
    const entries = [
      assigned('10:00:00', 'sev', 'SEV3'),
      assigned('10:10:00', 'sev', 'SEV1'),
      assigned('10:20:00', 'sev', 'SEV2'),
      assigned('10:25:00', 'sev', 'huge'),
      assigned('10:00:00', 'house', 'red'),
      assigned('10:10:00', 'house', 'amber'),
      assigned('10:00:00', 'public', 'odd'),
      assigned('10:10:00', 'public', 'minor'),
    ];
    expect(seenIn(entries, impact).severity).toEqual({
      sev: 'SEV1',
      house: 'amber',
      public: 'minor',
    });
    const scales = [{ name: 'house', levels: ['red', 'amber'] }];
    expect(seenIn(entries, impactWith({ scales })).severity).toMatchObject({ house: 'red' });
  });
});

describe('what was measured', () => {
  it('is of the whole before of a part, counted before estimated, by the most trusted', () => {
    const estimate = { basis: 'estimate', count: 100 } as const;
    const counted = { basis: 'actual', count: 80 } as const;
    const euros = { basis: 'estimate', value: 5, currency: 'EUR' } as const;
    const entries = [
      happened('ImpactMeasured', '10:00:00', { clients: estimate }),
      happened('ImpactMeasured', '10:10:00', { clients: counted, amount: euros }),
      happened('ImpactMeasured', '10:20:00', { clients: estimate }, { kind: 'postmortem' }),
      happened('ImpactMeasured', '10:30:00', {
        impactId: 'a',
        clients: { basis: 'actual', count: 1 },
        transactions: { basis: 'actual', share: 0.5 },
      }),
    ];
    expect(seenIn(entries, impact).measured).toMatchObject({
      clients: { value: counted, source: ops },
      transactions: { value: { share: 0.5 } },
      amount: { value: euros },
    });
  });
});
