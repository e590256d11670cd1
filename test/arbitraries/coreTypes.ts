import type { CoreEvents } from '../../src/events/core.ts';
import { core } from '../../src/events/core.ts';

/** The event types of the core vocabulary. */
export const coreTypes: readonly (keyof CoreEvents)[] = Object.keys(
  core.definitions,
) as (keyof CoreEvents)[];
