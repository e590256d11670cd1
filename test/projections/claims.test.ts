import { describe, expect, it } from '@jest/globals';
import type { Mention } from '../../src/events/communication.ts';
import { defaultPolicy } from '../../src/history/policy.ts';
import { instant } from '../../src/primitives/instant.ts';
import { between } from '../../src/primitives/moment.ts';
import type { Source } from '../../src/primitives/source.ts';
import type { Contradiction } from '../../src/projections/claimsView.ts';
import { claims } from '../../src/projections/claims.ts';
import type { Entry } from './log.ts';
import { at, claimed, happened, idOf, ops, seenIn, viewOf } from './log.ts';
import { tsr1023 } from './tsr1023.ts';

const MINUTE = 60_000;
const page: Source = { kind: 'status-page', name: 'page' };
const monitor: Source = { kind: 'monitor', name: 'probe' };

describe('what was claimed of TSR-1023', () => {
  const view = viewOf(tsr1023, claims);

  it('is measured against the outage by the chosen milestones', () => {
    expect(view.actual).toEqual({
      from: '2024-12-17T09:51:00.000Z',
      to: '2024-12-17T10:02:00.000Z',
      ms: 660_000,
      basis: 'restored',
      evidence: [idOf('TSR-1023', 15), idOf('TSR-1023', 19)],
    });
  });

  it('is a page period that does not overlap the outage', () => {
    expect(view.periods.find(({ source }) => source.kind === 'status-page')).toEqual({
      source: { kind: 'status-page', name: 'Dalenys' },
      from: '2024-12-17T10:12:00.000Z',
      to: '2024-12-17T10:18:00.000Z',
      ms: 6 * MINUTE,
      statedMs: 6 * MINUTE,
      startErrorMs: 21 * MINUTE,
      endErrorMs: 16 * MINUTE,
      durationErrorMs: -5 * MINUTE,
      overlap: 0,
      evidence: [4, 7, 3].map((index) => idOf('TSR-1023', index)),
    });
  });

  it('is a period of the header and of the post mortem without error', () => {
    expect(view.periods.map(({ source }) => source.kind)).toEqual([
      'postmortem',
      'ticket',
      'status-page',
    ]);
    expect(view.periods[1]).toMatchObject({
      source: { kind: 'ticket', name: 'TSR-1023' },
      from: '2024-12-17T09:51:00.000Z',
      to: '2024-12-17T10:02:00.000Z',
      startErrorMs: 0,
      endErrorMs: 0,
      durationErrorMs: 0,
      overlap: 1,
      statedMs: null,
    });
    expect(view.periods[0]?.statedMs).toBe(11 * MINUTE);
  });

  it('contradicts itself in one time and one duration', () => {
    expect(view.contradictions.map(({ about }) => about)).toEqual(['ImpactStarted', 'duration']);
    const [times, stated] = view.contradictions;
    expect(
      times?.claims.map(({ source, language, moment }) => [source.kind, language, moment?.written]),
    ).toEqual([
      ['status-page', 'fr', '10h51'],
      ['status-page', 'en', '1H51am'],
      ['ticket', undefined, '10h51'],
      ['postmortem', undefined, '10h51'],
    ]);
    expect(stated?.claims.map(({ value }) => value)).toEqual([6 * MINUTE, 11 * MINUTE]);
  });

  it('is little while only the header is known', () => {
    const early = viewOf(tsr1023, claims, { knownAt: instant('2024-12-17T10:13:00Z') });
    expect(early.actual).toMatchObject({ basis: 'impactEnded', ms: 11 * MINUTE });
    expect(early.periods).toMatchObject([
      { source: { kind: 'ticket' }, durationErrorMs: 0 },
      { source: { kind: 'status-page' }, to: null, ms: null, endErrorMs: null, overlap: null },
    ]);
  });
});

