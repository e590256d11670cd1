import { deepStrictEqual as same, ok } from 'node:assert/strict';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { StoredEvent } from '../../src/events/stored.ts';
import { incidentId } from '../../src/primitives/ids.ts';
import { instant } from '../../src/primitives/instant.ts';
import { orThrow } from '../../src/ledger/orThrow.ts';
import { events } from '../../src/store/events.ts';
import type { EventPage, EventStore, IncidentPage, PageQuery } from '../../src/store/port.ts';
import type { StoreError } from '../../src/store/storeError.ts';
import { A, B, note, notes } from './contractEvents.ts';

/** One thing that every store must do; `run` rejects when it does not. */
export interface ContractCase {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** Makes stores that share one engine, each new one empty for its prefix. */
export interface StoreFactory {
  /** A store on an engine of its own. */
  readonly make: () => Promise<EventStore>;
  /** Two ledgers in one engine. */
  readonly makeTwo: () => Promise<readonly [EventStore, EventStore]>;
}

const left = async <A>(effect: TaskEither<StoreError, A>): Promise<StoreError | 'no error'> => {
  const result = await effect();
  return E.isLeft(result) ? result.left : 'no error';
};

const all = async (store: EventStore, query: Parameters<typeof events>[1] = {}) => {
  const found: StoredEvent[] = [];
  for await (const event of events(store, query)) found.push(event);
  return found;
};

const words = (found: readonly StoredEvent[]): readonly unknown[] =>
  found.map(({ data }) => (data as { text: { en: string } }).text.en);

/** Pages until the end, with every cursor. */
const paged = async <C extends string | number>(
  read: (query: PageQuery<C>) => TaskEither<StoreError, EventPage<C>>,
  query: PageQuery<C>,
): Promise<readonly StoredEvent[]> => {
  const found: StoredEvent[] = [];
  let after: C | null = query.after ?? null;
  for (;;) {
    const page: EventPage<C> = await orThrow(read({ ...query, after }));
    ok(page.events.length <= (query.limit ?? Infinity));
    found.push(...page.events);
    if (page.end) return found;
    after = page.next;
  }
};

const appends = (make: StoreFactory['make']): readonly ContractCase[] => [
  {
    name: 'counts revisions from 0 and orders positions as text',
    run: async () => {
      const store = await make();
      const first = await orThrow(store.append(A, notes(A, 'a', 'b'), 'no_stream'));
      await orThrow(store.append(B, notes(B, 'x'), 'any'));
      const second = await orThrow(store.append(A, notes(A, 'c'), 1));
      same([first.lastRevision, second.lastRevision], [1, 2]);
      ok(first.lastPosition < second.lastPosition);
      const found = await all(store);
      same(words(found), ['a', 'b', 'x', 'c']);
      const positions = found.map(({ position }) => position);
      same(positions, positions.toSorted());
      same(new Set(positions).size, 4);
      same(found.at(-1)?.position, second.lastPosition);
      same(
        (await all(store, { incidentId: A })).map(({ revision }) => revision),
        [0, 1, 2],
      );
    },
  },
  {
    name: 'refuses what expects another revision, saying which there is',
    run: async () => {
      const store = await make();
      const conflict = { _tag: 'Conflict', incidentId: A } as const;
      same(await left(store.append(A, notes(A, 'a'), 0)), {
        ...conflict,
        expected: 0,
        actual: 'no_stream',
      });
      await orThrow(store.append(A, notes(A, 'a', 'b'), 'no_stream'));
      for (const expected of ['no_stream', 0, 7] as const) {
        same(await left(store.append(A, notes(A, 'c'), expected)), {
          ...conflict,
          expected,
          actual: 1,
        });
      }
      same((await all(store)).length, 2);
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
        [['a', 'b', 'c'], 'no_stream'],
        [['b', 'c'], 0],
        [['b', 'c'], 'any'],
      ] as const) {
        same(
          ((await left(store.append(A, notes(A, ...texts), expected))) as StoreError)._tag,
          'Conflict',
        );
      }
      same((await all(store)).length, 2);
    },
  },
  {
    name: 'refuses no events, an id twice, another incident and no revision',
    run: async () => {
      const store = await make();
      for (const given of [[], notes(A, 'a', 'a'), notes(B, 'a')]) {
        same(((await left(store.append(A, given, 'any'))) as StoreError)._tag, 'InvalidRequest');
      }
      for (const expected of [-1, -5, 0.5, Number.NaN]) {
        same(
          ((await left(store.append(A, notes(A, 'a'), expected))) as StoreError)._tag,
          'InvalidRequest',
        );
      }
    },
  },
  {
    name: 'takes 1 MiB and not a byte more, as UTF-8',
    run: async () => {
      const store = await make();
      const room = 1024 * 1024 - new TextEncoder().encode(JSON.stringify(note(A, ''))).length;
      const fits = { ...note(A, 'fits'), data: { text: { en: '' } } };
      const text = 'é'.repeat(8) + '😀'.repeat(8) + 'x'.repeat(room - 48);
      const exact = { ...fits, data: { text: { en: text } } };
      const more = { ...exact, data: { text: { en: `${text}x` } } };
      same(await left(store.append(A, [more], 'any')), {
        _tag: 'TooLarge',
        bytes: 1024 * 1024 + 1,
        limitBytes: 1024 * 1024,
      });
      await orThrow(store.append(A, [exact], 'any'));
      same(words(await all(store)), [text]);
    },
  },
  {
    name: 'lets one of 20 racing writers through at a revision, and all of them in the end',
    run: async () => {
      const store = await make();
      const once = await Promise.all(
        Array.from({ length: 20 }, async (_, index) =>
          store.append(A, notes(A, `${index}`), 'no_stream')(),
        ),
      );
      same(once.filter(E.isRight).length, 1);
      const many = await Promise.all(
        Array.from({ length: 20 }, async (_, index) =>
          orThrow(store.append(B, notes(B, `${index}`), 'any')),
        ),
      );
      same(
        many.map(({ lastRevision }) => lastRevision).toSorted((a, b) => a - b),
        Array.from({ length: 20 }, (_, index) => index),
      );
    },
  },
  {
    name: 'keeps what was appended, though the caller changes it',
    run: async () => {
      const store = await make();
      const data = { text: { en: 'as written' } };
      const event = { ...note(A, 'a'), data };
      await orThrow(store.append(A, [event], 'any'));
      data.text.en = 'changed';
      const found = await all(store);
      same(words(found), ['as written']);
      try {
        (found[0] as { data: unknown }).data = 'changed';
      } catch {
        // Frozen is right, too.
      }
      same(words(await all(store)), ['as written']);
    },
  },
  {
    name: 'keeps fields it does not know, and every plane of Unicode',
    run: async () => {
      const store = await make();
      const text = 'é ẞ 漢 😀 𝒜 \u{10FFFF} \u0000 \u2028 __proto__';
      const event = { ...note(A, 'a'), extra: { deep: [1, null] }, data: { text: { en: text } } };
      await orThrow(store.append(A, [event], 'any'));
      const [found] = await all(store);
      const { revision, position, recordedAt, ...rest } = found as StoredEvent;
      same(rest, event);
      ok(position !== undefined && recordedAt !== undefined && revision === 0);
    },
  },
  {
    name: 'does nothing when its signal is aborted',
    run: async () => {
      const store = await make();
      const signal = AbortSignal.abort();
      const aborted = { _tag: 'Aborted' } as const;
      same(await left(store.append(A, notes(A, 'a'), 'any', { signal })), aborted);
      same(await left(store.read({ incidentId: A, signal })), aborted);
      same(await left(store.readAll({ signal })), aborted);
      same(await left(store.incidents({ signal })), aborted);
      same((await all(store)).length, 0);
    },
  },
];

