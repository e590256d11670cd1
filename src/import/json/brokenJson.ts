import { messageOf } from '../../primitives/messageOf.ts';
import type { ImportError } from '../importer.ts';
import type { TextPlace } from './lineCounter.ts';

/** Where the tokenizer says it is, which depends on how the text was cut. */
const POSITION = / at chunk position "\d+" \(absolute position "(\d+)"\)/;

/** The byte at which the tokenizer stopped; null when the parser of its tokens did. */
export const stoppedAt = (cause: unknown): number | null => {
  const position = POSITION.exec(messageOf(cause))?.[1];
  return position === undefined ? null : Number(position);
};

/** What can stand where the parser of tokens is, by its own word for that. */
const EXPECTED: ReadonlyMap<string, string> = new Map([
  ['VALUE', 'a value'],
  ['KEY', 'a key in quotation marks, or "}"'],
  ['COLON', 'a colon'],
  ['COMMA', 'a comma, or the end of the list or object'],
]);

const MOST_SHOWN = 40;

const cut = (shown: string): string =>
  shown.length > MOST_SHOWN ? `${shown.slice(0, MOST_SHOWN)}…` : shown;

/** A byte that stands where it cannot. */
const byteIn = (byte: string, state: string): string => {
  const code = byte.codePointAt(0) ?? 0;
  const isText = state.startsWith('STRING');
  if (code < 0x20) {
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return isText
      ? `a text holds the control character ${name}, which has to be escaped there`
      : `the control character ${name} stands where it cannot`;
  }
  if (code >= 0x80) return 'a character stands outside of a text';
  if (!isText) return `"${byte}" stands where it cannot`;
  return state.startsWith('STRING_UNICODE')
    ? '"\\u" is not followed by four hexadecimal digits'
    : `"\\${byte}" is no escape`;
};

/** What the reader of JSON says, in words for people who wrote or fetched the text. */
const wordsOf = (message: string): string => {
  const [, byte, state = ''] = /^Unexpected "([\s\S])" in state (\w+)$/.exec(message) ?? [];
  if (byte !== undefined) return byteIn(byte, state);
  const [, token, place = ''] = /^Unexpected \w+ \(([\s\S]*)\) in state (\w+)$/.exec(message) ?? [];
  const expected = EXPECTED.get(place);
  if (token !== undefined && expected !== undefined) {
    return `${cut(token)} stands where ${expected} is expected`;
  }
  return message;
};

/**
 * Why a text is not JSON, in a sentence with its place.
 *
 * @param isEnd - Whether it is so only because the text ends there.
 */
export const brokenJson = (
  cause: unknown,
  isEnd: boolean,
  { line, byte }: TextPlace,
): ImportError => ({
  _tag: 'NotJson',
  place: `line ${line}`,
  message: isEnd
    ? 'this is not JSON: the text ends before all that was begun in it is closed'
    : `this is not JSON: ${wordsOf(messageOf(cause).replace(POSITION, ''))} (byte ${byte} of the line)`,
  expected: 'a document in JSON, or several, one after the other',
});
