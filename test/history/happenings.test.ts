import { describe, expect, it } from '@jest/globals';
import type { SourceKind } from '../../src/primitives/source.ts';
import { clock, event, idOf, minute, tell } from './tell.ts';

const by = (kind: SourceKind, name = ''): { source: { kind: SourceKind; name: string } } => ({
  source: { kind, name },
});

describe('episodes', () => {
  it('begin with a reopening, and hold the claims of their time', () => {
    const events = [
      event('Detected', {}, clock('09:53:00'), { n: 0 }),
      event('Resolved', {}, clock('10:02:00'), { n: 1 }),
      event('Reopened', {}, clock('10:30:00'), { n: 2 }),
      event('Resolved', {}, clock('11:00:00'), { n: 3 }),
      event('Closed', {}, clock('12:00:00'), { n: 4 }),
      event('Reopened', {}, clock('13:00:00'), { n: 5 }),
    ];
    expect(tell(events).happenings.map(({ happening, episode }) => [happening, episode])).toEqual([
      ['Detected#0', 0],
      ['Resolved#0', 0],
      ['Reopened#1', 1],
      ['Resolved#1', 1],
      ['Closed#1', 1],
      ['Reopened#2', 2],
    ]);
  });

  it('begin once, whoever tells of the reopening', () => {
    const events = [
      event('Resolved', {}, clock('10:02:00'), { n: 0, ...by('responder') }),
      event('Resolved', {}, clock('10:18:00'), { n: 1, ...by('status-page') }),
      event('Reopened', {}, clock('10:30:00'), { n: 2, ...by('responder') }),
      event('Reopened', {}, clock('10:41:00'), { n: 3, ...by('status-page') }),
      event('Resolved', {}, clock('11:00:00'), { n: 4, ...by('responder') }),
    ];
    const { happenings } = tell(events);
    expect(happenings.map(({ happening, others }) => [happening, others.length])).toEqual([
      ['Resolved#0', 1],
      ['Reopened#1', 1],
      ['Resolved#1', 0],
    ]);
  });

  it.each(['Resolved', 'Closed'] as const)('begin anew after %s', (type) => {
    const events = [
      event('Reopened', {}, clock('10:30:00'), { n: 0 }),
      event(type, {}, clock('10:35:00'), { n: 1 }),
      event('Reopened', {}, clock('10:40:00'), { n: 2 }),
    ];
    expect(tell(events).claims.map(({ episode }) => episode)).toEqual([1, 1, 2]);
  });
});

describe('the key of a happening', () => {
  it('is the id in the data where things repeat', () => {
    const events = [
      event('AlertRaised', { alertId: 'a' }, clock('09:53:00'), { n: 0, ...by('monitor') }),
      event('AlertRaised', { alertId: 'a' }, clock('09:54:00'), { n: 1, ...by('postmortem') }),
      event('AlertRaised', { alertId: 'b' }, clock('09:55:00'), { n: 2 }),
      event('Acknowledged', { alertId: 'a' }, clock('09:56:00'), { n: 3 }),
      event('Acknowledged', {}, clock('09:57:00'), { n: 4 }),
      event('CellCreated', { cellId: 'c' }, clock('09:58:00'), { n: 5 }),
      event('CellClosed', { cellId: 'c' }, clock('09:59:00'), { n: 6 }),
      event('ChangeMade', { changeId: 'g' }, clock('09:59:01'), { n: 7 }),
      event('ActionProposed', { actionId: 't' }, clock('09:59:02'), { n: 8 }),
    ];
    expect(tell(events).happenings.map(({ happening }) => happening)).toEqual([
      'AlertRaised#a',
      'AlertRaised#b',
      'Acknowledged#a',
      'Acknowledged#0',
      'CellCreated#c',
      'CellClosed#c',
      'ChangeMade#g',
      'ActionProposed#t',
    ]);
  });

  it('is the event itself for what is said once', () => {
    const events = [0, 1].map((n) =>
      event('NoteAdded', { text: { en: 'same' } }, clock('10:00:00'), { n }),
    );
    expect(tell(events).happenings).toHaveLength(2);
  });

  it('is the one the event brings, where it brings one', () => {
    const events = [
      event('NoteAdded', { text: { fr: 'un' } }, clock('10:00:00'), { n: 0, happening: 'line 3' }),
      event('NoteAdded', { text: { en: 'one' } }, clock('10:00:00'), { n: 1, happening: 'line 3' }),
    ];
    expect(tell(events).happenings).toHaveLength(1);
  });

  it('never brings events of two types together', () => {
    const events = [
      event('Restored', {}, clock('10:02:00'), { n: 0, happening: 'line 6' }),
      event('Resolved', {}, clock('10:02:00'), { n: 1, happening: 'line 6' }),
    ];
    expect(tell(events).happenings.map(({ type, others }) => [type, others.length])).toEqual([
      ['Restored', 0],
      ['Resolved', 0],
    ]);
  });
});

