import { afterEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { core } from '../../src/events/core.ts';
import { decode } from '../../src/events/decode.ts';
import type { RecordedEvent } from '../../src/events/event.ts';
import type { StoredEvent, UnstoredEvent } from '../../src/events/stored.ts';
import { extend } from '../../src/events/vocabulary.ts';
import { combine } from '../../src/history/combine.ts';
import { project } from '../../src/history/fold.ts';
import { history } from '../../src/history/history.ts';
import { defaultPolicy } from '../../src/history/policy.ts';
import type { Projection } from '../../src/history/projection.ts';
import { projection } from '../../src/history/projection.ts';
import { orThrow } from '../../src/ledger/orThrow.ts';
import { derivedEventId, incidentId } from '../../src/primitives/ids.ts';
import { instant, instantOfMs } from '../../src/primitives/instant.ts';
import { between, exactly, noLaterThan } from '../../src/primitives/moment.ts';
import { actions } from '../../src/projections/actions.ts';
import { durations } from '../../src/projections/durations.ts';
import { followProjection } from '../../src/replay/followProjection.ts';
import type { FollowProjectionOptions } from '../../src/replay/followProjectionOptions.ts';
import { savedIncidents, savedView } from '../../src/replay/savedView.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { memoryStates } from '../../src/store/memoryStates.ts';
import type { EventStore } from '../../src/store/port.ts';
import { sqliteStates } from '../../src/store/sqlite/sqliteStates.ts';
import { sqliteStore } from '../../src/store/sqlite/sqliteStore.ts';
import type { StateStore } from '../../src/store/states.ts';
import type { OpenHandle } from '../store/sqlite/drivers.ts';
import { driverNamed, newFile } from '../store/sqlite/drivers.ts';
import { flakyStates, flakyStore, SOON } from './flaky.ts';

const at = instant('2030-01-01T00:00:00Z');

/** Notes all that each scope sees, with what the history found out about it. */
const noted = (scope: 'incident' | 'claims' | 'ledger'): Projection<unknown, unknown> => {
  const seen = (draft: { list: unknown[] }, event: unknown): undefined => {
    draft.list.push(JSON.parse(JSON.stringify(event)));
  };
  return projection({
    name: `noted-${scope}`,
    version: 1,
    scope,
    initial: (): { list: unknown[] } => ({ list: [] }),
    on: Object.fromEntries(Object.keys(core.definitions).map((type) => [type, seen])),
    view: ({ list }) => list,
  });
};

/** Two of those that ship, and three that see all there is to see. */
const everything = combine({
  actions,
  durations,
  happenings: noted('incident'),
  effective: noted('claims'),
  raw: noted('ledger'),
});

const opened: OpenHandle[] = [];

afterEach(() => {
  for (const handle of opened.splice(0)) handle.close();
});

const onSqlite = (): [EventStore, StateStore] => {
  const handle = driverNamed('libsql').open(newFile());
  opened.push(handle);
  return [sqliteStore(handle), sqliteStates(handle)];
};

const START_MS = Date.parse('2024-06-01T00:00:00.000Z');
const minutes = (count: number): string => instantOfMs(START_MS + count * 60_000);

/** What an event tells, by type: few ids, so that claims meet. */
const told = fc.constantFrom<readonly [string, object]>(
  ['AlertRaised', { alertId: 'a' }],
  ['AlertRaised', { alertId: 'b' }],
  ['ImpactStarted', { impactId: 'i', component: 'Pay', degree: 'full' }],
  ['ImpactEnded', { impactId: 'i' }],
  ['FixApplied', { fixId: 'f' }],
  ['Restored', {}],
  ['Resolved', {}],
  ['Reopened', {}],
  ['NoteAdded', { text: { en: 'a note' } }],
  ['StatusPublished', { status: 'investigating' }],
  ['ActionProposed', { actionId: 'x' }],
  ['acme.Unknown', { anything: 1 }],
);

interface Arriving {
  readonly incident: number;
  readonly told: readonly [string, object];
  /** Minutes after what came before it; late when negative. */
  readonly step: number;
  readonly width: 'exact' | 'minute' | 'open' | 'unstarted';
  readonly source: 'responder' | 'postmortem';
  readonly about: number;
  readonly amends: 'corrects' | 'retracts' | null;
  readonly happening: number | null;
  readonly stated: boolean;
}

/** Mostly null. */
const seldom = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | null> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

const arriving: fc.Arbitrary<Arriving> = fc.record({
  incident: fc.nat({ max: 2 }),
  told: fc.oneof({ weight: 40, arbitrary: told }, fc.constant(['Unreadable', {}] as const)),
  step: fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 3 }) }, fc.integer({ min: -20, max: 0 })),
  width: fc.oneof(
    { weight: 6, arbitrary: fc.constant('exact' as const) },
    fc.constantFrom('minute' as const, 'open' as const, 'unstarted' as const),
  ),
  source: fc.constantFrom('responder', 'postmortem'),
  about: fc.nat({ max: 30 }),
  amends: seldom(fc.constantFrom('corrects', 'retracts')),
  happening: seldom(fc.nat({ max: 30 })),
  stated: fc.boolean(),
});

