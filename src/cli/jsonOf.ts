import * as E from 'fp-ts/lib/Either.js';
import { messageOf } from './failure.ts';

/** What JSON would leave out or spoil without a word: its kind; null for what JSON can hold. */
const strangeness = (value: unknown): string | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? null : String(value);
  if (typeof value === 'function' || typeof value === 'bigint' || typeof value === 'symbol') {
    return `a ${typeof value}`;
  }
  if (typeof value !== 'object' || value === null) return null;
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  return kind === 'Object' || kind === 'Array' ? null : `a ${kind}`;
};

/** A value as JSON text; or what it holds, and under which key, that is no JSON. */
export const jsonOf = (value: unknown, indent?: number): E.Either<string, string> => {
  const found: string[] = [];
  try {
    const text = JSON.stringify(
      value ?? null,
      (key, inside: unknown) => {
        const strange = strangeness(inside);
        if (strange === null) return inside;
        found.push(key === '' ? strange : `${strange} under ${JSON.stringify(key)}`);
        return null;
      },
      indent,
    );
    const [first] = found;
    return first === undefined ? E.right(text) : E.left(`expected plain JSON, got ${first}`);
  } catch (cause) {
    return E.left(`expected plain JSON: ${messageOf(cause)}`);
  }
};
