import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { FilePart } from './fileParts.ts';

/** Texts one after the other as bytes of UTF-8, in a file of their own once they are many. */
export interface ScratchFile {
  /** Adds a text; where it is. */
  readonly add: (text: string) => FilePart;
  /** The bytes of a part, or of several that follow each other. */
  readonly read: (part: FilePart) => Buffer;
  /** Removes the file. */
  readonly remove: () => void;
}

/** Bytes that are put together in memory before they are written. */
export const PIECE_BYTES = 1 << 20;

/** No unit of UTF-16 takes more in UTF-8. */
const MOST_BYTES_A_UNIT = 3;

interface Opened {
  readonly folder: string;
  readonly handle: number;
}

/** Opens a new file and takes its name away, where the system lets one: then it is gone however the process ends. */
const openedIn = (within: string): Opened => {
  const folder = mkdtempSync(join(within, 'incident-ledger-'));
  const handle = openSync(join(folder, 'texts'), 'w+');
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // It is removed when it is done with.
  }
  return { folder, handle };
};

const readInto = (bytes: Buffer, handle: number, from: number, length: number): void => {
  for (let at = 0; at < length;) {
    const read = readSync(handle, bytes, at, length - at, from + at);
    if (read === 0) throw new Error('the temporary file is shorter than what was written to it');
    at += read;
  }
};

/**
 * No texts yet; the file is made when they are many.
 *
 * @param within - Where to make a folder for it.
 */
export const scratchFile = (within: string): ScratchFile => {
  let file: Opened | null = null;
  /** What is not in the file yet, and how much that is. */
  let pending = Buffer.allocUnsafe(PIECE_BYTES);
  let used = 0;
  /** How much is in the file. */
  let written = 0;

  const flush = (): void => {
    file ??= openedIn(within);
    for (let at = 0; at < used;) {
      const more = writeSync(file.handle, pending, at, used - at, written);
      at += more;
      written += more;
    }
    used = 0;
  };

  const makeRoom = (text: string): void => {
    if (used + text.length * MOST_BYTES_A_UNIT <= pending.length) return;
    const bytes = Buffer.byteLength(text);
    if (used > 0 && used + bytes > pending.length) flush();
    if (bytes > pending.length) pending = Buffer.allocUnsafe(bytes);
  };

  return {
    add: (text) => {
      makeRoom(text);
      const start = written + used;
      const length = pending.write(text, used);
      used += length;
      return { start, length };
    },
    read: ({ start, length }) => {
      const bytes = Buffer.allocUnsafe(length);
      const inFile = Math.min(length, Math.max(0, written - start));
      if (file && inFile > 0) readInto(bytes, file.handle, start, inFile);
      const rest = length - inFile;
      const from = start + inFile - written;
      if (rest > 0) pending.copy(bytes, inFile, from, from + rest);
      return bytes;
    },
    remove: () => {
      if (!file) return;
      closeSync(file.handle);
      rmSync(file.folder, { recursive: true, force: true });
      file = null;
    },
  };
};
