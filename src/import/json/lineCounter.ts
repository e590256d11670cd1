/** A place in a text that comes in pieces. */
export interface TextPlace {
  /** Its line, from 1. */
  readonly line: number;
  /** Which byte of that line it is, from 1. */
  readonly byte: number;
}

const NEWLINE = 10;

/** Counts the lines of a text that comes in pieces, up to a place in it; places are asked for in their order. */
export interface LineCounter {
  /** Takes the next piece. */
  readonly take: (bytes: Uint8Array) => void;
  /** The place so many bytes behind the beginning of the text. */
  readonly at: (offset: number) => TextPlace;
}

/** Begins to count lines. */
export const lineCounter = (): LineCounter => {
  let [line, counted, start, lineStart] = [1, 0, 0, 0];
  let piece: Uint8Array = new Uint8Array();
  const at = (offset: number): TextPlace => {
    for (const end = Math.min(offset, start + piece.length); counted < end; counted += 1) {
      if (piece[counted - start] !== NEWLINE) continue;
      line += 1;
      lineStart = counted + 1;
    }
    return { line, byte: Math.max(1, Math.min(offset, start + piece.length) - lineStart + 1) };
  };
  return {
    at,
    take: (bytes) => {
      at(start + piece.length);
      start += piece.length;
      piece = bytes;
    },
  };
};
