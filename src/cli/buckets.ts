import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How many files lines are divided into at once. */
const BUCKETS = 64;
/** How much is kept before it is written, in characters of each. */
const PENDING = 65_536;
/** A bucket that is larger is divided again, in bytes. */
const LARGEST_BYTES = 16 * 1024 * 1024;
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

const bucketsIn = (folder: string, name: string, depth: number): Buckets => {
  const pending = new Map<number, string[]>();
  const sizes = new Map<number, number>();
  const written = new Set<number>();
  const fileOf = (bucket: number): string => join(folder, `${name}-${bucket}`);
  const flush = (bucket: number): void => {
    appendFileSync(fileOf(bucket), (pending.get(bucket) ?? []).join(''));
    pending.set(bucket, []);
    sizes.set(bucket, 0);
    written.add(bucket);
  };
  return {
    add: (key, line) => {
      const bucket = bucketOf(key, depth);
      const lines = pending.get(bucket);
      if (lines) lines.push(line);
      else pending.set(bucket, [line]);
      const size = (sizes.get(bucket) ?? 0) + line.length;
      sizes.set(bucket, size);
      if (size > PENDING) flush(bucket);
    },
    files: () => {
      for (const [bucket, lines] of pending) if (lines.length > 0) flush(bucket);
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

const linesIn = (file: string): readonly string[] => {
  const lines = readFileSync(file, 'utf8').split('\n');
  rmSync(file);
  return lines.slice(0, -1).map((line) => `${line}\n`);
};

/** Keeps lines in files of its own until all of a key are there: in memory is one file's worth of them. */
export const spilledLines = (keyOf: (line: string) => string): SpilledLines => {
  const folder = mkdtempSync(join(tmpdir(), 'incident-ledger-'));
  const first = bucketsIn(folder, 'part', 0);

  function* groupsIn(file: string, depth: number): Generator<readonly string[], void, undefined> {
    if (statSync(file).size <= LARGEST_BYTES || depth > DEEPEST) {
      yield linesIn(file);
      return;
    }
    const again = bucketsIn(folder, `${depth}-${file.slice(file.lastIndexOf('-') + 1)}`, depth);
    for (const line of linesIn(file)) again.add(keyOf(line), line);
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
