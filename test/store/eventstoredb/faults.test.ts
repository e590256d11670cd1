import { describe, expect, it } from '@jest/globals';
import { status } from '@grpc/grpc-js';
import { EventStoreDBClient } from '@eventstore/db-client';
import { APPENDS } from '../../eventstoredb/server/faults.ts';
import { serverFor, WAYS } from '../../eventstoredb/withServer.ts';
import {
  event,
  eventsOf,
  expectNothingOpen,
  IMPATIENT,
  INCIDENT,
  left,
  ledgerFor,
  PATIENCE,
  right,
  storeOn,
} from './ledgerFor.ts';

const idsIn = async (store: ReturnType<typeof storeOn>): Promise<readonly string[]> =>
  (await right(store.read({ incidentId: INCIDENT }))).events.map(({ eventId }) => eventId);

describe.each(WAYS)('a fault that passes (appends over $way)', ({ batchAppend, method }) => {
  it.each([
    { _tag: 'refuse' },
    { _tag: 'lose-reply', connection: 'cut' },
    { _tag: 'lose-reply', connection: 'kept' },
    { _tag: 'silence' },
  ] as const)('is not seen: %j', async (fault) => {
    const { store, server } = await ledgerFor({ batchAppend }, IMPATIENT);
    const first = event();
    await right(store.append(INCIDENT, [first], 'no_stream'));
    server.faults.next(method, fault);
    const events = eventsOf(2);
    const appended = await right(store.append(INCIDENT, events, 0));
    expect(appended.lastRevision).toBe(2);
    expect(await idsIn(store)).toEqual([first, ...events].map(({ eventId }) => eventId));
  });

  it('is not seen when another node leads', async () => {
    const { store, server } = await ledgerFor({ batchAppend });
    const leader = await serverFor({ batchAppend, log: server.log });
    await right(store.append(INCIDENT, [event()], 'no_stream'));
    server.faults.next(method, {
      _tag: 'not-leader',
      leader: { host: '127.0.0.1', port: leader.port },
    });
    expect(await right(store.append(INCIDENT, [event()], 0))).toMatchObject({ lastRevision: 1 });
    expect(leader.calls.seen(method)).toBe(1);
  });

  it('is not seen when the server crashes and comes back', async () => {
    const { store, server } = await ledgerFor({ batchAppend }, { attempts: 30, waitMs: 10 });
    await right(store.append(INCIDENT, [event()], 'no_stream'));
    const hold = server.faults.hold(method);
    const appended = right(store.append(INCIDENT, [event()], 0));
    await hold.arrived;
    await server.crash();
    hold.release();
    await serverFor({ batchAppend, log: server.log, port: server.port });
    expect(await appended).toMatchObject({ lastRevision: 1 });
  });

  it('replaces a client that keeps a failure', async () => {
    const { store, server, clients } = await ledgerFor({ batchAppend });
    server.faults.next('features', {
      _tag: 'status',
      code: status.UNAUTHENTICATED,
      details: 'not yet',
    });
    expect(await left(store.append(INCIDENT, [event()], 'no_stream'))).toMatchObject({
      _tag: 'Unusable',
      reason: expect.stringContaining('not yet'),
    });
    await right(store.append(INCIDENT, [event()], 'no_stream'));
    expect(clients()).toBe(2);
  });

  it('ends in its time when the network is a black hole, and is over with it', async () => {
    const { store, server } = await ledgerFor({ batchAppend }, { attempts: 2, attemptMs: 500 });
    await right(store.append(INCIDENT, [event()], 'no_stream'));
    server.freeze();
    const unavailable = { _tag: 'Unavailable', message: 'no answer within 500 ms' };
    const next = event();
    expect(await left(store.append(INCIDENT, [next], 0))).toEqual(unavailable);
    expect(await left(store.read({ incidentId: INCIDENT }))).toEqual(unavailable);
    expect(await left(store.readAll({}))).toEqual(unavailable);
    server.thaw();
    expect(await right(store.append(INCIDENT, [next], 0))).toMatchObject({ lastRevision: 1 });
    await expectNothingOpen(server);
  });

  it('replaces a client that gives no answer, where each append is a call of its own', async () => {
    const credentials = { username: 'ledger', password: 'not sent without TLS' };
    const { store, server, clients } = await ledgerFor(
      { batchAppend },
      { ...IMPATIENT, credentials },
    );
    server.faults.next('append', { _tag: 'lose-reply', connection: 'kept' });
    const events = eventsOf(2);
    expect(await right(store.append(INCIDENT, events, 'no_stream'))).toMatchObject({
      lastRevision: 1,
    });
    expect(clients()).toBe(2);
    expect(await idsIn(store)).toEqual(events.map(({ eventId }) => eventId));
  });
});

