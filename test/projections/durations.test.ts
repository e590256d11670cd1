import { describe, expect, it } from '@jest/globals';
import { combine } from '../../src/history/combine.ts';
import { defaultPolicy } from '../../src/history/policy.ts';
import { incidentId } from '../../src/primitives/ids.ts';
import { instant } from '../../src/primitives/instant.ts';
import type { Moment } from '../../src/primitives/moment.ts';
import { between, noLaterThan } from '../../src/primitives/moment.ts';
import type { Duration } from '../../src/projections/duration.ts';
import { duration } from '../../src/projections/duration.ts';
import { durations, durationsWith } from '../../src/projections/durations.ts';
import { milestone } from '../../src/projections/milestone.ts';
import type { Entry } from './log.ts';
import { at, claimed, happened, idOf, ops, seenIn, viewOf } from './log.ts';
import { tsr1023 } from './tsr1023.ts';

const MINUTE = 60_000;

const named = (all: readonly Duration[], name: string): Duration | undefined =>
  all.find((each) => each.name === name);

const statuses = (all: readonly Duration[]): Record<string, string> =>
  Object.fromEntries(all.map(({ name, status }) => [name, status]));

describe('the durations of TSR-1023', () => {
  const all = viewOf(tsr1023, durations);

  it.each([
    ['latent-fault', 21],
    ['time-to-alert', 2],
    ['time-to-detect', 2],
    ['detect-to-mobilise', 2],
    ['time-to-mobilise', 4],
    ['time-to-fix', 6],
    ['recovery-lag', 5],
    ['time-to-restore', 11],
    ['time-to-resolve', 11],
    ['disclosure-lag', 21],
    ['restore-to-disclosure', 10],
    ['published-duration', 6],
    ['postmortem-lag', 22 * 60 + 22],
  ])('%s is %d minutes, give or take one', (name, minutes) => {
    expect(named(all, name)).toMatchObject({
      status: 'recorded',
      ms: minutes * MINUTE,
      minMs: (minutes - 1) * MINUTE + 1,
      maxMs: (minutes + 1) * MINUTE - 1,
    });
  });

  it('come in the order of the table', () => {
    expect(all.map(({ name }) => name)).toEqual([
      'latent-fault',
      'time-to-alert',
      'time-to-detect',
      'alert-to-acknowledge',
      'detect-to-mobilise',
      'time-to-mobilise',
      'time-to-fix',
      'recovery-lag',
      'time-to-restore',
      'time-to-resolve',
      'disclosure-lag',
      'restore-to-disclosure',
      'published-duration',
      'postmortem-lag',
    ]);
  });

  it('say what they mean and what they rest on', () => {
    expect(named(all, 'time-to-restore')).toEqual({
      name: 'time-to-restore',
      definition: { version: 1, from: 'impactStarted', to: 'restored', policy: 'default@1' },
      status: 'recorded',
      ms: 660_000,
      minMs: 600_001,
      maxMs: 719_999,
      from: '2024-12-17T09:51:00.000Z',
      to: '2024-12-17T10:02:00.000Z',
      basis: 'impactStarted',
      missing: [],
      evidence: [idOf('TSR-1023', 15), idOf('TSR-1023', 19)],
    });
  });

  it('lack an acknowledgement that nobody claims', () => {
    expect(named(all, 'alert-to-acknowledge')).toMatchObject({
      status: 'missing',
      ms: null,
      missing: ['acknowledged'],
    });
  });

  it('name the policy that chose', () => {
    const policy = { ...defaultPolicy, name: 'page-first', version: 3 };
    const [first] = viewOf(tsr1023, durations, { policy });
    expect(first?.definition.policy).toBe('page-first@3');
    const both = viewOf(tsr1023, combine({ durations }), { policy });
    expect(both.durations[0]?.definition.policy).toBe('page-first@3');
    expect(durations.view(durations.initial(), instant('2025-01-01T00:00:00Z'))[0]).toMatchObject({
      definition: { policy: 'default@1' },
    });
  });
});

const live: readonly Entry[] = [
  happened('ImpactStarted', '10:00:00', { impactId: 'a' }),
  happened('AlertRaised', '10:02:00', { alertId: 'x' }),
];

