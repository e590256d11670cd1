import { describe, expect, it } from '@jest/globals';
import { serverFor } from '../../eventstoredb/withServer.ts';
import {
  event,
  expectNothingOpen,
  INCIDENT,
  left,
  ledgerFor,
  right,
  storeOn,
} from './ledgerFor.ts';

/** Settles when a subscription has come in and waits for events. */
const subscribed = async (
  server: Awaited<ReturnType<typeof serverFor>>,
  count: number,
): Promise<void> => {
  while (server.calls.seen('read') < count) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
};

describe('an arrival', () => {
  it('is at once when there is an event already', async () => {
    const { store, server } = await ledgerFor();
    await right(store.append(INCIDENT, [event()], 'no_stream'));
    await right(store.arrival({}));
    await expectNothingOpen(server);
  });

  it('is the next event of the ledger, whoever else writes', async () => {
    const { store, server } = await ledgerFor();
    const foreign = storeOn(server, { prefix: 'drill' });
    const { lastPosition: after } = await right(store.append(INCIDENT, [event()], 'no_stream'));
    const heard: string[] = [];
    const arrival = (async (): Promise<void> => {
      await right(store.arrival({ after }));
      heard.push('arrived');
    })();
    await subscribed(server, 1);
    await right(foreign.append(INCIDENT, [event()], 'no_stream'));
    expect(heard).toEqual([]);
    await right(store.append(INCIDENT, [event()], 0));
    await arrival;
    expect(heard).toEqual(['arrived']);
    await expectNothingOpen(server);
  });

  it('is waited for through dropped connections and a restart', async () => {
    const { store, server } = await ledgerFor({}, { attempts: 50, waitMs: 5 });
    const { lastPosition: after } = await right(store.append(INCIDENT, [event()], 'no_stream'));
    const arrival = right(store.arrival({ after }));
    await subscribed(server, 1);
    server.cut();
    await subscribed(server, 2);
    await server.crash();
    const again = await serverFor({ log: server.log, port: server.port });
    await right(storeOn(again).append(INCIDENT, [event()], 0));
    await arrival;
    await expectNothingOpen(again);
  });

  it('ends with its signal', async () => {
    const { store, server } = await ledgerFor();
    const ends = new AbortController();
    const arrival = left(store.arrival({ signal: ends.signal }));
    await subscribed(server, 1);
    ends.abort();
    expect(await arrival).toEqual({ _tag: 'Aborted' });
    await expectNothingOpen(server);
  });

  it('is Unavailable when no subscription can be had', async () => {
    const { store, server } = await ledgerFor({}, { attempts: 2, attemptMs: 50 });
    server.faults.always('read', { _tag: 'silence' });
    expect(await left(store.arrival({}))).toMatchObject({ _tag: 'Unavailable' });
    server.faults.clear();
  });
});
