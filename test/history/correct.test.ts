import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Corrected } from '../../src/events/recordKeeping.ts';
import type { RecordedEvent } from '../../src/events/event.ts';
import type { Moment } from '../../src/primitives/moment.ts';
import { at, clock, event, idOf, minute, tell } from './tell.ts';

const original = event('AlertRaised', { alertId: 'a' }, minute('09:53'), {
  n: 0,
  statedAt: clock('10:00:00'),
});

const correction = (
  n: number,
  what: Partial<Corrected>,
  statedAt: Moment = clock(`1${n}:00:00`),
): RecordedEvent =>
  event(
    'Corrected',
    {
      target: idOf(0),
      targetType: 'AlertRaised',
      targetVersion: 1,
      kind: 'revision',
      reason: 'said so',
      ...what,
    },
    statedAt,
    { n, statedAt },
  );

const retraction = (n: number, target: number): RecordedEvent =>
  event('Retracted', { target: idOf(target), reason: 'said in error' }, clock(`1${n}:00:00`), {
    n,
    statedAt: clock(`1${n}:00:00`),
  });

const alert = (...[events, asOf]: Parameters<typeof tell>): unknown => {
  const found = tell(events, asOf).claims.find(({ type }) => type === 'AlertRaised');
  return found === undefined
    ? null
    : {
        occurredAt: found.occurredAt,
        data: found.data,
        statedAt: found.statedAt,
        by: found.amendedBy,
      };
};

describe('a correction', () => {
  it('replaces what it carries, and leaves the rest', () => {
    const time = correction(1, { occurredAt: minute('09:54') });
    const data = correction(2, { data: { alertId: 'b' } });
    expect(alert([original, time])).toEqual({
      occurredAt: minute('09:54'),
      data: { alertId: 'a' },
      statedAt: clock('11:00:00'),
      by: [idOf(1)],
    });
    expect(alert([original, time, data])).toEqual({
      occurredAt: minute('09:54'),
      data: { alertId: 'b' },
      statedAt: clock('12:00:00'),
      by: [idOf(1), idOf(2)],
    });
  });

  it('stated last wins, whatever the order of arrival', () => {
    const early = correction(1, { occurredAt: minute('09:54') }, clock('15:00:00'));
    const late = correction(2, { occurredAt: minute('09:55') }, clock('14:00:00'));
    expect(alert([original, early, late])).toMatchObject({ occurredAt: minute('09:54') });
    expect(alert([late, original, early])).toMatchObject({ occurredAt: minute('09:54') });
  });

  it('of a revision is known from when the source changed its word', () => {
    const events = [original, correction(1, { occurredAt: minute('09:54') })];
    expect(alert(events, { knownAt: at('10:59:59') })).toMatchObject({
      occurredAt: minute('09:53'),
      statedAt: clock('10:00:00'),
      by: [],
    });
    expect(alert(events, { knownAt: at('11:00:00') })).toMatchObject({
      occurredAt: minute('09:54'),
      statedAt: clock('11:00:00'),
    });
  });

  it('of a transcription was said rightly all along, but held only once recorded', () => {
    const events = [
      original,
      correction(1, { kind: 'transcription', occurredAt: minute('09:54') }),
    ];
    expect(alert(events, { knownAt: at('10:00:00') })).toMatchObject({
      occurredAt: minute('09:54'),
      statedAt: clock('10:00:00'),
      by: [idOf(1)],
    });
    expect(alert(events, { recordedBefore: at('20:01:00') })).toMatchObject({
      occurredAt: minute('09:53'),
      by: [],
    });
  });

  it('of a transcription gives way to a revision, though it was recorded after', () => {
    const revision = correction(1, { occurredAt: minute('09:55') });
    const transcription = correction(2, { kind: 'transcription', occurredAt: minute('09:54') });
    expect(alert([original, revision, transcription])).toMatchObject({
      occurredAt: minute('09:55'),
      by: [idOf(2), idOf(1)],
    });
  });

  it('of transcription recorded last wins among such', () => {
    const first = correction(1, { kind: 'transcription', occurredAt: minute('09:54') });
    const second = correction(2, { kind: 'transcription', occurredAt: minute('09:55') });
    expect(alert([original, first, second])).toMatchObject({ occurredAt: minute('09:55') });
    const same = clock('11:00:00');
    const twins = [1, 2].map((n) =>
      correction(n, { kind: 'transcription', occurredAt: minute(`09:5${n}`) }, same),
    );
    expect(alert([original, ...twins])).toEqual(alert([...twins.toReversed(), original]));
  });

  it('of another type than its target has changes nothing', () => {
    const wrong = correction(1, { targetType: 'Resolved', data: {} });
    expect(alert([original, wrong])).toEqual(alert([original]));
  });

  it('of what is not there changes nothing', () => {
    const { happenings } = tell([correction(1, { data: { alertId: 'b' } })]);
    expect(happenings.map(({ type }) => type)).toEqual(['Corrected']);
  });

  it('can move a claim into another happening and another episode', () => {
    const reopened = event('Reopened', {}, clock('10:30:00'), { n: 3 });
    const moved = correction(1, { occurredAt: minute('10:40'), data: { alertId: 'b' } });
    const claims = tell([original, reopened, moved]).claims;
    expect(claims.find(({ type }) => type === 'AlertRaised')).toMatchObject({
      happening: 'AlertRaised#b',
      episode: 1,
    });
  });
});

describe('a retraction', () => {
  it('takes the event back, from when it was said', () => {
    const events = [original, retraction(1, 0)];
    expect(alert(events)).toBeNull();
    expect(alert(events, { knownAt: at('10:59:59') })).toEqual(alert([original]));
  });

  it('of a correction restores what was before', () => {
    const first = correction(1, { occurredAt: minute('09:54') });
    const second = correction(2, { occurredAt: minute('09:55') });
    expect(alert([original, first, second, retraction(3, 2)])).toEqual(alert([original, first]));
    expect(alert([original, first, retraction(3, 1)])).toEqual(alert([original]));
  });

  it('of a retraction restores the event', () => {
    expect(alert([original, retraction(1, 0), retraction(2, 1)])).toEqual(alert([original]));
    expect(alert([original, retraction(1, 0), retraction(2, 1), retraction(3, 2)])).toBeNull();
  });

  it('of one of two retractions leaves the other', () => {
    expect(alert([original, retraction(1, 0), retraction(2, 0), retraction(3, 1)])).toBeNull();
  });

  it('ends, even where retractions go in a circle', () => {
    const target = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(fc.array(target, { maxLength: 6 }), (targets) => {
        const events = [original, ...targets.map((to, index) => retraction(index + 1, to))];
        expect(tell(events.toReversed())).toEqual(tell(events));
      }),
    );
  });
});
