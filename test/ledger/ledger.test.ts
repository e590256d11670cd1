import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { applyFix, restore } from '../../src/decide/recovery.ts';
import { detect, raiseAlert } from '../../src/decide/awareness.ts';
import { reopen, resolve } from '../../src/decide/ending.ts';
import { addNote } from '../../src/decide/communication.ts';
import { endImpact, startImpact } from '../../src/decide/impact.ts';
import { correct, retract } from '../../src/decide/recordKeeping.ts';
import { report } from '../../src/decide/report.ts';
import { linkIncident } from '../../src/decide/triage.ts';
import type { IncidentEvent } from '../../src/events/event.ts';
import { core } from '../../src/events/core.ts';
import { extend } from '../../src/events/vocabulary.ts';
import { projection } from '../../src/history/projection.ts';
import { incidentId, newEventId } from '../../src/primitives/ids.ts';
import { instant } from '../../src/primitives/instant.ts';
import { createLedger } from '../../src/ledger/createLedger.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { orThrow } from '../../src/ledger/orThrow.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { at, by, byMonitor, now } from '../decide/by.ts';

const clock = () => now;
const make = (): Ledger => createLedger({ store: memoryStore({ clock }), clock });

const timeToRestore = projection({
  name: 'time-to-restore',
  version: 1,
  scope: 'incident',
  initial: () => ({ from: null as string | null, to: null as string | null }),
  on: {
    ImpactStarted: (draft, event) => {
      draft.from ??= event.occurredAt.earliest ?? null;
    },
    Restored: (draft, event) => {
      draft.to = event.occurredAt.earliest ?? null;
    },
  },
  view: ({ from, to }, viewedAt) => ({
    ms: from !== null && to !== null ? Date.parse(to) - Date.parse(from) : null,
    viewedAt,
  }),
});

