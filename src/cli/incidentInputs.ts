import * as E from 'fp-ts/lib/Either.js';
import { byteLines } from '../index.ts';
import type { Failure } from './failure.ts';
import { isLog, LOG } from './formats.ts';
import type { InputFile } from './inputFile.ts';
import { inputFile } from './inputFile.ts';
import type { Inputs, Into } from './inputs.ts';
import { readInputs } from './inputs.ts';
import type { Io } from './io.ts';
import type { Reading } from './request.ts';

/** Whether a line tells plainly, without being parsed, that it is whole and of another incident than one it does not name. */
const isPlainlyAnother = (line: string): boolean =>
  line.includes('"incidentId"') && !line.includes('\\') && /\}\s*$/.test(line);

/** Whether a line of a log may be of an incident: it is, or it is damaged, so that nobody can tell. */
const isOf = (line: string, incident: string): boolean => {
  if (!line.includes(JSON.stringify(incident)) && isPlainlyAnother(line)) return false;
  if (/^\s*$/.test(line)) return false;
  try {
    const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && 'incidentId' in value
      ? value.incidentId === incident
      : true;
  } catch {
    return true;
  }
};

/** The lines of one incident, each where it stands: the others are empty. */
async function* linesOf(
  incident: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  let lines: string[] = [];
  const reader = byteLines((text) => {
    lines.push(isOf(text, incident) ? `${text}\n` : '\n');
  });
  const taken = (): Uint8Array => {
    const text = lines.join('');
    lines = [];
    return Buffer.from(text);
  };
  for await (const piece of bytes) {
    reader.take(piece);
    yield taken();
  }
  reader.end();
  yield taken();
}

/** The files as logs by their path; null when one is none, or can be read only once. */
const logsOf = async (
  { files, format }: Reading,
  io: Io,
): Promise<ReadonlyMap<string, InputFile> | null> => {
  const logs = new Map<string, InputFile>();
  for (const path of files) {
    const file = io.isOnce(path) ? null : await inputFile(path, io, format);
    if (file === null || E.isLeft(file) || !isLog(file.right.head, format)) return null;
    logs.set(path, file.right);
  }
  return logs;
};

/**
 * Reads the files into a ledger, where that can be done only one incident of them: logs of any size then take no more
 * memory than it does. What is wrong is told as `readInputs` does, of all.
 *
 * @param incident - The incident; null for all.
 */
export const incidentInputs = async (
  incident: string | null,
  reading: Reading,
  into: Into,
): Promise<E.Either<Failure, Inputs>> => {
  const all = async (): Promise<E.Either<Failure, Inputs>> =>
    readInputs(reading.files, reading, into);
  if (incident === null) return all();
  const logs = await logsOf(reading, into.io);
  if (logs === null) return all();
  const pieces = (path: string): AsyncIterable<Uint8Array> => {
    const log = logs.get(path);
    return log ? linesOf(incident, log.bytes()) : into.io.pieces(path);
  };
  const io: Io = { ...into.io, pieces };
  const one = await readInputs(reading.files, { ...reading, format: LOG }, { ...into, io });
  return E.isRight(one) && one.right.incidentIds.length > 0 ? one : all();
};
