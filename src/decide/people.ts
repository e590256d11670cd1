import type { CommandFor } from './command.ts';
import { asks } from './command.ts';

/**
 * Asks to record that somebody joined the response.
 *
 * @public
 */
export const joinResponse: CommandFor<'ResponderJoined'> = asks('ResponderJoined');

/**
 * Asks to record that somebody left the response.
 *
 * @public
 */
export const leaveResponse: CommandFor<'ResponderLeft'> = asks('ResponderLeft');

/**
 * Asks to record that somebody took a role in the response.
 *
 * @public
 */
export const assignRole: CommandFor<'RoleAssigned'> = asks('RoleAssigned');
