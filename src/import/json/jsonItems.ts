import { TokenParser, Tokenizer, TokenType } from '@streamparser/json';
import { messageOf } from '../../primitives/messageOf.ts';
import type { ImportError, ImportWarning } from '../importer.ts';
import { brokenJson, stoppedAt } from './brokenJson.ts';
import { keyWatch } from './keyWatch.ts';
import { lineCounter } from './lineCounter.ts';
import { MENDED, wellFormed } from '../text/wellFormed.ts';

/** A value found in a text of JSON. */
export interface JsonItem {
  /** The path asked for that it was found at, such as `$.incidents.*`; `$` for a whole value of the text. */
  readonly at: string;
  /** The value. What was given as an item of its own is not in it again. */
  readonly value: unknown;
  /** Where it stands, such as `incidents[3]`; in a text of several values with its line, `line 12`. */
  readonly place: string;
  /** The line on which it begins; of what is deeper than an element of an outermost array, that on which the value around it does. */
  readonly line: number;
}

/** An item, a warning about its text, or the error that ended the reading. */
export type JsonPart =
  | { readonly _tag: 'Warning'; readonly warning: ImportWarning }
  | { readonly _tag: 'Item'; readonly item: JsonItem }
  | { readonly _tag: 'Error'; readonly error: ImportError };

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

/** Takes pieces of JSON and gives what they complete; throws what is the matter with them. */
const itemReader = (paths: readonly string[]) => {
  const asked = [...paths, '$.*', '$'].map((path) => path.split('.'));
  const lines = lineCounter();
  const tokenizer = new NumberKeeper({ separator: '' });
  const parser = new TokenParser({ separator: '', paths: asked.map((path) => path.join('.')) });
  let found: JsonPart[] = [];
  const root = { count: 0, line: 1, depth: 0, isList: false, elementLine: 1 };

  const begin = (kind: TokenType, offset: number): void => {
    if (root.depth === 1 && root.isList && kind !== TokenType.COMMA) {
      root.elementLine = lines.at(offset).line;
    }
    if (root.depth > 0) return;
    root.count += 1;
    root.isList = kind === TokenType.LEFT_BRACKET;
    root.line = lines.at(offset).line;
    root.elementLine = root.line;
  };
  let last = 0;
  const watch = keyWatch((key) => {
    const message = `the key "${key}" stands twice in one object; what stands there first may be lost`;
    found.push({ _tag: 'Warning', warning: { place: `line ${lines.at(last).line}`, message } });
  });
  tokenizer.onToken = (token) => {
    const { token: kind, offset } = token;
    last = offset;
    watch.take(kind, token.value);
    if (kind === TokenType.RIGHT_BRACE || kind === TokenType.RIGHT_BRACKET) root.depth -= 1;
    else begin(kind, offset);
    if (kind === TokenType.LEFT_BRACE || kind === TokenType.LEFT_BRACKET) root.depth += 1;
    if (root.depth > DEEPEST) throw new Error(`it is nested more than ${DEEPEST} deep`);
    if (kind === TokenType.NUMBER && !isExact(tokenizer.written, Number(token.value))) {
      parser.write({ token: TokenType.STRING, value: tokenizer.written });
    } else if (kind === TokenType.STRING) {
      const value = wellFormed(String(token.value));
      if (value !== token.value) {
        const place = `line ${lines.at(offset).line}`;
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
    found.push({ _tag: 'Item', item: { at, value, place, line: root.elementLine } });
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
    /** Why the reading stopped, and where. */
    broken: (cause: unknown, isEnd: boolean): ImportError =>
      brokenJson(
        cause,
        isEnd,
        lines.at(isEnd ? Number.POSITIVE_INFINITY : (stoppedAt(cause) ?? last)),
      ),
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
      yield { _tag: 'Error', error: reader.broken(cause, isEnd) };
      return;
    }
    yield* items;
    if (piece.done !== true) continue;
    if (reader.count() === 0) yield { _tag: 'Error', error: nothing };
    return;
  }
}
