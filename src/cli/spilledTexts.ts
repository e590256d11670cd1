import { fileParts } from './fileParts.ts';
import { PIECE_BYTES, scratchFile } from './scratchFile.ts';

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
  /** What was added to all, key by key, as bytes of UTF-8, in pieces that end where a text does. */
  readonly bytes: () => Iterable<Buffer>;
  /** Removes the file. */
  readonly remove: () => void;
}

/** The same key as a text of its own, and no slice of a longer one, which it would keep in memory. */
const ownKey = <K extends string>(key: K): K =>
  // It was one before.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  Buffer.from(key).toString() as K;

/**
 * No texts yet. In memory is where in the file the texts of each key are.
 *
 * @param folder - Where to make a folder for the file.
 */
export const spilledTexts = <K extends string>(folder: string): SpilledTexts<K> => {
  /** The last text of each key; -1 while it has none. */
  const last = new Map<K, number>();
  const parts = fileParts();
  const file = scratchFile(folder);
  return {
    keys: () => last.keys(),
    has: (key) => last.has(key),
    add: (key, text) => {
      const before = last.get(key);
      if (before === undefined) last.set(ownKey(key), -1);
      if (text === '') return;
      last.set(key, parts.add(file.add(text), before ?? -1));
    },
    *texts(key) {
      for (const part of parts.upTo(last.get(key) ?? -1)) yield file.read(part).toString();
    },
    *bytes() {
      // Parts that follow each other are read at once: most keys have but one, behind that of the key before.
      let [start, length] = [0, 0];
      for (const each of last.values()) {
        for (const part of parts.upTo(each)) {
          if (part.start === start + length && length + part.length <= PIECE_BYTES) {
            length += part.length;
            continue;
          }
          if (length > 0) yield file.read({ start, length });
          ({ start, length } = part);
        }
      }
      if (length > 0) yield file.read({ start, length });
    },
    remove: file.remove,
  };
};
