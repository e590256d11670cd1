/** A part of a file, in bytes. */
export interface FilePart {
  /** Where it begins. */
  readonly start: number;
  /** Its length. */
  readonly length: number;
}

/** Parts of a file that belong together in rows, kept as numbers alone: there may be millions. */
export interface FileParts {
  /**
   * Adds a part to a row.
   *
   * @param before - The part before it in its row; -1 for the first.
   * @returns The part.
   */
  readonly add: (part: FilePart, before: number) => number;
  /** The parts of a row up to that one; none for -1. */
  readonly upTo: (last: number) => readonly FilePart[];
}

/** Numbers of a part: its start, its length, and the part before it. */
const WIDTH = 3;
const FEWEST = 1024;

/** No parts yet. */
export const fileParts = (): FileParts => {
  let numbers = new Float64Array(FEWEST * WIDTH);
  let count = 0;
  return {
    add: ({ start, length }, before) => {
      if (count * WIDTH === numbers.length) {
        const larger = new Float64Array(numbers.length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers.set([start, length, before], count * WIDTH);
      count += 1;
      return count - 1;
    },
    upTo: (last) => {
      const row: FilePart[] = [];
      for (let part = last; part >= 0; part = numbers[part * WIDTH + 2] ?? -1) {
        row.push({ start: numbers[part * WIDTH] ?? 0, length: numbers[part * WIDTH + 1] ?? 0 });
      }
      return row.toReversed();
    },
  };
};
