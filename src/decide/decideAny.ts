import * as E from 'fp-ts/lib/Either.js';
import { core } from '../events/core.ts';
import type { AnyEvent } from './asked.ts';
import { eventOf, placeIn } from './asked.ts';
import type { AnyCommand } from './command.ts';
import type { DecideOptions } from './decideOptions.ts';
import { decideRecordKeeping } from './decideRecordKeeping.ts';
import { inTheFuture } from './inTheFuture.ts';
import type { Refusal } from './refusal.ts';
import type { DecisionState } from './state.ts';
import { decideTransition } from './transition.ts';

/** Decides a command whose type is not known here. */
export const decideAny = (
  command: AnyCommand,
  { now, toleranceMs = 0, vocabulary = core }: DecideOptions<unknown>,
): ((state: DecisionState) => E.Either<Refusal, readonly AnyEvent[]>) => {
  const event = eventOf(command, now, vocabulary);
  const future = inTheFuture(command, now, toleranceMs);
  return (state) => {
    if (Object.hasOwn(state.recorded, event.eventId)) return E.right([]);
    if (future) return E.left(future);
    const kept = decideRecordKeeping(command, event, state, now);
    if (kept) return kept;
    const isNew = decideTransition(placeIn(state, event, now, vocabulary));
    return E.isLeft(isNew) ? isNew : E.right(isNew.right ? [event] : []);
  };
};