describe('durations of an incident that goes on', () => {
  it('run up to the instant asked for', () => {
    const all = seenIn(live, durations, { at: '2024-06-01T10:30:00Z' });
    expect(named(all, 'time-to-alert')).toMatchObject({ status: 'recorded', ms: 2 * MINUTE });
    expect(named(all, 'time-to-restore')).toMatchObject({
      status: 'running',
      ms: 30 * MINUTE,
      minMs: 30 * MINUTE,
      maxMs: 30 * MINUTE,
      from: '2024-06-01T10:00:00.000Z',
      to: null,
      missing: [],
      evidence: [idOf('INC-1', 0)],
    });
    expect(named(all, 'recovery-lag')).toMatchObject({
      status: 'missing',
      missing: ['fixApplied', 'restored'],
    });
  });

  it('do not wait for a restoration once all impacts have ended, nor for a beginning', () => {
    const all = seenIn(
      [
        happened('ChangeMade', '09:00:00', { changeId: 'c' }),
        happened('Declared', '10:05:00', { kind: 'incident' }),
        happened('ImpactEnded', '10:20:00', { impactId: 'a' }),
      ],
      durations,
    );
    expect(named(all, 'latent-fault')?.status).toBe('missing');
    expect(
      named(
        seenIn([...live, happened('ImpactEnded', '10:20:00', { impactId: 'a' })], durations),
        'time-to-restore',
      ),
    ).toMatchObject({ status: 'missing', missing: ['restored'] });
  });

  it('stop running when it is over, by a claim or by what the page says', () => {
    const ended = seenIn([...live, happened('Resolved', '11:00:00', {})], durations);
    expect(statuses(ended)).toMatchObject({
      'time-to-fix': 'missing',
      'time-to-resolve': 'recorded',
    });
    const told = seenIn(
      [...live, happened('StatusPublished', '11:00:00', { status: 'Resolved' })],
      durations,
    );
    expect(statuses(told)).toMatchObject({
      'time-to-fix': 'missing',
      'time-to-resolve': 'missing',
    });
  });

  it('run again after a reopening, from the first start', () => {
    const reopened = [
      ...live,
      happened('Restored', '10:20:00', {}),
      happened('Resolved', '10:30:00', {}),
      happened('Reopened', '11:00:00', {}),
    ];
    const again = seenIn(reopened, durations, { at: '2024-06-01T12:00:00Z' });
    expect(named(again, 'time-to-restore')).toMatchObject({ status: 'running', ms: 120 * MINUTE });
    expect(named(again, 'postmortem-lag')).toMatchObject({
      missing: ['resolved', 'postmortemPublished'],
    });
    const over = seenIn(
      [...reopened, happened('Restored', '11:40:00', {}), happened('Resolved', '11:50:00', {})],
      durations,
    );
    expect(named(over, 'time-to-restore')).toMatchObject({ status: 'recorded', ms: 100 * MINUTE });
    expect(named(over, 'time-to-resolve')).toMatchObject({ status: 'recorded', ms: 110 * MINUTE });
  });
});

