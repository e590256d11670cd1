import { describe, expect, it } from '@jest/globals';
import * as t from 'io-ts';
import type { CoreEvents } from '../../src/events/core.ts';
import { core } from '../../src/events/core.ts';
import { extend } from '../../src/events/vocabulary.ts';
import { project } from '../../src/history/fold.ts';
import { history } from '../../src/history/history.ts';
import { defaultPolicy } from '../../src/history/policy.ts';
import { incidentId } from '../../src/primitives/ids.ts';
import { instant } from '../../src/primitives/instant.ts';
import { between, noLaterThan } from '../../src/primitives/moment.ts';
import { milestone } from '../../src/projections/milestone.ts';
import { milestones, milestonesWith } from '../../src/projections/milestones.ts';
import type { MilestoneName } from '../../src/projections/standardMilestones.ts';
import type { Entry } from './log.ts';
import { at, claimed, happened, idOf, logOf, on, ops, seenIn, viewOf } from './log.ts';
import { tsr1023 } from './tsr1023.ts';

const times = (entries: readonly Entry[]): Partial<Record<MilestoneName, string>> =>
  Object.fromEntries(
    Object.entries(seenIn(entries, milestones)).map(([name, { moment }]) => [
      name,
      moment.earliest?.slice(11, 16),
    ]),
  );

describe('the milestones of TSR-1023', () => {
  const found = viewOf(tsr1023, milestones);

  it('have their times and sources', () => {
    const short = Object.entries(found).map(([name, { moment, source }]) => [
      name,
      (moment.earliest ?? moment.latest)?.slice(8, 16),
      source.kind,
    ]);
    expect(short).toEqual([
      ['changeMade', '17T09:30', 'postmortem'],
      ['impactStarted', '17T09:51', 'postmortem'],
      ['alerted', '17T09:53', 'postmortem'],
      ['detected', '17T09:53', 'postmortem'],
      ['declared', '17T10:12', 'status-page'],
      ['cellCreated', '17T09:55', 'postmortem'],
      ['causeIdentified', '18T08:24', 'postmortem'],
      ['fixApplied', '17T09:57', 'postmortem'],
      ['restored', '17T10:02', 'postmortem'],
      ['impactEnded', '17T10:02', 'ticket'],
      ['resolved', '17T10:02', 'postmortem'],
      ['firstPublicNotice', '17T10:12', 'status-page'],
      ['publiclyResolved', '17T10:18', 'status-page'],
      ['postmortemPublished', '18T08:24', 'status-page'],
    ]);
  });

  it('show what was not chosen, and what was inferred', () => {
    expect(found.impactStarted).toMatchObject({
      inferred: false,
      evidence: [idOf('TSR-1023', 15)],
      others: [
        { source: { kind: 'ticket' }, eventId: idOf('TSR-1023', 10) },
        { source: { kind: 'status-page' }, eventId: idOf('TSR-1023', 2) },
      ],
    });
    expect(found.impactStarted?.others[0]).not.toHaveProperty('data');
    expect(found.detected).toMatchObject({ inferred: true, evidence: [idOf('TSR-1023', 16)] });
  });

  it('are those of the header while nobody has said more', () => {
    const early = viewOf(tsr1023, milestones, { knownAt: instant('2024-12-17T10:13:00Z') });
    expect(Object.keys(early)).toEqual([
      'impactStarted',
      'detected',
      'declared',
      'impactEnded',
      'firstPublicNotice',
    ]);
    expect(early.impactStarted?.source.kind).toBe('ticket');
    expect(early.impactStarted?.moment.earliest).toBe('2024-12-17T09:51:00.000Z');
    expect(early.impactEnded?.moment.earliest).toBe('2024-12-17T10:02:00.000Z');
    expect(early.detected).toMatchObject({ inferred: true, source: { kind: 'status-page' } });
  });

  it('follow a policy of your own', () => {
    const pageFirst = { ...defaultPolicy, rank: ['status-page', 'ticket'] as const };
    const found2 = viewOf(tsr1023, milestones, { policy: pageFirst });
    expect(found2.impactStarted?.source.kind).toBe('status-page');
    expect(found2.impactStarted?.evidence).toHaveLength(2);
    expect(found2.fixApplied?.moment.earliest).toBe('2024-12-17T09:57:00.000Z');
  });
});

