import * as E from 'fp-ts/lib/Either.js';
import type { StoredEvent } from '../../events/stored.ts';
import { showFault } from '../../primitives/fault.ts';
import { messageOf } from '../../primitives/messageOf.ts';
import { storedEventOf } from './cloudEvent.ts';
import type { ImportError } from '../importer.ts';
import type { JsonPart } from '../json/jsonItems.ts';
import { jsonItems } from '../json/jsonItems.ts';
import { largerPieces } from '../text/largerPieces.ts';

const EXPECTED = 'a CloudEvent of a ledger: one a line, or a JSON array of them';

const otherShape = (place: string, message: string): E.Either<ImportError, never> =>
  E.left({ _tag: 'OtherShape', place, message, expected: EXPECTED });

const taken = (value: unknown, place: string): E.Either<ImportError, StoredEvent> => {
  const stored = storedEventOf(value);
  return E.isRight(stored) ? stored : otherShape(place, stored.left.map(showFault).join('; '));
};

const ofLine = (text: string, line: number): readonly E.Either<ImportError, StoredEvent>[] => {
  const place = `line ${line}`;
  if (text.trim() === '') return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const message = `this is not JSON: ${messageOf(cause)}`;
    return [E.left({ _tag: 'NotJson', place, message, expected: EXPECTED })];
  }
  return [taken(value, place)];
};

const ofPart = (part: JsonPart): readonly E.Either<ImportError, StoredEvent>[] => {
  switch (part._tag) {
    case 'Item': {
      const { value, at, place, line } = part.item;
      return [taken(value, at === '$' ? place : `line ${line}, ${place}`)];
    }
    case 'Error':
      return [E.left(part.error)];
    case 'Warning':
      // An event that is mended is no longer the one that was written.
      return [otherShape(part.warning.place, part.warning.message)];
  }
};

/** How a batch begins, and an event that was laid out over several lines. */
const BATCH = /^\s*(?:\[|\{\s*\n)/;

/** Text of which some was looked at already. */
async function* resumed(head: string, rest: AsyncIterator<string>): AsyncIterable<string> {
  yield head;
  for (;;) {
    const next = await rest.next();
    if (next.done === true) return;
    yield next.value;
  }
}

async function* lines(
  pieces: AsyncIterable<string>,
): AsyncIterable<E.Either<ImportError, StoredEvent>> {
  let [rest, line] = ['', 0];
  for await (const piece of pieces) {
    const whole = (rest + piece).split('\n');
    rest = whole.pop() ?? '';
    for (const text of whole) yield* ofLine(text, (line += 1));
  }
  yield* ofLine(rest, line + 1);
}

/**
 * Reads the stored events of a ledger from CloudEvents in structured mode: one as JSON a line, or a batch, which is one
 * JSON array, or events laid out over several lines, one after the other; of any size.
 *
 * @param text - The text, in pieces of any size.
 * @returns Each event, or what is wrong there; it goes on behind an event that is wrong.
 * @remarks Errors: what reading the pieces throws is given as `UnreadableInput`.
 * @public
 */
export async function* readCloudEvents(
  text: AsyncIterable<string>,
): AsyncIterable<E.Either<ImportError, StoredEvent>> {
  try {
    const pieces = largerPieces(text)[Symbol.asyncIterator]();
    const first = await pieces.next();
    const head = first.done === true ? '' : first.value.replace(/^\uFEFF/, '');
    const all = resumed(head, pieces);
    if (BATCH.test(head)) for await (const part of jsonItems(all, [])) yield* ofPart(part);
    else yield* lines(all);
  } catch (cause) {
    const message = `the input broke off: ${messageOf(cause)}`;
    const expected = 'input that can be read to its end';
    yield E.left({ _tag: 'UnreadableInput', place: 'document', message, expected });
  }
}
