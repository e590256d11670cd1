import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileParts } from './fileParts.ts';

/** Texts by key, in a file of their own once they are many. */
export interface SpilledTexts<K extends string> {
  /** The keys that anything was added to, be it nothing, in the order in which they came first. */
  readonly keys: () => Iterable<K>;
  /** Whether anything was added to a key. */
  readonly has: (key: K) => boolean;
  /** Adds a text behind those that are there of a key. */
  readonly add: (key: K, text: string) => void;
  /** What was added to a key, text by text. */
  readonly texts: (key: K) => Iterable<string>;
  /** Removes the file. */
  readonly remove: () => void;
}

/** Bytes put together in memory before they are written. */
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

/** The same key as a text of its own, and no slice of a longer one, which it would keep in memory. */
const ownKey = <K extends string>(key: K): K =>
  // It was one before.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  Buffer.from(key).toString() as K;

/**
 * No texts yet; the file is made when they are many. In memory is where in it the texts of each key are.
 *
 * @param folder - Where to make a folder for it.
 */
export const spilledTexts = <K extends string>(folder: string): SpilledTexts<K> => {
  /** The last text of each key; -1 while it has none. */
  const last = new Map<K, number>();
  const parts = fileParts();
  let file: File | null = null;
  let pending: Buffer[] = [];
  let [written, pendingBytes] = [0, 0];

  const flush = (): void => {
    file ??= openedIn(folder);
    const bytes = Buffer.concat(pending);
    pending = [];
    pendingBytes = 0;
    for (let at = 0; at < bytes.length;) {
      const more = writeSync(file.handle, bytes, at, bytes.length - at, written);
      at += more;
      written += more;
    }
  };

  /** Bytes that are still in memory. */
  const waiting = (start: number, length: number): Buffer => {
    if (pending.length > 1) pending = [Buffer.concat(pending)];
    const from = start - written;
    return (pending[0] ?? Buffer.alloc(0)).subarray(from, from + length);
  };

  return {
    keys: () => last.keys(),
    has: (key) => last.has(key),
    add: (key, text) => {
      const before = last.get(key);
      if (before === undefined) last.set(ownKey(key), -1);
      if (text === '') return;
      const bytes = Buffer.from(text);
      const part = { start: written + pendingBytes, length: bytes.length };
      last.set(key, parts.add(part, before ?? -1));
      pending.push(bytes);
      pendingBytes += bytes.length;
      if (pendingBytes > PIECE_BYTES) flush();
    },
    *texts(key) {
      for (const { start, length } of parts.upTo(last.get(key) ?? -1)) {
        const bytes =
          file && start < written ? bytesAt(file.handle, start, length) : waiting(start, length);
        yield bytes.toString();
      }
    },
    remove: () => {
      if (!file) return;
      closeSync(file.handle);
      rmSync(file.folder, { recursive: true, force: true });
      file = null;
    },
  };
};
