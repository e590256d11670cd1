import { orThrow } from '../ledger/orThrow.ts';
import { incidentId } from '../primitives/ids.ts';
import { instant } from '../primitives/instant.ts';
import type { PageQuery } from '../store/port.ts';
import type { ContractCase, StoreCapability, StoreFactory } from './contractCase.ts';
import { A, B, note, notes, words } from './contractNotes.ts';
import { all, holds, paged, refused, same } from './expectations.ts';

const OTHER = 'contract.Other';

const backwards = (make: StoreFactory['make']): ContractCase => ({
  name: 'reads backwards',
  run: async () => {
    const store = await make();
    await orThrow(store.append(A, notes(A, 'a', 'b', 'c'), 'any'));
    const stream = (query: PageQuery<number>) =>
      store.read({ ...query, incidentId: A, direction: 'backwards' });
    const ledger = (query: PageQuery<string>) =>
      store.readAll({ ...query, direction: 'backwards' });
    for (const limit of [1, 2, 9]) {
      same(words(await paged(stream, { limit })), ['c', 'b', 'a']);
      same(words(await paged(stream, { limit, after: 2 })), ['b', 'a']);
      same(words(await paged(ledger, { limit })), ['c', 'b', 'a']);
    }
    same(await paged(stream, { after: 0 }), []);
  },
});

const types = (make: StoreFactory['make']): ContractCase => ({
  name: 'reads by type, and goes on past what is of other types',
  run: async () => {
    const store = await make();
    const mixed = [note(A, 'a'), note(A, 'b', OTHER), note(A, 'c'), note(A, 'd', OTHER)];
    await orThrow(store.append(A, [...mixed, note(A, 'e')], 'any'));
    const read = (query: PageQuery<string>) => store.readAll({ ...query, types: [OTHER] });
    for (const limit of [1, 2, 9]) same(words(await paged(read, { limit })), ['b', 'd']);
    const both = await all(store, { types: [OTHER, 'NoteAdded', 'contract.Never'], limit: 2 });
    same(words(both), ['a', 'b', 'c', 'd', 'e']);
    same(await all(store, { types: [] }), []);
    same(await all(store, { types: ['contract.Never'] }), []);
  },
});

const restore = (make: StoreFactory['make']): ContractCase => ({
  name: 'restores an export exactly, into an empty stream only',
  run: async () => {
    const [store, copy] = [await make(), await make()];
    await orThrow(store.append(A, notes(A, 'a', 'b'), 'any'));
    const old = instant('2001-01-01T00:00:00Z');
    const exported = (await all(store)).map((event) => ({ ...event, recordedAt: old }));
    const first = await orThrow(copy.restore(A, exported));
    same(first.lastRevision, 1, 'the last revision');
    const bare = exported.map(({ position: _position, ...rest }) => rest);
    const restored = await all(copy);
    same(
      restored.map(({ position: _position, ...rest }) => rest),
      bare,
    );
    same(await orThrow(copy.restore(A, exported)), first);
    await orThrow(copy.append(A, notes(A, 'c'), 1));
    const [, , third] = await all(copy);
    holds(third !== undefined && third.recordedAt > old, 'what is appended then is recorded now');
    await orThrow(copy.append(B, notes(B, 'x'), 'any'));
    const other = exported.map((event) => ({ ...event, incidentId: B }));
    await refused(copy.restore(B, other), 'Conflict');
    const C = incidentId('INC-C');
    const gap = exported.slice(1).map((event) => ({ ...event, incidentId: C }));
    await refused(copy.restore(C, gap), 'InvalidRequest');
    await refused(copy.restore(C, []), 'InvalidRequest');
  },
});

const refusals: Readonly<Record<StoreCapability, (make: StoreFactory['make']) => ContractCase>> = {
  backwards: (make) => ({
    name: 'refuses to read backwards, which it does not declare',
    run: async () => {
      const store = await make();
      await refused(store.readAll({ direction: 'backwards' }), 'InvalidRequest');
      await refused(store.read({ incidentId: A, direction: 'backwards' }), 'InvalidRequest');
    },
  }),
  types: (make) => ({
    name: 'refuses to read by type, which it does not declare',
    run: async () => refused((await make()).readAll({ types: [OTHER] }), 'InvalidRequest'),
  }),
  restore: (make) => ({
    name: 'refuses to restore, which it does not declare',
    run: async () => {
      const store = await make();
      await orThrow(store.append(A, notes(A, 'a'), 'any'));
      const exported = await all(store);
      await refused((await make()).restore(A, exported), 'InvalidRequest');
    },
  }),
  arrival: (make) => ({
    name: 'refuses to tell that something arrived, which it does not declare',
    run: async () => refused((await make()).arrival({}), 'InvalidRequest'),
  }),
};

const promises = { backwards, types, restore };

/** What must come of the capabilities that a store declares and of those it does not; following is apart. */
export const capabilityCases = (
  { make }: StoreFactory,
  declared: ReadonlySet<StoreCapability>,
): readonly ContractCase[] => [
  ...(['backwards', 'types', 'restore'] as const).map((capability) =>
    declared.has(capability) ? promises[capability](make) : refusals[capability](make),
  ),
  ...(declared.has('arrival') ? [] : [refusals.arrival(make)]),
];
