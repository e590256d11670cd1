import * as E from 'fp-ts/lib/Either.js';
import { orThrow } from '../ledger/orThrow.ts';
import { incidentId } from '../primitives/ids.ts';
import type { ContractCase, StoreFactory } from './contractCase.ts';
import { A, notes } from './contractNotes.ts';
import { all, same } from './expectations.ts';

const WRITERS = Array.from({ length: 20 }, (_, index) => `${index}`);

/** What must come of writers that race. */
export const raceCases = ({ make }: StoreFactory): readonly ContractCase[] => [
  {
    name: 'lets one of 20 racing writers through at a revision',
    run: async () => {
      const store = await make();
      const results = await Promise.all(
        WRITERS.map(async (writer) => store.append(A, notes(A, writer), 'no_stream')()),
      );
      same(results.filter(E.isRight).length, 1, 'the number of appends');
      same((await all(store)).length, 1, 'the number of events');
    },
  },
  {
    name: 'lets 20 racing writers through at any revision, with no gap',
    run: async () => {
      const store = await make();
      const results = await Promise.all(
        WRITERS.map(async (writer) => orThrow(store.append(A, notes(A, writer), 'any'))),
      );
      const revisions = results.map(({ lastRevision }) => lastRevision).toSorted((a, b) => a - b);
      same(revisions, [...WRITERS.keys()], 'the revisions');
    },
  },
  {
    name: 'keeps 20 streams apart that are written at once, in one order',
    run: async () => {
      const store = await make();
      const ids = WRITERS.map((writer) => incidentId(`INC-${writer}`));
      await Promise.all(
        ids.map(async (id) => {
          await orThrow(store.append(id, notes(id, 'a', 'b'), 'no_stream'));
          await orThrow(store.append(id, notes(id, 'c'), 1));
        }),
      );
      const found = await all(store, { limit: 7 });
      same(new Set(found.map(({ position }) => position)).size, 60, 'the number of positions');
      for (const id of ids) {
        const revisions = found
          .filter((event) => event.incidentId === id)
          .map(({ revision }) => revision);
        same(revisions, [0, 1, 2], `the revisions of ${id}`);
      }
    },
  },
];
