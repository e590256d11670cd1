import type { Source } from '../../primitives/source.ts';

/** Opsgenie as a source. */
export const opsgenieSource: Source = { kind: 'ticket', name: 'Opsgenie' };