describe('periods', () => {
  const outage = [
    happened('ImpactStarted', '10:00:00', { impactId: 'a' }),
    happened('Resolved', '10:40:00', {}),
  ];

  it('lie against restoration, else the end of impact, else resolution', () => {
    const ended = happened('ImpactEnded', '10:30:00', { impactId: 'a' });
    const restored = happened('Restored', '10:20:00', {});
    expect(seenIn([], claims).actual).toMatchObject({
      from: null,
      to: null,
      ms: null,
      basis: null,
    });
    expect(seenIn(outage, claims).actual.basis).toBe('resolved');
    expect(seenIn([...outage, ended], claims).actual.basis).toBe('impactEnded');
    expect(seenIn([...outage, ended, restored], claims)).toMatchObject({
      actual: { basis: 'restored', ms: 20 * MINUTE },
      periods: [{ source: ops, ms: 20 * MINUTE }],
    });
  });

  it('are of every source, by its last word on each happening', () => {
    const again = claimed('ImpactStarted', {
      occurredAt: at('10:05:00'),
      statedAt: at('12:00:00'),
      source: monitor,
      data: { impactId: 'a' },
    });
    const view = seenIn(
      [
        ...outage,
        happened('ImpactStarted', '10:09:00', { impactId: 'a' }, monitor),
        again,
        happened('ImpactEnded', '10:25:00', { impactId: 'a' }, monitor),
        happened('ImpactEnded', '10:40:00', { impactId: 'a' }),
      ],
      claims,
    );
    expect(view.periods).toMatchObject([
      { source: ops, startErrorMs: 0 },
      {
        source: monitor,
        startErrorMs: 5 * MINUTE,
        endErrorMs: -15 * MINUTE,
        durationErrorMs: -20 * MINUTE,
        overlap: 0.5,
      },
    ]);
  });

  it('are of a source that only says how long, and not of one that only names the day', () => {
    const day = between('2024-06-01T00:00:00Z', '2024-06-01T23:59:59.999Z');
    const view = seenIn(
      [
        ...outage,
        happened('ImpactMeasured', '11:00:00', { durationMs: 20 * MINUTE }, monitor),
        claimed('ImpactStarted', {
          occurredAt: day,
          source: { kind: 'ticket' },
          data: { impactId: 'a' },
        }),
        happened('StatusPublished', '11:00:00', { status: 'postmortem' }, page),
        happened(
          'StatusPublished',
          '10:10:00',
          { status: 'investigating', audience: 'internal' },
          page,
        ),
      ],
      claims,
    );
    expect(
      view.periods.map(({ source, from, statedMs }) => [source.kind, from !== null, statedMs]),
    ).toEqual([
      ['responder', true, null],
      ['monitor', false, 20 * MINUTE],
    ]);
  });

  it('are as long as stated of the whole, or of the only impact, whatever else took how long', () => {
    const took = (clock: string, minutes: number, impactId?: string): Entry =>
      happened(
        'ImpactMeasured',
        clock,
        { durationMs: minutes * MINUTE, ...(impactId !== undefined && { impactId }) },
        monitor,
      );
    const stated = (...entries: readonly Entry[]): readonly (number | null)[] =>
      seenIn([...outage, ...entries], claims).periods.flatMap(({ source, statedMs }) =>
        source.kind === 'monitor' ? [statedMs] : [],
      );
    expect(stated(took('11:00:00', 40), took('11:10:00', 15, 'a'))).toEqual([40 * MINUTE]);
    expect(stated(took('11:10:00', 15, 'a'))).toEqual([15 * MINUTE]);
    expect(stated(took('11:00:00', 30, 'b'), took('11:10:00', 15, 'a'))).toEqual([]);
  });

  it('come in the order of the policy, and show an end before its start without an overlap', () => {
    const policy = { ...defaultPolicy, rank: ['status-page', 'monitor'] as const };
    const backwards = [
      happened('ImpactStarted', '10:30:00', { impactId: 'b' }, monitor),
      happened('Resolved', '10:10:00', {}, monitor),
      happened('StatusPublished', '10:05:00', { status: 'investigating' }, page),
    ];
    const view = seenIn([...outage, ...backwards], claims, { policy });
    expect(view.periods.map(({ source, ms, overlap }) => [source.kind, ms, overlap])).toEqual([
      ['status-page', null, null],
      ['monitor', -20 * MINUTE, null],
      ['responder', 40 * MINUTE, 0.25],
    ]);
  });
});

