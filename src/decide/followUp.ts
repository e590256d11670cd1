import type { CommandFor } from './command.ts';
import { asks } from './command.ts';

/**
 * Asks to record that there is something to do so that it does not happen again, or hurts less.
 *
 * @public
 */
export const proposeAction: CommandFor<'ActionProposed'> = asks('ActionProposed');

/**
 * Asks to record that an action that was proposed is done.
 *
 * @public
 */
export const completeAction: CommandFor<'ActionCompleted'> = asks('ActionCompleted');

/**
 * Asks to record that an action that was proposed will not be done.
 *
 * @public
 */
export const dropAction: CommandFor<'ActionDropped'> = asks('ActionDropped');