describe('the change that began it', () => {
  const changes = [
    happened('ChangeMade', '09:00:00', { changeId: 'a' }),
    happened('ChangeMade', '09:30:00', { changeId: 'b' }),
  ];
  const impact = happened('ImpactStarted', '10:00:00', { impactId: 'i' });

  it('is the one named by the cause, whoever names it', () => {
    const cause = { changeId: 'b' };
    expect(times([...changes, impact]).changeMade).toBeUndefined();
    expect(
      times([...changes, impact, happened('CauseIdentified', '11:00:00', cause)]),
    ).toMatchObject({ changeMade: '09:30' });
    expect(
      times([
        ...changes,
        happened('CauseIdentified', '11:00:00', {}),
        happened('CauseIdentified', '11:00:00', cause, { kind: 'monitor' }),
      ]),
    ).toMatchObject({ changeMade: '09:30' });
  });

  it('is the only one, but never one that only the fix consists of', () => {
    const fix = happened('FixApplied', '10:20:00', { fixId: 'f', changeId: 'b' });
    expect(times([...changes, impact, fix]).changeMade).toBe('09:00');
  });

  it('is unknown when the cause names one that nobody tells of', () => {
    const cause = happened('CauseIdentified', '11:00:00', { changeId: 'z' });
    expect(times([...changes.slice(0, 1), cause]).changeMade).toBeUndefined();
  });
});

describe('starts and ends over two episodes', () => {
  const first = [
    happened('ImpactStarted', '10:00:00', { impactId: 'a' }),
    happened('FixApplied', '10:10:00', { fixId: 'f1' }),
    happened('Restored', '10:20:00', {}),
    happened('ImpactEnded', '10:20:00', { impactId: 'a' }),
    happened('Resolved', '10:30:00', {}),
    happened('Closed', '10:40:00', {}),
  ];
  const reopened = [...first, happened('Reopened', '11:00:00', {})];

  it('have no end and no fix while the second is open', () => {
    expect(times(first)).toMatchObject({ restored: '10:20', resolved: '10:30', closed: '10:40' });
    expect(Object.keys(times(reopened))).toEqual(['impactStarted', 'detected']);
  });

  it('take the ends of the second', () => {
    expect(
      times([
        ...reopened,
        happened('ImpactStarted', '11:05:00', { impactId: 'b' }),
        happened('FixApplied', '11:10:00', { fixId: 'f2' }),
        happened('ImpactEnded', '11:20:00', { impactId: 'b' }),
        happened('Resolved', '11:30:00', {}),
      ]),
    ).toEqual({
      impactStarted: '10:00',
      detected: '10:10',
      fixApplied: '11:10',
      impactEnded: '11:20',
      resolved: '11:30',
    });
  });

  it('keep the end of impact when the second ended without a new one', () => {
    expect(times([...reopened, happened('Resolved', '11:30:00', {})])).toMatchObject({
      impactEnded: '10:20',
      fixApplied: '10:10',
    });
  });
});

describe('the fix', () => {
  const impact = happened('ImpactStarted', '10:00:00', { impactId: 'i' });
  const fix = (time: string, fixId: string): Entry => happened('FixApplied', time, { fixId });
  const restored = happened('Restored', '10:30:00', {});

  it('is the last not reverted at or before restoration', () => {
    expect(
      times([
        impact,
        fix('10:05:00', 'a'),
        fix('10:10:00', 'b'),
        fix('10:15:00', 'c'),
        happened('FixReverted', '10:16:00', { fixId: 'c' }),
        restored,
        fix('11:00:00', 'd'),
      ]).fixApplied,
    ).toBe('10:10');
  });

  it('is the first afterwards when none came before', () => {
    expect(times([impact, restored, fix('11:00:00', 'd'), fix('12:00:00', 'e')]).fixApplied).toBe(
      '11:00',
    );
    expect(times([impact, fix('10:05:00', 'a'), fix('10:10:00', 'b')]).fixApplied).toBe('10:10');
  });
});

describe('the word in public', () => {
  const published = (time: string, status: string, audience?: 'internal'): Entry =>
    happened('StatusPublished', time, { status, ...(audience && { audience }) });

  it('is taken back by a later update of the course, not by one that looks back', () => {
    const updates = [
      published('09:00:00', 'investigating', 'internal'),
      published('10:00:00', 'investigating'),
      published('10:30:00', 'Resolved'),
      published('10:40:00', 'update'),
      published('11:00:00', 'postmortem'),
    ];
    expect(times(updates)).toMatchObject({ firstPublicNotice: '10:00', publiclyResolved: '10:30' });
    const again = [...updates, published('12:00:00', 'monitoring')];
    expect(times(again).publiclyResolved).toBeUndefined();
    expect(times([...again, published('12:30:00', 'completed')]).publiclyResolved).toBe('12:30');
  });
});

