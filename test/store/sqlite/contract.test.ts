import { afterAll, describe, expect, it } from '@jest/globals';
import { sqliteStore } from '../../../src/store/sqlite/sqliteStore.ts';
import { storeContract } from '../../../src/testing/storeContract.ts';
import type { OpenHandle } from './drivers.ts';
import { drivers, newFile } from './drivers.ts';

const opened: OpenHandle[] = [];

afterAll(() => {
  for (const handle of opened) handle.close();
});

it('loads libsql on every version of Node', () => {
  expect(drivers.map(({ name }) => name)).toContain('libsql');
});

describe.each(drivers.map((driver) => [driver.name, driver] as const))(
  'the SQLite store over %s keeps the contract: it',
  (_, { open }) => {
    const handleOf = (path: string): OpenHandle => {
      const handle = open(path);
      opened.push(handle);
      return handle;
    };
    const contract = storeContract({
      make: async () => sqliteStore(handleOf(newFile())),
      makeTwo: async () => {
        const path = newFile();
        return [
          sqliteStore(handleOf(path), { prefix: 'one' }),
          sqliteStore(handleOf(path), { prefix: 'two' }),
        ];
      },
    });
    it.each(contract.map(({ name, run }) => [name, run] as const))('%s', async (__, run) => {
      await run();
    });
  },
);
