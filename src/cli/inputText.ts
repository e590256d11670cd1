import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from './failure.ts';
import { badInput, messageOf } from './failure.ts';
import type { Io } from './io.ts';

/** A file whose text was read. */
export interface InputText {
  /** Name to call it by in messages. */
  readonly name: string;
  /** Its text. */
  readonly text: string;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'expected a file, got a folder',
  EACCES: 'not readable by this user',
};

const reasonOf = (cause: unknown): string => {
  const code =
    typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return REASONS[code] ?? messageOf(cause);
};

const decoded = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Reads a file, or standard input for `-`, as text. */
export const inputText = async (file: string, io: Io): Promise<E.Either<Failure, InputText>> => {
  const name = file === '-' ? 'standard input' : file;
  const refused = (reason: string): E.Either<Failure, never> =>
    E.left(badInput(`${name}: ${reason}`));
  let bytes: Uint8Array;
  try {
    bytes = await io.read(file);
  } catch (cause) {
    return refused(reasonOf(cause));
  }
  if (bytes.length === 0) return refused('expected text, got an empty file');
  if (bytes.includes(0)) return refused('expected text, got a binary file');
  const text = decoded(bytes);
  if (text === null) return refused('expected text in UTF-8, got another encoding');
  return /\S/.test(text)
    ? E.right({ name, text })
    : refused('expected text, got nothing but white space');
};
