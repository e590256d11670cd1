import type { Retracted } from '../events/recordKeeping.ts';
import type { AnyCommand, CommandOf } from './command.ts';
import type { Correction } from './recordKeeping.ts';

/** A command that asks for a correction. */
export type Correct = CommandOf<'Corrected', Correction>;

/** A command that asks for a retraction. */
export type Retract = CommandOf<'Retracted', Retracted>;

/** Whether a command asks for a correction. */
export const isCorrect = (command: AnyCommand): command is Correct => command.type === 'Corrected';

/** Whether a command asks for a retraction. */
export const isRetract = (command: AnyCommand): command is Retract => command.type === 'Retracted';
