import * as E from 'fp-ts/lib/Either.js';
import type { IncidentId, Instant, Ledger } from '../index.ts';
import {
  core,
  createLedger,
  memoryStore,
  readLog,
  showFailure,
  showLogFault,
  showStoreError,
} from '../index.ts';
import type { EventStore } from '../index.ts';
import type { ImportWarning } from '../import/public.ts';
import { readAll, recogniseImporter, statusPage } from '../import/public.ts';
import type { Failure } from './failure.ts';
import { badInput, storeFailed } from './failure.ts';
import type { Io } from './io.ts';

/** The importers, in the order in which equals are preferred. */
const importers = [statusPage];

/** Name under which an event log is asked for. */
const LOG = 'jsonl';

/** How much of a document an importer is shown to recognise it. */
const HEAD_CHARACTERS = 8192;

/** How the files of a command are read. */
export interface InputOptions {
  /** Format asked for; null to recognise it. */
  readonly format: string | null;
  /** Zone of times that state none; null when not given. */
  readonly zone: string | null;
}

/** The incidents of the files, in a ledger in memory. */
export interface Inputs {
  /** Where they are kept. */
  readonly store: EventStore;
  /** The ledger over it. */
  readonly ledger: Ledger;
  /** The incidents, in the order in which the files first tell of them. */
  readonly incidentIds: readonly IncidentId[];
  /** What was not understood, by incident. */
  readonly warnings: ReadonlyMap<IncidentId, readonly ImportWarning[]>;
}

interface Gathered {
  readonly store: EventStore;
  readonly ledger: Ledger;
  readonly incidentIds: Set<IncidentId>;
  readonly warnings: Map<IncidentId, ImportWarning[]>;
}

const nameOf = (file: string): string => (file === '-' ? 'standard input' : file);

const reasonOf = (cause: unknown): string => {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'expected a file, got a folder';
  if (code === 'EACCES') return 'not readable by this user';
  return cause instanceof Error ? cause.message : String(cause);
};

const textOf = async (file: string, io: Io): Promise<E.Either<Failure, string>> => {
  const name = nameOf(file);
  try {
    const bytes = await io.read(file);
    if (bytes.includes(0)) {
      return E.left(badInput(`${name}: expected text, got a binary file`));
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? E.left(badInput(`${name}: the file is empty`)) : E.right(text);
  } catch (cause) {
    return cause instanceof TypeError
      ? E.left(badInput(`${name}: expected text in UTF-8`))
      : E.left(badInput(`${name}: ${reasonOf(cause)}`));
  }
};

/** Puts the incidents of an event log into the store as they were recorded. */
const takeLog = async (
  name: string,
  text: string,
  { store, incidentIds }: Gathered,
): Promise<Failure | null> => {
  const { incidents, faults } = readLog(text, core);
  if (faults.length > 0)
    return badInput(...faults.map((fault) => `${name}: ${showLogFault(fault)}`));
  for (const { incidentId, stored } of incidents) {
    const restored = await store.restore(incidentId, stored)();
    if (E.isLeft(restored)) {
      return restored.left._tag === 'Conflict'
        ? badInput(
            `${name}: an earlier file tells of incident ${incidentId} too; show one at a time`,
          )
        : storeFailed(`${name}: ${showStoreError(restored.left)}`);
    }
    incidentIds.add(incidentId);
  }
  return null;
};

/** Reads a document and records its claims. */
const takeDocument = async (
  name: string,
  text: string,
  { format, zone }: InputOptions,
  { ledger, incidentIds, warnings }: Gathered,
): Promise<Failure | null> => {
  const importer =
    format === null
      ? recogniseImporter(importers, text.slice(0, HEAD_CHARACTERS))
      : importers.find((candidate) => candidate.name === format);
  if (!importer) {
    const known = importers.map((candidate) => candidate.name).join(', ');
    return badInput(
      `${name}: neither an event log nor a document of a known format (${known}); --as FORMAT names it`,
    );
  }
  const read = await readAll(importer, text, {
    documentName: name,
    ...(zone === null ? {} : { zone }),
  });
  if (read.errors.length > 0) {
    return badInput(
      ...read.errors.map(
        ({ place, message, expected }) => `${name}: ${place}: ${message}; expected ${expected}`,
      ),
    );
  }
  for (const document of read.documents) {
    const recorded = await ledger.record(document)();
    if (E.isLeft(recorded)) return storeFailed(`${name}: ${showFailure(recorded.left)}`);
    incidentIds.add(document.incidentId);
    const placed = read.warnings.map(({ place, message }) => ({
      place: `${name}: ${place}`,
      message,
    }));
    warnings.set(document.incidentId, [...(warnings.get(document.incidentId) ?? []), ...placed]);
  }
  return null;
};

/** An event log is lines of JSON; no document that an importer knows begins with a brace. */
const isLog = (text: string, format: string | null): boolean =>
  format === LOG ||
  (format === null &&
    text
      .replace(/^\uFEFF/, '')
      .trimStart()
      .startsWith('{'));

/**
 * Reads the files, event logs and documents alike, into a ledger in memory.
 *
 * @param present - The present, which the documents' claims are recorded at.
 */
export const readInputs = async (
  files: readonly string[],
  options: InputOptions,
  { io, present }: { io: Io; present: Instant },
): Promise<E.Either<Failure, Inputs>> => {
  const { format } = options;
  if (format !== null && format !== LOG && !importers.some(({ name }) => name === format)) {
    const known = [LOG, ...importers.map(({ name }) => name)].join(', ');
    return E.left(badInput(`--as: expected one of ${known}, got ${JSON.stringify(format)}`));
  }
  const store = memoryStore({ clock: () => present });
  const ledger = createLedger({ store, clock: () => present });
  const gathered: Gathered = { store, ledger, incidentIds: new Set(), warnings: new Map() };
  for (const file of files) {
    const text = await textOf(file, io);
    if (E.isLeft(text)) return text;
    const failure = isLog(text.right, format)
      ? await takeLog(nameOf(file), text.right, gathered)
      : await takeDocument(nameOf(file), text.right, options, gathered);
    if (failure) return E.left(failure);
  }
  return E.right({ ...gathered, incidentIds: [...gathered.incidentIds] });
};
