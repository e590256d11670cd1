import { afterEach, describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import { projection } from '../../src/history/projection.ts';
import { orThrow } from '../../src/ledger/orThrow.ts';
import { instant } from '../../src/primitives/instant.ts';
import {
  currentOf,
  currentVersion,
  dropSaved,
  makeCurrent,
} from '../../src/replay/currentVersion.ts';
import { followProjection } from '../../src/replay/followProjection.ts';
import type { RebuildProgress } from '../../src/replay/rebuild.ts';
import { rebuild } from '../../src/replay/rebuild.ts';
import { savedView } from '../../src/replay/savedView.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { memoryStates } from '../../src/store/memoryStates.ts';
import type { EventStore } from '../../src/store/port.ts';
import { sqliteStates } from '../../src/store/sqlite/sqliteStates.ts';
import type { StateStore } from '../../src/store/states.ts';
import { A, B, numbered } from '../../src/testing/contractNotes.ts';
import { errorOf } from '../../src/testing/expectations.ts';
import type { OpenHandle } from '../store/sqlite/drivers.ts';
import { drivers, newFile } from '../store/sqlite/drivers.ts';

const at = instant('2030-01-01T00:00:00Z');

/** Counts notes, each version by another step. */
const counting = (version: number) =>
  projection({
    name: 'counting',
    version,
    scope: 'ledger',
    initial: () => ({ count: 0 }),
    on: {
      NoteAdded: (draft) => {
        draft.count += version;
      },
    },
    view: ({ count }) => count,
  });

const [one, two, three] = [counting(1), counting(2), counting(3)] as const;

const opened: OpenHandle[] = [];

afterEach(() => {
  for (const handle of opened.splice(0)) handle.close();
});

const withEvents = async (): Promise<EventStore> => {
  const store = memoryStore();
  await orThrow(store.append(A, numbered(A, 10), 'any'));
  await orThrow(store.append(B, numbered(B, 3), 'any'));
  return store;
};

const caughtUp = async (
  store: EventStore,
  of: ReturnType<typeof counting>,
  states: StateStore,
): Promise<void> => {
  const controller = new AbortController();
  const onCaughtUp = (): void => {
    controller.abort();
  };
  await orThrow(followProjection(store, of, { states, signal: controller.signal, onCaughtUp }));
};

const viewOf = async (states: StateStore, of: ReturnType<typeof counting> | null) =>
  of && (await orThrow(savedView(states, of, A, { at })))?.view;

describe.each<[string, () => StateStore]>([
  ['memory', memoryStates],
  ...drivers.slice(0, 1).map(({ name, open }): [string, () => StateStore] => [
    name,
    () => {
      const handle = open(newFile());
      opened.push(handle);
      return sqliteStates(handle);
    },
  ]),
])('a projection built anew over %s', (_, make) => {
  it('takes the place of the one before when it has caught up, which can be read until it is dropped', async () => {
    const store = await withEvents();
    const states = make();
    expect(await orThrow(currentOf(states, [one, two]))).toBeNull();
    await caughtUp(store, one, states);
    expect(await orThrow(currentOf(states, [two, one]))).toBe(one);
    await caughtUp(store, two, states);
    expect(await orThrow(currentVersion(states, 'counting'))).toBe(1);
    expect(await errorOf(dropSaved(states, one))).toMatchObject({ _tag: 'InvalidRequest' });
    expect(await orThrow(rebuild(store, two, { states }))).toEqual({
      position: '0000000000000012',
      before: 1,
      current: 2,
    });
    const current = await orThrow(currentOf(states, [one, two]));
    expect(current).toBe(two);
    expect(await viewOf(states, current)).toEqual(E.right(20));
    expect(await viewOf(states, one)).toEqual(E.right(10));
    expect(await orThrow(makeCurrent(states, one))).toBe(2);
    expect(await orThrow(currentVersion(states, 'counting'))).toBe(1);
    expect(await orThrow(makeCurrent(states, two))).toBe(1);
    await orThrow(dropSaved(states, one));
    expect(await viewOf(states, one)).toBeUndefined();
    expect(await viewOf(states, two)).toEqual(E.right(20));
    expect(await errorOf(makeCurrent(states, one))).toMatchObject({ _tag: 'InvalidRequest' });
  });

  it('goes on where it was stopped, and switches nothing before', async () => {
    const store = await withEvents();
    const states = make();
    await caughtUp(store, one, states);
    const controller = new AbortController();
    const first: RebuildProgress[] = [];
    const stopped = await rebuild(store, two, {
      states,
      limit: 2,
      signal: controller.signal,
      onProgress: (progress) => {
        first.push(progress);
        if (first.length === 3) controller.abort();
      },
    })();
    expect(stopped).toEqual(E.left({ _tag: 'Aborted' }));
    expect(first.at(-1)).toEqual({ saved: 3, position: '0000000000000005' });
    expect(await orThrow(currentVersion(states, 'counting'))).toBe(1);
    const then: string[] = [];
    const rebuilt = rebuild(store, two, {
      states,
      limit: 4,
      onProgress: ({ position }) => {
        then.push(position);
      },
    });
    expect(await orThrow(rebuilt)).toMatchObject({ before: 1, current: 2 });
    expect(then).toEqual(['0000000000000009', '0000000000000012']);
    expect(await orThrow(rebuilt)).toMatchObject({ before: 2, current: 2 });
    expect(await viewOf(states, two)).toEqual(E.right(20));
  });

  it('does not take the place of a later one, nor of one that came between', async () => {
    const store = await withEvents();
    const states = make();
    await orThrow(rebuild(store, three, { states }));
    expect(await orThrow(rebuild(store, two, { states }))).toMatchObject({ before: 3, current: 3 });
    const racing = make();
    await caughtUp(store, one, racing);
    let isFirst = true;
    const raced: StateStore = {
      ...racing,
      save: (saving, options) => async () => {
        if (saving.version === 0 && isFirst) {
          isFirst = false;
          await orThrow(rebuild(store, two, { states: racing }));
        }
        return racing.save(saving, options)();
      },
    };
    const rebuilt = await orThrow(rebuild(store, three, { states: raced }));
    expect(rebuilt).toMatchObject({ before: 2, current: 3 });
  });

  it('of a ledger without events is current at once', async () => {
    const states = make();
    const rebuilt = await orThrow(rebuild(memoryStore(), two, { states }));
    expect(rebuilt).toEqual({ position: null, before: null, current: 2 });
    expect(await orThrow(currentOf(states, [one, two]))).toBe(two);
  });
});