const idOf = (index: number) => derivedEventId('arriving', `${index}`);

const momentOf = ({ width }: Arriving, minute: number): UnstoredEvent['occurredAt'] => {
  switch (width) {
    case 'exact':
      return exactly(minutes(minute));
    case 'minute':
      return between(minutes(minute), minutes(minute + 1));
    case 'open':
      return { earliest: instant(minutes(minute)) };
    case 'unstarted':
      return noLaterThan(minutes(minute));
  }
};

/** The events in the order of their arrival: some are about others, of which some come later or never. */
const eventsOf = (items: readonly Arriving[]): readonly UnstoredEvent[] => {
  let minute = 30;
  return items.map((item, index) => {
    minute = Math.max(0, minute + item.step);
    const target = idOf(item.about);
    const [type, data] =
      item.amends === 'retracts'
        ? ['Retracted', { target, reason: 'r' }]
        : item.amends === 'corrects'
          ? [
              'Corrected',
              {
                target,
                targetType: 'AlertRaised',
                targetVersion: 1,
                kind: 'revision',
                reason: 'r',
                occurredAt: exactly(minutes(minute + 5)),
              },
            ]
          : item.told;
    return {
      eventId: idOf(index),
      incidentId: incidentId(`INC-${item.incident}`),
      type,
      version: 1,
      occurredAt: momentOf(item, minute),
      ...(item.stated && { statedAt: exactly(minutes(minute + 1)) }),
      ...(item.happening !== null && { happening: `${type}#${idOf(item.happening)}` }),
      actor: { id: 'tester' },
      source: { kind: item.source },
      data: data as UnstoredEvent['data'],
    };
  });
};

const decoding = decode(core);

/** What a replay of the events up to a position says of an incident. */
const replayed = (
  stored: readonly StoredEvent[],
  of: string,
  position: string,
): { view: unknown; incomplete: boolean } | null => {
  const ours = stored.filter(
    (event) => event.incidentId === of && (event.position ?? '') <= position,
  );
  if (ours.length === 0) return null;
  const decoded = ours.map(decoding);
  const readable: RecordedEvent[] = decoded.flatMap((each) =>
    E.isRight(each) ? [each.right] : [],
  );
  return {
    view: project(history(readable, { vocabulary: core }), everything, at),
    incomplete: readable.length < ours.length,
  };
};

const incidentIds = ['INC-0', 'INC-1', 'INC-2'].map(incidentId);

/** Follows until so many saves were made; the page after them is made and not saved. */
const followed = async (
  store: EventStore,
  states: StateStore,
  limit: number,
  saves: number,
): Promise<void> => {
  const controller = new AbortController();
  let left = saves;
  const dying: StateStore = {
    ...states,
    save: (saving, options) => {
      left -= saving.version === 0 ? 0 : 1;
      if (left >= 0) return states.save(saving, options);
      controller.abort();
      return async () => E.left({ _tag: 'Aborted' });
    },
  };
  await orThrow(
    followProjection(store, everything, {
      states: dying,
      limit,
      signal: controller.signal,
      unreadable: 'quarantine',
      onCaughtUp: () => {
        controller.abort();
      },
    }),
  );
};

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const isAsReplayed =
  (make: () => readonly [EventStore, StateStore]) =>
  async (items: readonly Arriving[], limit: number, saves: readonly number[]): Promise<void> => {
    const [store, states] = make();
    const arrived = eventsOf(items);
    let stored: readonly StoredEvent[] = [];
    let from = 0;
    for (const [index, count] of [...saves, 1000].entries()) {
      const upTo = index === saves.length ? arrived.length : Math.min(arrived.length, from + 5);
      for (const event of arrived.slice(from, upTo)) {
        await orThrow(store.append(event.incidentId, [event], 'any'));
      }
      from = upTo;
      stored = (await orThrow(store.readAll({ limit: 1000 }))).events;
      await followed(store, states, limit, count);
      const checkpoint = await orThrow(states.checkpoint(everything));
      for (const id of incidentIds) {
        const view = await orThrow(savedView(states, everything, id, { at }));
        const expected = replayed(stored, id, checkpoint ?? '');
        expect(view && asJson({ view: view.view, incomplete: view.incomplete })).toEqual(
          expected && asJson(expected),
        );
        if (view) expect(view.checkpoint).toBe(checkpoint);
      }
    }
  };

