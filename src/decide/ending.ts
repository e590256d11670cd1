import type { CommandFor } from './command.ts';
import { asks } from './command.ts';

/**
 * Asks to record that the incident is over; it does not end impacts.
 *
 * @public
 */
export const resolve: CommandFor<'Resolved'> = asks('Resolved');

/**
 * Asks to record that an incident that had ended was not over: the next episode begins.
 *
 * @public
 */
export const reopen: CommandFor<'Reopened'> = asks('Reopened');

/**
 * Asks to record that work on the record is done.
 *
 * @public
 */
export const close: CommandFor<'Closed'> = asks('Closed');

/**
 * Asks to record that it was no incident after all: after it only `reopen` follows.
 *
 * @public
 */
export const cancel: CommandFor<'Cancelled'> = asks('Cancelled');

/**
 * Asks to record that the incident is part of another, where it goes on: nothing follows.
 *
 * @public
 */
export const merge: CommandFor<'Merged'> = asks('Merged');

/**
 * Asks to record that the analysis of the incident was published.
 *
 * @public
 */
export const publishPostmortem: CommandFor<'PostmortemPublished'> = asks('PostmortemPublished');
