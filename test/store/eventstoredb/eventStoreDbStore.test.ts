import { describe, expect, it } from '@jest/globals';
import { jsonEvent } from '@eventstore/db-client';
import { incidentId } from '../../../src/primitives/ids.ts';
import { instant } from '../../../src/primitives/instant.ts';
import { eventStoreDbStore } from '../../../src/store/eventstoredb/eventStoreDbStore.ts';
import { clientFor } from '../../eventstoredb/withServer.ts';
import { event, eventsOf, INCIDENT, left, ledgerFor, right } from './ledgerFor.ts';

const OTHER = incidentId('TSR-1024');

describe('what is written', () => {
  it('comes back as it was, with revision, position and the time of the server', async () => {
    const clock = (): number => Date.parse('2024-12-17T10:00:00.123Z');
    const { store, server } = await ledgerFor({ clock });
    const written = event('é😀\uD800', {
      correlationId: 'c',
      causationId: 'd',
      happening: 'Resolved#1',
      later: { unknown: [1, null] },
    });
    const appended = await right(store.append(INCIDENT, [written], 'no_stream'));
    const page = await right(store.read({ incidentId: INCIDENT }));
    expect(page).toEqual({
      events: [
        {
          ...written,
          revision: 0,
          position: appended.lastPosition,
          recordedAt: instant('2024-12-17T10:00:00.123Z'),
        },
      ],
      next: 0,
      end: true,
    });
    expect(server.log.ofStream('incident-TSR-1023')).toHaveLength(1);
    const all = await right(store.readAll({}));
    expect(all.events).toEqual(page.events);
  });

  it.each([null, 1, 'text', [1], {}])('may be any JSON: %j', async (data) => {
    const { store } = await ledgerFor();
    await right(store.append(INCIDENT, [event('', { data })], 'no_stream'));
    const { events } = await right(store.read({ incidentId: INCIDENT }));
    expect(events[0]?.data).toEqual(data);
  });

  it('goes by the names that the database has for correlation', async () => {
    const { store, server } = await ledgerFor();
    const correlated = event('a', { correlationId: 'c', causationId: 'd' });
    await right(store.append(INCIDENT, [correlated], 'no_stream'));
    const metadata = Buffer.from(server.log.records.at(-1)?.metadata ?? []).toString();
    expect(JSON.parse(metadata)).toMatchObject({ $correlationId: 'c', $causationId: 'd' });
  });

  it('is what it was when the append was asked for', async () => {
    const { store, server } = await ledgerFor();
    const text = { en: 'before' };
    const hold = server.faults.hold('features');
    const appended = right(store.append(INCIDENT, [event('', { data: { text } })], 'no_stream'));
    await hold.arrived;
    text.en = 'after';
    hold.release();
    await appended;
    const { events } = await right(store.read({ incidentId: INCIDENT }));
    expect(events[0]?.data).toEqual({ text: { en: 'before' } });
  });

  it('is named damaged where others wrote into the stream', async () => {
    const { store, server } = await ledgerFor();
    const client = clientFor(server);
    await client.appendToStream('incident-TSR-1023', jsonEvent({ type: 'A', data: {} }));
    const corrupt = { _tag: 'Corrupt', place: 'incident-TSR-1023@0' };
    expect(await left(store.read({ incidentId: INCIDENT }))).toMatchObject(corrupt);
    expect(await left(store.readAll({}))).toMatchObject(corrupt);
  });
});

