import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { projection } from '../../src/history/projection.ts';
import { orThrow } from '../../src/ledger/orThrow.ts';
import { incidentId } from '../../src/primitives/ids.ts';
import { instant } from '../../src/primitives/instant.ts';
import { sameJson } from '../../src/primitives/json.ts';
import { durations } from '../../src/projections/durations.ts';
import { incident } from '../../src/projections/incident.ts';
import type { DiffOptions, IncidentDifference } from '../../src/replay/diffProjections.ts';
import { diffProjections } from '../../src/replay/diffProjections.ts';
import { viewDifferences } from '../../src/replay/viewDifferences.ts';
import { logLine } from '../../src/replay/writeLog.ts';
import type { StoredEvent } from '../../src/events/stored.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { EventStore } from '../../src/store/port.ts';
import type { Entry } from '../projections/log.ts';
import { happened, idOf, logOf } from '../projections/log.ts';

const at = instant('2030-01-01T00:00:00Z');

interface AlertsView {
  readonly alerts: readonly { readonly id: string; readonly acknowledged: boolean }[];
  readonly isOpen?: boolean;
}

/** Alerts and whether they were acknowledged; the second version counts one of each id, and knows the end. */
const alerts = (version: 1 | 2, fails = false) =>
  projection({
    name: 'alerts',
    version,
    scope: version === 1 ? 'claims' : 'incident',
    initial: () => ({ alerts: [] as { id: string; acknowledged: boolean }[], isOpen: true }),
    on: {
      AlertRaised: (draft, { data }) => {
        draft.alerts.push({ id: data.alertId, acknowledged: false });
      },
      Acknowledged: (draft, { data }) => {
        for (const alert of draft.alerts) {
          if (alert.id === data.alertId) alert.acknowledged = true;
        }
      },
      Resolved: (draft) => {
        if (fails) throw new Error('no room');
        draft.isOpen = false;
      },
    },
    view: (state): AlertsView => ({
      alerts: state.alerts,
      ...(version === 2 && !state.isOpen && { isOpen: state.isOpen }),
    }),
  });

const logs: Readonly<Record<string, readonly Entry[]>> = {
  same: [happened('AlertRaised', '10:00:00', { alertId: 'a' })],
  ended: [
    happened('AlertRaised', '10:00:00', { alertId: 'a' }),
    happened('Resolved', '10:20:00', {}),
  ],
  twice: [
    happened('Resolved', '10:30:00', {}),
    happened('AlertRaised', '10:00:00', { alertId: 'a' }),
    happened('AlertRaised', '10:05:00', { alertId: 'b' }),
    happened('AlertRaised', '10:01:00', { alertId: 'a' }, { kind: 'monitor' }),
    happened('Acknowledged', '10:10:00', { alertId: 'b' }),
  ],
};

const stored = Object.entries(logs).flatMap(([name, entries]) =>
  // The events of a log are what a store keeps.
  logOf(name, entries).map((event) => event as unknown as StoredEvent),
);

const asStore = async (): Promise<EventStore> => {
  const store = memoryStore();
  for (const name of Object.keys(logs)) {
    const id = incidentId(name);
    await orThrow(
      store.restore(
        id,
        stored.filter((event) => event.incidentId === id),
      ),
    );
  }
  return store;
};

async function* asLog(): AsyncIterable<Uint8Array> {
  for (const event of stored) yield new TextEncoder().encode(`${logLine(event)}\n`);
}

const found = async (
  source: EventStore | AsyncIterable<Uint8Array>,
  options: Partial<DiffOptions> = {},
  fails = false,
) => {
  const differences: (Pick<IncidentDifference, 'incidentId' | 'fields'> & { first: unknown })[] =
    [];
  const count = await orThrow(
    diffProjections(
      source,
      alerts(1),
      alerts(2, fails),
      { at, ...options },
      ({ incidentId: id, fields, first }) => {
        differences.push({ incidentId: id, fields, first: first?.eventId ?? null });
      },
    ),
  );
  return { differences, count };
};