const runs = fc.tuple(
  fc.array(arriving, { maxLength: 24 }),
  fc.integer({ min: 1, max: 6 }),
  fc.array(fc.nat({ max: 3 }), { maxLength: 4 }),
);

describe('a followed projection', () => {
  it('says at every checkpoint what a replay up to there says, whatever came when and crashed', async () => {
    const holds = isAsReplayed(() => [memoryStore(), memoryStates()]);
    await fc.assert(
      fc.asyncProperty(runs, async ([items, limit, saves]) => holds(items, limit, saves)),
      { numRuns: 60 },
    );
  });

  it('says the same over SQLite', async () => {
    const holds = isAsReplayed(onSqlite);
    await fc.assert(
      fc.asyncProperty(runs, async ([items, limit, saves]) => holds(items, limit, saves)),
      { numRuns: 15 },
    );
  });

  const plain: Arriving = {
    incident: 0,
    told: ['NoteAdded', { text: { en: 'a note' } }],
    step: 10,
    width: 'exact',
    source: 'responder',
    about: 0,
    amends: null,
    happening: null,
    stated: true,
  };

  it.each<[string, readonly Arriving[]]>([
    ['a time that stays open', [{ ...plain, width: 'open' }, plain, plain, plain]],
    [
      'a claim about what another event tells by itself',
      [plain, plain, { ...plain, happening: 0 }],
    ],
    ['a key that a later event has by itself', [{ ...plain, happening: 1 }, plain, plain]],
    [
      'a retraction of what comes later',
      [{ ...plain, amends: 'retracts', about: 1 }, plain, plain],
    ],
  ])('says the same after %s', async (_, items) => {
    await isAsReplayed(() => [memoryStore(), memoryStates()])(items, 1, []);
  });

  /** Follows over a store that counts what is read of single incidents, until it has caught up. */
  const caughtUp = async (
    store: EventStore,
    of: Projection<unknown, unknown>,
    options: Omit<FollowProjectionOptions, 'signal' | 'onCaughtUp'>,
  ): Promise<{
    ended: Awaited<ReturnType<ReturnType<typeof followProjection>>>;
    read: string[];
  }> => {
    const controller = new AbortController();
    const read: string[] = [];
    const counting: EventStore = {
      ...store,
      read: (query) => {
        read.push(query.incidentId);
        return store.read(query);
      },
    };
    const ended = await followProjection(counting, of, {
      ...options,
      signal: controller.signal,
      onCaughtUp: () => {
        controller.abort();
      },
    })();
    return { ended, read };
  };

  it('folds anew what is late, and no other incident', async () => {
    const store = memoryStore();
    const states = memoryStates();
    const write = async (items: readonly Arriving[], from: number): Promise<void> => {
      for (const event of eventsOf(items).slice(from)) {
        await orThrow(store.append(event.incidentId, [event], 'any'));
      }
    };
    const early = [plain, { ...plain, incident: 1 }, plain, { ...plain, incident: 1 }, plain];
    await write(early, 0);
    const saves: (readonly [readonly string[], string])[] = [];
    const onSaved = (...saved: readonly [readonly string[], string]): void => {
      saves.push(saved);
    };
    expect((await caughtUp(store, everything, { states, onSaved })).read).toEqual([]);
    await write(
      [...early, { ...plain, incident: 1, step: -30 }, { ...plain, step: 60 }],
      early.length,
    );
    expect((await caughtUp(store, everything, { states, onSaved })).read).toEqual(['INC-1']);
    expect(saves).toEqual([
      [['INC-0', 'INC-1'], '0000000000000004'],
      [['INC-1', 'INC-0'], '0000000000000006'],
    ]);
    const page = await orThrow(savedIncidents(states, everything));
    expect(page.incidentIds.toSorted()).toEqual(['INC-0', 'INC-1']);
    expect(await orThrow(savedView(states, everything, incidentId('INC-2'), { at }))).toBeNull();
  });

  it('goes on though every second call of both stores fails', async () => {
    const store = memoryStore();
    const states = memoryStates();
    const items = [plain, { ...plain, step: -5 }, plain, { ...plain, incident: 1 }, plain];
    for (const event of eventsOf(items)) {
      await orThrow(store.append(event.incidentId, [event], 'any'));
    }
    const { ended } = await caughtUp(flakyStore(store), everything, {
      states: flakyStates(states),
      limit: 2,
      retry: SOON,
    });
    expect(ended).toEqual(E.right('0000000000000004'));
    const { events: stored } = await orThrow(store.readAll({}));
    for (const id of incidentIds.slice(0, 2)) {
      const view = await orThrow(savedView(states, everything, id, { at }));
      expect(asJson(view?.view)).toEqual(asJson(replayed(stored, id, '9')?.view));
    }
  });

  it('costs the view of one incident when a handler throws, until that is over', async () => {
    const faulty = projection({
      name: 'faulty',
      version: 1,
      scope: 'incident',
      initial: () => ({ notes: 0, ratio: 0 }),
      on: {
        NoteAdded: (draft) => {
          draft.notes += 1;
        },
        Resolved: () => {
          throw new Error('no room');
        },
        Restored: (draft) => {
          draft.ratio = Number.NaN;
        },
      },
      view: ({ notes }) => notes,
    });
    const store = memoryStore();
    const states = memoryStates();
    const items: readonly Arriving[] = [
      plain,
      { ...plain, incident: 1, told: ['Resolved', {}] },
      { ...plain, incident: 2, told: ['Restored', {}] },
      { ...plain, incident: 1 },
    ];
    for (const event of eventsOf(items)) {
      await orThrow(store.append(event.incidentId, [event], 'any'));
    }
    await caughtUp(store, faulty, { states, limit: 1 });
    const views = incidentIds.map(async (id) => orThrow(savedView(states, faulty, id, { at })));
    expect((await Promise.all(views)).map((saved) => saved?.view)).toEqual([
      E.right(1),
      E.left({
        _tag: 'ProjectionFault',
        projection: 'faulty',
        eventId: idOf(1),
        message: 'no room',
      }),
      E.left({
        _tag: 'ProjectionFault',
        projection: 'faulty',
        eventId: null,
        message: 'a state is plain JSON, and at ratio this one is not',
      }),
    ]);
  });

  it('ends at what it cannot read, unless that is quarantined', async () => {
    const store = memoryStore();
    const states = memoryStates();
    const items: readonly Arriving[] = [plain, { ...plain, told: ['Unreadable', {}] }];
    for (const event of eventsOf(items)) {
      await orThrow(store.append(event.incidentId, [event], 'any'));
    }
    const { ended } = await caughtUp(store, everything, { states });
    const lost = { _tag: 'UnreadableEvents', incidentId: 'INC-0', unreadable: [{ revision: 1 }] };
    expect(ended).toMatchObject({ left: lost });
    const quarantined: unknown[] = [];
    await caughtUp(store, everything, {
      states,
      unreadable: 'quarantine',
      onQuarantine: (what) => {
        quarantined.push(what);
      },
    });
    expect(quarantined).toMatchObject([lost]);
  });

  it('does not go on with states of another policy or vocabulary', async () => {
    const store = memoryStore();
    const states = memoryStates();
    const begin = async (options: Partial<FollowProjectionOptions>): Promise<unknown> => {
      const { ended } = await caughtUp(store, everything, { states, ...options });
      return E.isLeft(ended) ? ended.left : null;
    };
    const [first, second] = eventsOf([plain, { ...plain, told: ['acme.Unknown', {}] }]);
    const write = async (event: UnstoredEvent | undefined): Promise<void> => {
      if (event) await orThrow(store.append(event.incidentId, [event], 'any'));
    };
    const vocabulary = extend(core, { 'acme.Unknown': t.UnknownRecord });
    await write(first);
    expect(await begin({})).toBeNull();
    expect(await begin({ policy: { ...defaultPolicy, version: 2 } })).toMatchObject({
      _tag: 'InvalidRequest',
      reason: expect.stringContaining('under the policy default@1, not default@2') as unknown,
    });
    await write(second);
    expect(await begin({})).toBeNull();
    expect(await begin({ vocabulary })).toMatchObject({
      reason: expect.stringContaining('without acme.Unknown, of which the ledger has') as unknown,
    });
    const other = extend(core, { 'acme.Other': t.UnknownRecord });
    expect(await begin({ vocabulary: other })).toBeNull();
    expect(await begin({})).toBeNull();
  });

  it('begins with nothing that it cannot save or fold', async () => {
    const store = memoryStore();
    const states = memoryStates();
    const odd = { ...everything, version: 0.5 };
    expect((await caughtUp(store, odd, { states })).ended).toMatchObject({
      left: { _tag: 'InvalidRequest' },
    });
    const unread = { ...everything, handles: ['acme.Unknown'] };
    expect((await caughtUp(store, unread, { states })).ended).toMatchObject({
      left: { _tag: 'ProjectionFault', eventId: null },
    });
    const saving = { name: everything.name, version: 1, from: null, to: '1' };
    await orThrow(states.save({ ...saving, states: new Map([['INC-0', 5]]) }));
    const seen = savedView(states, everything, incidentId('INC-0'), { at });
    expect(await seen()).toMatchObject({ left: { _tag: 'Corrupt' } });
  });
});
