import * as E from 'fp-ts/lib/Either.js';
import type { EventStore, IncidentId, Instant, Ledger } from '../index.ts';
import { createLedger, memoryStore } from '../index.ts';
import type { ImportWarning } from '../import/public.ts';
import type { Failure } from './failure.ts';
import { badInput } from './failure.ts';
import { formats, isLog } from './formats.ts';
import type { Gathered, Taken } from './gathered.ts';
import type { InputText } from './inputText.ts';
import { inputText } from './inputText.ts';
import type { Io } from './io.ts';
import type { Reading } from './request.ts';
import { takeDocument } from './takeDocument.ts';
import { takeLog } from './takeLog.ts';

/** The incidents of the files, in a ledger. */
export interface Inputs {
  /** Where they are kept. */
  readonly store: EventStore;
  /** The ledger over it. */
  readonly ledger: Ledger;
  /** The incidents: those of logs, then those of documents, in the order in which the files first tell of them. */
  readonly incidentIds: readonly IncidentId[];
  /** What was not understood, by incident. */
  readonly warnings: ReadonlyMap<IncidentId, readonly ImportWarning[]>;
  /** What taking each file came to. */
  readonly taken: readonly Taken[];
}

/**
 * Reads the files, event logs and documents alike, into a ledger: one in memory, or that of the store given. The logs come first, whatever the order
 * of the files, so that a document adds to what a log has.
 *
 * @param present - The present, which the documents' claims are recorded at.
 */
export const readInputs = async (
  files: readonly string[],
  options: Omit<Reading, 'files'>,
  { io, present, store: given }: { io: Io; present: Instant; store?: EventStore },
): Promise<E.Either<Failure, Inputs>> => {
  const { format } = options;
  if (format !== null && !formats.includes(format)) {
    return E.left(
      badInput(`--as: expected one of ${formats.join(', ')}, got ${JSON.stringify(format)}`),
    );
  }
  const logs: InputText[] = [];
  const documents: InputText[] = [];
  for (const file of files) {
    const read = await inputText(file, io);
    if (E.isLeft(read)) return read;
    (isLog(read.right.text, format) ? logs : documents).push(read.right);
  }
  const store = given ?? memoryStore({ clock: () => present });
  const ledger = createLedger({ store, clock: () => present });
  const gathered: Gathered = {
    store,
    ledger,
    sources: new Map(),
    warnings: new Map(),
    taken: [],
  };
  for (const log of logs) {
    io.progress(log.name);
    const failure = await takeLog(log, gathered);
    if (failure) return E.left(failure);
  }
  for (const document of documents) {
    io.progress(document.name);
    const failure = await takeDocument(document, options, gathered);
    if (failure) return E.left(failure);
  }
  io.progress('');
  return E.right({ ...gathered, incidentIds: [...gathered.sources.keys()] });
};
