import type { CsvCase } from './csvCases.ts';
import { idTable, withDigest } from './idTable.ts';

/** What is known of an incident beside its claims. */
type Rested = Pick<CsvCase, 'past' | 'seen' | 'latest' | 'digest'>;

/**
 * Keeps what is known of incidents that have no claims waiting: small, and holding on to nothing of the file; and knows
 * those that it was told to forget.
 */
export interface RestedCases {
  /** Puts an incident away, as the one put away last. */
  readonly put: (id: string, rested: Rested) => void;
  /** Takes an incident up again; null when it never came, `Gone` when it was let go of. */
  readonly take: (id: string) => Rested | 'Gone' | null;
  /** Lets go of an incident that is not put away. */
  readonly leave: (id: string) => void;
  /** Lets go of those put away first, until only so many are left. */
  readonly letGo: (most: number) => void;
  /** How many are put away. */
  readonly size: () => number;
  /** How many bytes all this takes up. */
  readonly bytes: () => number;
}

/** The same text as one of its own, and no slice of a longer one, which it would keep in memory. */
const ownText = (text: string): string => String(JSON.parse(JSON.stringify(text)));

/** A text, or its place among those that were known already. */
type Known = string | number;

/** Texts that are known, to be written as their places: rows repeat the words of their columns. */
const MOST_KNOWN = 4096;

/** Writes texts as their places where they are known, and finds them by these. */
const shorthand = () => {
  const places = new Map<string, number>();
  const texts: string[] = [];
  return {
    write: (text: string): Known => {
      const place = places.get(text);
      if (place !== undefined) return place;
      if (texts.length >= MOST_KNOWN) return text;
      const own = ownText(text);
      places.set(own, texts.length);
      return texts.push(own) - 1;
    },
    read: (known: Known): string => (typeof known === 'string' ? known : (texts[known] ?? '')),
  };
};

/** What is kept as JSON: the time, the values, each item as often as it came, and the digest. */
type Parts = readonly [
  latest: string,
  values: readonly (Known | null)[] | null,
  items: readonly Known[],
  digest: string,
];

const FEWEST_BYTES = 65_536;
/** Bytes in front of each text: its length, whether it is still there, and the digest of its incident. */
const HEAD_BYTES = 16;
/** No unit of UTF-16 takes more in UTF-8. */
const MOST_BYTES_A_UNIT = 3;

/** What an incident has instead of a place: it was let go of, or taken up again. */
const GONE = 1;
const AWAKE = 2;
/** Numbers from here on are places. */
const PLACES = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * None put away yet. All is kept as bytes, in the order in which it came: an engine lets its own memory grow to several
 * times what is alive there before it looks for what is not.
 *
 * @param places - The places of the values that later rows are compared with.
 */
export const restedCases = (places: readonly number[]): RestedCases => {
  const table = idTable();
  const short = shorthand();
  let bytes = new Uint8Array(FEWEST_BYTES);
  let view = new DataView(bytes.buffer);
  /** Where the first and behind the last text is, how many bytes are of those still there, and how many these are. */
  let [begin, end, alive, size] = [0, 0, 0, 0];

  const lengthAt = (start: number): number => HEAD_BYTES + view.getUint32(start);
  const isThere = (start: number): boolean => view.getUint32(start + 4) === 1;

  /** Takes a text away, and gives its incident a number instead of its place. */
  const remove = (start: number, instead: number): void => {
    table.set(view.getUint32(start + 8), view.getUint32(start + 12), instead);
    view.setUint32(start + 4, 0);
    alive -= lengthAt(start);
    size -= 1;
  };

  /** Makes room behind the last text: moves all together, to a larger buffer where they leave too little in this one. */
  const makeRoom = (wanted: number): void => {
    const [before, last] = [bytes, end];
    const isSmall = (alive + wanted) * 4 > bytes.length * 3;
    if (isSmall) bytes = new Uint8Array(Math.ceil((alive + wanted) * 1.5));
    end = 0;
    for (let at = begin; at < last;) {
      const length = lengthAt(at);
      if (isThere(at)) {
        table.set(view.getUint32(at + 8), view.getUint32(at + 12), end + PLACES);
        bytes.set(before.subarray(at, at + length), end);
        end += length;
      }
      at += length;
    }
    begin = 0;
    view = new DataView(bytes.buffer);
  };

  const write = (text: string, a: number, b: number): number => {
    const most = HEAD_BYTES + text.length * MOST_BYTES_A_UNIT;
    if (end + most > bytes.length) makeRoom(most);
    const start = end;
    const { written } = encoder.encodeInto(text, bytes.subarray(start + HEAD_BYTES));
    view.setUint32(start, written);
    view.setUint32(start + 4, 1);
    view.setUint32(start + 8, a);
    view.setUint32(start + 12, b);
    end += HEAD_BYTES + written;
    alive += HEAD_BYTES + written;
    size += 1;
    return start;
  };

  const partsOf = ({ latest, past, seen, digest }: Rested): Parts => {
    const items: Known[] = [];
    for (const [item, count] of seen) {
      for (let nth = 0; nth < count; nth += 1) items.push(short.write(item));
    }
    const values = places.map((place) => {
      const value = past?.[place];
      return value === undefined ? null : short.write(value);
    });
    return [latest, past && values, items, digest];
  };

  const restedOf = ([latest, values, items, digest]: Parts): Rested => {
    const past: (string | undefined)[] = [];
    for (const [index, place] of places.entries()) {
      const value = values?.[index] ?? null;
      past[place] = value === null ? undefined : short.read(value);
    }
    const seen = new Map<string, number>();
    for (const item of items.map(short.read)) seen.set(item, (seen.get(item) ?? 0) + 1);
    return { latest, past: values && past, seen, digest };
  };

  return {
    put: (id, rested) => {
      const text = JSON.stringify(partsOf(rested));
      withDigest(id, (a, b) => table.set(a, b, write(text, a, b) + PLACES));
    },
    take: (id) => {
      const found = withDigest(id, table.get);
      if (found < PLACES) return found === GONE ? 'Gone' : null;
      const start = found - PLACES;
      const text = decoder.decode(bytes.subarray(start + HEAD_BYTES, start + lengthAt(start)));
      remove(start, AWAKE);
      // It was written above, and nobody else has it.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return restedOf(JSON.parse(text) as Parts);
    },
    leave: (id) => {
      withDigest(id, (a, b) => table.set(a, b, GONE));
    },
    letGo: (most) => {
      for (let left = size - most; left > 0; begin += lengthAt(begin)) {
        if (!isThere(begin)) continue;
        remove(begin, GONE);
        left -= 1;
      }
    },
    size: () => size,
    bytes: () => bytes.length + table.bytes(),
  };
};