describe('a fault that does not pass', () => {
  it('is Unavailable after a bounded number of attempts', async () => {
    const { store, server } = await ledgerFor();
    server.faults.always([...APPENDS, 'read'], { _tag: 'refuse' });
    const unavailable = { _tag: 'Unavailable' };
    expect(await left(store.append(INCIDENT, [event()], 'no_stream'))).toMatchObject(unavailable);
    expect(server.calls.seen('batchAppend')).toBe(PATIENCE.attempts);
    expect(await left(store.read({ incidentId: INCIDENT }))).toMatchObject(unavailable);
    expect(server.calls.seen('read')).toBe(PATIENCE.attempts);
  });

  it('is Unavailable when nobody listens', async () => {
    const { store, server } = await ledgerFor();
    await server.crash();
    expect(await left(store.append(INCIDENT, [event()], 'any'))).toMatchObject({
      _tag: 'Unavailable',
    });
  });

  it('is Unavailable, once, when the server says what the client does not know', async () => {
    const { store, server } = await ledgerFor();
    server.faults.next(APPENDS, { _tag: 'strange' });
    const error = await left(store.append(INCIDENT, [event()], 'no_stream'));
    expect(error).toMatchObject({ _tag: 'Unavailable' });
    expect(server.calls.seen('batchAppend')).toBe(1);
  });

  it('is Unavailable when the clocks are too far apart', async () => {
    const { store, server } = await ledgerFor();
    server.skewClock(20_000);
    expect(await left(store.append(INCIDENT, [event()], 'no_stream'))).toMatchObject({
      _tag: 'Unavailable',
    });
  });

  it('is Unusable when the stream was deleted for ever', async () => {
    const { store, server } = await ledgerFor();
    await right(store.append(INCIDENT, [event()], 'no_stream'));
    await EventStoreDBClient.connectionString(server.url).tombstoneStream('incident-TSR-1023');
    const unusable = { _tag: 'Unusable' };
    expect(await left(store.append(INCIDENT, [event()], 0))).toMatchObject(unusable);
    expect(await left(store.read({ incidentId: INCIDENT }))).toMatchObject(unusable);
  });

  it('is InvalidRequest when the client does not throw on failed appends', async () => {
    const server = await serverFor();
    const connect = (): EventStoreDBClient =>
      EventStoreDBClient.connectionString(`${server.url}&throwOnAppendFailure=false`);
    const store = storeOn(server, { connect });
    await right(store.append(INCIDENT, [event()], 'no_stream'));
    expect(await left(store.append(INCIDENT, [event()], 'no_stream'))).toMatchObject({
      _tag: 'InvalidRequest',
    });
  });

  it("of another store is not this one's, when each append is a call of its own", async () => {
    const credentials = { username: 'ledger', password: 'not sent without TLS' };
    const mine = await ledgerFor({}, { credentials });
    const other = await ledgerFor({}, { credentials });
    await right(mine.store.append(INCIDENT, [event()], 'no_stream'));
    const hold = mine.server.faults.hold(APPENDS);
    const appended = right(mine.store.append(INCIDENT, [event()], 0));
    const otherHold = other.server.faults.hold(APPENDS);
    const otherAppended = right(other.store.append(INCIDENT, [event()], 'no_stream'));
    await Promise.all([hold.arrived, otherHold.arrived]);
    other.server.cut();
    hold.release();
    otherHold.release();
    expect(await appended).toMatchObject({ lastRevision: 1 });
    expect(await otherAppended).toMatchObject({ lastRevision: 0 });
    expect(mine.server.calls.seen('append')).toBe(2);
  });
});

describe('a signal', () => {
  it('ends what has not begun, with no call made', async () => {
    const { store, clients } = await ledgerFor();
    const signal = AbortSignal.abort();
    const aborted = { _tag: 'Aborted' };
    expect(await left(store.append(INCIDENT, [event()], 'any', { signal }))).toEqual(aborted);
    expect(await left(store.append(INCIDENT, [event()], 0, { signal }))).toEqual(aborted);
    expect(await left(store.read({ incidentId: INCIDENT, signal }))).toEqual(aborted);
    expect(await left(store.readAll({ signal }))).toEqual(aborted);
    expect(await left(store.incidents({ signal }))).toEqual(aborted);
    expect(await left(store.arrival({ signal }))).toEqual(aborted);
    expect(clients()).toBe(0);
  });

  it('ends what waits for an answer, on the server too', async () => {
    const { store, server } = await ledgerFor({}, { attemptMs: 60_000 });
    await right(store.append(INCIDENT, [event()], 'no_stream'));
    const ends = new AbortController();
    const hold = server.faults.hold('read');
    const read = left(store.read({ incidentId: INCIDENT, signal: ends.signal }));
    await hold.arrived;
    ends.abort();
    expect(await read).toEqual({ _tag: 'Aborted' });
    hold.release();
    await expectNothingOpen(server);
  });

  it('ends the wait before another attempt', async () => {
    const { store, server } = await ledgerFor({}, { waitMs: 60_000 });
    const ends = new AbortController();
    const hold = server.faults.hold('read');
    const read = left(store.read({ incidentId: INCIDENT, signal: ends.signal }));
    await hold.arrived;
    server.cut();
    hold.release();
    ends.abort();
    expect(await read).toEqual({ _tag: 'Aborted' });
  });
});
