import { describe, expect, it } from '@jest/globals';
import * as t from 'io-ts';
import { core } from '../../src/events/core.ts';
import { extend } from '../../src/events/vocabulary.ts';
import { project } from '../../src/history/fold.ts';
import { history } from '../../src/history/history.ts';
import { instant } from '../../src/primitives/instant.ts';
import { between } from '../../src/primitives/moment.ts';
import { timeline, timelineOf } from '../../src/projections/timeline.ts';
import { at, claimed, happened, idOf, logOf, on, ops, seenIn, viewOf } from './log.ts';
import { tsr1023 } from './tsr1023.ts';

describe('the timeline of TSR-1023', () => {
  const entries = viewOf(tsr1023, timeline);

  it('tells each happening once, with its distance from the start of impact', () => {
    const minutes = entries.map(({ type, offsetMs }) => [
      type,
      offsetMs === null ? null : offsetMs / 60_000,
    ]);
    expect(minutes.slice(0, 8)).toEqual([
      ['ChangeMade', -21],
      ['ImpactStarted', 0],
      ['AlertRaised', 2],
      ['CellCreated', 4],
      ['FixApplied', 6],
      ['ImpactEnded', 11],
      ['Restored', 11],
      ['Resolved', 11],
    ]);
    expect(minutes.at(-1)).toEqual(['CauseIdentified', null]);
    expect(new Set(entries.map(({ happening }) => happening)).size).toBe(entries.length);
  });

  it('shows both languages, all sources and all evidence', () => {
    expect(entries[1]).toMatchObject({
      happening: 'ImpactStarted#main',
      text: { fr: 'début de l’incident', en: 'incident begins' },
      sources: [{ kind: 'postmortem' }, { kind: 'ticket' }, { kind: 'status-page' }],
      evidence: [idOf('TSR-1023', 15), idOf('TSR-1023', 10), idOf('TSR-1023', 2)],
      lane: 'incident',
      orderUncertain: false,
    });
  });

  it('says in few words what tells an entry from others of its type', () => {
    const details = entries
      .filter(({ type }) => ['SeverityAssigned', 'StatusPublished', 'Restored'].includes(type))
      .map(({ detail }) => detail);
    expect(details.toSorted()).toEqual(
      [
        'internal P1',
        'investigating',
        'monitoring',
        null,
        'postmortem',
        'public minor',
        'resolved',
      ].toSorted(),
    );
  });

  it('has what was told outside in its own lane', () => {
    const told = entries.filter(({ lane }) => lane === 'communication').map(({ type }) => type);
    expect(told).toEqual([
      'StatusPublished',
      'StatusPublished',
      'StatusPublished',
      'StatusPublished',
      'PostmortemPublished',
    ]);
  });

  it('says where the order is uncertain', () => {
    const restored = entries.find(({ type }) => type === 'Restored');
    expect(restored?.orderUncertain).toBe(true);
  });
});

describe('what has a title', () => {
  it('shows it instead of its text, which a post mortem tells in entries of their own', () => {
    const entries = viewOf(
      logOf('INC-1', [
        happened('Declared', '10:00:00', { kind: 'incident', title: { en: 'API down' } }),
        happened('PostmortemPublished', '11:00:00', {
          title: { en: 'Post Mortem' },
          text: { en: '10:00 : incident begins' },
        }),
      ]),
      timeline,
    );
    expect(entries.map(({ text }) => text)).toEqual([{ en: 'API down' }, { en: 'Post Mortem' }]);
  });
});

describe('a timeline', () => {
  it('has no offsets without a start of impact that is known to the hour', () => {
    const day = between('2024-06-01T00:00:00Z', '2024-06-01T23:59:59.999Z');
    const vague = claimed('ImpactStarted', {
      occurredAt: day,
      source: ops,
      data: { impactId: 'a' },
    });
    const alert = happened('AlertRaised', '10:00:00', { alertId: 'x' });
    expect(seenIn([alert], timeline)).toMatchObject([{ offsetMs: null }]);
    expect(seenIn([vague, alert], timeline)).toMatchObject([
      { offsetMs: null },
      { offsetMs: null },
    ]);
  });

  it('leaves out record keeping and shows what was erased as empty', () => {
    const erased = { at: instant('2024-07-01T00:00:00Z'), reason: 'request', digest: 'abc' };
    const entries = seenIn(
      [
        happened('NoteAdded', '10:00:00', { text: { erased } }),
        happened('StatusPublished', '10:01:00', { status: 'update', audience: 'internal' }),
        happened('NoteAdded', '10:02:00', { text: { en: 'gone' } }),
        claimed('Retracted', {
          occurredAt: at('11:00:00'),
          source: ops,
          data: { target: idOf('INC-1', 2), reason: 'wrong incident' },
        }),
      ],
      timeline,
    );
    expect(entries).toMatchObject([
      { type: 'NoteAdded', text: {} },
      { type: 'StatusPublished', lane: 'incident' },
    ]);
  });

  it('names a source once for each place in it', () => {
    const page = { kind: 'status-page', name: 'p' } as const;
    const [entry] = seenIn(
      [
        happened('Resolved', '10:00:00', {}, page),
        happened('Resolved', '10:00:00', {}, page),
        happened('Resolved', '10:00:00', {}, { ...page, locator: 'update 2' }),
      ],
      timeline,
    );
    expect(entry?.sources.map(({ locator }) => locator).toSorted()).toEqual([
      'update 2',
      undefined,
    ]);
    expect(entry?.evidence).toHaveLength(3);
  });

  it('counts the claim that refined a moment among the evidence once', () => {
    const hour = between('2024-06-01T10:00:00Z', '2024-06-01T10:59:59.999Z');
    const [entry] = seenIn(
      [
        claimed('Resolved', { occurredAt: hour, source: { kind: 'postmortem' }, data: {} }),
        happened('Resolved', '10:20:00', {}),
      ],
      timeline,
    );
    expect(entry?.moment).toEqual(at('10:20:00'));
    expect(entry?.evidence).toEqual([idOf('INC-1', 0), idOf('INC-1', 1)]);
  });

  it('shows own event types of its vocabulary', () => {
    const vocabulary = extend(core, { 'acme.CallOpened': t.type({ callId: t.string }) });
    const log = logOf('INC-1', [happened('Detected', '10:00:00', {})]).map((event) => ({
      ...event,
      type: 'acme.CallOpened' as const,
      data: { callId: 'c', text: { en: 'call' } },
    }));
    expect(
      project(history(log, { vocabulary }), timelineOf(vocabulary), on('12:00:00')),
    ).toMatchObject({ right: [{ type: 'acme.CallOpened', text: { en: 'call' } }] });
  });
});