const reads = (make: StoreFactory['make']): readonly ContractCase[] => [
  {
    name: 'pages an incident both ways, the cursor not included',
    run: async () => {
      const store = await make();
      await orThrow(store.append(A, notes(A, 'a', 'b', 'c', 'd', 'e'), 'any'));
      const read = (query: PageQuery<number>) => store.read({ ...query, incidentId: A });
      for (const limit of [1, 2, 5, 6]) {
        same(words(await paged(read, { limit })), ['a', 'b', 'c', 'd', 'e']);
        same(words(await paged(read, { limit, after: 1 })), ['c', 'd', 'e']);
        same(words(await paged(read, { limit, direction: 'backwards' })), [
          'e',
          'd',
          'c',
          'b',
          'a',
        ]);
        same(words(await paged(read, { limit, direction: 'backwards', after: 2 })), ['b', 'a']);
      }
      same(words(await paged(read, { after: 4 })), []);
      same(words(await paged(read, { after: 0, direction: 'backwards' })), []);
      const nobody = { events: [], next: null, end: true };
      same(await orThrow(store.read({ incidentId: incidentId('nobody') })), nobody);
    },
  },
  {
    name: 'pages the whole ledger both ways, by type too, and goes on where it ended',
    run: async () => {
      const store = await make();
      await orThrow(store.append(A, notes(A, 'a', 'b'), 'any'));
      await orThrow(store.append(B, [note(B, 'c', 'Detected'), note(B, 'd')], 'any'));
      await orThrow(store.append(A, [note(A, 'e', 'Detected')], 'any'));
      const read = (query: PageQuery<string>) => store.readAll(query);
      const typed = (query: PageQuery<string>) => store.readAll({ ...query, types: ['Detected'] });
      for (const limit of [1, 2, 9]) {
        same(words(await paged(read, { limit })), ['a', 'b', 'c', 'd', 'e']);
        same(words(await paged(read, { limit, direction: 'backwards' })), [
          'e',
          'd',
          'c',
          'b',
          'a',
        ]);
        same(words(await paged(typed, { limit })), ['c', 'e']);
        same(words(await paged(typed, { limit, direction: 'backwards' })), ['e', 'c']);
      }
      const { next } = await orThrow(store.readAll({}));
      await orThrow(store.append(B, notes(B, 'f'), 'any'));
      same(words(await paged(read, { after: next })), ['f']);
    },
  },
  {
    name: 'refuses a limit and a cursor that are none',
    run: async () => {
      const store = await make();
      for (const limit of [0, -1, 1.5]) {
        for (const effect of [
          store.read({ incidentId: A, limit }),
          store.readAll({ limit }),
          store.incidents({ limit }),
        ] as const) {
          const result: E.Either<StoreError, unknown> = await effect();
          ok(E.isLeft(result) && result.left._tag === 'InvalidRequest');
        }
      }
      same(
        ((await left(store.readAll({ after: 'nowhere' }))) as StoreError)._tag,
        'InvalidRequest',
      );
    },
  },
  {
    name: 'lists the incidents in the order of their first events',
    run: async () => {
      const store = await make();
      const ids = ['INC-C', 'INC-A', 'INC-B'].map(incidentId);
      for (const id of [...ids, ...ids]) {
        await orThrow(store.append(id, notes(id, `${Math.random()}`), 'any'));
      }
      const found: string[] = [];
      let after: string | null = null;
      for (;;) {
        const page: IncidentPage = await orThrow(store.incidents({ after, limit: 2 }));
        found.push(...page.incidentIds);
        after = page.next;
        if (page.end) break;
      }
      same(found, ids);
    },
  },
  {
    name: 'restores an export exactly, into an empty stream only',
    run: async () => {
      const [store, copy] = [await make(), await make()];
      await orThrow(store.append(A, notes(A, 'a', 'b'), 'any'));
      const old = instant('2001-01-01T00:00:00Z');
      const exported = (await all(store)).map((event) => ({ ...event, recordedAt: old }));
      const first = await orThrow(copy.restore(A, exported));
      same(first.lastRevision, 1);
      const bare = ({ position: _position, ...rest }: StoredEvent): unknown => rest;
      same((await all(copy)).map(bare), exported.map(bare));
      same(await orThrow(copy.restore(A, exported)), first);
      await orThrow(copy.append(A, notes(A, 'c'), 1));
      const [, , third] = await all(copy);
      ok(third && third.recordedAt > old);
      await orThrow(copy.append(B, notes(B, 'x'), 'any'));
      const other = exported.map((event) => ({ ...event, incidentId: B }));
      same(((await left(copy.restore(B, other))) as StoreError)._tag, 'Conflict');
      const gap = exported.slice(1);
      const C = incidentId('INC-C');
      const moved = gap.map((event) => ({ ...event, incidentId: C }));
      same(((await left(copy.restore(C, moved))) as StoreError)._tag, 'InvalidRequest');
      same(((await left(copy.restore(C, []))) as StoreError)._tag, 'InvalidRequest');
    },
  },
];

const prefixes = (makeTwo: StoreFactory['makeTwo']): readonly ContractCase[] => [
  {
    name: 'keeps two ledgers in one engine apart',
    run: async () => {
      const [one, two] = await makeTwo();
      await orThrow(one.append(A, notes(A, 'a'), 'no_stream'));
      await orThrow(two.append(A, notes(A, 'b'), 'no_stream'));
      await orThrow(two.append(B, notes(B, 'c'), 'no_stream'));
      same(words(await all(one)), ['a']);
      same(words(await all(two)), ['b', 'c']);
      same(words(await all(two, { limit: 1 })), ['b', 'c']);
      same((await orThrow(one.incidents({}))).incidentIds, [A]);
      same((await orThrow(two.incidents({}))).incidentIds, [A, B]);
    },
  },
];

/** What every store must do, for any test runner. */
export const storeContract = ({ make, makeTwo }: StoreFactory): readonly ContractCase[] => [
  ...appends(make),
  ...reads(make),
  ...prefixes(makeTwo),
];