describe('detection', () => {
  it('is inferred from the earliest awareness, not from a maintenance announced', () => {
    const entries = [
      happened('Declared', '08:00:00', { kind: 'maintenance' }),
      happened('StatusPublished', '08:30:00', { status: 'scheduled' }),
      happened('Acknowledged', '10:03:00', {}),
      happened('AlertRaised', '10:04:00', { alertId: 'x' }),
    ];
    expect(seenIn(entries, milestones).detected).toMatchObject({
      inferred: true,
      moment: at('10:03:00'),
    });
  });

  it('is claimed where somebody claims it, and an acknowledgement is never inferred', () => {
    const found = seenIn(
      [
        happened('AlertRaised', '10:00:00', { alertId: 'x' }),
        happened('Detected', '10:05:00', {}),
        happened('ResponderJoined', '10:06:00', { responder: { id: 'u' } }),
      ],
      milestones,
    );
    expect(found.detected).toMatchObject({ inferred: false, moment: at('10:05:00') });
    expect(found.acknowledged).toBeUndefined();
  });
});

describe('the first of several', () => {
  const day = between('2024-06-01T00:00:00Z', '2024-06-01T23:59:59.999Z');

  it('is one known to the hour before one that only names the day', () => {
    expect(
      times([
        claimed('ImpactStarted', { occurredAt: day, source: ops, data: { impactId: 'vague' } }),
        happened('ImpactStarted', '10:00:00', { impactId: 'a' }),
      ]).impactStarted,
    ).toBe('10:00');
  });

  it('is one that is certainly earlier, however vague', () => {
    const found = seenIn(
      [
        claimed('AlertRaised', {
          occurredAt: noLaterThan('2024-06-01T09:00:00Z'),
          source: ops,
          data: { alertId: 'vague' },
        }),
        happened('AlertRaised', '10:00:00', { alertId: 'a' }),
      ],
      milestones,
    );
    expect(found.alerted?.moment.latest).toBe('2024-06-01T09:00:00.000Z');
  });
});

describe('corrections', () => {
  const entries = [happened('Restored', '10:20:00', {}), happened('Resolved', '10:30:00', {})];

  it('move a milestone, and a retraction removes it', () => {
    const corrected = claimed('Corrected', {
      occurredAt: at('12:00:00'),
      source: ops,
      data: {
        target: idOf('INC-1', 0),
        targetType: 'Restored',
        targetVersion: 1,
        kind: 'transcription',
        reason: 'misread',
        occurredAt: at('10:25:00'),
      },
    });
    const retracted = claimed('Retracted', {
      occurredAt: at('12:00:00'),
      source: ops,
      data: { target: idOf('INC-1', 1), reason: 'not over' },
    });
    expect(times([...entries, corrected, retracted])).toEqual({ restored: '10:25' });
  });

  it('are looked at as of any time', () => {
    const log = logOf('INC-1', entries);
    expect(Object.keys(viewOf(log, milestones, { occurredBefore: on('10:25:00') }))).toEqual([
      'restored',
    ]);
    expect(viewOf(log, milestones, { recordedBefore: on('10:25:00') })).toEqual({});
  });
});

describe('own milestones', () => {
  it('are found beside the standard ones, and may take their place', () => {
    const own = milestonesWith({
      milestones: [
        milestone({ name: 'lastLeft', claims: ['ResponderLeft'], pick: 'last' }),
        milestone({ name: 'restored', claims: ['Mitigated'], pick: 'last' }),
      ],
    });
    const responder = { id: 'u' };
    const found = seenIn(
      [
        happened('Mitigated', '10:10:00', {}),
        happened('Restored', '10:20:00', {}),
        happened('ResponderLeft', '11:00:00', { responder }),
        happened('ResponderLeft', '12:00:00', { responder }),
        happened('Merged', '13:00:00', { into: incidentId('INC-2') }),
      ],
      own,
    );
    expect(found.lastLeft?.moment).toEqual(at('12:00:00'));
    expect(found.restored?.moment).toEqual(at('10:10:00'));
  });

  it('rest on own event types of the vocabulary', () => {
    const vocabulary = extend(core, { 'acme.CallOpened': t.type({ callId: t.string }) });
    const log = logOf('INC-1', [happened('Detected', '10:00:00', {})]).map((event) => ({
      ...event,
      type: 'acme.CallOpened' as const,
      data: { callId: 'c' },
    }));
    const own = milestonesWith({
      milestones: [milestone({ name: 'called', claims: ['acme.CallOpened'], pick: 'first' })],
    });
    expect(project(history(log, { vocabulary }), own, on('12:00:00'))).toMatchObject({
      right: { called: { moment: at('10:00:00') } },
    });
    expect(
      project(history<CoreEvents>([], { vocabulary: core }), own, on('12:00:00')),
    ).toMatchObject({
      left: { _tag: 'ProjectionFault' },
    });
  });
});
