// Splits the replay of a log over worker threads, each a part of the incidents, and puts together what they counted.
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { FleetState, Partition, StoredEvent, Tally } from 'incident-ledger';
import {
  addIncident,
  createLedger,
  emptyTally,
  events,
  exactly,
  fleet,
  incidentId,
  instant,
  instantOfMs,
  memoryStore,
  mergeTallies,
  msOf,
  orThrow,
  projectAll,
  restore,
  startImpact,
  summarized,
  writeLog,
} from 'incident-ledger';
import * as E from 'fp-ts/lib/Either.js';

/** A log of 200 incidents, one every six hours, grouped by incident. */
const sampleLog = async (): Promise<string> => {
  const store = memoryStore();
  const ledger = createLedger({ store });
  const first = msOf(instant('2024-01-01T00:00:00Z'));
  for (let n = 0; n < 200; n += 1) {
    const source = { kind: 'postmortem' } as const;
    const by = { incidentId: incidentId(`INC-${n}`), actor: { id: 'u-17' }, source };
    const began = exactly(instantOfMs(first + n * 6 * 3_600_000));
    const over = exactly(instantOfMs(first + n * 6 * 3_600_000 + (n % 50) * 60_000 + 1_000));
    await orThrow(ledger.handle(startImpact({ ...by, occurredAt: began, impactId: 'main' })));
    await orThrow(ledger.handle(restore({ ...by, occurredAt: over })));
  }
  const stored: StoredEvent[] = [];
  for await (const event of events(store)) stored.push(event);
  return writeLog(stored);
};

// #region part
interface Part {
  readonly path: string;
  readonly partition: Partition;
}

const at = instant('2024-03-01T00:00:00Z');

/** Counts the incidents of a part. Each part reads the whole log and passes over what is not its own. */
const count = async ({ path, partition }: Part): Promise<Tally<FleetState>> => {
  const tally = emptyTally(fleet, { at });
  await orThrow(
    projectAll(createReadStream(path), fleet.of, { at, partition }, (seen) => {
      addIncident(fleet, tally, seen);
    }),
  );
  return tally; // plain JSON: it can be sent anywhere
};
// #endregion part

// #region worker
/** Counts a part in a thread that runs this same file. */
const countInThread = async (part: Part): Promise<Tally<FleetState>> =>
  new Promise((settle, fail) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: part });
    worker.once('message', settle).once('error', fail);
  });
// #endregion worker

// oxlint-disable-next-line typescript/no-unsafe-assignment -- what the main thread gave
const given: Part | null = workerData;

// #region thread
if (given !== null) parentPort?.postMessage(await count(given), []); // in a thread: the part it was given
// #endregion thread

if (isMainThread) {
  const folder = mkdtempSync(join(tmpdir(), 'incident-ledger-'));
  const path = join(folder, 'log.jsonl');
  try {
    writeFileSync(path, await sampleLog());

    // #region merge
    const parts = [0, 1].map((index) => ({ path, partition: { index, count: 2 } }));
    const tallies = await Promise.all(parts.map(countInThread));
    const merged = mergeTallies(fleet, tallies, { at });
    if (E.isLeft(merged)) throw new Error(`expected ${merged.left.expected}`);
    const { incidents, view } = summarized(fleet, merged.right);

    const toRestore = view.durations.find(({ name }) => name === 'time-to-restore');
    console.log(incidents, toRestore?.n, toRestore?.median?.value); // 200 200 1471000
    // #endregion merge

    const alone = await count({ path, partition: { index: 0, count: 1 } });
    console.log(tallies.every((tally) => tally.incidents > 0)); // true: every part had some
    console.log(isDeepStrictEqual(summarized(fleet, alone), summarized(fleet, merged.right))); // true
  } finally {
    rmSync(folder, { recursive: true });
  }
}
