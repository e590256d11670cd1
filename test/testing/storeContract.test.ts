import { describe, expect, it } from '@jest/globals';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore } from '../../src/store/port.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { StoreError } from '../../src/store/storeError.ts';
import type { StoreFactory } from '../../src/testing/contractCase.ts';
import { storeContract } from '../../src/testing/storeContract.ts';

const no = TE.left<StoreError>({ _tag: 'InvalidRequest', reason: 'this store cannot do that' });

/** A store that can do the least that a store must, and refuses the rest. */
const leastStore = (): EventStore => {
  const store = memoryStore();
  return {
    ...store,
    read: (query) => (query.direction === 'backwards' ? no : store.read(query)),
    readAll: (query) =>
      query.direction === 'backwards' || query.types ? no : store.readAll(query),
    restore: () => no,
    arrival: () => no,
  };
};

const failures = async (factory: StoreFactory): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const { name, run } of storeContract(factory)) {
    try {
      await run();
    } catch (error) {
      found.push(`${name}: ${error instanceof Error ? error.message : 'no error'}`);
    }
  }
  return found;
};

const madeBy = (make: () => EventStore): StoreFactory => ({
  make: async () => make(),
  makeTwo: null,
});

describe('the store contract', () => {
  it('is kept by a store that declares nothing and refuses it', async () => {
    expect(await failures({ ...madeBy(leastStore), capabilities: [] })).toEqual([]);
  });

  it('is broken by a store that can do what it does not declare', async () => {
    const found = await failures({ ...madeBy(memoryStore), capabilities: ['arrival'] });
    expect(found).toEqual([
      expect.stringMatching(/^refuses to read backwards, which it does not declare: an error/),
      expect.stringMatching(/^refuses to read by type, which it does not declare: an error/),
      expect.stringMatching(/^refuses to restore, which it does not declare: an error/),
    ]);
  });

  it.each<[string, (store: EventStore) => EventStore, string]>([
    [
      'looks at no expectation',
      (store) => ({ ...store, append: (id, events) => store.append(id, events, 'any') }),
      'refuses what expects another revision, saying which there is: an error was expected',
    ],
    [
      'includes the cursor',
      (store) => ({
        ...store,
        read: (query) => store.read({ ...query, after: query.after === 1 ? 0 : query.after }),
      }),
      'pages an incident, the cursor not included, and finds nothing where there is none: ',
    ],
    [
      'takes no notice of its signal',
      (store) => ({
        ...store,
        incidents: (query) => store.incidents({ ...query, signal: undefined }),
      }),
      'does nothing when its signal is aborted: an error was expected',
    ],
  ])('tells in a sentence what a store does wrong that %s', async (_, broken, told) => {
    const found = await failures({
      ...madeBy(() => ({ ...broken(memoryStore()), arrival: () => no })),
      capabilities: ['backwards', 'types', 'restore'],
    });
    expect(found.filter((failure) => failure.startsWith(told))).toHaveLength(1);
  });
});
