import { orThrow } from '../ledger/orThrow.ts';
import type { ContractCase, StoreFactory } from './contractCase.ts';
import { A, B, note, notes, words } from './contractNotes.ts';
import { all, errorOf, refused, same } from './expectations.ts';

/** What appending must do. */
export const appendCases = ({ make }: StoreFactory): readonly ContractCase[] => [
  {
    name: 'counts revisions from 0 and orders positions as text',
    run: async () => {
      const store = await make();
      const first = await orThrow(store.append(A, notes(A, 'a', 'b'), 'no_stream'));
      await orThrow(store.append(B, notes(B, 'x'), 'any'));
      const second = await orThrow(store.append(A, notes(A, 'c'), 1));
      same([first.lastRevision, second.lastRevision], [1, 2]);
      const found = await all(store);
      same(words(found), ['a', 'b', 'x', 'c']);
      const positions = found.map(({ position }) => position ?? '');
      same(positions, positions.toSorted(), 'the order of positions');
      same(new Set(positions).size, 4, 'the number of positions');
      same([positions[1], positions[3]], [first.lastPosition, second.lastPosition]);
      const stream = await all(store, { incidentId: A });
      same(
        stream.map(({ revision }) => revision),
        [0, 1, 2],
        'the revisions',
      );
    },
  },
  {
    name: 'refuses what expects another revision, saying which there is',
    run: async () => {
      const store = await make();
      const conflict = { _tag: 'Conflict', incidentId: A } as const;
      const none = { ...conflict, expected: 0, actual: 'no_stream' };
      same(await errorOf(store.append(A, notes(A, 'a'), 0)), none);
      await orThrow(store.append(A, notes(A, 'a', 'b'), 'no_stream'));
      for (const expected of ['no_stream', 0, 7] as const) {
        const error = await errorOf(store.append(A, notes(A, 'c'), expected));
        same(error, { ...conflict, expected, actual: 1 });
      }
      same((await all(store)).length, 2, 'the number of events');
    },
  },
  {
    name: 'gives the first result for the same events again, whatever their data',
    run: async () => {
      const store = await make();
      const first = await orThrow(store.append(A, notes(A, 'a', 'b'), 'no_stream'));
      const second = await orThrow(store.append(A, notes(A, 'c'), 1));
      same(await orThrow(store.append(A, notes(A, 'a', 'b'), 'no_stream')), first);
      same(await orThrow(store.append(A, notes(A, 'c'), 1)), second);
      same(await orThrow(store.append(A, notes(A, 'a', 'b'), 'any')), first);
      same(await orThrow(store.append(A, notes(A, 'b'), 'any')), { ...first, lastRevision: 1 });
      const other = [{ ...note(A, 'c'), data: { text: { en: 'other' } } }];
      same(await orThrow(store.append(A, other, 1)), second);
      same(words(await all(store)), ['a', 'b', 'c']);
    },
  },
  {
    name: 'refuses events of which only a part stands',
    run: async () => {
      const store = await make();
      await orThrow(store.append(A, notes(A, 'a', 'b'), 'no_stream'));
      for (const [texts, expected] of [
        [['a', 'z'], 'no_stream'],
        [['z', 'a'], 'no_stream'],
        [['b', 'a'], 'no_stream'],
        [['a', 'b', 'c'], 'no_stream'],
        [['b', 'c'], 0],
        [['b', 'c'], 'any'],
        [['c', 'b'], 'any'],
      ] as const) {
        await refused(store.append(A, notes(A, ...texts), expected), 'Conflict');
      }
      same((await all(store)).length, 2, 'the number of events');
    },
  },
  {
    name: 'refuses no events, an id twice, another incident and no revision',
    run: async () => {
      const store = await make();
      for (const given of [[], notes(A, 'a', 'a'), notes(B, 'a')]) {
        await refused(store.append(A, given, 'any'), 'InvalidRequest');
      }
      for (const expected of [-1, -5, 0.5, Number.NaN]) {
        await refused(store.append(A, notes(A, 'a'), expected), 'InvalidRequest');
      }
      same(await all(store), [], 'the events');
    },
  },
  {
    name: 'records by a clock that never goes back',
    run: async () => {
      const store = await make();
      await orThrow(store.append(A, notes(A, 'a', 'b'), 'any'));
      await orThrow(store.append(B, notes(B, 'c'), 'any'));
      const times = (await all(store)).map(({ recordedAt }) => recordedAt);
      same(times, times.toSorted(), 'the times of recording');
    },
  },
];
