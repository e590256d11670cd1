import { derivedUuid } from '../../primitives/uuid.ts';

/**
 * Numbers by id, each id known by 64 bits of its digest. Of ten million ids, two have the same with a probability of
 * three in a million.
 */
export interface IdTable {
  /** The number of an id; 0 when it has none. */
  readonly get: (a: number, b: number) => number;
  /** Gives an id a number. */
  readonly set: (a: number, b: number, value: number) => void;
  /** How many bytes are taken up. */
  readonly bytes: () => number;
}

/** Hands over 64 bits of the digest of an id, those at both ends of its UUID; the first word is never 0. */
export const withDigest = <A>(id: string, use: (a: number, b: number) => A): A => {
  const digest = derivedUuid(id);
  const a = Number.parseInt(digest.slice(0, 8), 16);
  const b = Number.parseInt(digest.slice(-8), 16);
  return use(a === 0 ? 1 : a, b);
};

/** Words of an entry: two of the digest, and the number. */
const WIDTH = 3;
/** Entries to begin with; a power of two, as their number always is. */
const FEWEST = 1024;

/** No numbers yet. */
export const idTable = (): IdTable => {
  let table = new Uint32Array(FEWEST * WIDTH);
  let count = 0;

  /** The entry of a digest, or the free one where it belongs. */
  const entryOf = (a: number, b: number): number => {
    const mask = table.length / WIDTH - 1;
    let at = (b & mask) * WIDTH;
    while (table[at] !== 0 && !(table[at] === a && table[at + 1] === b)) {
      at = at + WIDTH === table.length ? 0 : at + WIDTH;
    }
    return at;
  };

  const put = (a: number, b: number, value: number): void => {
    const at = entryOf(a, b);
    if (table[at] === 0) count += 1;
    table[at] = a;
    table[at + 1] = b;
    table[at + 2] = value;
  };

  const grow = (): void => {
    const before = table;
    table = new Uint32Array(before.length * 2);
    count = 0;
    for (let at = 0; at < before.length; at += WIDTH) {
      const a = before[at] ?? 0;
      if (a !== 0) put(a, before[at + 1] ?? 0, before[at + 2] ?? 0);
    }
  };

  return {
    get: (a, b) => table[entryOf(a, b) + 2] ?? 0,
    set: (a, b, value) => {
      put(a, b, value);
      if (count * 4 * WIDTH > table.length * 3) grow();
    },
    bytes: () => table.byteLength,
  };
};
