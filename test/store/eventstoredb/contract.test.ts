import { randomUUID } from 'node:crypto';
import { describe, it } from '@jest/globals';
import type { EventStoreDbStore } from '../../../src/store/eventstoredb/eventStoreDbStore.ts';
import { storeContract } from '../../../src/testing/storeContract.ts';
import { serverFor, WAYS } from '../../eventstoredb/withServer.ts';
import { storeOn } from './ledgerFor.ts';

/** A real cluster to prove the store on, instead of the loopback server. */
const CLUSTER = process.env['EVENTSTOREDB_URL'];

const PATIENT = { attemptMs: 10_000, attempts: 5, waitMs: 50 } as const;

/** No two runs meet on a cluster, and no two cases: each ledger has a category of its own. */
const newLedger = (url: string): EventStoreDbStore =>
  storeOn({ url }, { prefix: `test_${randomUUID().replaceAll('-', '')}`, ...PATIENT });

const databases =
  CLUSTER === undefined
    ? WAYS.map(({ way, batchAppend }) => ({
        name: `the loopback server, by ${way}`,
        start: async () => (await serverFor({ batchAppend })).url,
      }))
    : [{ name: 'the cluster', start: async () => CLUSTER }];

describe.each(databases)('the EventStoreDB store keeps the contract on $name: it', ({ start }) => {
  const contract = storeContract({
    make: async () => newLedger(await start()),
    makeTwo: async () => {
      const url = await start();
      return [newLedger(url), newLedger(url)];
    },
  });
  it.each(contract.map(({ name, run }) => [name, run] as const))('%s', async (_, run) => {
    await run();
  });
});
