import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { mergeTallies } from '../../src/history/mergeTallies.ts';
import { defaultPolicy } from '../../src/history/policy.ts';
import { summarize, summarized, tally } from '../../src/history/summarize.ts';
import { instant } from '../../src/primitives/instant.ts';
import { between } from '../../src/primitives/moment.ts';
import { incidentId } from '../../src/primitives/ids.ts';
import { duration } from '../../src/projections/duration.ts';
import { milestone } from '../../src/projections/milestone.ts';
import { fleet, fleetWith } from '../../src/projections/fleet.ts';
import type { FleetIncident } from '../../src/projections/fleetIncident.ts';
import type { FleetCohort } from '../../src/projections/fleetView.ts';
import { standardDurations } from '../../src/projections/standardDurations.ts';
import type { Course } from './fleetOf.ts';
import { at, courseOf, seenBy, summaryOf } from './fleetOf.ts';
import { claimed, happened, logOf, ops } from './log.ts';
import { tsr1023 } from './tsr1023.ts';

const minute = 60_000;

const spread = ({ durations }: FleetCohort, name: string, basis = 'impactStarted') =>
  durations.find((each) => each.name === name && each.basis === basis);

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const day = (index: number): string =>
  new Date(Date.UTC(2024, 0, 1, 12) + index * 86_400_000).toISOString();

