import { isUtf8 } from 'node:buffer';
import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';

/** How many bytes the character that begins with a byte has; 0 for a byte that begins none. */
const widthOf = (byte: number): number => {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
};

/** Index of the first byte that is not of a whole character. */
const firstBad = (bytes: Uint8Array): number => {
  let at = 0;
  while (at < bytes.length) {
    const width = widthOf(bytes[at] ?? 0);
    if (width === 0 || !isUtf8(bytes.subarray(at, at + width))) return at;
    at += width;
  }
  return at;
};

/** How many bytes at the end begin a character and do not finish it. */
const unfinished = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const width = widthOf(bytes[bytes.length - back] ?? 0);
    if (width > 0) return width > back ? back : 0;
  }
  return 0;
};

const LINE_FEED = 0x0a;

/** How many lines end in bytes. */
export const lineFeeds = (bytes: Uint8Array): number => {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
    count += 1;
  }
  return count;
};

/** What is said first of bytes that are no UTF-8. */
export const NOT_UTF8 = 'expected text in UTF-8, got';

/** The byte order mark of UTF-16, of either order. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/**
 * The same bytes, cut anywhere, cut between characters of UTF-8.
 *
 * @remarks Errors: throws where they are none, with the byte and the line, from 1, after giving those before.
 */
export async function* utf8Bytes(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let [before, lines] = [0, 1];
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of pieces) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    if (before === 0 && isUtf16(bytes)) {
      throw new Error(`${NOT_UTF8} UTF-16; iconv -f UTF-16 -t UTF-8 makes it that`);
    }
    const whole = bytes.subarray(0, bytes.length - unfinished(bytes));
    const isText = isUtf8(whole);
    const good = isText ? whole : whole.subarray(0, firstBad(whole));
    if (good.length > 0) yield good;
    before += good.length;
    lines += lineFeeds(good);
    if (!isText)
      throw new Error(`${NOT_UTF8} another encoding (byte ${before + 1}, line ${lines})`);
    rest = bytes.slice(whole.length);
  }
  if (rest.length > 0)
    throw new Error(`${NOT_UTF8} another encoding (byte ${before + 1}, line ${lines})`);
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function* resumed(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncIterable<Uint8Array> {
  try {
    yield first;
    for (;;) {
      const next = await rest.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}

/** Bytes as they are, or unpacked where they begin as gzip does; throws where they are damaged. */
export async function* unpacked(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const rest = pieces[Symbol.asyncIterator]();
  let first: Uint8Array = new Uint8Array();
  while (first.length < 2) {
    const next = await rest.next();
    if (next.done === true) break;
    first = first.length > 0 ? Buffer.concat([first, next.value]) : next.value;
  }
  const all = resumed(first, rest);
  if (!isGzip(first)) {
    yield* all;
    return;
  }
  const gunzip = createGunzip();
  const input = Readable.from(all, { objectMode: false });
  input.on('error', (cause) => {
    gunzip.destroy(cause);
  });
  input.pipe(gunzip);
  try {
    const bytes: AsyncIterable<Uint8Array> = gunzip;
    yield* bytes;
  } finally {
    input.destroy();
  }
}