describe('durations where something is not as usual', () => {
  it.each([
    ['cancelled', happened('Cancelled', '10:10:00', { outcome: 'false-alarm' })],
    ['merged', happened('Merged', '10:10:00', { into: incidentId('INC-2') })],
  ])('do not apply to an incident %s', (_, end) => {
    const all = seenIn([...live, end], durations);
    expect(new Set(Object.values(statuses(all)))).toEqual(new Set(['not-applicable']));
    expect(named(all, 'time-to-alert')).toMatchObject({
      ms: null,
      from: null,
      to: null,
      evidence: [idOf('INC-1', 2)],
    });
  });

  it('apply again when a cancelled incident was reopened', () => {
    const all = seenIn(
      [
        ...live,
        happened('Cancelled', '10:10:00', { outcome: 'declined' }),
        happened('Reopened', '10:15:00', {}),
      ],
      durations,
    );
    expect(named(all, 'time-to-alert')?.status).toBe('recorded');
  });

  it('show an end before its start as it is', () => {
    const all = seenIn([...live, happened('Restored', '09:50:00', {})], durations);
    expect(named(all, 'time-to-restore')).toMatchObject({
      status: 'invalid',
      ms: -10 * MINUTE,
      minMs: -10 * MINUTE,
      maxMs: -10 * MINUTE,
    });
  });

  it('take a word in public before restoration for no fault', () => {
    const all = seenIn(
      [
        ...live,
        happened('StatusPublished', '10:05:00', { status: 'investigating' }),
        happened('Restored', '10:20:00', {}),
      ],
      durations,
    );
    expect(named(all, 'restore-to-disclosure')).toMatchObject({
      status: 'recorded',
      ms: -15 * MINUTE,
    });
  });

  it('have bounds and no figure where an end has no earliest or only names the day', () => {
    const byThen = seenIn(
      [
        ...live,
        claimed('FixApplied', {
          occurredAt: noLaterThan('2024-06-01T10:14:59.999Z'),
          source: ops,
          data: { fixId: 'f' },
        }),
      ],
      durations,
    );
    expect(named(byThen, 'time-to-fix')).toMatchObject({
      status: 'recorded',
      ms: null,
      minMs: null,
      maxMs: 15 * MINUTE - 1,
      to: null,
    });
    const day = seenIn(
      [
        claimed('ImpactStarted', {
          occurredAt: between('2024-06-01T00:00:00Z', '2024-06-01T23:59:59.999Z'),
          source: ops,
          data: { impactId: 'a' },
        }),
        happened('Restored', '10:00:00', {}),
      ],
      durations,
    );
    expect(named(day, 'time-to-restore')).toMatchObject({
      status: 'recorded',
      ms: null,
      maxMs: 600 * MINUTE,
      from: null,
    });
  });

  it('survive a zone that cannot be decided', () => {
    const undecided = (time: string): Moment => {
      const reading = (zone: string, hours: number) => ({
        zone,
        earliest: instant(`2024-06-01T${time}:00+0${hours}:00`),
        latest: instant(`2024-06-01T${time}:59+0${hours}:00`),
      });
      const [london, utc] = [reading('Europe/London', 1), reading('UTC', 0)];
      return {
        earliest: london.earliest,
        latest: utc.latest,
        undecided: { group: 'page', alternatives: [london, utc] },
      };
    };
    const all = seenIn(
      [
        claimed('ImpactStarted', {
          occurredAt: undecided('10:00'),
          source: ops,
          data: { impactId: 'a' },
        }),
        claimed('Restored', { occurredAt: undecided('10:20'), source: ops, data: {} }),
        happened('StatusPublished', '10:30:00', { status: 'investigating' }),
      ],
      durations,
    );
    expect(named(all, 'time-to-restore')).toMatchObject({ ms: 20 * MINUTE, from: null, to: null });
    expect(named(all, 'disclosure-lag')).toMatchObject({
      ms: null,
      minMs: 29 * MINUTE + 1000,
      maxMs: 90 * MINUTE,
    });
  });

  it('run from detection where the start of impact is not known, and say so', () => {
    const all = seenIn(
      [
        happened('Detected', '10:00:00', { by: 'customer' }),
        happened('AlertRaised', '10:04:00', { alertId: 'x' }),
        happened('Restored', '10:20:00', {}),
      ],
      durations,
    );
    expect(named(all, 'time-to-restore')).toMatchObject({ basis: 'detected', ms: 20 * MINUTE });
    expect(named(all, 'time-to-alert')).toMatchObject({ basis: 'detected', ms: 4 * MINUTE });
    expect(named(all, 'time-to-detect')).toMatchObject({
      status: 'missing',
      basis: 'impactStarted',
      missing: ['impactStarted'],
    });
  });

  it('do not compare an alert with the detection inferred from it', () => {
    const all = seenIn([happened('AlertRaised', '10:04:00', { alertId: 'x' })], durations);
    expect(named(all, 'time-to-alert')).toMatchObject({ missing: ['impactStarted'] });
  });
});

describe('own durations', () => {
  const called = milestone({
    name: 'called',
    claims: ['RoleAssigned'],
    pick: (candidates) => candidates.find(({ data }) => data['role'] === 'commander'),
  });

  it('come after the standard ones, over own milestones', () => {
    const own = durationsWith({
      milestones: [called],
      durations: [duration({ name: 'time-to-call', from: 'impactStarted', to: 'called' })],
    });
    const commander = { responder: { id: 'u1' }, role: 'commander' };
    const all = seenIn([...live, happened('RoleAssigned', '10:07:00', commander)], own);
    expect(all).toHaveLength(15);
    expect(all.at(-1)).toMatchObject({ name: 'time-to-call', ms: 7 * MINUTE });
  });

  it('take the place of a standard one of the same name', () => {
    const own = durationsWith({
      durations: [
        duration({ name: 'time-to-resolve', version: 2, from: 'declared', to: 'resolved' }),
      ],
    });
    const all = seenIn(
      [
        happened('Declared', '10:01:00', { kind: 'incident' }),
        happened('Resolved', '10:09:00', {}),
      ],
      own,
    );
    expect(all).toHaveLength(14);
    expect(all[9]).toMatchObject({ ms: 8 * MINUTE, definition: { version: 2, from: 'declared' } });
  });

  it('name milestones that there are', () => {
    const wrong = duration({ name: 'wrong', from: 'impactStarted', to: 'nowhere' });
    expect(() => durationsWith({ durations: [wrong] })).toThrow(
      'wrong: expected the name of a milestone, got nowhere',
    );
    expect(at('10:00:00').earliest).toBe('2024-06-01T10:00:00.000Z');
  });
});
