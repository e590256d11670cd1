import * as E from 'fp-ts/lib/Either.js';
import type { CoreEvents, EventStore, IncidentId, Instant, Ledger, Vocabulary } from '../index.ts';
import { createLedger, memoryStore } from '../index.ts';
import type { Importer, ImportWarning } from '../import/public.ts';
import type { Failure } from './failure.ts';
import { badInput } from './failure.ts';
import { CLOUD_EVENTS, isCloudEvents, isLog, LOG } from './formats.ts';
import type { Gathered, ReportEntry } from './gathered.ts';
import type { InputFile } from './inputFile.ts';
import { inputFile } from './inputFile.ts';
import type { Io } from './io.ts';
import type { Readers } from './readers.ts';
import { importerFor, readersFor } from './readers.ts';
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
  /** What was not understood or left out, by incident: of each file, for every incident in it. */
  readonly warnings: ReadonlyMap<IncidentId, readonly ImportWarning[]>;
}

/** Where files are read into. */
export interface Into {
  readonly io: Io;
  /** The present, which the documents' claims are recorded at. */
  readonly present: Instant;
  /** The store; one in memory when absent. */
  readonly store?: EventStore;
  /** Whether the incidents that documents tell of are listed; true when absent. */
  readonly isListed?: boolean;
  /** How many incidents are recorded at the same time; one after the other when absent. */
  readonly atOnce?: number;
}

/** A file and what it is to be read as. */
type Classified =
  | { readonly file: InputFile; readonly log: typeof LOG | typeof CLOUD_EVENTS }
  | { readonly file: InputFile; readonly log: null; readonly importer: Importer };

const classified = async (
  file: InputFile,
  format: string | null,
  readers: Readers,
): Promise<E.Either<Failure, Classified>> => {
  const { head, name } = file;
  if (isLog(head, format)) return E.right({ file, log: LOG });
  if (isCloudEvents(head, format)) return E.right({ file, log: CLOUD_EVENTS });
  const importer = await importerFor(readers, head);
  if (E.isRight(importer)) return E.right({ file, log: null, importer: importer.right });
  const known = importer.left.join(', ');
  return E.left(
    badInput(
      `${name}: expected an event log, one event as JSON a line, or a document of a known format (${known}), got neither; --as FORMAT names the format, and --mapping FILE says how a CSV file is read`,
    ),
  );
};

const isStored = ({ log }: Classified): boolean => log !== null;

/** What was read of the files up to a failure, if there was one. */
export interface Read {
  readonly store: EventStore;
  readonly ledger: Ledger;
  readonly incidentIds: readonly IncidentId[];
  readonly failure: Failure | null;
}

/**
 * Reads the files, event logs and documents alike, into a ledger, each as it comes in. The logs come first, whatever the order
 * of the files, so that a document adds to what a log has.
 *
 * @param tell - Is told what it comes to, as it comes.
 */
export const readInto = async (
  files: readonly string[],
  options: Omit<Reading, 'files'>,
  { io, present, store: given, isListed = true, atOnce = 1 }: Into,
  tell: (entry: ReportEntry) => Promise<void>,
): Promise<E.Either<Failure, Read>> => {
  const { format, zone, into = null } = options;
  const readers = await readersFor(options, io);
  if (E.isLeft(readers)) return readers;
  const all: Classified[] = [];
  for (const path of files) {
    const file = await inputFile(path, io, format);
    if (E.isLeft(file)) return file;
    const kind = await classified(file.right, format, readers.right);
    if (E.isLeft(kind)) return kind;
    all.push(kind.right);
  }
  const clock = (): Instant => present;
  const store = given ?? memoryStore({ clock });
  // It has the core's types, and the user's own: an importer's claims are of one or the other.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const vocabulary = readers.right.vocabulary as Vocabulary<CoreEvents>;
  const ledger = createLedger({ store, clock, vocabulary });
  const sources: Gathered['sources'] = new Map();
  const { signal } = io;
  const gathered: Gathered = { store, ledger, sources, isListed, into, atOnce, signal, tell };
  const ended = (failure: Failure | null): E.Either<Failure, Read> => {
    io.progress('');
    return E.right({ store, ledger, incidentIds: [...sources.keys()], failure });
  };
  for (const one of [...all.filter(isStored), ...all.filter((each) => !isStored(each))]) {
    io.progress(one.file.name);
    const failure =
      one.log === null
        ? await takeDocument(one.file, one.importer, zone, gathered)
        : await takeLog(one.file, one.log, vocabulary, gathered);
    if (failure) return ended(failure);
  }
  return ended(null);
};

/** Gathers what was not understood, by incident. */
const warningsByIncident = () => {
  const byFile = new Map<string, ImportWarning[]>();
  const filesOf = new Map<IncidentId, Set<string>>();
  return {
    tell: async (entry: ReportEntry): Promise<void> => {
      if (entry._tag === 'Recorded') {
        const files = filesOf.get(entry.incidentId);
        if (files) files.add(entry.file);
        else filesOf.set(entry.incidentId, new Set([entry.file]));
        return;
      }
      const place = `${entry.file}: ${entry.place}`;
      const message = entry._tag === 'Warning' ? entry.message : `left out: ${entry.reason}`;
      const known = byFile.get(entry.file);
      if (known) known.push({ place, message });
      else byFile.set(entry.file, [{ place, message }]);
    },
    all: (): ReadonlyMap<IncidentId, readonly ImportWarning[]> =>
      new Map(
        [...filesOf].map(([incidentId, files]) => [
          incidentId,
          [...files].flatMap((file) => byFile.get(file) ?? []),
        ]),
      ),
  };
};

/** Reads the files into a ledger: one in memory, or that of the store given; all of them, or none. See `readInto`. */
export const readInputs = async (
  files: readonly string[],
  options: Omit<Reading, 'files'>,
  into: Into,
): Promise<E.Either<Failure, Inputs>> => {
  const warnings = warningsByIncident();
  const read = await readInto(files, options, into, warnings.tell);
  if (E.isLeft(read)) return read;
  const { failure, ...inputs } = read.right;
  return failure ? E.left(failure) : E.right({ ...inputs, warnings: warnings.all() });
};
