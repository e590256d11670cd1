import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import {
  acknowledge,
  closeCell,
  createCell,
  declare,
  detect,
  raiseAlert,
} from '../../src/decide/awareness.ts';
import type { Command, CommandOf } from '../../src/decide/command.ts';
import { addNote, publishStatus, scheduleMaintenance } from '../../src/decide/communication.ts';
import { decide } from '../../src/decide/decide.ts';
import {
  cancel,
  close,
  merge,
  publishPostmortem,
  reopen,
  resolve,
} from '../../src/decide/ending.ts';
import { completeAction, dropAction, proposeAction } from '../../src/decide/followUp.ts';
import { changeImpact, endImpact, startImpact } from '../../src/decide/impact.ts';
import { joinResponse } from '../../src/decide/people.ts';
import { applyFix, mitigate, restore, revertFix } from '../../src/decide/recovery.ts';
import type { Refusal, RefusalOf } from '../../src/decide/refusal.ts';
import { assignSeverity, linkIncident } from '../../src/decide/triage.ts';
import type { Resolved } from '../../src/events/ending.ts';
import { incidentId, newEventId } from '../../src/primitives/ids.ts';
import { instant } from '../../src/primitives/instant.ts';
import { at, by, byMonitor, carryOut, lastOf, now } from './by.ts';

const detected = detect({ ...by, occurredAt: at('09:53') });
const resolved = resolve({ ...by, occurredAt: at('10:02') });

describe('a command', () => {
  it('is the same for the same words, and its event has an id of its own', () => {
    expect(detect({ ...by, occurredAt: at('09:53') })).toEqual(detected);
    expect(detected).toMatchObject({ type: 'Detected', data: {}, incidentId: 'TSR-1023' });
    expect(detect({ ...by, occurredAt: at('09:54') }).commandId).not.toBe(detected.commandId);
    const named = detect({ ...by, occurredAt: at('09:53'), commandId: 'c-1' });
    expect(named.commandId).toBe('c-1');
    expect(carryOut([named]).events[0]?.eventId).not.toBe(carryOut([detected]).events[0]?.eventId);
  });

  it('keeps what every command says apart from the data', () => {
    const command = createCell({
      ...by,
      occurredAt: at('09:55'),
      statedAt: at('09:56'),
      happening: 'cell',
      correlationId: 'w-1',
      causationId: 'c-0',
      cellId: 'crisis',
      url: 'https://example.com/call',
    });
    expect(command.data).toEqual({ cellId: 'crisis', url: 'https://example.com/call' });
    expect(carryOut([command]).events).toMatchObject([
      { statedAt: at('09:56'), happening: 'cell', correlationId: 'w-1', causationId: 'c-0' },
    ]);
  });
});

