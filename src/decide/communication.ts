import type { CommandFor } from './command.ts';
import { asks } from './command.ts';

/**
 * Asks to record that a status was published.
 *
 * @public
 */
export const publishStatus: CommandFor<'StatusPublished'> = asks('StatusPublished');

/**
 * Asks to record that somebody wrote something down.
 *
 * @public
 */
export const addNote: CommandFor<'NoteAdded'> = asks('NoteAdded');

/**
 * Asks to record that a report went to an authority.
 *
 * @public
 */
export const notifyRegulator: CommandFor<'RegulatorNotified'> = asks('RegulatorNotified');

/**
 * Asks to record that work was planned, with the window in which it may disturb.
 *
 * @public
 */
export const scheduleMaintenance: CommandFor<'MaintenanceScheduled'> = asks('MaintenanceScheduled');
