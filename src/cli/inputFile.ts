import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from './failure.ts';
import { badInput, messageOf } from './failure.ts';
import { LOG } from './formats.ts';
import { reasonOf } from './reasonOf.ts';
import type { Io } from './io.ts';
import { NOT_UTF8, unpacked, utf8Bytes } from './utf8Text.ts';

/** A file to import, of which the beginning was read. */
export interface InputFile {
  /** Name to call it by in messages. */
  readonly name: string;
  /** Its beginning, from which its format is recognised. */
  readonly head: string;
  /** All of it, unpacked, cut between characters of UTF-8; to be asked for once. Throws what reading it throws. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** The same as text. */
  readonly text: () => AsyncIterable<string>;
}

/** Characters of a head. */
const HEAD = 65_536;

/** The head that was read, then the rest. */
async function* resumed(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncIterable<Uint8Array> {
  try {
    yield* head;
    for (;;) {
      const next = await rest.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const piece of bytes) yield decoder.decode(piece);
}

const messageFor = (cause: unknown): string => {
  const message = messageOf(cause);
  return message.startsWith(NOT_UTF8) ? message : reasonOf(cause);
};

/**
 * Reads the beginning of a file, plain or packed by gzip, or of standard input for `-`. A file is let go of then, and
 * opened again when all of it is wanted: there may be more files than can be open at once. A pipe goes on where it is.
 *
 * @param format - What it is asked to be read as: an event log may be empty, as that of an empty ledger is.
 */
export const inputFile = async (
  file: string,
  io: Io,
  format: string | null = null,
): Promise<E.Either<Failure, InputFile>> => {
  const name = file === '-' ? 'standard input' : file;
  const refused = (reason: string): E.Either<Failure, never> =>
    E.left(badInput(`${name}: ${reason}`));
  const all = (): AsyncIterable<Uint8Array> => utf8Bytes(unpacked(io.pieces(file)));
  const pieces = all()[Symbol.asyncIterator]();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const read: Uint8Array[] = [];
  const isOnce = io.isOnce(file);
  let head = '';
  try {
    while (head.length < HEAD) {
      const next = await pieces.next();
      if (next.done === true) break;
      read.push(next.value);
      head += decoder.decode(next.value);
    }
    if (!isOnce) await pieces.return?.();
  } catch (cause) {
    return refused(messageFor(cause));
  }
  if (head.includes('\0')) return refused('expected text, got a binary file');
  if (format !== LOG && !/\S/.test(head) && head.length < HEAD) {
    const what = head === '' ? 'an empty file' : 'nothing but white space';
    return refused(`expected text, got ${what}`);
  }
  const bytes = (): AsyncIterable<Uint8Array> => (isOnce ? resumed(read, pieces) : all());
  return E.right({ name, head: head.slice(0, HEAD), bytes, text: () => decoded(bytes()) });
};