describe('the claim that is chosen', () => {
  const kinds: readonly SourceKind[] = [
    'status-page',
    'import',
    'monitor',
    'responder',
    'ticket',
    'postmortem',
  ];

  it('is by the most trusted kind of source, with the others after it', () => {
    const events = kinds.map((kind, n) =>
      event('Resolved', {}, clock(`10:0${n}:00`), { n, ...by(kind) }),
    );
    const [resolved] = tell(events).happenings;
    expect(resolved?.source.kind).toBe('postmortem');
    expect(resolved?.others.map(({ source }) => source.kind)).toEqual(kinds.toReversed().slice(1));
  });

  it('is the status page’s for what was published', () => {
    const events = kinds.map((kind, n) =>
      event('PostmortemPublished', {}, clock(`10:0${n}:00`), { n, ...by(kind) }),
    );
    expect(tell(events).happenings[0]?.source.kind).toBe('status-page');
  });

  it('is by the policy given', () => {
    const policy = { name: 'mine', version: 2, rank: ['monitor'] as const };
    const events = kinds.map((kind, n) =>
      event('Resolved', {}, clock(`10:0${n}:00`), { n, ...by(kind) }),
    );
    const told = tell(events, { policy });
    expect(told.policy).toBe(policy);
    expect(told.happenings[0]?.source.kind).toBe('monitor');
    expect(told.happenings[0]?.others[0]?.source.kind).toBe('postmortem');
    const byType = { ...policy, rankOf: { Resolved: ['import' as const] } };
    expect(tell(events, { policy: byType }).happenings[0]?.source.kind).toBe('import');
  });

  it('is the latest statement of its source, before what another of the kind said earlier', () => {
    const events = [
      event('Resolved', {}, clock('10:00:00'), {
        n: 0,
        ...by('ticket', 'a'),
        statedAt: clock('11:00:00'),
      }),
      event('Resolved', {}, clock('10:01:00'), {
        n: 1,
        ...by('ticket', 'a'),
        statedAt: clock('13:00:00'),
      }),
      event('Resolved', {}, clock('10:02:00'), {
        n: 2,
        ...by('ticket', 'b'),
        statedAt: clock('12:00:00'),
      }),
      event('Resolved', {}, clock('10:03:00'), {
        n: 3,
        ...by('status-page'),
        statedAt: clock('14:00:00'),
      }),
    ];
    const [resolved] = tell(events).happenings;
    expect(resolved?.eventId).toBe(idOf(1));
    expect(resolved?.others.map(({ eventId }) => eventId)).toEqual([2, 3, 0].map(idOf));
  });

  it('does not depend on arrival where all else is equal', () => {
    const said = { ...by('ticket'), statedAt: clock('11:00:00') };
    const events = [0, 1, 2].map((n) =>
      event('Resolved', {}, clock(`10:0${n}:00`), { n, ...said }),
    );
    const first = [0, 1, 2].map(idOf).toSorted()[0];
    expect(tell(events).happenings[0]?.eventId).toBe(first);
  });
});

describe('a more exact claim', () => {
  const coarse = event('Resolved', {}, minute('10:02'), { n: 0, ...by('postmortem') });

  it('inside the chosen one refines it', () => {
    const fine = event('Resolved', {}, clock('10:02:17'), { n: 1, ...by('monitor') });
    expect(tell([coarse, fine]).happenings).toMatchObject([
      { eventId: idOf(0), refinedBy: idOf(1), occurredAt: clock('10:02:17') },
    ]);
  });

  it('outside it does not', () => {
    const fine = event('Resolved', {}, clock('10:03:17'), { n: 1, ...by('monitor') });
    const [resolved] = tell([coarse, fine]).happenings;
    expect(resolved?.occurredAt).toEqual(minute('10:02'));
    expect(resolved).not.toHaveProperty('refinedBy');
  });

  it('neither refines nor is refined while its zone is undecided', () => {
    const undecided = { group: 'doc', alternatives: [{ zone: 'UTC', ...clock('10:02:17') }] };
    const doubtful = { ...clock('10:02:17'), undecided };
    const fine = event('Resolved', {}, doubtful, { n: 1, ...by('monitor') });
    expect(tell([coarse, fine]).happenings[0]).not.toHaveProperty('refinedBy');
    const wide = { ...minute('10:02'), undecided };
    const exact = event('Resolved', {}, clock('10:02:17'), { n: 1, ...by('monitor') });
    expect(tell([{ ...coarse, occurredAt: wide }, exact]).happenings[0]).not.toHaveProperty(
      'refinedBy',
    );
  });
});
