import { TokenParser, Tokenizer, TokenType } from '@streamparser/json';
import { messageOf } from '../../primitives/messageOf.ts';
import type { ImportError, ImportWarning } from '../importer.ts';
import { keyWatch } from './keyWatch.ts';
import { MENDED, wellFormed } from '../text/wellFormed.ts';

/** A value found in a text of JSON. */
export interface JsonItem {
  /** The path asked for that it was found at, such as `$.incidents.*`; `$` for a whole value of the text. */
  readonly at: string;
  /** The value. What was given as an item of its own is not in it again. */
  readonly value: unknown;
  /** Where it stands, such as `incidents[3]`; in a text of several values with its line, `line 12`. */
  readonly place: string;
}

/** An item, a warning about its text, or the error that ended the reading. */
export type JsonPart =
  | { readonly _tag: 'Warning'; readonly warning: ImportWarning }
  | { readonly _tag: 'Item'; readonly item: JsonItem }
  | { readonly _tag: 'Error'; readonly error: ImportError };

const NEWLINE = 10;

/** A text nested deeper than this is none that tools write about incidents. */
const DEEPEST = 100;

/** Gives tokens, and the digits of the last number as they were written. */
class NumberKeeper extends Tokenizer {
  written = '';

  protected override parseNumber(written: string): number {
    this.written = written;
    return Number(written);
  }
}

const isExact = (written: string, value: number): boolean =>
  /^-?\d+$/.test(written)
    ? Number.isSafeInteger(value) || String(value) === written
    : Number.isFinite(value);