describe('what differs between two projections', () => {
  it.each([
    ['a store', asStore],
    ['a log', async () => asLog()],
  ])('is told incident by incident and field by field, over %s', async (_, source) => {
    const { differences, count } = await found(await source());
    expect(count).toMatchObject({ incidents: 3, equal: 1, different: 2, faulty: 0, incomplete: 0 });
    expect(differences).toEqual([
      {
        incidentId: 'ended',
        fields: [{ path: 'isOpen', a: undefined, b: false }],
        first: idOf('ended', 1),
      },
      {
        incidentId: 'twice',
        fields: [
          { path: 'alerts.1', a: { id: 'a', acknowledged: false }, b: undefined },
          { path: 'isOpen', a: undefined, b: false },
        ],
        first: idOf('twice', 3),
      },
    ]);
  });

  it('begins with the event that was recorded first, where that is asked for', async () => {
    const { differences } = await found(await asStore(), { order: 'recorded' });
    expect(differences.map(({ first }) => first)).toEqual([idOf('ended', 1), idOf('twice', 0)]);
  });

  it('is looked for from any point of time', async () => {
    const { count } = await found(await asStore(), {
      occurredBefore: instant('2024-06-01T10:15:00Z'),
    });
    expect(count).toMatchObject({ equal: 2, different: 1 });
  });

  it('is a failure, where one fails and the other does not', async () => {
    const { differences, count } = await found(await asStore(), {}, true);
    expect(count).toMatchObject({ equal: 1, different: 2, faulty: 2 });
    expect(differences[0]).toEqual({
      incidentId: 'ended',
      fields: [
        { path: 'alerts', a: [{ id: 'a', acknowledged: false }], b: undefined },
        { path: 'fault', a: undefined, b: 'no room' },
        { path: 'eventId', a: undefined, b: idOf('ended', 1) },
      ],
      first: idOf('ended', 1),
    });
  });

  it('begins before the first event, where the views of nothing differ', async () => {
    const seen: unknown[] = [];
    const other = { ...incident, view: () => ({ another: true }) };
    for (const order of ['story', 'recorded'] as const) {
      await orThrow(
        diffProjections<unknown>(await asStore(), incident, other, { at, order }, ({ first }) => {
          seen.push(first);
        }),
      );
    }
    expect(seen).toEqual([null, null, null, null, null, null]);
  });

  it('is nothing for one and the same', async () => {
    const count = await orThrow(
      diffProjections(await asStore(), durations, { ...durations }, { at }, () => {
        throw new Error('nothing differs');
      }),
    );
    expect(count).toMatchObject({ equal: 3, different: 0 });
  });
});

describe('two views', () => {
  it('differ somewhere if and only if they are not the same JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(viewDifferences(a, structuredClone(a))).toEqual([]);
        expect(viewDifferences(a, b).length === 0).toBe(sameJson(a, b));
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, unknown, unknown, readonly (readonly [string, unknown, unknown])[]]>([
    ['one more item in between is one', [1, 2, 3], [1, 9, 2, 3], [['1', undefined, 9]]],
    ['one item less at the end is one', { l: ['a', 'b'] }, { l: ['a'] }, [['l.1', 'b', undefined]]],
    [
      'items that changed are each one',
      [[1], [2]],
      [[3], [4]],
      [
        ['0.0', 1, 3],
        ['1.0', 2, 4],
      ],
    ],
    ['a field that is undefined is none', { a: undefined }, {}, []],
    ['a list and an object are one', { a: [] }, { a: {} }, [['a', [], {}]]],
    ['entries of maps', new Map([['k', 1]]), new Map([['k', 2]]), [['k', 1, 2]]],
    ['dates', { d: new Date(0) }, { d: new Date(5) }, [['d.time', 0, 5]]],
    ['items of sets', new Set([1]), new Set([1, 2]), [['1', undefined, 2]]],
    ['numbers that are none', { n: Number.NaN }, { n: Number.NaN }, []],
  ])('differ by their parts: %s', (_, a, b, expected) => {
    expect(viewDifferences(a, b).map((each) => [each.path, each.a, each.b])).toEqual(expected);
  });
});