describe('a ledger', () => {
  it('takes commands and gives views', async () => {
    const ledger = make();
    await orThrow(ledger.handle(startImpact({ ...by, occurredAt: at('09:51'), impactId: 'main' })));
    await orThrow(ledger.handle(restore({ ...by, occurredAt: at('10:02') })));
    expect(await orThrow(ledger.view(by.incidentId, timeToRestore))).toEqual({
      ms: 660_000,
      viewedAt: now,
    });
    const early = {
      at: instant('2024-12-17T10:00:00Z'),
      occurredBefore: instant('2024-12-17T10:00:00Z'),
    };
    expect(await orThrow(ledger.view(by.incidentId, timeToRestore, early))).toEqual({
      ms: null,
      viewedAt: early.at,
    });
  });

  it('gives the recorded events back, and none for a repeated command', async () => {
    const ledger = make();
    const command = detect({ ...by, occurredAt: at('09:53'), by: 'monitor' });
    const events = await orThrow(ledger.handle(command));
    expect(events).toMatchObject([
      { type: 'Detected', revision: 0, recordedAt: now, data: { by: 'monitor' }, actor: by.actor },
    ]);
    expect(await orThrow(ledger.handle(command))).toEqual([]);
    const story = await orThrow(ledger.history(by.incidentId));
    expect(story.events).toEqual(events);
  });

  it('tells a refusal apart by its tag, and in a sentence when it is thrown', async () => {
    const ledger = make();
    const refused = await ledger.handle(resolve({ ...by, occurredAt: at('10:02') }))();
    expect(refused).toEqual(E.left({ _tag: 'NothingOpen' }));
    await expect(
      orThrow(ledger.handle(resolve({ ...by, occurredAt: at('10:02') }))),
    ).rejects.toMatchObject({
      name: 'Failed',
      message: 'there is nothing to end: no event tells of an incident yet',
      failure: { _tag: 'NothingOpen' },
    });
  });

  it('types the refusals by the command', async () => {
    const ledger = make();
    const resolved = await ledger.handle(resolve({ ...by, occurredAt: at('10:02') }))();
    const detected = await ledger.handle(detect({ ...by, occurredAt: at('10:02') }))();
    if (E.isLeft(resolved)) expect(resolved.left._tag === 'NothingOpen').toBe(true);
    // @ts-expect-error a detection cannot meet this refusal
    if (E.isLeft(detected)) expect(detected.left._tag === 'NothingOpen').toBe(true);
    // @ts-expect-error an impact has an id
    startImpact({ ...by, occurredAt: at('09:51') });
    // @ts-expect-error no such field
    startImpact({ ...by, occurredAt: at('09:51'), impactId: 'main', nope: 1 });
  });

  it('writes nothing when anything is invalid, and tells all faults', async () => {
    const ledger = make();
    const made = applyFix({ ...by, occurredAt: at('09:57'), fixId: '' });
    const wrong = { ...made, actor: { id: 'a b' } };
    expect(await ledger.handle(wrong)()).toMatchObject({
      left: {
        _tag: 'InvalidEvents',
        invalid: [
          { index: 0, type: 'FixApplied', faults: [{ path: 'actor.id' }, { path: 'data.fixId' }] },
        ],
      },
    });
    const good = detect({ ...by, occurredAt: at('09:53') });
    const refused = await ledger.transact(by.incidentId, () => {
      const event: IncidentEvent = {
        eventId: newEventId(),
        incidentId: by.incidentId,
        type: 'Detected',
        version: 1,
        occurredAt: at('09:53'),
        actor: by.actor,
        source: by.source,
        data: {},
      };
      return E.right([event, { ...event, eventId: newEventId(), version: 7 }]);
    })();
    expect(refused).toMatchObject({ left: { _tag: 'InvalidEvents', invalid: [{ index: 1 }] } });
    expect((await orThrow(ledger.history(by.incidentId))).events).toEqual([]);
    expect(await orThrow(ledger.handle(good))).toHaveLength(1);
  });

  it('checks corrected data as the type of its target', async () => {
    const ledger = make();
    const [alert] = await orThrow(
      ledger.handle(raiseAlert({ ...by, occurredAt: at('09:53'), alertId: 'a' })),
    );
    const target = alert?.eventId ?? newEventId();
    const said = { ...by, target, kind: 'transcription', reason: 'typo' } as const;
    expect(await ledger.handle(correct({ ...said, data: { alertid: 'b' } }))()).toMatchObject({
      left: {
        invalid: [
          {
            type: 'Corrected',
            faults: [{ path: 'data.data.alertId' }, { path: 'data.data.alertid' }],
          },
        ],
      },
    });
    await orThrow(ledger.handle(correct({ ...said, data: { alertId: 'b' } })));
    await orThrow(ledger.handle(correct({ ...said, data: { alertId: 'c' } })));
    const story = await orThrow(ledger.history(by.incidentId));
    expect(story.claims.find(({ eventId }) => eventId === target)?.data).toEqual({ alertId: 'c' });
    await orThrow(ledger.handle(retract({ ...by, target, reason: 'a test' })));
    expect((await orThrow(ledger.history(by.incidentId))).happenings).not.toContainEqual(
      expect.objectContaining({ type: 'AlertRaised' }),
    );
  });

  it('takes own events, and a rule of your own', async () => {
    const vocabulary = extend(core, { 'acme.CallOpened': t.type({ callId: t.string }) });
    const ledger = createLedger({ store: memoryStore({ clock }), clock, vocabulary });
    const opened = report('acme.CallOpened', {
      ...by,
      occurredAt: at('09:56'),
      data: { callId: 'c1' },
    });
    expect(await orThrow(ledger.handle(opened))).toMatchObject([{ data: { callId: 'c1' } }]);
    const other = report('acme.CallOpened', { ...by, occurredAt: at('09:56'), data: { call: 1 } });
    // @ts-expect-error the data is not that of the type
    const wrong = ledger.handle(other);
    expect(await wrong()).toMatchObject({ left: { _tag: 'InvalidEvents' } });
    const refused = await ledger.transact(by.incidentId, (story) =>
      story.claims.length > 0 ? E.left('busy' as const) : E.right([]),
    )();
    expect(refused).toEqual(E.left('busy'));
    expect(await orThrow(ledger.transact(by.incidentId, () => E.right([])))).toEqual([]);
  });

  it('lets many write at once: each decision holds for what it was made on', async () => {
    const store = memoryStore({ clock });
    const ledgers = Array.from({ length: 20 }, () => createLedger({ store, clock }));
    const texts = await Promise.all(
      ledgers.map((ledger, index) =>
        orThrow(
          ledger.handle(addNote({ ...by, occurredAt: at('10:00'), text: { en: `${index}` } })),
        ),
      ),
    );
    expect(new Set(texts.flat().map(({ revision }) => revision)).size).toBe(20);
  });

  it('gives up after the retries it was given', async () => {
    const store = memoryStore({ clock });
    const ledger = createLedger({ store, clock, retries: 2 });
    let asked = 0;
    const result = await ledger.transact(by.incidentId, () => {
      asked += 1;
      const event = (text: string): IncidentEvent => ({
        eventId: newEventId(),
        incidentId: by.incidentId,
        type: 'NoteAdded',
        version: 1,
        occurredAt: at('10:00'),
        actor: by.actor,
        source: by.source,
        data: { text: { en: text } },
      });
      void store.append(
        by.incidentId,
        [{ ...event('other'), data: { text: { en: 'x' } } }],
        'any',
      )();
      return E.right([event('mine')]);
    })();
    expect(result).toMatchObject({ left: { _tag: 'Conflict' } });
    expect(asked).toBe(3);
  });

  it('ends with its signal', async () => {
    const signal = AbortSignal.abort();
    const ledger = make();
    expect(await ledger.history(by.incidentId, { signal })()).toEqual(E.left({ _tag: 'Aborted' }));
    expect(await ledger.handle(detect({ ...by, occurredAt: at('09:53') }), { signal })()).toEqual(
      E.left({ _tag: 'Aborted' }),
    );
  });

  it('tells which stored events it cannot read', async () => {
    const store = memoryStore({ clock });
    const ledger = createLedger({ store, clock });
    const [event] = await orThrow(ledger.handle(detect({ ...by, occurredAt: at('09:53') })));
    if (!event) throw new Error('no event');
    const { revision: _revision, recordedAt: _recordedAt, position: _position, ...rest } = event;
    const later = { ...rest, eventId: newEventId(), type: 'Detected', version: 9, data: {} };
    await orThrow(store.append(by.incidentId, [later], 'any'));
    const failed = ledger.view(by.incidentId, timeToRestore);
    expect(await failed()).toMatchObject({
      left: { _tag: 'UnreadableEvents', unreadable: [{ revision: 1 }] },
    });
    await expect(orThrow(failed)).rejects.toThrow(
      'incident TSR-1023, revision 1: version: expected at most 1 for Detected, got 9',
    );
  });

  it('reopens, and takes what another source says as a further claim', async () => {
    const ledger = make();
    await orThrow(ledger.handle(detect({ ...by, occurredAt: at('09:53') })));
    await orThrow(ledger.handle(resolve({ ...by, occurredAt: at('10:02') })));
    await orThrow(ledger.handle(resolve({ ...byMonitor, occurredAt: at('10:03') })));
    await orThrow(ledger.handle(reopen({ ...by, occurredAt: at('10:30') })));
    await orThrow(ledger.handle(resolve({ ...by, occurredAt: at('10:40') })));
    const { happenings } = await orThrow(ledger.history(by.incidentId));
    expect(happenings.map(({ happening, others }) => [happening, others.length])).toEqual([
      ['Detected#0', 0],
      ['Resolved#0', 1],
      ['Reopened#1', 0],
      ['Resolved#1', 0],
    ]);
  });

  it('links and ends', async () => {
    const ledger = make();
    const other = incidentId('TSR-1');
    const linked = linkIncident({ ...by, occurredAt: at('10:00'), other, relation: 'related' });
    expect(await orThrow(ledger.handle(linked))).toMatchObject([
      { incidentId: 'TSR-1023', data: { incidentId: 'TSR-1', relation: 'related' } },
    ]);
    expect(
      await ledger.handle(endImpact({ ...by, occurredAt: at('10:00'), impactId: 'nope' }))(),
    ).toEqual(E.left({ _tag: 'NeverStarted', beginning: 'ImpactStarted', id: 'nope' }));
  });
});
