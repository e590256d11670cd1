import type { Instant } from '../primitives/instant.ts';
import { msOf } from '../primitives/instant.ts';
import type { Moment } from '../primitives/moment.ts';
import { anchorOf } from '../primitives/moment.ts';
import type { AnyCommand } from './command.ts';
import { isCorrect } from './kinds.ts';
import type { InTheFuture } from './refusal.ts';

/** The time of a command that lies further in the future than tolerated; null when none does. */
export const inTheFuture = (
  command: AnyCommand,
  now: Instant,
  toleranceMs: number,
): InTheFuture | null => {
  const check = (field: InTheFuture['field'], moment: Moment | undefined): InTheFuture | null => {
    const at = moment && anchorOf(moment);
    return at !== undefined && msOf(at) > msOf(now) + toleranceMs
      ? { _tag: 'InTheFuture', field, at, now, toleranceMs }
      : null;
  };
  const occurredAt = isCorrect(command) ? command.data.occurredAt : command.occurredAt;
  return check('occurredAt', occurredAt) ?? check('statedAt', command.statedAt);
};
