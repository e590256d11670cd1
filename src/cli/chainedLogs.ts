import type { InputFile } from './inputFile.ts';
import { lineFeeds } from './utf8Text.ts';

/** Several logs, read one after the other as one. */
export interface ChainedLogs {
  /** Their bytes; each log ends a line. Throws what reading a file throws. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** The log that is read now; the last one once all are. */
  readonly current: () => string;
  /** The log that a line of all is in, and which of its lines that is, both from 1. */
  readonly placeOf: (line: number) => { readonly name: string; readonly line: number };
}

const LINE_FEED = 0x0a;
const LINE_END = Uint8Array.of(LINE_FEED);

const isMarked = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** Chains logs, so that an incident that comes again in another file is found out as one that comes again. */
export const chainedLogs = (logs: readonly InputFile[]): ChainedLogs => {
  const starts: { readonly name: string; readonly before: number }[] = [];
  let lines = 0;

  async function* bytes(): AsyncGenerator<Uint8Array, void, undefined> {
    for (const { name, bytes: piecesOf } of logs) {
      starts.push({ name, before: lines });
      let isFirst = true;
      let last: number | undefined;
      for await (const piece of piecesOf()) {
        // A mark of the byte order is only looked for at the beginning of all.
        yield isFirst && isMarked(piece) ? piece.subarray(3) : piece;
        isFirst = false;
        lines += lineFeeds(piece);
        last = piece.at(-1) ?? last;
      }
      if (last !== undefined && last !== LINE_FEED) {
        yield LINE_END;
        lines += 1;
      }
    }
  }

  return {
    bytes: bytes(),
    current: () => starts.at(-1)?.name ?? logs[0]?.name ?? '',
    placeOf: (line) => {
      const start = starts.findLast(({ before }) => before < line);
      return { name: start?.name ?? '', line: line - (start?.before ?? 0) };
    },
  };
};
