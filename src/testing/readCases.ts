import { orThrow } from '../ledger/orThrow.ts';
import { incidentId } from '../primitives/ids.ts';
import type { PageQuery } from '../store/port.ts';
import type { ContractCase, StoreFactory } from './contractCase.ts';
import { A, B, note, notes, words } from './contractNotes.ts';
import { all, holds, paged, refused, same } from './expectations.ts';

const incidentsIn = async (
  store: Awaited<ReturnType<StoreFactory['make']>>,
  limit: number,
): Promise<readonly string[]> => {
  const found: string[] = [];
  let after: string | null = null;
  for (;;) {
    const query: PageQuery<string> = { after, limit };
    const page = await orThrow(store.incidents(query));
    found.push(...page.incidentIds);
    holds(found.length < 100, 'the list should come to an end');
    if (page.end) return found;
    after = page.next;
  }
};

/** What reading must do. */
export const readCases = ({ make }: StoreFactory): readonly ContractCase[] => [
  {
    name: 'pages an incident, the cursor not included, and finds nothing where there is none',
    run: async () => {
      const store = await make();
      await orThrow(store.append(A, notes(A, 'a', 'b', 'c', 'd', 'e'), 'any'));
      const read = (query: PageQuery<number>) => store.read({ ...query, incidentId: A });
      for (const limit of [1, 2, 5, 6]) {
        same(words(await paged(read, { limit })), ['a', 'b', 'c', 'd', 'e']);
        same(words(await paged(read, { limit, after: 1 })), ['c', 'd', 'e']);
      }
      same(await paged(read, { after: 4 }), []);
      same(await all(store, { incidentId: incidentId('nobody') }), []);
    },
  },
  {
    name: 'pages the whole ledger, and goes on later where it ended',
    run: async () => {
      const store = await make();
      same(await all(store), []);
      await orThrow(store.append(A, notes(A, 'a', 'b'), 'any'));
      await orThrow(store.append(B, notes(B, 'c'), 'any'));
      const read = (query: PageQuery<string>) => store.readAll(query);
      for (const limit of [1, 2, 9]) {
        same(words(await paged(read, { limit })), ['a', 'b', 'c']);
      }
      const { next } = await orThrow(store.readAll({}));
      same(await paged(read, { after: next }), []);
      await orThrow(store.append(A, notes(A, 'd'), 'any'));
      same(words(await paged(read, { after: next })), ['d']);
    },
  },
  {
    name: 'lists the incidents in the order of their first events',
    run: async () => {
      const store = await make();
      const ids = ['INC-C', 'INC-A', 'INC-B'].map(incidentId);
      for (const round of ['first', 'second']) {
        for (const id of ids) await orThrow(store.append(id, [note(id, round)], 'any'));
      }
      for (const limit of [1, 2, 9]) same(await incidentsIn(store, limit), ids);
    },
  },
  {
    name: 'refuses a limit and a cursor that are none',
    run: async () => {
      const store = await make();
      for (const limit of [0, -1, 1.5]) {
        await refused(store.read({ incidentId: A, limit }), 'InvalidRequest');
        await refused(store.readAll({ limit }), 'InvalidRequest');
        await refused(store.incidents({ limit }), 'InvalidRequest');
      }
      await refused(store.readAll({ after: 'nowhere' }), 'InvalidRequest');
    },
  },
  {
    name: 'does nothing when its signal is aborted',
    run: async () => {
      const store = await make();
      const signal = AbortSignal.abort();
      await refused(store.append(A, notes(A, 'a'), 'any', { signal }), 'Aborted');
      await refused(store.read({ incidentId: A, signal }), 'Aborted');
      await refused(store.readAll({ signal }), 'Aborted');
      await refused(store.incidents({ signal }), 'Aborted');
      same(await all(store), []);
    },
  },
];
