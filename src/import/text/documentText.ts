import * as E from 'fp-ts/lib/Either.js';
import type { ImportError, ImportWarning } from '../importer.ts';
import { messageOf } from '../../primitives/messageOf.ts';
import { MENDED, wellFormed } from './wellFormed.ts';

/** A document's text, made safe to read: well-formed Unicode, `\n` between lines, no byte order mark. */
export interface DocumentText {
  /** The text. */
  readonly text: string;
  /** What had to be repaired. */
  readonly warnings: readonly ImportWarning[];
}

/** Most bytes that are no text become this when they are decoded as if they were. */
const UNDECODED = /[\uFFFD\u0001-\u0008\u000E-\u001F]/g;
const SAMPLE = 4096;

const lookslikeBytes = (text: string): boolean => {
  const sample = text.slice(0, SAMPLE);
  return text.includes('\0') || (sample.match(UNDECODED)?.length ?? 0) * 10 > sample.length;
};

const SURROGATE = /[\uD800-\uDFFF]/;

const repairLines = (text: string, warnings: ImportWarning[]): string => {
  if (!SURROGATE.test(text) || wellFormed(text) === text) return text;
  return text
    .split('\n')
    .map((line, index) => {
      const repaired = wellFormed(line);
      if (repaired !== line) warnings.push({ place: `line ${index + 1}`, message: MENDED });
      return repaired;
    })
    .join('\n');
};

/** Characters; the longest pages seen have a hundred thousand. */
const LARGEST = 4 * 1024 * 1024;

const tooLarge: ImportError = {
  _tag: 'DocumentTooLarge',
  place: `character ${LARGEST + 1}`,
  message: `the document is longer than ${LARGEST} characters`,
  expected: 'the text of a page about one incident',
};

const gathered = async (pieces: AsyncIterable<string>): Promise<E.Either<ImportError, string>> => {
  const parts: string[] = [];
  let length = 0;
  try {
    for await (const piece of pieces) {
      length += piece.length;
      if (length > LARGEST) return E.left(tooLarge);
      parts.push(piece);
    }
  } catch (cause) {
    return E.left({
      _tag: 'UnreadableInput',
      place: 'document',
      message: `the input broke off: ${messageOf(cause)}`,
      expected: 'input that can be read to its end',
    });
  }
  return E.right(parts.join(''));
};

/** The whole text of a document, or why it is none. */
export const documentText = async (
  pieces: AsyncIterable<string>,
): Promise<E.Either<ImportError, DocumentText>> => {
  const whole = await gathered(pieces);
  if (E.isLeft(whole)) return whole;
  const text = whole.right.replace(/^\uFEFF/, '');
  if (text.trim() === '') {
    return E.left({
      _tag: 'EmptyDocument',
      place: 'document',
      message: 'the document is empty',
      expected: 'text',
    });
  }
  if (lookslikeBytes(text)) {
    return E.left({
      _tag: 'BinaryDocument',
      place: 'document',
      message: 'the document is binary: it holds NUL or undecodable characters',
      expected: 'text in UTF-8',
    });
  }
  const warnings: ImportWarning[] = [];
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  return E.right({ text: repairLines(lines, warnings), warnings });
};
