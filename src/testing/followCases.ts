import * as E from 'fp-ts/lib/Either.js';
import { orThrow } from '../ledger/orThrow.ts';
import { followSaved } from '../replay/followSaved.ts';
import { memoryStates } from '../store/memoryStates.ts';
import type { EventStore } from '../store/port.ts';
import type { ContractCase, StoreFactory } from './contractCase.ts';
import { A, B, note, numbered, notes, words } from './contractNotes.ts';
import { all, holds, refused, same } from './expectations.ts';
import { startFollower } from './follower.ts';

/** Follows with a count that is saved, until that many events are counted or the handler is told to crash. */
const countUpTo = async (
  store: EventStore,
  states: ReturnType<typeof memoryStates>,
  { until, crashAt }: { readonly until: number; readonly crashAt: number },
): Promise<boolean> => {
  const controller = new AbortController();
  const of = { name: 'count', version: 1 };
  const ended = await followSaved(
    store,
    { ...of, states, limit: 2 },
    async (events) => {
      const before = Number((await orThrow(states.load(of, 'count'))) ?? 0);
      const count = before + events.length;
      if (before < crashAt && count >= crashAt) throw new Error('crashed');
      if (count >= until)
        setTimeout(() => {
          controller.abort();
        });
      return new Map([['count', count]]);
    },
    { signal: controller.signal },
  )();
  return E.isRight(ended);
};

/** What following must do. */
export const followCases = ({ make }: StoreFactory): readonly ContractCase[] => [
  {
    name: 'is followed from the first event, tells when that is caught up, and goes live',
    run: async () => {
      const store = await make();
      await orThrow(store.append(A, numbered(A, 5), 'any'));
      const follower = startFollower(store, { limit: 2 });
      await follower.caughtUp(1);
      same(words(follower.events), ['0', '1', '2', '3', '4']);
      await orThrow(store.append(B, numbered(B, 1), 'any'));
      await follower.holds(6);
      await orThrow(store.append(A, numbered(A, 1, 5), 'any'));
      await follower.holds(7);
      const last = await follower.end();
      same(last, (await all(store)).at(-1)?.position, 'the position at the end');
    },
  },
  {
    name: 'is followed from a position on, and by type',
    run: async () => {
      const store = await make();
      await orThrow(store.append(A, numbered(A, 2), 'any'));
      const { next } = await orThrow(store.readAll({}));
      const follower = startFollower(store, { from: next, types: ['contract.Other'] });
      await follower.caughtUp(1);
      const mixed = [note(A, 'x', 'contract.Other'), note(A, 'y'), note(A, 'z', 'contract.Other')];
      await orThrow(store.append(A, mixed, 'any'));
      await follower.holds(2);
      await follower.end();
      same(words(follower.events), ['x', 'z']);
    },
  },
  {
    name: 'gives a follower each event once and in order, however pages fall',
    run: async () => {
      const store = await make();
      const followers = [1, 3, 1000].map((limit) => startFollower(store, { limit }));
      for (let from = 0; from < 40; from += 4) {
        await Promise.all([
          orThrow(store.append(A, numbered(A, 3, from), 'any')),
          orThrow(store.append(B, numbered(B, 1, from), 'any')),
        ]);
      }
      for (const follower of followers) await follower.holds(40);
      await orThrow(store.append(A, notes(A, 'last'), 'any'));
      for (const follower of followers) await follower.holds(41);
      const expected = (await all(store)).map(({ eventId }) => eventId);
      for (const follower of followers) {
        await follower.end();
        same(
          follower.events.map(({ eventId }) => eventId),
          expected,
          'what was followed',
        );
      }
    },
  },
  {
    name: 'tells a follower again that it has caught up after it fell behind',
    run: async () => {
      const store = await make();
      const follower = startFollower(store, { limit: 1 });
      await follower.caughtUp(1);
      await orThrow(store.append(A, numbered(A, 3), 'any'));
      await follower.caughtUp(2);
      holds(follower.events.length === 3, 'it has caught up when all is handed over');
      await follower.end();
    },
  },
  {
    name: 'repeats and skips nothing for saved states, when their follower crashes',
    run: async () => {
      const store = await make();
      const states = memoryStates();
      await orThrow(store.append(A, numbered(A, 9), 'any'));
      for (const crashAt of [1, 4, 6]) {
        holds(!(await countUpTo(store, states, { until: 9, crashAt })), 'it should have crashed');
      }
      holds(
        await countUpTo(store, states, { until: 9, crashAt: Infinity }),
        'it should have ended',
      );
      same(await orThrow(states.load({ name: 'count', version: 1 }, 'count')), 9, 'the count');
    },
  },
  {
    name: 'ends a wait for what arrives by its signal',
    run: async () => {
      const store = await make();
      await refused(store.arrival({ signal: AbortSignal.abort() }), 'Aborted');
      const controller = new AbortController();
      const waiting = refused(store.arrival({ signal: controller.signal }), 'Aborted');
      setTimeout(() => {
        controller.abort();
      });
      await waiting;
    },
  },
];
