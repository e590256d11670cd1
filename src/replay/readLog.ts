import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { Vocabulary } from '../events/vocabulary.ts';
import type { StoreError } from '../store/storeError.ts';
import { logReader } from './logReader.ts';
import type { LogReading } from './logReading.ts';
import { messageOf } from '../primitives/messageOf.ts';

/**
 * Reads an event log, one event as JSON a line. It reads on past what is wrong, so that all of it is told at once.
 *
 * @public
 */
export const readLog = <D>(text: string, vocabulary: Vocabulary<D>): LogReading<D> => {
  const reader = logReader(vocabulary);
  for (const line of text.split('\n')) reader.take(line);
  return reader.end();
};

/**
 * Reads an event log that comes in pieces of text, cut anywhere. See `readLog`.
 *
 * @remarks Errors: `Unavailable` when the pieces end with an error.
 * @public
 */
export const readLogFrom =
  <D>(
    pieces: AsyncIterable<string>,
    vocabulary: Vocabulary<D>,
  ): TaskEither<StoreError, LogReading<D>> =>
  async () => {
    const reader = logReader(vocabulary);
    let rest = '';
    try {
      for await (const piece of pieces) {
        const lines = (rest + piece).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach(reader.take);
      }
    } catch (cause) {
      const message = messageOf(cause);
      return E.left({ _tag: 'Unavailable', message });
    }
    reader.take(rest);
    return E.right(reader.end());
  };
