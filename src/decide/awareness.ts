import type { CommandFor } from './command.ts';
import { asks } from './command.ts';

/**
 * Asks to record that somebody or something became aware of the incident.
 *
 * @public
 */
export const detect: CommandFor<'Detected'> = asks('Detected');

/**
 * Asks to record that a monitor raised an alert.
 *
 * @public
 */
export const raiseAlert: CommandFor<'AlertRaised'> = asks('AlertRaised');

/**
 * Asks to record that the incident, the maintenance or the exercise was declared.
 *
 * @public
 */
export const declare: CommandFor<'Declared'> = asks('Declared');

/**
 * Asks to record that a responder took the incident, or one of its alerts, in hand.
 *
 * @public
 */
export const acknowledge: CommandFor<'Acknowledged'> = asks('Acknowledged');

/**
 * Asks to record that the crisis cell, also called major-incident team, was formed.
 *
 * @public
 */
export const createCell: CommandFor<'CellCreated'> = asks('CellCreated');

/**
 * Asks to record that a crisis cell that was formed is dissolved.
 *
 * @public
 */
export const closeCell: CommandFor<'CellClosed'> = asks('CellClosed');
