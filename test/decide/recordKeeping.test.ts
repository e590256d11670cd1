import { describe, expect, it } from '@jest/globals';
import { detect, raiseAlert } from '../../src/decide/awareness.ts';
import type { Command } from '../../src/decide/command.ts';
import { cancel, merge } from '../../src/decide/ending.ts';
import type { Correction } from '../../src/decide/recordKeeping.ts';
import { correct, retract } from '../../src/decide/recordKeeping.ts';
import type { EventId } from '../../src/primitives/ids.ts';
import { incidentId, newEventId } from '../../src/primitives/ids.ts';
import { at, by, byMonitor, carryOut, claimsAfter, lastOf } from './by.ts';

const alert = raiseAlert({ ...by, occurredAt: at('09:53'), alertId: 'a' });
const idAfter = (...commands: readonly Command[]): EventId =>
  carryOut(commands).events.at(-1)?.eventId ?? newEventId();
const target = idAfter(alert);
const correction = (right: Partial<Correction>, more: object = {}) =>
  correct({ ...by, target, kind: 'transcription', reason: 'misread', ...right, ...more });
const said = (...commands: readonly Command[]): unknown =>
  claimsAfter(...commands).find(({ eventId }) => eventId === target);

describe('correct', () => {
  it('fills in the type of its target, and is read', () => {
    const right = correction({ occurredAt: at('09:54'), data: { alertId: 'b' } });
    expect(carryOut([alert, right]).events[1]).toMatchObject({
      type: 'Corrected',
      data: { targetType: 'AlertRaised', targetVersion: 1, occurredAt: at('09:54') },
    });
    expect(said(alert, right)).toMatchObject({ occurredAt: at('09:54'), data: { alertId: 'b' } });
  });

  it('adds nothing when all it says stands', () => {
    expect(lastOf(alert, correction({ data: { alertId: 'a' } }))).toBe(0);
    expect(lastOf(alert, correction({ occurredAt: at('09:53') }))).toBe(0);
    expect(lastOf(alert, correction({}))).toBe(0);
    const right = correction({ data: { alertId: 'b' } });
    expect(lastOf(alert, right, right)).toBe(0);
  });

  it('wins over earlier ones, though the clock stands still', () => {
    const one = correction({ data: { alertId: 'b' } });
    const texts = ['c', 'd', 'e', 'f'];
    const more = texts.map((alertId) => correction({ data: { alertId } }));
    expect(said(alert, one, ...more)).toMatchObject({ data: { alertId: 'f' } });
    const back = correction({ data: { alertId: 'b' } }, { commandId: 'back' });
    expect(said(alert, one, ...more, one)).toMatchObject({ data: { alertId: 'f' } });
    expect(said(alert, one, ...more, back)).toMatchObject({ data: { alertId: 'b' } });
  });

  it('refuses what is no target', () => {
    const missing = newEventId();
    expect(lastOf(alert, correction({ target: missing }))).toEqual({
      _tag: 'UnknownTarget',
      target: missing,
    });
    const right = correction({ data: { alertId: 'b' } });
    const corrected = idAfter(alert, right);
    expect(lastOf(alert, right, correction({ target: corrected }))).toEqual({
      _tag: 'WrongTarget',
      target: corrected,
      type: 'Corrected',
    });
    const gone = retract({ ...by, target, reason: 'no' });
    expect(lastOf(alert, gone, right)).toEqual({ _tag: 'TargetRetracted', target });
    expect(lastOf(alert, correction({ occurredAt: at('21:00') }))).toMatchObject({
      _tag: 'InTheFuture',
      field: 'occurredAt',
    });
  });

  it('lets only the source itself change its word', () => {
    const revision = {
      target,
      kind: 'revision',
      reason: 'edited',
      data: { alertId: 'b' },
    } as const;
    expect(lastOf(alert, correct({ ...byMonitor, ...revision }))).toEqual({
      _tag: 'OtherSource',
      target,
      source: 'responder/on call',
    });
    expect(lastOf(alert, correct({ ...by, ...revision }))).toBe(1);
    expect(lastOf(alert, correct({ ...byMonitor, ...revision, kind: 'transcription' }))).toBe(1);
  });
});

describe('retract', () => {
  const gone = retract({ ...by, target, reason: 'no' });

  it('takes an event back, and a retraction', () => {
    expect(said(alert, gone)).toBeUndefined();
    const back = retract({ ...by, target: idAfter(alert, gone), reason: 'yes' });
    expect(said(alert, gone, back)).toMatchObject({ data: { alertId: 'a' } });
    expect(lastOf(alert, gone, alert)).toBe(0);
  });

  it('adds nothing when its source has taken it back, and counts for another', () => {
    expect(lastOf(alert, gone, gone)).toBe(0);
    expect(lastOf(alert, gone, retract({ ...by, target, reason: 'other words' }))).toBe(0);
    expect(lastOf(alert, gone, retract({ ...byMonitor, target, reason: 'no' }))).toBe(1);
  });

  it('refuses what is no target', () => {
    const missing = newEventId();
    expect(lastOf(retract({ ...by, target: missing, reason: 'no' }))).toEqual({
      _tag: 'UnknownTarget',
      target: missing,
    });
  });

  it('is possible after a cancellation or a merging, and undoes them', () => {
    const end = merge({ ...by, occurredAt: at('10:00'), into: incidentId('TSR-1') });
    const ended = idAfter(alert, end);
    const later = detect({ ...by, occurredAt: at('11:00') });
    const undo = retract({ ...by, target: ended, reason: 'not merged' });
    expect(lastOf(alert, end, later)).toMatchObject({ _tag: 'AfterMerged', eventId: ended });
    expect(lastOf(alert, end, undo)).toBe(1);
    expect(lastOf(alert, end, undo, later)).toBe(1);
    const cancelled = cancel({ ...by, occurredAt: at('10:00'), outcome: 'test' });
    expect(lastOf(alert, cancelled, correction({ data: { alertId: 'b' } }))).toBe(1);
  });
});
