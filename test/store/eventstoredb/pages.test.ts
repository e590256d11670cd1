import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '../../../src/events/stored.ts';
import { incidentId } from '../../../src/primitives/ids.ts';
import { instant } from '../../../src/primitives/instant.ts';
import type { EventPage } from '../../../src/store/port.ts';
import {
  event,
  eventsOf,
  expectNothingOpen,
  INCIDENT,
  left,
  ledgerFor,
  right,
  storeOn,
} from './ledgerFor.ts';

const OTHER = incidentId('TSR-1024');

describe('pages', () => {
  it.each([
    ['forwards', [[0, 1], [2, 3], [4]]],
    ['backwards', [[4, 3], [2, 1], [0]]],
  ] as const)(
    'of a stream go %s with nothing left out and nothing twice',
    async (direction, expected) => {
      const { store, server } = await ledgerFor();
      await right(store.append(INCIDENT, eventsOf(5), 'no_stream'));
      const pages: (readonly number[])[] = [];
      let after: number | null = null;
      for (let end = false; !end;) {
        const page: EventPage<number> = await right(
          store.read({ incidentId: INCIDENT, after, limit: 2, direction }),
        );
        pages.push(page.events.map(({ revision }) => revision));
        ({ next: after, end } = page);
      }
      expect(pages).toEqual(expected);
      await expectNothingOpen(server);
    },
  );

  it('of a stream that is not there are empty', async () => {
    const { store } = await ledgerFor();
    const nothing = { events: [], next: null, end: true };
    expect(await right(store.read({ incidentId: INCIDENT }))).toEqual(nothing);
    expect(await right(store.read({ incidentId: INCIDENT, direction: 'backwards' }))).toEqual(
      nothing,
    );
  });

  it.each([1, 2, 100])('of everything have %i and pass over what is not theirs', async (limit) => {
    const { store, server } = await ledgerFor();
    const foreign = storeOn(server, { prefix: 'drill' });
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const [mine, others] = [event(), event('', { incidentId: OTHER, type: 'Resolved' })];
      await right(store.append(INCIDENT, [mine], 'any'));
      await right(foreign.append(INCIDENT, [event()], 'any'));
      await right(store.append(OTHER, [others], 'any'));
      ids.push(mine.eventId, others.eventId);
    }
    for (const direction of ['forwards', 'backwards'] as const) {
      const found: string[] = [];
      let after: string | null = null;
      for (let end = false; !end;) {
        const page: EventPage<string> = await right(store.readAll({ after, limit, direction }));
        expect(page.events.length).toBeLessThanOrEqual(limit);
        found.push(...page.events.map(({ eventId }) => eventId));
        ({ next: after, end } = page);
      }
      expect(found).toEqual(direction === 'forwards' ? ids : ids.toReversed());
    }
    const resolved = await right(store.readAll({ types: ['Resolved'] }));
    expect(resolved.events.map(({ incidentId: id }) => id)).toEqual([OTHER, OTHER, OTHER]);
    const drills = await right(foreign.incidents({}));
    expect(drills.incidentIds).toEqual([INCIDENT]);
    await expectNothingOpen(server);
  });

  it('of incidents are in the order of their first events', async () => {
    const { store } = await ledgerFor();
    await right(store.append(OTHER, [event('', { incidentId: OTHER })], 'no_stream'));
    await right(store.append(INCIDENT, eventsOf(2), 'no_stream'));
    const first = await right(store.incidents({ limit: 1 }));
    expect(first).toMatchObject({ incidentIds: [OTHER], end: false });
    const rest = await right(store.incidents({ after: first.next }));
    expect(rest).toMatchObject({ incidentIds: [INCIDENT], end: true });
    const back = await right(store.incidents({ direction: 'backwards' }));
    expect(back.incidentIds).toEqual([INCIDENT, OTHER]);
  });

  it.each([
    { after: 'nowhere' },
    { after: '00000000000000000001-00000000000000000001' },
    { limit: 0 },
    { limit: 1.5 },
  ])('are refused for %j', async (query) => {
    const { store } = await ledgerFor();
    expect(await left(store.readAll(query))).toMatchObject({ _tag: 'InvalidRequest' });
  });
});

describe('restoring', () => {
  it('keeps revisions and times, and may be done twice', async () => {
    const from = await ledgerFor({ clock: () => Date.parse('2020-01-01T00:00:00.000Z') });
    await right(from.store.append(INCIDENT, eventsOf(3), 'no_stream'));
    const { events } = await right(from.store.read({ incidentId: INCIDENT }));
    const { store } = await ledgerFor();
    const first = await right(store.restore(INCIDENT, events));
    expect(await right(store.restore(INCIDENT, events))).toEqual(first);
    const restored = await right(store.read({ incidentId: INCIDENT }));
    const withoutPosition = ({ position: _, ...rest }: StoredEvent): unknown => rest;
    expect(restored.events.map(withoutPosition)).toEqual(events.map(withoutPosition));
    expect(restored.events.at(-1)?.position).toBe(first.lastPosition);
  });

  it('takes more than one append can, and goes on where it was left', async () => {
    const { store } = await ledgerFor();
    const recordedAt = instant('2020-01-01T00:00:00.000Z');
    const large = Array.from({ length: 4 }, (_, revision): StoredEvent => ({
      ...event('x'.repeat(400_000)),
      revision,
      recordedAt,
    }));
    await right(store.restore(INCIDENT, large.slice(0, 1)));
    expect(await right(store.restore(INCIDENT, large))).toMatchObject({ lastRevision: 3 });
    const { events } = await right(store.read({ incidentId: INCIDENT }));
    expect(events.map(({ eventId }) => eventId)).toEqual(large.map(({ eventId }) => eventId));
  });

  it('is a conflict where there is something else', async () => {
    const { store } = await ledgerFor();
    await right(store.append(INCIDENT, eventsOf(1), 'no_stream'));
    const recordedAt = instant('2020-01-01T00:00:00.000Z');
    const error = await left(store.restore(INCIDENT, [{ ...event(), revision: 0, recordedAt }]));
    expect(error).toMatchObject({ _tag: 'Conflict', actual: 0 });
  });
});
