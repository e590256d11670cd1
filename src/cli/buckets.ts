import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byteLines } from '../index.ts';

/** How many files lines are divided into at once. */
const BUCKETS = 256;

/** How much is kept in memory. */
export interface Bounds {
  /** How much is kept of each bucket before it is written, in bytes. */
  readonly pending: number;
  /** A bucket that is larger is divided again, in bytes. */
  readonly largestBytes: number;
}

const BOUNDS: Bounds = { pending: 16 * 1024, largestBytes: 4 * 1024 * 1024 };

/** How often: one that is still larger then is of one incident. */
const DEEPEST = 4;

/** The bucket of a key; another at each depth. */
const bucketOf = (key: string, depth: number): number => {
  let hash = 0x81_1c_9d_c5 + depth;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01_00_01_93);
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % BUCKETS;
};

/** Divides lines among files by key, so that those of one key are in one file. */
interface Buckets {
  readonly add: (key: string, line: string) => void;
  /** Writes what is still kept; the files that there are. */
  readonly files: () => readonly string[];
}

/** What is kept of a bucket: as bytes, since texts would outlive what the collector takes for short-lived. */
interface Pending {
  readonly bytes: Buffer;
  used: number;
}

const bucketsIn = (
  folder: string,
  name: string,
  { depth, pending: most }: { readonly depth: number; readonly pending: number },
): Buckets => {
  const pending = new Map<number, Pending>();
  const written = new Set<number>();
  const fileOf = (bucket: number): string => join(folder, `${name}-${bucket}`);
  const write = (bucket: number, what: Uint8Array | string): void => {
    appendFileSync(fileOf(bucket), what);
    written.add(bucket);
  };
  const flush = (bucket: number, kept: Pending): void => {
    if (kept.used > 0) write(bucket, kept.bytes.subarray(0, kept.used));
    kept.used = 0;
  };
  return {
    add: (key, line) => {
      const bucket = bucketOf(key, depth);
      const kept = pending.get(bucket) ?? { bytes: Buffer.allocUnsafe(most), used: 0 };
      pending.set(bucket, kept);
      const size = Buffer.byteLength(line);
      if (kept.used + size > most) flush(bucket, kept);
      if (size > most) write(bucket, line);
      else kept.used += kept.bytes.write(line, kept.used);
    },
    files: () => {
      for (const [bucket, kept] of pending) flush(bucket, kept);
      return [...written].toSorted((a, b) => a - b).map(fileOf);
    },
  };
};

/** A line with the key that it is grouped by. */
export interface KeyedLine {
  readonly key: string;
  readonly line: string;
}

/** Lines on disk, to be had again bucket by bucket. */
export interface SpilledLines {
  readonly add: (keyed: KeyedLine) => void;
  /** The lines, some at a time; all of one key at the same time, each ending in a line feed. */
  readonly groups: () => Generator<readonly string[], void, undefined>;
  /** Removes the files. */
  readonly remove: () => void;
}

const PIECE_BYTES = 1 << 20;

/** Takes the lines of a file, each with its line feed, then removes it: it may be larger than a text can be. */
const takeLines = (file: string, take: (line: string) => void): void => {
  const reader = byteLines((text) => {
    take(`${text}\n`);
  });
  const piece = new Uint8Array(PIECE_BYTES);
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const length = readSync(handle, piece);
      if (length === 0) break;
      reader.take(piece.subarray(0, length));
    }
  } finally {
    closeSync(handle);
  }
  reader.end();
  rmSync(file);
};

const linesIn = (file: string): readonly string[] => {
  const lines: string[] = [];
  takeLines(file, (line) => {
    lines.push(line);
  });
  return lines;
};

/** Keeps lines in files of its own until all of a key are there: in memory is one file's worth of them. */
export const spilledLines = (
  keyOf: (line: string) => string,
  { pending, largestBytes }: Bounds = BOUNDS,
): SpilledLines => {
  const folder = mkdtempSync(join(tmpdir(), 'incident-ledger-'));
  const first = bucketsIn(folder, 'part', { depth: 0, pending });

  function* groupsIn(file: string, depth: number): Generator<readonly string[], void, undefined> {
    if (statSync(file).size <= largestBytes || depth > DEEPEST) {
      yield linesIn(file);
      return;
    }
    const name = `${depth}-${file.slice(file.lastIndexOf('-') + 1)}`;
    const again = bucketsIn(folder, name, { depth, pending });
    takeLines(file, (line) => {
      again.add(keyOf(line), line);
    });
    for (const part of again.files()) yield* groupsIn(part, depth + 1);
  }

  return {
    add: ({ key, line }) => {
      first.add(key, `${line}\n`);
    },
    *groups() {
      for (const file of first.files()) yield* groupsIn(file, 1);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
