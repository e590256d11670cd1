import { afterEach, describe, expect, it } from '@jest/globals';
import { orThrow } from '../../../src/ledger/orThrow.ts';
import { incidentId } from '../../../src/primitives/ids.ts';
import { events } from '../../../src/store/events.ts';
import { sqliteStore } from '../../../src/store/sqlite/sqliteStore.ts';
import { A, B, notes, words } from '../../../src/testing/contractNotes.ts';
import { all } from '../../../src/testing/expectations.ts';
import type { OpenHandle } from './drivers.ts';
import { drivers, newFile } from './drivers.ts';
import type { Writer } from './startWriter.ts';
import { startWriter } from './startWriter.ts';

const TIMEOUT_MS = 120_000;
const writers: Writer[] = [];
const opened: OpenHandle[] = [];

afterEach(async () => {
  await Promise.all(writers.splice(0).map(async (writer) => writer.kill()));
  for (const handle of opened.splice(0)) handle.close();
});

describe.each(drivers.map((driver) => [driver.name, driver] as const))(
  'processes on one file over %s',
  (name, { open }) => {
    it.each([1, 300])(
      'advance side by side, each appending %d events at a time without rest',
      async (size) => {
        const path = newFile();
        for (const writer of ['one', 'two']) {
          writers.push(startWriter({ driver: name, path, name: writer, size }));
        }
        // From the moment on at which both write, each gets on while the other never rests.
        await Promise.all(writers.map(async (writer) => writer.reached(size - 1)));
        const before = writers.map((writer) => writer.acknowledged());
        await Promise.all(
          writers.map(async (writer, index) => writer.reached((before[index] ?? 0) + 20 * size)),
        );
        await Promise.all(writers.map(async (writer) => writer.kill()));
        const handle = open(path);
        opened.push(handle);
        const store = sqliteStore(handle);
        for (const writer of writers) {
          const revisions: number[] = [];
          const query = { incidentId: incidentId(writer.name) };
          for await (const event of events(store, query)) revisions.push(event.revision);
          expect(revisions.length).toBeGreaterThan(writer.acknowledged());
          expect(revisions).toEqual(revisions.map((_, index) => index));
          expect(revisions.length % size).toBe(0);
        }
      },
      TIMEOUT_MS,
    );

    it('write to the same streams in turns, whatever each remembers of its own writes', async () => {
      const path = newFile();
      const stores = [0, 1].map(() => {
        const handle = open(path);
        opened.push(handle);
        return sqliteStore(handle);
      });
      const expected = { [A]: [] as string[], [B]: [] as string[] };
      for (let round = 0; round < 40; round += 1) {
        for (const [turn, store] of stores.entries()) {
          for (const id of round % 3 === turn ? [A] : [B, A]) {
            const text = `${round} ${turn}`;
            const place = expected[id]?.length ?? 0;
            const at = place === 0 ? 'no_stream' : place - 1;
            const { lastRevision } = await orThrow(store.append(id, notes(id, text), at));
            expect(lastRevision).toBe(place);
            expected[id]?.push(text);
          }
        }
      }
      for (const store of stores) {
        const found = await all(store);
        const positions = found.map(({ position }) => Number(position));
        expect(positions).toEqual(positions.map((_, index) => index + 1));
        for (const id of [A, B]) {
          const stream = await all(store, { incidentId: id });
          expect(words(stream)).toEqual(expected[id]);
          expect(stream.map(({ revision }) => revision)).toEqual([...stream.keys()]);
        }
      }
    });

    it('tell a follower of another handle what arrived', async () => {
      const path = newFile();
      const [reader, writer] = [open(path), open(path)];
      opened.push(reader, writer);
      const following = sqliteStore(reader, { pollMs: 1 });
      const arrived = orThrow(following.arrival({}));
      const { lastPosition } = await orThrow(
        sqliteStore(writer).append(A, notes(A, 'a'), 'no_stream'),
      );
      await arrived;
      const { next } = await orThrow(following.readAll({}));
      expect(next).toBe(lastPosition);
    });
  },
);
