import type { CommandFor } from './command.ts';
import { asks } from './command.ts';

/**
 * Asks to record that the cause was found.
 *
 * @public
 */
export const identifyCause: CommandFor<'CauseIdentified'> = asks('CauseIdentified');

/**
 * Asks to record that a remedy was put in place.
 *
 * @public
 */
export const applyFix: CommandFor<'FixApplied'> = asks('FixApplied');

/**
 * Asks to record that a remedy that was put in place was taken back.
 *
 * @public
 */
export const revertFix: CommandFor<'FixReverted'> = asks('FixReverted');

/**
 * Asks to record that the effect was lessened.
 *
 * @public
 */
export const mitigate: CommandFor<'Mitigated'> = asks('Mitigated');

/**
 * Asks to record that service was back for those who use it; it ends all open impacts.
 *
 * @public
 */
export const restore: CommandFor<'Restored'> = asks('Restored');
