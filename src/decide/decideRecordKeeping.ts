import type * as E from 'fp-ts/lib/Either.js';
import type { Instant } from '../primitives/instant.ts';
import type { AnyEvent } from './asked.ts';
import type { AnyCommand } from './command.ts';
import { decideCorrect } from './decideCorrect.ts';
import { decideRetract } from './decideRetract.ts';
import { isCorrect, isRetract } from './kinds.ts';
import type { Refusal } from './refusal.ts';
import type { DecisionState } from './state.ts';

/** What comes of a command about an earlier event; null when it is about none. */
export const decideRecordKeeping = (
  command: AnyCommand,
  event: AnyEvent,
  state: DecisionState,
  now: Instant,
): E.Either<Refusal, readonly AnyEvent[]> | null => {
  if (isCorrect(command)) return decideCorrect(command, event, state, now);
  return isRetract(command) ? decideRetract(command, event, state) : null;
};