const courses = fc
  .array(
    fc.record<Omit<Course, 'id'>>(
      {
        start: fc.nat(400).map(day),
        restored: fc.integer({ min: 5, max: 600 }),
        kind: fc.constantFrom('incident', 'incident', 'maintenance', 'exercise'),
        components: fc.uniqueArray(fc.constantFrom('Pay', 'Shop', 'API'), { maxLength: 2 }),
        severity: fc.constantFrom(
          [],
          [['internal', 'P1'] as const],
          [['internal', 'P2'] as const, ['public', 'minor'] as const],
        ),
        category: fc.constantFrom('Human error', 'human  error', 'Capacity'),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 25 },
  )
  .map((all) => all.map((course, index) => courseOf({ id: `I-${index}`, ...course })));

/** The incident with other numbers. */
const nth = (incident: FleetIncident, index: number): FleetIncident => ({
  ...incident,
  incidentId: incidentId(`I-${index}`),
  durations: incident.durations.map((each) => ({
    ...each,
    ms: each.ms === null ? null : (index * 7919) % 10_007,
  })),
});

const window = { from: instant('2024-03-01T00:00:00Z'), to: instant('2024-07-01T00:00:00Z') };
const watched = fleetWith({ mean: true, availability: { window, objective: 0.999 } });

describe('a fleet', () => {
  it('of one has the numbers of that one, and claims no more', () => {
    const view = summaryOf(fleet, [tsr1023]);
    expect(view.incidents).toBe(1);
    expect(view.durations.map(({ name }) => name)).toEqual(
      standardDurations.map(({ name }) => name),
    );
    expect(spread(view, 'time-to-restore')).toEqual({
      name: 'time-to-restore',
      definition: { version: 1, from: 'impactStarted', to: 'restored', policy: 'default@1' },
      basis: 'impactStarted',
      n: 1,
      median: { value: 11 * minute, low: null, high: null, fewest: 6 },
      p75: { value: 11 * minute, low: null, high: null, fewest: 11 },
      p90: { value: 11 * minute, low: null, high: null, fewest: 29 },
      p95: { value: 11 * minute, low: null, high: null, fewest: 59 },
      leftOut: {},
    });
    expect(spread(view, 'alert-to-acknowledge', 'alerted')).toMatchObject({
      n: 0,
      median: { value: null },
      leftOut: { missing: 1 },
    });
    expect(view.bySeverity.map(({ scale, level }) => [scale, level])).toEqual([
      ['internal', 'P1'],
      ['public', 'minor'],
    ]);
    expect(view.byMonth.map(({ month }) => month)).toEqual(['2024-12']);
    expect(view.byComponent.map(({ component }) => component)).toEqual([
      'Processing e-commerce / E-commerce processing',
    ]);
  });

  it('leaves out what is no incident, and says why', () => {
    const cancelled = courseOf({
      id: 'C',
      start: day(1),
      more: [happened('Cancelled', '12:00:00', { outcome: 'false-alarm' })],
    });
    const merged = courseOf({
      id: 'M',
      start: day(1),
      more: [happened('Merged', '12:00:00', { into: incidentId('A') })],
    });
    const view = summaryOf(fleet, [
      courseOf({ id: 'A', start: day(1), restored: 10 }),
      courseOf({ id: 'E', start: day(1), restored: 1, kind: 'exercise' }),
      courseOf({ id: 'P', start: day(1), restored: 1, kind: 'maintenance' }),
      [],
      cancelled,
      merged,
    ]);
    expect(view.incidents).toBe(1);
    expect(view.leftOut).toEqual({
      'nothing-known': 1,
      cancelled: 1,
      merged: 1,
      maintenance: 1,
      exercise: 1,
    });
  });

  it('gives no value for what still runs, is missing, impossible or vague', () => {
    const vague = logOf('V', [
      claimed('ImpactStarted', {
        occurredAt: between('2024-06-01T00:00:00Z', '2024-06-01T23:59:59Z'),
        source: ops,
        data: { impactId: 'a' },
      }),
      happened('Restored', '23:59:59', {}),
    ]);
    const impossible = logOf('N', [
      happened('ImpactStarted', '10:00:00', { impactId: 'a' }),
      happened('Restored', '09:00:00', {}),
    ]);
    const closed = logOf('R', [
      happened('ImpactStarted', '10:00:00', { impactId: 'a' }),
      happened('Resolved', '10:09:00', {}),
    ]);
    const view = summaryOf(fleet, [
      vague,
      impossible,
      closed,
      courseOf({ id: 'O', start: day(1) }),
      courseOf({ id: 'A', start: day(1), restored: 10 }),
    ]);
    expect(spread(view, 'time-to-restore')).toMatchObject({
      n: 1,
      median: { value: 10 * minute },
      leftOut: { 'bounds-only': 1, invalid: 1, missing: 1, running: 1 },
    });
  });

  it('never mixes bases', () => {
    const view = summaryOf(fleet, [
      courseOf({ id: 'A', start: day(1), restored: 10 }),
      courseOf({ id: 'B', restored: 30 }),
    ]);
    const both = view.durations
      .filter(({ name }) => name === 'time-to-restore')
      .map(({ basis, n, median, leftOut }) => [basis, n, median.value, leftOut]);
    expect(both).toEqual([
      ['impactStarted', 1, 10 * minute, { 'other-basis': 1 }],
      ['detected', 1, 28 * minute, { 'other-basis': 1 }],
    ]);
  });

  it('never mixes definitions or policies', () => {
    const log = courseOf({ id: 'A', start: day(1), restored: 10 });
    const second = duration({ name: 'recovery-lag', version: 2, from: 'detected', to: 'restored' });
    const views = [
      ...seenBy(fleet, [log]),
      ...seenBy(fleetWith({ durations: [second] }), [log]),
      ...seenBy(fleet, [log], { ...defaultPolicy, name: 'ours' }),
    ];
    const { view } = summarize(fleet, views, { at });
    expect(
      view.durations
        .filter(({ name }) => name === 'recovery-lag')
        .map(({ definition: { version, from, policy }, n, leftOut }) => [
          `${version} ${from} ${policy}`,
          n,
          leftOut,
        ]),
    ).toEqual([
      ['1 fixApplied default@1', 0, { missing: 1, 'other-definition': 2 }],
      ['1 fixApplied ours@1', 0, { missing: 1, 'other-definition': 2 }],
      ['2 detected default@1', 1, { 'other-definition': 2 }],
    ]);
    const parts = [tally(fleetWith({ durations: [second] }), [], { at })];
    expect(mergeTallies(fleet, parts, { at })).toMatchObject({ left: { field: 'settings' } });
  });

  it('is not put together with one whose milestones are picked in another way', () => {
    const noted = { name: 'noted', claims: ['NoteAdded'] } as const;
    const [first, last] = (['first', 'last'] as const).map((pick) =>
      fleetWith({ milestones: [milestone({ ...noted, pick })] }),
    );
    if (!first || !last) throw new Error('expected two fleets');
    const parts = [tally(last, [], { at })];
    expect(mergeTallies(first, parts, { at })).toMatchObject({ left: { field: 'settings' } });
  });

  it('counts months where people ask for them', () => {
    const log = courseOf({ id: 'A', start: '2024-04-30T22:30:00Z', restored: 10 });
    expect(summaryOf(fleet, [log]).byMonth).toMatchObject([{ month: '2024-04' }]);
    expect(summaryOf(fleetWith({ zone: 'Europe/Paris' }), [log]).byMonth).toMatchObject([
      { month: '2024-05' },
    ]);
  });

  it('ranks levels, the worst first, and those without one last', () => {
    const view = summaryOf(fleet, [
      courseOf({ id: 'A', start: day(1), severity: [['internal', 'P3']] }),
      courseOf({ id: 'B', start: day(1) }),
      courseOf({ id: 'C', start: day(1), severity: [['internal', 'P1']] }),
      courseOf({ id: 'D', start: day(1), severity: [['internal', 'odd']] }),
    ]);
    expect(view.bySeverity.map(({ level, incidents }) => [level, incidents])).toEqual([
      ['P1', 1],
      ['P3', 1],
      ['odd', 1],
      [null, 1],
    ]);
  });

  it('gives a mean only where it is asked for by name', () => {
    const logs = [10, 20, 60].map((restored) =>
      courseOf({ id: `I-${restored}`, start: day(1), restored }),
    );
    expect(spread(summaryOf(fleet, logs), 'time-to-restore')).not.toHaveProperty('mean');
    expect(spread(summaryOf(fleetWith({ mean: true }), logs), 'time-to-restore')).toMatchObject({
      mean: 30 * minute,
    });
  });

  it('leaves no incident uncounted', () => {
    fc.assert(
      fc.property(courses, (logs) => {
        const view = summaryOf(watched, logs);
        expect(view.incidents + sumOf(view.leftOut)).toBe(logs.length);
        const cohorts = [view, ...view.bySeverity, ...view.byComponent, ...view.byMonth];
        for (const { incidents, durations } of cohorts) {
          for (const { n, leftOut } of durations) expect(n + sumOf(leftOut)).toBe(incidents);
        }
        for (const scale of new Set(view.bySeverity.map((each) => each.scale))) {
          const levels = view.bySeverity.filter((each) => each.scale === scale);
          expect(levels.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(view.incidents);
        }
        expect(view.byMonth.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(
          view.incidents,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('says the same in any order, and of parts that are merged', () => {
    const split = courses.chain((logs) =>
      fc.tuple(
        fc.shuffledSubarray([...logs], { minLength: logs.length }),
        fc.nat(logs.length),
        fc.constant(logs),
      ),
    );
    fc.assert(
      fc.property(split, ([shuffled, cut, logs]) => {
        const whole = summarize(watched, seenBy(watched, logs), { at });
        const parts = [shuffled.slice(0, cut), shuffled.slice(cut)].map((part) =>
          tally(watched, seenBy(watched, part), { at }),
        );
        const sent = JSON.parse(JSON.stringify(parts)) as typeof parts;
        const merged = mergeTallies(watched, sent, { at });
        const again = E.isRight(merged) ? summarized(watched, merged.right) : null;
        expect(JSON.stringify(again)).toBe(JSON.stringify(whole));
        expect(sent).toEqual(parts);
      }),
      { numRuns: 40 },
    );
  });

  it('holds ten thousand incidents', () => {
    const logs = [courseOf({ id: 'A', start: day(90), restored: 10, components: ['Pay'] })];
    const views = seenBy(watched, logs).flatMap(({ view }) =>
      Array.from({ length: 10_000 }, (_, index) => {
        const id = incidentId(`I-${index}`);
        return { incidentId: id, view: E.map((of: FleetIncident) => nth(of, index))(view) };
      }),
    );
    const restore = spread(summarize(watched, views, { at }).view, 'time-to-restore');
    expect(restore).toMatchObject({ n: 10_000, leftOut: {} });
    expect(restore?.p95.low).toBeLessThan(restore?.p95.value ?? 0);
    expect(restore?.p95.high).toBeGreaterThan(restore?.p95.value ?? 0);
  });

  it.each([
    [{ confidence: 1 }, 'confidence'],
    [{ resamples: 0 }, 'resamples'],
    [{ resamples: 2.5 }, 'whole number'],
    [{ recurrenceMs: -1 }, 'recurrenceMs'],
    [{ zone: 'Mars/Olympus' }, 'time zone'],
    [{ availability: { window, objective: 1 } }, 'objective'],
    [{ availability: { window: { from: window.to, to: window.from } } }, 'after'],
  ])('refuses %j', (options, message) => {
    expect(() => fleetWith(options)).toThrow(message);
  });
});
