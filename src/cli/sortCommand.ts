import { byteLines } from '../index.ts';
import type { SpilledLines } from './buckets.ts';
import { spilledLines } from './buckets.ts';
import type { Failure } from './failure.ts';
import { badInput, storeFailed } from './failure.ts';
import type { Io } from './io.ts';
import { reasonOf } from './reasonOf.ts';
import type { SortRequest } from './request.ts';
import { unpacked, utf8Bytes } from './utf8Text.ts';

/** Where a line belongs. */
interface Place {
  readonly incidentId: string;
  readonly revision: number;
}

const placeOf = (line: string): Place | null => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (!('incidentId' in value) || !('revision' in value)) return null;
  const { incidentId, revision } = value;
  return typeof incidentId === 'string' && typeof revision === 'number'
    ? { incidentId, revision }
    : null;
};

/** How many lines that cannot be placed are named. */
const MOST_NAMED = 10;

/** Takes the lines of a file, plain or packed by gzip; what cannot be placed. */
const spill = async (file: string, lines: SpilledLines, io: Io): Promise<readonly string[]> => {
  const name = file === '-' ? 'standard input' : file;
  const faults: string[] = [];
  let count = 0;
  const reader = byteLines((text) => {
    count += 1;
    const line = (count === 1 ? text.replace(/^\uFEFF/, '') : text).trim();
    if (line === '' || faults.length === MOST_NAMED) return;
    const place = placeOf(line);
    if (place) lines.add({ key: place.incidentId, line });
    else faults.push(`${name}: line ${count}: expected an event with incidentId and revision`);
  });
  try {
    for await (const chunk of utf8Bytes(unpacked(io.pieces(file)))) {
      if (io.signal.aborted || faults.length === MOST_NAMED) break;
      reader.take(chunk);
      io.progress(`${name}: ${count} lines`);
    }
  } catch (cause) {
    return [`${name}: ${reasonOf(cause)}`];
  }
  reader.end();
  return faults;
};

/** Lines that came in any order, incident after incident and each by revision. */
const inOrder = (lines: readonly string[]): string => {
  const incidents = new Map<string, { readonly revision: number; readonly line: string }[]>();
  for (const line of lines) {
    const place = placeOf(line);
    if (!place) continue;
    const { incidentId, revision } = place;
    const group = incidents.get(incidentId);
    if (group) group.push({ revision, line });
    else incidents.set(incidentId, [{ revision, line }]);
  }
  return [...incidents.values()]
    .flatMap((group) => group.toSorted((a, b) => a.revision - b.revision))
    .map(({ line }) => line)
    .join('');
};

const sorted = async (
  files: readonly string[],
  lines: SpilledLines,
  io: Io,
): Promise<Failure | null> => {
  const faults: string[] = [];
  for (const file of files) faults.push(...(await spill(file, lines, io)));
  io.progress('');
  if (io.signal.aborted) return storeFailed('stopped');
  if (faults.length > 0) return badInput(...faults);
  for (const group of lines.groups()) {
    if (io.signal.aborted) return storeFailed('stopped');
    await io.out(inOrder(group));
  }
  return null;
};

/**
 * Groups event logs of any size by incident, each by revision, on standard output. Nothing is written when a line
 * cannot be placed.
 */
export const sortCommand = async ({ files }: SortRequest, io: Io): Promise<Failure | null> => {
  const lines = spilledLines((line) => placeOf(line)?.incidentId ?? '');
  try {
    return await sorted(files, lines, io);
  } finally {
    lines.remove();
  }
};
