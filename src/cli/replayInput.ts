import * as E from 'fp-ts/lib/Either.js';
import type { EventStore, Instant, LogFault, ReplayError } from '../index.ts';
import { showLogFault, showReplayError } from '../index.ts';
import type { ChainedLogs } from './chainedLogs.ts';
import { chainedLogs } from './chainedLogs.ts';
import type { Failure } from './failure.ts';
import { badInput, firstOf, storeFailed } from './failure.ts';
import { isLog } from './formats.ts';
import type { InputFile } from './inputFile.ts';
import { inputFile } from './inputFile.ts';
import { readInputs } from './inputs.ts';
import type { Io } from './io.ts';
import type { Reading } from './request.ts';
import { sayWarnings } from './sayWarnings.ts';

/** Something to replay. */
export interface ReplayInput {
  /** Its events. */
  readonly source: EventStore | AsyncIterable<Uint8Array>;
  /** Says why a replay of it did not come to its end. */
  readonly failure: (error: ReplayError) => Failure;
  /** Says what of a log cannot be read. */
  readonly faultLine: (fault: LogFault) => string;
}

/** A replay of a store: what it holds is its fault, what takes the views is the user's. */
export const replayOfStore = (source: EventStore): ReplayInput => ({
  source,
  failure: (error) =>
    error._tag === 'TakerFault'
      ? badInput(showReplayError(error))
      : storeFailed(error._tag === 'Aborted' ? 'stopped' : showReplayError(error)),
  faultLine: showLogFault,
});

/** The fault at its line of its own file. */
const placed = (fault: LogFault, { placeOf }: ChainedLogs): string => {
  const { name, line } = placeOf(fault.line);
  if (!('firstLine' in fault)) return `${name}: ${showLogFault({ ...fault, line })}`;
  const first = placeOf(fault.firstLine);
  const other = first.name === name ? '' : ` of ${first.name}`;
  return `${name}: ${showLogFault({ ...fault, line, firstLine: first.line })}${other}`;
};

const replayOfLogs = (logs: readonly InputFile[]): ReplayInput => {
  const chained = chainedLogs(logs);
  return {
    source: chained.bytes,
    failure: (error) => {
      switch (error._tag) {
        case 'UnreadableLog':
          return badInput(...firstOf(error.faults.map((fault) => placed(fault, chained))));
        case 'NotGrouped': {
          const { name, line } = chained.placeOf(error.line);
          return badInput(`${name}: ${showReplayError({ ...error, line })}`);
        }
        case 'Aborted':
          return storeFailed('stopped');
        case 'Unavailable':
          return badInput(`${chained.current()}: ${error.message}`);
        default:
          return badInput(showReplayError(error));
      }
    },
    faultLine: (fault) => placed(fault, chained),
  };
};

/** Documents whose beginning was read already; standard input and pipes cannot be read again. */
const replayOfDocuments = async (
  documents: ReadonlyMap<string, InputFile>,
  { files: _, ...reading }: Reading,
  io: Io,
  present: Instant,
): Promise<E.Either<Failure, ReplayInput>> => {
  const pieces = (path: string): AsyncIterable<Uint8Array> =>
    // A file can be read from its beginning again.
    (io.isOnce(path) ? documents.get(path)?.bytes() : undefined) ?? io.pieces(path);
  const resuming: Io = { ...io, pieces };
  const inputs = await readInputs([...documents.keys()], reading, { io: resuming, present });
  if (E.isLeft(inputs)) return inputs;
  sayWarnings(inputs.right, io);
  return E.right(replayOfStore(inputs.right.store));
};

/** The files to replay: logs as they come in, or documents, read into a ledger in memory. */
export const replayInput = async (
  reading: Reading,
  io: Io,
  present: Instant,
): Promise<E.Either<Failure, ReplayInput>> => {
  const logs: InputFile[] = [];
  const documents = new Map<string, InputFile>();
  for (const path of new Set(reading.files)) {
    const file = await inputFile(path, io, reading.format);
    if (E.isLeft(file)) return file;
    if (isLog(file.right.head, reading.format)) logs.push(file.right);
    else documents.set(path, file.right);
  }
  if (documents.size === 0) return E.right(replayOfLogs(logs));
  const [document] = documents.values();
  return logs.length === 0
    ? replayOfDocuments(documents, reading, io, present)
    : E.left(
        badInput(
          `expected event logs or documents, got ${logs[0]?.name ?? ''} of the one and ${document?.name ?? ''} of the other; import both into a ledger, and replay that`,
        ),
      );
};
