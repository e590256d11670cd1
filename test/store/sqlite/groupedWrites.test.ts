import { afterEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { orThrow } from '../../../src/ledger/orThrow.ts';
import { incidentId } from '../../../src/primitives/ids.ts';
import type { Expected } from '../../../src/store/port.ts';
import { memoryStore } from '../../../src/store/memory.ts';
import type { SqliteHandle } from '../../../src/store/sqlite/handle.ts';
import { sqliteStore } from '../../../src/store/sqlite/sqliteStore.ts';
import { A, B, notes, words } from '../../../src/testing/contractNotes.ts';
import { all } from '../../../src/testing/expectations.ts';
import type { OpenHandle } from './drivers.ts';
import { driverNamed, newFile } from './drivers.ts';

const opened: OpenHandle[] = [];

afterEach(() => {
  for (const handle of opened.splice(0)) handle.close();
});

const opening = (): OpenHandle => {
  const handle = driverNamed('libsql').open(newFile());
  opened.push(handle);
  return handle;
};

/** A handle that tells of what it is to do before it does it. */
const watched = (
  handle: SqliteHandle,
  tell: (sql: string, values: readonly unknown[]) => void,
): SqliteHandle => ({
  exec: (sql) => {
    tell(sql, []);
    return handle.exec(sql);
  },
  prepare: (sql) => {
    const statement = handle.prepare(sql);
    return {
      run: (...values) => {
        tell(sql, values);
        return statement.run(...values);
      },
      all: (...values) => statement.all(...values),
    };
  },
});

const idOf = (index: number) => incidentId(`INC-${index}`);

describe('appends that wait at the same time', () => {
  it('are committed together', async () => {
    let commits = 0;
    const handle = watched(opening(), (sql) => {
      if (sql === 'COMMIT') commits += 1;
    });
    const store = sqliteStore(handle);
    const appended = await Promise.all(
      Array.from({ length: 100 }, (_, index) => {
        const id = idOf(index);
        return store.append(id, notes(id, 'a', 'b'), 'no_stream')();
      }),
    );
    expect(appended.filter(E.isLeft)).toEqual([]);
    expect(commits).toBeLessThan(4);
    expect(await all(store)).toHaveLength(200);
  });

  it('come to what they come to one after the other', async () => {
    const asked = fc.record({
      id: fc.constantFrom(A, B),
      texts: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }),
      expected: fc.constantFrom<Expected>('any', 'no_stream', 0, 1),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 2, maxLength: 8 }), async (writes) => {
        const [store, model] = [sqliteStore(opening()), memoryStore()];
        const mine = await Promise.all(
          writes.map(({ id, texts, expected }) =>
            store.append(id, notes(id, ...texts), expected)(),
          ),
        );
        for (const [index, { id, texts, expected }] of writes.entries()) {
          const one = await model.append(id, notes(id, ...texts), expected)();
          const tagOf = (each: typeof one): unknown =>
            E.isLeft(each) ? each.left._tag : each.right.lastRevision;
          expect(mine[index] && tagOf(mine[index])).toBe(tagOf(one));
        }
        expect(words(await all(store))).toEqual(words(await all(model)));
      }),
      { numRuns: 25 },
    );
  });

  it('stand though one of them fails', async () => {
    const handle = watched(opening(), (sql, values) => {
      if (sql.startsWith('INSERT INTO incidents') && values.includes('INC-3')) {
        throw new Error('not this one');
      }
    });
    const store = sqliteStore(handle);
    const appended = await Promise.all(
      Array.from({ length: 6 }, (_, index) => {
        const id = idOf(index);
        return store.append(id, notes(id, `${index}`), 'any')();
      }),
    );
    expect(appended.map(E.isRight)).toEqual([true, true, true, false, true, true]);
    expect(words(await all(store))).toEqual(['0', '1', '2', '4', '5']);
  });

  it('leave out what was ended before its turn', async () => {
    const store = sqliteStore(opening());
    await orThrow(store.append(A, notes(A, 'a'), 'no_stream'));
    const ended = new AbortController();
    const writes = ['b', 'c', 'd'].map((text) =>
      store.append(
        idOf(text.codePointAt(0) ?? 0),
        notes(idOf(text.codePointAt(0) ?? 0), text),
        'any',
        text === 'c' ? { signal: ended.signal } : {},
      )(),
    );
    ended.abort();
    const appended = await Promise.all(writes);
    expect(appended.map((each) => (E.isLeft(each) ? each.left._tag : 'appended'))).toEqual([
      'appended',
      'Aborted',
      'appended',
    ]);
    expect(words(await all(store))).toEqual(['a', 'b', 'd']);
  });
});