/** Counts the lines of a text that comes in pieces, up to a place in it. */
const lineCounter = (): { take(bytes: Uint8Array): void; at(offset: number): number } => {
  let [line, counted, start] = [1, 0, 0];
  let piece: Uint8Array = new Uint8Array();
  const at = (offset: number): number => {
    for (const end = Math.min(offset, start + piece.length); counted < end; counted += 1) {
      if (piece[counted - start] === NEWLINE) line += 1;
    }
    return line;
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

type Keys = readonly (string | number | undefined)[];

/** Keys as people write them: `incidents[3]`. */
const shown = (keys: Keys): string =>
  keys
    .flatMap((key) => (key === undefined ? [] : [typeof key === 'number' ? `[${key}]` : `.${key}`]))
    .join('')
    .replace(/^\./, '');

/** The path that keys are on: of those given, `$.*` for an element of an outermost array, `$` for a whole value. */
const pathAt = (paths: readonly (readonly string[])[], keys: Keys): string | null => {
  const isOn = (path: readonly string[]): boolean =>
    path.length === keys.length &&
    path.every((segment, depth) => {
      const key = keys[depth];
      return segment === '*' ? typeof key === 'number' : depth === 0 || segment === key;
    });
  return paths.find(isOn)?.join('.') ?? null;
};

const brokenOff = (cause: unknown): ImportError => ({
  _tag: 'UnreadableInput',
  place: 'document',
  message: `the input broke off: ${messageOf(cause)}`,
  expected: 'input that can be read to its end',
});

const nothing: ImportError = {
  _tag: 'EmptyDocument',
  place: 'document',
  message: 'the document is empty',
  expected: 'a document in JSON',
};

/** Where the tokenizer says it is, which depends on how the text was cut. */
const POSITION = / at chunk position "\d+" \(absolute position "(\d+)"\)/;

/** The byte at which the tokenizer stopped; null when the parser of its tokens did. */
const stoppedAt = (cause: unknown): number | null => {
  const position = POSITION.exec(messageOf(cause))?.[1];
  return position === undefined ? null : Number(position);
};

const notJson = (cause: unknown, line: number): ImportError => ({
  _tag: 'NotJson',
  place: `line ${line}`,
  message: `this is not JSON: ${messageOf(cause).replace(POSITION, '')}`,
  expected: 'a document in JSON, or several, one after the other',
});

/** Takes pieces of JSON and gives what they complete; throws what is the matter with them. */
const itemReader = (paths: readonly string[]) => {
  const asked = [...paths, '$.*', '$'].map((path) => path.split('.'));
  const lines = lineCounter();
  const tokenizer = new NumberKeeper({ separator: '' });
  const parser = new TokenParser({ separator: '', paths: asked.map((path) => path.join('.')) });
  let found: JsonPart[] = [];
  const root = { count: 0, line: 1, depth: 0 };

  const begin = (offset: number): void => {
    if (root.depth > 0) return;
    root.count += 1;
    root.line = lines.at(offset);
  };
  let last = 0;
  const watch = keyWatch((key) => {
    const message = `the key "${key}" stands twice in one object; what stands there first may be lost`;
    found.push({ _tag: 'Warning', warning: { place: `line ${lines.at(last)}`, message } });
  });
  tokenizer.onToken = (token) => {
    const { token: kind, offset } = token;
    last = offset;
    watch.take(kind, token.value);
    if (kind === TokenType.RIGHT_BRACE || kind === TokenType.RIGHT_BRACKET) root.depth -= 1;
    else begin(offset);
    if (kind === TokenType.LEFT_BRACE || kind === TokenType.LEFT_BRACKET) root.depth += 1;
    if (root.depth > DEEPEST) throw new Error(`it is nested more than ${DEEPEST} deep`);
    if (kind === TokenType.NUMBER && !isExact(tokenizer.written, Number(token.value))) {
      parser.write({ token: TokenType.STRING, value: tokenizer.written });
    } else if (kind === TokenType.STRING) {
      const value = wellFormed(String(token.value));
      if (value !== token.value) {
        const place = `line ${lines.at(offset)}`;
        found.push({ _tag: 'Warning', warning: { place, message: MENDED } });
      }
      parser.write({ token: kind, value });
    } else parser.write(token);
  };
  parser.onValue = ({ value, key, parent, stack }) => {
    const keys = [...stack.map((element) => element.key), key];
    const at = pathAt(asked, keys);
    if (at === null || (at === '$' && Array.isArray(value))) return;
    // What was given is let go of, so that a list of any length fits.
    if (Array.isArray(parent)) parent.pop();
    else if (parent !== undefined) delete parent[String(key)];
    const line = root.count > 1 || at === '$' ? [`line ${root.line}`] : [];
    const place = [...line, ...(at === '$' ? [] : [shown(keys)])].join(', ');
    found.push({ _tag: 'Item', item: { at, value, place } });
  };
  tokenizer.onEnd = () => {
    if (!parser.isEnded) parser.end();
  };
  const taken = (): readonly JsonPart[] => {
    const items = found;
    found = [];
    return items;
  };
  const encoder = new TextEncoder();
  return {
    /** What was read and not given yet. */
    taken,
    /** The line of what made the reading stop. */
    lineOf: (cause: unknown, isEnd: boolean): number =>
      lines.at(isEnd ? Number.POSITIVE_INFINITY : (stoppedAt(cause) ?? last)),
    /** How many values there were. */
    count: (): number => root.count,
    write: (piece: string): readonly JsonPart[] => {
      const bytes = encoder.encode(piece);
      lines.take(bytes);
      tokenizer.write(bytes);
      return taken();
    },
    end: (): readonly JsonPart[] => {
      tokenizer.end();
      return taken();
    },
  };
};

/** Pieces that do not end amid a character. */
async function* wholeCharacters(text: AsyncIterable<string>): AsyncIterable<string> {
  let rest = '';
  for await (const piece of text) {
    const whole = rest + piece;
    const isSplit = /[\uD800-\uDBFF]$/.test(whole);
    rest = isSplit ? whole.slice(-1) : '';
    yield isSplit ? whole.slice(0, -1) : whole;
  }
  yield rest;
}

/**
 * Reads JSON of any size: one value, or several one after the other (JSONL), in memory that does not grow with it.
 *
 * @param text - The text, in pieces of any size.
 * @param paths - What to give by itself as soon as it is read, such as `$.page` or `$.incidents.*`; the elements of an
 *   outermost array are too. The rest of a value comes after that, at `$`.
 * @remarks Shape: a whole number beyond 2^53 is given as the text of its digits.
 * Errors: the last item, after what was read before it.
 */
export async function* jsonItems(
  text: AsyncIterable<string>,
  paths: readonly string[],
): AsyncIterable<JsonPart> {
  const reader = itemReader(paths);
  const pieces = wholeCharacters(text)[Symbol.asyncIterator]();
  for (;;) {
    let piece: IteratorResult<string>;
    try {
      piece = await pieces.next();
    } catch (cause) {
      yield { _tag: 'Error', error: brokenOff(cause) };
      return;
    }
    const isEnd = piece.done === true;
    let items: readonly JsonPart[];
    try {
      items = piece.done === true ? reader.end() : reader.write(piece.value);
    } catch (cause) {
      // What was read before the place that is wrong stands, wherever the pieces are cut.
      yield* reader.taken();
      yield { _tag: 'Error', error: notJson(cause, reader.lineOf(cause, isEnd)) };
      return;
    }
    yield* items;
    if (piece.done !== true) continue;
    if (reader.count() === 0) yield { _tag: 'Error', error: nothing };
    return;
  }
}
