import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { IncidentId, StoredEvent } from '../index.ts';
import { logLine } from '../index.ts';
import { fileParts } from './fileParts.ts';

/** The beginnings of streams, in a file of their own. */
export interface SpilledStreams {
  /** The incidents that anything was added to, be it nothing, in the order in which they came first. */
  readonly incidentIds: () => Iterable<IncidentId>;
  /** Adds events behind those that are there of an incident. */
  readonly add: (incidentId: IncidentId, events: readonly StoredEvent[]) => void;
  /** What is there of an incident, as lines of a log, some at a time. */
  readonly texts: (incidentId: IncidentId) => Iterable<string>;
  /** The same as events. */
  readonly read: (incidentId: IncidentId) => readonly StoredEvent[];
  /** Removes the file. */
  readonly remove: () => void;
}

/** Bytes put together before they are written. */
const PIECE_BYTES = 1 << 20;

interface File {
  readonly folder: string;
  readonly handle: number;
}

/** Opens a new file and takes its name away, where the system lets one: then it is gone however the process ends. */
const openedIn = (within: string): File => {
  const folder = mkdtempSync(join(within, 'incident-ledger-'));
  const handle = openSync(join(folder, 'streams'), 'w+');
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // It is removed when it is done with.
  }
  return { folder, handle };
};

/** Events of one incident as lines of a log. */
export const logOf = (events: readonly StoredEvent[]): string =>
  events.map((event) => `${logLine(event)}\n`).join('');

const bytesAt = (handle: number, from: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  let at = 0;
  while (at < length) {
    const read = readSync(handle, bytes, at, length - at, from + at);
    if (read === 0) throw new Error('the temporary file is shorter than what was written to it');
    at += read;
  }
  return bytes;
};

/** The same id as a text of its own, and no slice of a longer one, which it would keep in memory. */
const ownId = (incidentId: IncidentId): IncidentId =>
  // It was one before.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  Buffer.from(incidentId).toString() as IncidentId;

/**
 * No streams yet; the file is made with the first. In memory is where in it the parts of each stream are.
 *
 * @param folder - Where to make a folder for it.
 */
export const spilledStreams = (folder: string): SpilledStreams => {
  /** The last part of each stream; -1 while it has none. */
  const last = new Map<IncidentId, number>();
  const parts = fileParts();
  let file: File | null = null;
  let pending: Buffer[] = [];
  let [written, pendingBytes] = [0, 0];

  const flush = (handle: number): void => {
    const bytes = Buffer.concat(pending);
    pending = [];
    pendingBytes = 0;
    for (let at = 0; at < bytes.length;) {
      const more = writeSync(handle, bytes, at, bytes.length - at, written);
      at += more;
      written += more;
    }
  };

  function* texts(incidentId: IncidentId): Iterable<string> {
    if (!file) return;
    if (pendingBytes > 0) flush(file.handle);
    for (const { start, length } of parts.upTo(last.get(incidentId) ?? -1)) {
      yield bytesAt(file.handle, start, length).toString();
    }
  }

  return {
    incidentIds: () => last.keys(),
    add: (incidentId, events) => {
      const before = last.get(incidentId);
      if (before === undefined) last.set(ownId(incidentId), -1);
      if (events.length === 0) return;
      file ??= openedIn(folder);
      const bytes = Buffer.from(logOf(events));
      const part = { start: written + pendingBytes, length: bytes.length };
      last.set(incidentId, parts.add(part, before ?? -1));
      pending.push(bytes);
      pendingBytes += bytes.length;
      if (pendingBytes > PIECE_BYTES) flush(file.handle);
    },
    texts,
    read: (incidentId) => {
      const events: StoredEvent[] = [];
      for (const text of texts(incidentId)) {
        for (const line of text.trimEnd().split('\n')) {
          // It was written above.
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion
          events.push(JSON.parse(line) as StoredEvent);
        }
      }
      return events;
    },
    remove: () => {
      if (!file) return;
      closeSync(file.handle);
      rmSync(file.folder, { recursive: true, force: true });
      file = null;
    },
  };
};
