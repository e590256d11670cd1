import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { Failed } from '../store/failed.ts';
import { showFailure } from './showFailure.ts';

/**
 * Runs an effect as a promise, for those who do not write fp-ts.
 *
 * @param say - Says the failure in a sentence; `showFailure` when absent.
 * @remarks Errors: rejects with a `Failed` whose message is that sentence and whose `failure` is the value.
 * @public
 */
export const orThrow = async <F, A>(
  effect: TaskEither<F, A>,
  say: (failure: F) => string = showFailure,
): Promise<A> => {
  const result = await effect();
  if (E.isLeft(result)) throw new Failed(say(result.left), result.left);
  return result.right;
};
