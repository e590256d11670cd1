import { afterEach, describe, expect, it } from '@jest/globals';
import { orThrow } from '../../src/ledger/orThrow.ts';
import { memoryStates } from '../../src/store/memoryStates.ts';
import { sqliteStates } from '../../src/store/sqlite/sqliteStates.ts';
import { sqliteStore } from '../../src/store/sqlite/sqliteStore.ts';
import type { KeyPage, StateStore } from '../../src/store/states.ts';
import { A, notes, words } from '../../src/testing/contractNotes.ts';
import { all, errorOf } from '../../src/testing/expectations.ts';
import type { OpenHandle } from './sqlite/drivers.ts';
import { drivers, newFile } from './sqlite/drivers.ts';

const opened: OpenHandle[] = [];

afterEach(() => {
  for (const handle of opened.splice(0)) handle.close();
});

const of = { name: 'count', version: 1 };

describe.each<[string, () => StateStore]>([
  ['memory', memoryStates],
  ...drivers.map(({ name, open }): [string, () => StateStore] => [
    name,
    () => {
      const handle = open(newFile());
      opened.push(handle);
      return sqliteStates(handle);
    },
  ]),
])('saved states over %s', (_, make) => {
  it('are saved with their checkpoint, all or none, and once', async () => {
    const states = make();
    expect(await orThrow(states.checkpoint(of))).toBeNull();
    expect(await orThrow(states.load(of, 'a'))).toBeNull();
    const first = {
      ...of,
      from: null,
      to: '1',
      states: new Map<string, number | object>([
        ['a', 1],
        ['b', { é: ['\u0000', '😀', null] }],
      ]),
    } as Parameters<StateStore['save']>[0];
    await orThrow(states.save(first));
    await orThrow(states.save(first));
    await orThrow(states.save({ ...of, from: '1', to: '2', states: new Map([['a', 2]]) }));
    expect(await orThrow(states.checkpoint(of))).toBe('2');
    expect(await orThrow(states.load(of, 'a'))).toBe(2);
    expect(await orThrow(states.load(of, 'b'))).toEqual({ é: ['\u0000', '😀', null] });
    for (const from of [null, '1', '7']) {
      const saving = { ...of, from, to: '9', states: new Map([['a', 9]]) };
      expect(await errorOf(states.save(saving))).toMatchObject({ _tag: 'InvalidRequest' });
    }
    expect(await orThrow(states.load(of, 'a'))).toBe(2);
  });

  it('of another name or version are others', async () => {
    const states = make();
    await orThrow(states.save({ ...of, from: null, to: '1', states: new Map([['a', 1]]) }));
    for (const other of [
      { name: 'other', version: 1 },
      { name: 'count', version: 2 },
    ]) {
      expect(await orThrow(states.checkpoint(other))).toBeNull();
      expect(await orThrow(states.load(other, 'a'))).toBeNull();
    }
  });

  it('share nothing with what was passed in', async () => {
    const states = make();
    const state = { open: ['a'] };
    await orThrow(states.save({ ...of, from: null, to: '1', states: new Map([['k', state]]) }));
    state.open.push('b');
    expect(await orThrow(states.load(of, 'k'))).toEqual({ open: ['a'] });
  });

  it('are listed by their keys, page by page, each once', async () => {
    const states = make();
    expect(await orThrow(states.keys(of))).toEqual({ keys: [], next: null, end: true });
    const keys = ['', ...[0, 1, 2, 3, 4, 5, 6].map((n) => `é-${n}`)];
    const saved = new Map(keys.map((key) => [key, 1] as const));
    await orThrow(states.save({ ...of, from: null, to: '1', states: saved }));
    await orThrow(states.save({ ...of, from: '1', to: '2', states: new Map([['é-3', 2]]) }));
    await orThrow(states.save({ ...of, version: 2, from: null, to: '1', states: saved }));
    const found: string[] = [];
    let after: string | null = null;
    for (let end = false; !end;) {
      const page: KeyPage = await orThrow(states.keys(of, { after, limit: 3 }));
      expect(page.keys.length).toBeLessThanOrEqual(3);
      found.push(...page.keys);
      ({ next: after, end } = page);
    }
    expect(found.toSorted()).toEqual(keys);
    expect(await orThrow(states.keys(of, { after }))).toEqual({ keys: [], next: after, end: true });
    expect(await errorOf(states.keys(of, { limit: 0 }))).toMatchObject({ _tag: 'InvalidRequest' });
  });

  it('can be dropped, others left as they are, and begun again', async () => {
    const states = make();
    await orThrow(states.drop(of));
    const first = { from: null, to: '1', states: new Map([['a', 1]]) };
    await orThrow(states.save({ ...of, ...first }));
    await orThrow(states.save({ ...of, version: 2, ...first }));
    await orThrow(states.drop(of));
    await orThrow(states.drop(of));
    expect(await orThrow(states.checkpoint(of))).toBeNull();
    expect(await orThrow(states.load(of, 'a'))).toBeNull();
    expect(await orThrow(states.keys(of))).toMatchObject({ keys: [], end: true });
    expect(await orThrow(states.load({ ...of, version: 2 }, 'a'))).toBe(1);
    await orThrow(states.save({ ...of, ...first }));
    expect(await orThrow(states.checkpoint(of))).toBe('1');
  });

  it('are left alone when the signal is aborted', async () => {
    const states = make();
    const given = { signal: AbortSignal.abort() };
    const saving = { ...of, from: null, to: '1', states: new Map([['a', 1]]) };
    expect(await errorOf(states.save(saving, given))).toEqual({ _tag: 'Aborted' });
    expect(await errorOf(states.load(of, 'a', given))).toEqual({ _tag: 'Aborted' });
    expect(await errorOf(states.checkpoint(of, given))).toEqual({ _tag: 'Aborted' });
    expect(await errorOf(states.keys(of, given))).toEqual({ _tag: 'Aborted' });
    expect(await errorOf(states.drop(of, given))).toEqual({ _tag: 'Aborted' });
    expect(await orThrow(states.checkpoint(of))).toBeNull();
  });
});

describe.each(drivers.map((driver) => [driver.name, driver] as const))(
  'saved states beside a ledger over %s',
  (_, { open }) => {
    it('share its handle and its file, and belong to its prefix', async () => {
      const handle = open(newFile());
      opened.push(handle);
      const store = sqliteStore(handle, { prefix: 'one' });
      const states = sqliteStates(handle, { prefix: 'one' });
      await orThrow(states.save({ ...of, from: null, to: '1', states: new Map([['a', 1]]) }));
      await orThrow(store.append(A, notes(A, 'x'), 'any'));
      expect(words(await all(store))).toEqual(['x']);
      expect(await orThrow(states.load(of, 'a'))).toBe(1);
      expect(await orThrow(sqliteStates(handle, { prefix: 'two' }).load(of, 'a'))).toBeNull();
    });
  },
);
