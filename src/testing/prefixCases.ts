import { orThrow } from '../ledger/orThrow.ts';
import type { ContractCase, StoreFactory } from './contractCase.ts';
import { A, B, notes, words } from './contractNotes.ts';
import { all, same } from './expectations.ts';

/** What must hold of two ledgers in one engine. */
export const prefixCases = ({ makeTwo }: StoreFactory): readonly ContractCase[] =>
  makeTwo === null
    ? []
    : [
        {
          name: 'keeps two ledgers in one engine apart',
          run: async () => {
            const [one, two] = await makeTwo();
            await orThrow(one.append(A, notes(A, 'a'), 'no_stream'));
            await orThrow(two.append(A, notes(A, 'b'), 'no_stream'));
            await orThrow(two.append(B, notes(B, 'c'), 'no_stream'));
            await orThrow(one.append(A, notes(A, 'd'), 0));
            for (const limit of [1, 9]) {
              same(words(await all(one, { limit })), ['a', 'd']);
              same(words(await all(two, { limit })), ['b', 'c']);
            }
            same(words(await all(two, { incidentId: A })), ['b']);
            same((await orThrow(one.incidents({}))).incidentIds, [A]);
            same((await orThrow(two.incidents({}))).incidentIds, [A, B]);
          },
        },
      ];
