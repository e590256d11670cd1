import { setMaxListeners } from 'node:events';
import * as E from 'fp-ts/lib/Either.js';
import type { EventStore, Instant } from '../index.ts';
import { dryRunStore } from './dryRunStore.ts';
import type { Failure } from './failure.ts';
import { storeFailed } from './failure.ts';
import type { ImportReport } from './importReport.ts';
import { jsonReport, textReport } from './importReport.ts';
import { readInto } from './inputs.ts';
import { inertBytes } from './inert.ts';
import type { Io } from './io.ts';
import type { ImportRequest } from './request.ts';
import { NO_LEDGER } from './openStore.ts';
import type { SpillingStore } from './spillingStore.ts';
import { spillingStore } from './spillingStore.ts';
import { withStore } from './withStore.ts';

/** Incidents that are recorded in a ledger at the same time. */
const AT_ONCE = 64;

/** Records the files in a store, and tells what it comes to; what was recorded before a failure stays. */
const recorded = async (
  request: ImportRequest,
  {
    io,
    present,
    store,
    atOnce = 1,
  }: {
    readonly io: Io;
    readonly present: Instant;
    readonly store: EventStore;
    readonly atOnce?: number;
  },
  report: ImportReport,
): Promise<Failure | null> => {
  const into = { io, present, store, isListed: false, atOnce };
  const read = await readInto(request.files, request, into, report.tell);
  const failure = E.isLeft(read) ? read.left : read.right.failure;
  // What cannot be begun has no report.
  if (E.isRight(read)) await report.end(failure?.lines ?? []);
  return failure;
};

/** Does work on a store that is gone afterwards. */
const withScratch = async (
  present: Instant,
  work: (scratch: SpillingStore) => Promise<Failure | null>,
): Promise<Failure | null> => {
  const scratch = spillingStore(present);
  try {
    return await work(scratch);
  } finally {
    scratch.remove();
  }
};

/** Writes the claims of documents as an event log, all or nothing; what was not understood goes to standard error. */
const toLog = async (request: ImportRequest, io: Io, present: Instant): Promise<Failure | null> =>
  withScratch(present, async ({ store, log }) => {
    const report = textReport({ ...io, out: async () => {} }, { isDryRun: false });
    const into = { io, present, store, isListed: false };
    const read = await readInto(request.files, request, into, report.tell);
    if (E.isLeft(read)) return read.left;
    if (read.right.failure) return read.right.failure;
    await report.end([]);
    for (const bytes of log()) {
      if (io.signal.aborted) return storeFailed('stopped');
      await io.out(inertBytes(bytes));
    }
    return null;
  });

/** Reads documents and logs, and records them in a ledger or writes them as an event log. */
export const importCommand = async (
  request: ImportRequest,
  io: Io,
  present: Instant,
): Promise<Failure | null> => {
  const { ledger, json, dryRun } = request;
  if (ledger === null && !dryRun) return toLog(request, io, present);
  const report = (json ? jsonReport : textReport)(io, { isDryRun: dryRun });
  const dry = async (base: EventStore | null): Promise<Failure | null> =>
    withScratch(present, async ({ store }) =>
      recorded(request, { io, present, store: dryRunStore(base, store) }, report),
    );
  if (ledger === null) return dry(null);
  if (dryRun) {
    const failure = await withStore(io, ledger, async (store) => dry(store));
    // A ledger that is still to be made is empty.
    return failure?.lines[0]?.includes(NO_LEDGER) === true ? dry(null) : failure;
  }
  // Each incident that waits for its turn listens whether it is to stop.
  setMaxListeners(2 * AT_ONCE, io.signal);
  return withStore(
    io,
    ledger,
    async (store) => recorded(request, { io, present, store, atOnce: AT_ONCE }, report),
    { create: true },
  );
};
