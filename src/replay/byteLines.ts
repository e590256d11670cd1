/** Cuts the texts of lines out of bytes. */
type Cut = (from: number, to: number) => string;

/** What Node's buffers can do, of which this needs no types: they cut a text out of bytes in one step. */
interface BufferMaker {
  from(
    bytes: ArrayBufferLike,
    offset: number,
    length: number,
  ): { toString(encoding: string, from: number, to: number): string };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strictDecoder = new TextDecoder('utf-8', { fatal: true });

const cutter = (bytes: Uint8Array): Cut => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const maker = Reflect.get(globalThis, 'Buffer') as BufferMaker | undefined;
  if (maker === undefined) return (from, to) => decoder.decode(bytes.subarray(from, to));
  const buffer = maker.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (from, to) => buffer.toString('utf8', from, to);
};

/** What decoding puts in the place of bytes that are no UTF-8; a text can have it of its own. */
const REPLACEMENT = '\uFFFD';

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    strictDecoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const LINE_FEED = 0x0a;

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/**
 * Takes bytes, cut anywhere, and gives the texts of the lines in them.
 *
 * @public
 */
export interface ByteLines {
  /** Takes the next bytes. */
  readonly take: (chunk: Uint8Array) => void;
  /** Takes what is left as the last line. */
  readonly end: () => void;
}

/**
 * A reader of the lines in UTF-8 bytes. Each line is cut out by itself: to decode all bytes at once costs half
 * as much again, since one character that is not ASCII makes all of the text wide.
 *
 * @param onLine - Takes a line, without its end; and whether its bytes are UTF-8. Where they are not, U+FFFD stands for
 * those that cannot be read.
 * @public
 */
export const byteLines = (onLine: (text: string, isText: boolean) => void): ByteLines => {
  let rest: Uint8Array[] = [];

  const tell = (bytes: Uint8Array, cut: Cut, from: number, to: number): void => {
    const text = cut(from, to);
    onLine(text, !text.includes(REPLACEMENT) || isUtf8(bytes.subarray(from, to)));
  };

  const flush = (): void => {
    const bytes = joined(rest);
    rest = [];
    tell(bytes, cutter(bytes), 0, bytes.length);
  };

  return {
    take: (chunk) => {
      const cut = cutter(chunk);
      let from = 0;
      for (;;) {
        const to = chunk.indexOf(LINE_FEED, from);
        if (to < 0) break;
        if (rest.length > 0) {
          rest.push(chunk.subarray(from, to));
          flush();
        } else tell(chunk, cut, from, to);
        from = to + 1;
      }
      // A copy: whom the bytes belong to may write over them.
      if (from < chunk.length) rest.push(chunk.slice(from));
    },
    end: () => {
      if (rest.length > 0) flush();
    },
  };
};
