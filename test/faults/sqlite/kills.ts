import { setTimeout as wait } from 'node:timers/promises';
import { orThrow } from '../../../src/ledger/orThrow.ts';
import { derivedEventId, incidentId } from '../../../src/primitives/ids.ts';
import { events } from '../../../src/store/events.ts';
import { sqliteStore } from '../../../src/store/sqlite/sqliteStore.ts';
import { driverNamed, newFile } from '../../store/sqlite/drivers.ts';
import type { Writer } from '../../store/sqlite/startWriter.ts';
import { startWriter } from '../../store/sqlite/startWriter.ts';

const KILLS = 200;
const WRITERS_AT_ONCE = 4;
const LONGEST_LIFE_MS = 100;
const SIZES = [1, 3, 50];

interface Killed {
  readonly writer: Writer;
  readonly size: number;
}

/** Opens the file as a new process would, and gives how long it took to read from it. */
const opensIn = async (driver: string, path: string): Promise<number> => {
  const begun = performance.now();
  const handle = driverNamed(driver).open(path);
  await orThrow(sqliteStore(handle).readAll({ limit: 1, direction: 'backwards' }));
  const tookMs = performance.now() - begun;
  handle.close();
  return tookMs;
};

/** Throws unless the stream of a killed writer has all that was acknowledged, in order, and no half append. */
const check = async (driver: string, path: string, { writer, size }: Killed): Promise<number> => {
  const handle = driverNamed(driver).open(path);
  let found = 0;
  for await (const event of events(sqliteStore(handle), { incidentId: incidentId(writer.name) })) {
    if (event.revision !== found || event.eventId !== derivedEventId(writer.name, `${found}`)) {
      throw new Error(`${writer.name} has another event than it wrote at revision ${found}`);
    }
    found += 1;
  }
  handle.close();
  if (found <= writer.acknowledged()) throw new Error(`${writer.name} lost acknowledged events`);
  if (found % size !== 0) throw new Error(`${writer.name} has half an append`);
  return found;
};

/** Kills writers at random moments, and checks that the file has what they were told it has. */
export const kills = async (driver: string): Promise<string> => {
  const path = newFile();
  const killed: Killed[] = [];
  let started = 0;
  let slowestMs = 0;
  const writeAndKill = async (): Promise<void> => {
    while (started < KILLS) {
      const size = SIZES[started % SIZES.length] ?? 1;
      started += 1;
      const writer = startWriter({ driver, path, name: `writer-${started}`, size });
      await writer.reached(0);
      await wait(Math.random() * LONGEST_LIFE_MS);
      await writer.kill();
      slowestMs = Math.max(slowestMs, await opensIn(driver, path));
      killed.push({ writer, size });
    }
  };
  await Promise.all(Array.from({ length: WRITERS_AT_ONCE }, writeAndKill));
  let acknowledged = 0;
  let found = 0;
  for (const one of killed) {
    acknowledged += one.writer.acknowledged() + 1;
    found += await check(driver, path, one);
  }
  return (
    `${killed.length} kills with ${WRITERS_AT_ONCE} writers at once: ${acknowledged} events acknowledged, ` +
    `${found} found (${found - acknowledged} written, but killed before the acknowledgement), none lost, ` +
    `none out of order, no half append; the file opened in ${Math.ceil(slowestMs)} ms at most`
  );
};
