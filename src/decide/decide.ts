import type * as E from 'fp-ts/lib/Either.js';
import type { CoreEvents } from '../events/core.ts';
import type { IncidentEvent } from '../events/event.ts';
import type { AnyEvent } from './asked.ts';
import type { AnyCommand, Command } from './command.ts';
import { decideAny } from './decideAny.ts';
import type { DecideOptions } from './decideOptions.ts';
import type { Refusal, RefusalOf } from './refusal.ts';
import type { DecisionState } from './state.ts';

/**
 * Decides what comes of a command on an incident: the events to record, or why it is refused. A command decided
 * before, or one that says what its source has said already, gives no events.
 *
 * @remarks Errors: the refusals are typed by the command. Another source's word about something told already is
 * accepted as a further claim; what the state excludes is only refused while no claim tells of it.
 * @param command - The command, made by one of the functions with an imperative name.
 * @returns A function of the state, as `project(history, decisionState, now)` gives it.
 * @public
 */
export function decide<C extends Command<D>, D = CoreEvents>(
  command: C,
  options: DecideOptions<D>,
): (state: DecisionState) => E.Either<RefusalOf<C>, readonly IncidentEvent<D>[]>;
export function decide(
  command: AnyCommand,
  options: DecideOptions<unknown>,
): (state: DecisionState) => E.Either<Refusal, readonly AnyEvent[]> {
  return decideAny(command, options);
}