describe('decide', () => {
  it('gives nothing for a command it gave events for, even a refused one by now', () => {
    expect(lastOf(detected, detected)).toBe(0);
    const merged = merge({ ...by, occurredAt: at('10:05'), into: incidentId('TSR-1') });
    expect(lastOf(detected, merged, detected)).toBe(0);
  });

  it('gives nothing when the same source says the same of the same happening', () => {
    expect(lastOf(detected, detect({ ...by, occurredAt: at('09:53'), commandId: 'other' }))).toBe(
      0,
    );
  });

  it('names the event to correct when the same source says otherwise', () => {
    const { events } = carryOut([detected]);
    const refused = {
      _tag: 'AlreadyStated',
      eventId: events[0]?.eventId,
      type: 'Detected',
      happening: 'Detected#0',
      occurredAt: at('09:53'),
    };
    expect(lastOf(detected, detect({ ...by, occurredAt: at('09:54') }))).toEqual(refused);
    expect(lastOf(detected, detect({ ...by, occurredAt: at('09:53'), by: 'staff' }))).toEqual(
      refused,
    );
    const elsewhere = { ...by, source: { ...by.source, locator: 'line 3' } };
    expect(lastOf(detected, detect({ ...elsewhere, occurredAt: at('09:54') }))).toEqual(refused);
  });

  it('takes what another source says as a further claim', () => {
    expect(lastOf(detected, detect({ ...byMonitor, occurredAt: at('09:54') }))).toBe(1);
    expect(lastOf(detected, resolved, resolve({ ...byMonitor, occurredAt: at('10:09') }))).toBe(1);
  });

  it('tells what has its own id, or is its own happening, apart', () => {
    const alert = (alertId: string) => raiseAlert({ ...by, occurredAt: at('09:53'), alertId });
    expect(lastOf(alert('a'), alert('b'))).toBe(1);
    const said = { ...by, occurredAt: at('10:00'), text: { en: 'x' } };
    expect(lastOf(addNote(said), addNote({ ...said, occurredAt: at('10:01') }))).toBe(1);
    expect(lastOf(addNote(said), addNote({ ...said, commandId: 'again' }))).toBe(1);
  });

  it('refuses what lies in the future, but for the tolerance', () => {
    const soon = detect({ ...by, occurredAt: at('20:04') });
    const state = { recorded: {}, claims: [] };
    expect(E.isRight(decide(soon, { now, toleranceMs: 240_000 })(state))).toBe(true);
    expect(decide(soon, { now, toleranceMs: 239_999 })(state)).toEqual(
      E.left({
        _tag: 'InTheFuture',
        field: 'occurredAt',
        at: instant('2024-12-17T20:04:00Z'),
        now,
        toleranceMs: 239_999,
      }),
    );
    expect(lastOf(detect({ ...by, occurredAt: at('10:00'), statedAt: at('20:01') }))).toMatchObject(
      {
        _tag: 'InTheFuture',
        field: 'statedAt',
      },
    );
    const from = instant('2025-01-01T00:00:00Z');
    const to = instant('2025-01-01T01:00:00Z');
    expect(
      lastOf(scheduleMaintenance({ ...by, occurredAt: at('10:00'), window: { from, to } })),
    ).toBe(1);
  });

  it('takes any event first, and whatever comes late', () => {
    expect(lastOf(raiseAlert({ ...by, occurredAt: at('09:53'), alertId: 'a' }))).toBe(1);
    expect(lastOf(mitigate({ ...by, occurredAt: at('09:53') }))).toBe(1);
    expect(lastOf(detected, resolved, acknowledge({ ...by, occurredAt: at('09:54') }))).toBe(1);
    expect(
      lastOf(
        detected,
        resolved,
        joinResponse({ ...by, occurredAt: at('11:00'), responder: { id: 'u' } }),
      ),
    ).toBe(1);
    expect(
      lastOf(
        detected,
        resolved,
        close({ ...by, occurredAt: at('11:00') }),
        publishPostmortem({ ...by, occurredAt: at('12:00') }),
      ),
    ).toBe(1);
    expect(
      lastOf(detected, resolved, cancel({ ...by, occurredAt: at('12:00'), outcome: 'declined' })),
    ).toBe(1);
  });

  it('ends nothing that is not there', () => {
    const nothing = { _tag: 'NothingOpen' };
    expect(lastOf(resolved)).toEqual(nothing);
    expect(lastOf(close({ ...by, occurredAt: at('10:02') }))).toEqual(nothing);
    expect(lastOf(cancel({ ...by, occurredAt: at('10:02'), outcome: 'test' }))).toEqual(nothing);
    expect(lastOf(merge({ ...by, occurredAt: at('10:02'), into: incidentId('X') }))).toEqual(
      nothing,
    );
    expect(lastOf(raiseAlert({ ...by, occurredAt: at('09:53'), alertId: 'a' }), resolved)).toBe(1);
  });

  it('reopens only what had ended by then', () => {
    const again = reopen({ ...by, occurredAt: at('10:30') });
    expect(lastOf(reopen({ ...by, occurredAt: at('10:30') }))).toEqual({ _tag: 'NothingEnded' });
    expect(lastOf(detected, again)).toEqual({ _tag: 'NothingEnded' });
    expect(lastOf(detected, resolved, reopen({ ...by, occurredAt: at('10:01') }))).toEqual({
      _tag: 'NothingEnded',
    });
    expect(lastOf(detected, resolved, again)).toBe(1);
    expect(
      lastOf(detected, resolved, again, reopen({ ...byMonitor, occurredAt: at('10:31') })),
    ).toBe(1);
    expect(
      lastOf(detected, resolved, again, reopen({ ...by, occurredAt: at('10:31') })),
    ).toMatchObject({
      _tag: 'AlreadyStated',
      happening: 'Reopened#1',
    });
    expect(lastOf(detected, resolved, again, resolve({ ...by, occurredAt: at('10:40') }))).toBe(1);
    expect(
      lastOf(detected, resolved, again, detect({ ...by, occurredAt: at('10:29') })),
    ).toMatchObject({
      _tag: 'AlreadyStated',
    });
    expect(lastOf(detected, resolved, again, detect({ ...by, occurredAt: at('10:31') }))).toBe(1);
  });

  it('takes only a reopening after a cancellation', () => {
    const cancelled = cancel({ ...by, occurredAt: at('10:00'), outcome: 'false-alarm' });
    const after = { _tag: 'AfterCancelled' };
    expect(
      lastOf(detected, cancelled, applyFix({ ...by, occurredAt: at('10:01'), fixId: 'f' })),
    ).toMatchObject(after);
    expect(lastOf(detected, cancelled, resolve({ ...by, occurredAt: at('10:01') }))).toMatchObject(
      after,
    );
    expect(
      lastOf(detected, cancelled, addNote({ ...by, occurredAt: at('10:01'), text: { en: 'x' } })),
    ).toMatchObject(after);
    expect(lastOf(detected, cancelled, reopen({ ...by, occurredAt: at('10:01') }))).toBe(1);
    expect(
      lastOf(
        detected,
        cancelled,
        reopen({ ...by, occurredAt: at('10:01') }),
        applyFix({ ...by, occurredAt: at('10:02'), fixId: 'f' }),
      ),
    ).toBe(1);
    expect(
      lastOf(detected, cancelled, applyFix({ ...by, occurredAt: at('09:59'), fixId: 'f' })),
    ).toBe(1);
    expect(
      lastOf(
        detected,
        cancelled,
        cancel({ ...byMonitor, occurredAt: at('10:05'), outcome: 'test' }),
      ),
    ).toBe(1);
  });

  it('takes nothing after a merging', () => {
    const merged = merge({ ...by, occurredAt: at('10:00'), into: incidentId('TSR-1') });
    expect(lastOf(detected, merged, restore({ ...by, occurredAt: at('10:01') }))).toMatchObject({
      _tag: 'AfterMerged',
    });
    expect(lastOf(detected, merged, reopen({ ...by, occurredAt: at('10:01') }))).toMatchObject({
      _tag: 'AfterMerged',
    });
    expect(lastOf(detected, merged, restore({ ...by, occurredAt: at('09:59') }))).toBe(1);
  });

  it('neither merges nor links an incident with itself', () => {
    const itself = { _tag: 'WithItself', incidentId: by.incidentId };
    expect(
      lastOf(detected, merge({ ...by, occurredAt: at('10:00'), into: by.incidentId })),
    ).toEqual(itself);
    const link = {
      ...by,
      occurredAt: at('10:00'),
      relation: 'related',
      text: { en: 'x' },
    } as const;
    expect(lastOf(linkIncident({ ...link, other: by.incidentId }))).toEqual(itself);
    expect(lastOf(linkIncident({ ...link, other: incidentId('TSR-1') }))).toBe(1);
  });

  it.each<[Command, Command]>([
    [
      startImpact({ ...by, occurredAt: at('09:51'), impactId: 'x' }),
      endImpact({ ...by, occurredAt: at('10:02'), impactId: 'x' }),
    ],
    [
      startImpact({ ...by, occurredAt: at('09:51'), impactId: 'x' }),
      changeImpact({ ...by, occurredAt: at('10:00'), impactId: 'x', degree: 'partial' }),
    ],
    [
      applyFix({ ...by, occurredAt: at('09:57'), fixId: 'x' }),
      revertFix({ ...by, occurredAt: at('10:00'), fixId: 'x' }),
    ],
    [
      createCell({ ...by, occurredAt: at('09:55'), cellId: 'x' }),
      closeCell({ ...by, occurredAt: at('10:10'), cellId: 'x' }),
    ],
    [
      proposeAction({ ...by, occurredAt: at('11:00'), actionId: 'x' }),
      completeAction({ ...by, occurredAt: at('12:00'), actionId: 'x' }),
    ],
    [
      proposeAction({ ...by, occurredAt: at('11:00'), actionId: 'x' }),
      dropAction({ ...by, occurredAt: at('12:00'), actionId: 'x' }),
    ],
  ])('ends only what was begun: %j', (beginning, end) => {
    expect(lastOf(detected, end)).toEqual({
      _tag: 'NeverStarted',
      beginning: beginning.type,
      id: 'x',
    });
    expect(lastOf(beginning, end)).toBe(1);
  });

  it('takes triage, status and actions after the end', () => {
    const severity = { dimension: 'priority', scale: 'internal', level: 'P1' } as const;
    const later = { ...by, occurredAt: at('12:00') };
    for (const command of [
      assignSeverity({ ...later, ...severity }),
      publishStatus({ ...later, status: 'resolved' }),
      proposeAction({ ...later, actionId: 'a' }),
      declare({ ...later, kind: 'incident' }),
    ]) {
      expect(lastOf(detected, resolved, command)).toBe(1);
    }
  });

  it('types the refusals by the command', () => {
    const eventId = newEventId();
    const common: RefusalOf<typeof detected> = { _tag: 'AfterMerged', eventId };
    const any: Refusal = common;
    const none: RefusalOf<CommandOf<'Resolved', Resolved>> = { _tag: 'NothingOpen' };
    // @ts-expect-error a detection cannot meet this refusal
    const wrong: RefusalOf<typeof detected> = none;
    const cancelled: Refusal = { _tag: 'AfterCancelled', eventId };
    // @ts-expect-error a reopening follows a cancellation
    const reopened: RefusalOf<CommandOf<'Reopened', Resolved>> = cancelled;
    const own: RefusalOf<CommandOf<'acme.CallOpened', object>> = any;
    expect([wrong, reopened, own]).toEqual([none, cancelled, common]);
  });
});
