import type { CommandFor } from './command.ts';
import { asks } from './command.ts';

/**
 * Asks to record that people began to be hit.
 *
 * @public
 */
export const startImpact: CommandFor<'ImpactStarted'> = asks('ImpactStarted');

/**
 * Asks to record that an impact that had started became better or worse.
 *
 * @public
 */
export const changeImpact: CommandFor<'ImpactChanged'> = asks('ImpactChanged');

/**
 * Asks to record that people were no longer hit by an impact that had started.
 *
 * @public
 */
export const endImpact: CommandFor<'ImpactEnded'> = asks('ImpactEnded');

/**
 * Asks to record that the source put figures on the impact.
 *
 * @public
 */
export const measureImpact: CommandFor<'ImpactMeasured'> = asks('ImpactMeasured');
