// What the SQLite store costs beyond SQLite, as ratios in one run: `npm run bench:sqlite`. Numbers of events to read
// for the last measure can be given as an argument; 1 000 000 when not.
import * as E from 'fp-ts/lib/Either.js';
import { core } from '../src/events/core.ts';
import { decode } from '../src/events/decode.ts';
import { orThrow } from '../src/ledger/orThrow.ts';
import type { SqliteHandle } from '../src/store/sqlite/handle.ts';
import { sqliteStore } from '../src/store/sqlite/sqliteStore.ts';
import type { Driver } from '../test/store/sqlite/drivers.ts';
import { drivers } from '../test/store/sqlite/drivers.ts';
import { alert, STREAM } from './sqlite/alerts.ts';
import { bareTable, newHandle } from './sqlite/files.ts';
import { race, told } from './sqlite/stopwatch.ts';

const SINGLES = 3000;
const BATCHES = 60;
const READS = 7;
const PAGE = 1000;
const MANY = Number(process.argv[2] ?? 1_000_000);

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const read = decode(core);
const alerts = (from: number): ReturnType<typeof alert>[] =>
  Array.from({ length: STREAM }, (_, index) => alert(from + index));

const singles = async (driver: Driver): Promise<void> => {
  const insert = bareTable(newHandle(driver));
  const store = sqliteStore(newHandle(driver));
  const events = Array.from({ length: SINGLES }, (_, index) => alert(index));
  const times = await race(
    SINGLES,
    (turn) => insert.run(JSON.stringify(events[turn])),
    async (turn) => {
      const place = turn % STREAM;
      for (const event of events.slice(turn, turn + 1)) {
        const expected = place === 0 ? 'no_stream' : place - 1;
        await orThrow(store.append(event.incidentId, [event], expected));
      }
    },
  );
  say(told('  one event an append', times, 1, 0.8));
};

const batches = async (driver: Driver): Promise<SqliteHandle> => {
  const bare = newHandle(driver);
  const insert = bareTable(bare);
  const handle = newHandle(driver);
  const store = sqliteStore(handle);
  const given = Array.from({ length: BATCHES }, (_, batch) => alerts(batch * STREAM));
  const times = await race(
    BATCHES,
    (turn) => {
      bare.exec('BEGIN IMMEDIATE');
      for (const event of given[turn] ?? []) insert.run(JSON.stringify(event));
      bare.exec('COMMIT');
    },
    async (turn) => {
      const events = given[turn] ?? [];
      await orThrow(store.append(alert(turn * STREAM).incidentId, events, 'no_stream'));
    },
  );
  say(told('  1000 events an append', times, STREAM, 0.6));
  return handle;
};

/** Reads all events of a store, decoded and validated; gives how many. */
const readAll = async (handle: SqliteHandle, each: (count: number) => void): Promise<number> => {
  const store = sqliteStore(handle);
  let after: string | null = null;
  for (let count = 0; ;) {
    const page: { events: readonly unknown[]; next: string | null; end: boolean } = await orThrow(
      store.readAll({ after, limit: PAGE }),
    );
    for (const event of page.events) if (E.isLeft(read(event))) throw new Error('not valid');
    count += page.events.length;
    each(count);
    if (page.end) return count;
    after = page.next;
  }
};

const reads = async (handle: SqliteHandle): Promise<void> => {
  const select = handle.prepare(
    'SELECT position, event FROM events_1 WHERE position > ? ORDER BY position LIMIT ?',
  );
  const bare = (): void => {
    for (let position = 0; ;) {
      const rows = select.all(position, PAGE) as readonly { position: number; event: string }[];
      if (rows.length === 0) return;
      for (const row of rows) JSON.parse(row.event);
      position = rows.at(-1)?.position ?? 0;
    }
  };
  const times = await race(READS, bare, async () => readAll(handle, () => {}));
  say(told('  reading, decoded and validated', times, BATCHES * STREAM, 0.45));
};

const memory = async (driver: Driver): Promise<void> => {
  const handle = newHandle(driver);
  const store = sqliteStore(handle);
  for (let from = 0; from < MANY; from += STREAM) {
    await orThrow(store.append(alert(from).incidentId, alerts(from), 'no_stream'));
  }
  const rss: number[] = [];
  const count = await readAll(handle, (soFar) => {
    if (soFar % (MANY / 10) === 0) rss.push(process.memoryUsage.rss());
  });
  const shown = rss.map((bytes) => Math.round(bytes / 1024 / 1024)).join(' ');
  say(
    `  resident memory while reading ${count.toLocaleString('en')} events, by tenth: ${shown} MiB`,
  );
};

for (const driver of drivers) {
  say(`SQLite over ${driver.name}, Node ${process.version}`);
  await singles(driver);
  await reads(await batches(driver));
  await memory(driver);
}