describe('contradictions', () => {
  const found = (entries: readonly Entry[]): readonly Contradiction[] =>
    seenIn(entries, claims).contradictions;

  it('are times of one happening that cannot be the same, by two sources or one', () => {
    const entries = [
      happened('Restored', '10:20:00', {}),
      happened('Restored', '10:25:00', {}, monitor),
      happened('Restored', '10:20:00', {}, { kind: 'ticket' }),
    ];
    expect(found(entries)).toMatchObject([
      {
        about: 'Restored#0',
        claims: [{ source: ops }, { source: { kind: 'ticket' } }, { source: monitor }],
      },
    ]);
    expect(found([...entries.slice(0, 1), happened('Restored', '10:21:00', {})])).toMatchObject([
      { about: 'Restored#0', claims: [{ source: ops }, { source: ops }] },
    ]);
  });

  it('are not updates that follow each other, nor an upper bound against an earlier time', () => {
    expect(
      found([
        happened('StatusPublished', '10:00:00', { status: 'investigating' }, page),
        happened('StatusPublished', '10:10:00', { status: 'resolved' }, page),
        happened('FixApplied', '10:05:00', { fixId: 'f' }),
        claimed('FixApplied', {
          occurredAt: { latest: instant('2024-06-01T10:10:00Z') },
          source: page,
          data: { fixId: 'f' },
        }),
      ]),
    ).toEqual([]);
  });

  const spoken = (time: string, language: string): Mention => ({
    about: 'ImpactStarted',
    language,
    moment: at(time),
  });
  const update = (...mentions: Mention[]): Entry =>
    happened('StatusPublished', '11:00:00', { status: 'update', mentions }, page);

  it('are times in a text against another language or the claims', () => {
    expect(found([update(spoken('10:00:00', 'fr'), spoken('11:00:00', 'en'))])).toMatchObject([
      { about: 'ImpactStarted', claims: [{ language: 'fr' }, { language: 'en' }] },
    ]);
    const started = happened('ImpactStarted', '10:00:00', { impactId: 'a' });
    expect(found([started, update(spoken('10:00:00', 'en'))])).toEqual([]);
    expect(found([started, update(spoken('10:30:00', 'en'))])).toMatchObject([
      { about: 'ImpactStarted', claims: [{ source: page }, { source: ops }] },
    ]);
  });

  it('are not a text that speaks of two impacts, in two languages', () => {
    expect(
      found([
        happened('ImpactStarted', '10:00:00', { impactId: 'a' }),
        happened('ImpactStarted', '10:30:00', { impactId: 'b' }),
        update(
          spoken('10:00:00', 'fr'),
          spoken('10:30:00', 'fr'),
          spoken('10:30:00', 'en'),
          spoken('10:00:00', 'en'),
        ),
      ]),
    ).toEqual([]);
  });

  it('are durations further apart than they were stated exactly, each impact by itself', () => {
    const stated = (durationMs: number, source: Source, impactId?: string): Entry =>
      happened(
        'ImpactMeasured',
        '11:00:00',
        { durationMs, ...(impactId !== undefined && { impactId }) },
        source,
      );
    expect(found([stated(10 * MINUTE, ops), stated(11 * MINUTE, monitor)])).toEqual([]);
    expect(found([stated(10 * MINUTE, ops), stated(90 * MINUTE, monitor, 'a')])).toEqual([]);
    expect(
      found([stated(10_000, ops, 'a'), stated(12_000, monitor, 'a'), stated(10_500, page, 'a')]),
    ).toMatchObject([{ about: 'duration#a', claims: [{}, {}, {}] }]);
  });

  it('are levels on one scale by two sources, not by one that reassigns', () => {
    const assigned = (time: string, level: string, source: Source): Entry =>
      happened('SeverityAssigned', time, { dimension: 'severity', scale: 'sev', level }, source);
    const entries = [
      assigned('10:00:00', 'SEV3', ops),
      assigned('10:10:00', 'SEV1', ops),
      assigned('10:20:00', 'SEV1', monitor),
    ];
    expect(found(entries)).toEqual([]);
    expect(found([...entries, assigned('10:30:00', 'SEV4', page)])).toMatchObject([
      {
        about: 'SeverityAssigned#sev',
        claims: [{ value: 'SEV1' }, { value: 'SEV1' }, { value: 'SEV4' }],
      },
    ]);
  });
});
