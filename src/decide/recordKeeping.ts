import type { Retracted } from '../events/recordKeeping.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Json } from '../primitives/json.ts';
import type { Moment } from '../primitives/moment.ts';
import type { CommandInput, CommandOf } from './command.ts';
import { commandWith } from './command.ts';

/**
 * What is right about an earlier event. The target's type is filled in from the history.
 *
 * @public
 */
export interface Correction {
  /** The original event, never a correction of it. */
  readonly target: EventId;
  /** `transcription`: we copied it wrongly, and the source said this all along. `revision`: the source changed its word. */
  readonly kind: 'transcription' | 'revision';
  /** Why. */
  readonly reason: string;
  /** When it really happened; absent when that stands. */
  readonly occurredAt?: Moment;
  /** The complete right data, as the target’s type; absent when that stands. */
  readonly data?: object | Json;
}

/**
 * What commands about earlier events say beside their own fields: they happen when they are decided.
 *
 * @public
 */
export type RecordKeepingInput = Omit<CommandInput, 'occurredAt' | 'happening'>;

/**
 * Asks to read an earlier event otherwise from now on. `occurredAt` and `data` are the right ones.
 *
 * @remarks Saying the same correction a second time adds nothing, even after another; with a `commandId` of its
 * own it is another one.
 * @public
 */
export const correct = (
  input: RecordKeepingInput & Correction,
): CommandOf<'Corrected', Correction> => {
  const { target, kind, reason, occurredAt, data, ...given } = input;
  return commandWith('Corrected', given, {
    target,
    kind,
    reason,
    ...(occurredAt && { occurredAt }),
    ...(data !== undefined && { data }),
  });
};

/**
 * Asks to read an event, or a correction or retraction, as if it had never been stated.
 *
 * @remarks Saying the same retraction a second time adds nothing, even after it was itself taken back; with a
 * `commandId` of its own it is another one.
 * @public
 */
export const retract = (
  input: RecordKeepingInput & Retracted,
): CommandOf<'Retracted', Retracted> => {
  const { target, reason, ...given } = input;
  return commandWith('Retracted', given, { target, reason });
};