describe('appending', () => {
  it.each([
    ['no_stream', 1, 0],
    [0, 0, 'no_stream'],
    [0, 2, 1],
    [5, 2, 1],
  ] as const)('at %s to a stream of %i is a conflict', async (expected, count, actual) => {
    const { store } = await ledgerFor();
    if (count > 0) await right(store.append(INCIDENT, eventsOf(count), 'no_stream'));
    expect(await left(store.append(INCIDENT, eventsOf(1), expected))).toEqual({
      _tag: 'Conflict',
      incidentId: INCIDENT,
      expected,
      actual,
    });
  });

  it.each(['no_stream', 'any'] as const)(
    'the same events again (%s) adds nothing',
    async (expected) => {
      const { store, server } = await ledgerFor();
      const events = eventsOf(3);
      const first = await right(store.append(INCIDENT, events, expected));
      await right(store.append(INCIDENT, eventsOf(1), 2));
      server.log.forgetRecent();
      const end = server.log.end();
      expect(await right(store.append(INCIDENT, events, expected))).toEqual(first);
      expect(server.log.end()).toBe(end);
    },
  );

  it.each(['no_stream', 'any'] as const)(
    'a part of them again (%s) is a conflict',
    async (expected) => {
      const { store, server } = await ledgerFor();
      const events = eventsOf(2);
      await right(store.append(INCIDENT, events, expected));
      server.log.forgetRecent();
      const error = await left(store.append(INCIDENT, [...events, event()], expected));
      expect(error).toMatchObject({ _tag: 'Conflict', actual: 1 });
    },
  );

  it('lets one of 20 writers have a place, and all of them where the place does not matter', async () => {
    const { store } = await ledgerFor();
    const race = async (expected: 'no_stream' | 'any'): Promise<readonly string[]> => {
      const results = Array.from({ length: 20 }, async () =>
        store.append(INCIDENT, [event()], expected)(),
      );
      return (await Promise.all(results)).map(({ _tag }) => _tag);
    };
    expect((await race('no_stream')).filter((tag) => tag === 'Right')).toHaveLength(1);
    expect((await race('any')).filter((tag) => tag === 'Right')).toHaveLength(20);
    const { events } = await right(store.read({ incidentId: INCIDENT }));
    expect(events.map(({ revision }) => revision)).toEqual(Array.from({ length: 21 }, (_, r) => r));
  });

  it.each([
    ['no events', []],
    ['what JSON has no word for', [event('', { data: { big: 1n } })]],
    ['no data', [event('', { data: undefined })]],
    ['an id that is no UUID', [event('', { eventId: 'e-1' })]],
    ['no type', [event('', { type: '' })]],
    ['another incident', [event('', { incidentId: OTHER })]],
  ])('refuses %s before the client hears of it', async (_, events) => {
    const { store, clients } = await ledgerFor();
    const error = await left(store.append(INCIDENT, events, 'no_stream'));
    expect(error).toMatchObject({ _tag: 'InvalidRequest' });
    expect(clients()).toBe(0);
  });

  it('refuses a cycle and a revision below zero', async () => {
    const { store } = await ledgerFor();
    const data: Record<string, unknown> = {};
    data['itself'] = data;
    const invalid = { _tag: 'InvalidRequest' };
    const cyclic = event('', { data });
    expect(await left(store.append(INCIDENT, [cyclic], 'no_stream'))).toMatchObject(invalid);
    expect(await left(store.append(INCIDENT, [event()], -1))).toMatchObject(invalid);
  });

  it('takes 1 MiB and no more', async () => {
    const { store, clients } = await ledgerFor();
    const room = 1_048_576 - JSON.stringify(event('')).length;
    await right(store.append(INCIDENT, [event('x'.repeat(room))], 'no_stream'));
    const before = clients();
    const error = await left(store.append(INCIDENT, [event('x'.repeat(room + 1))], 0));
    expect(error).toEqual({ _tag: 'TooLarge', bytes: 1_048_577, limitBytes: 1_048_576 });
    expect(clients()).toBe(before);
  });

  it('says what a server takes that takes less', async () => {
    const { store } = await ledgerFor({ maxAppendBytes: 1000 });
    const error = await left(store.append(INCIDENT, [event('x'.repeat(2000))], 'no_stream'));
    expect(error).toMatchObject({ _tag: 'TooLarge', limitBytes: 1000 });
  });
});

describe('a prefix', () => {
  it.each(['', 'a-b', '$a', 'a b'])('cannot be %j', (prefix) => {
    const connect = (): never => {
      throw new Error('not called');
    };
    expect(() => eventStoreDbStore({ connect, prefix })).toThrow(RangeError);
  });
});
