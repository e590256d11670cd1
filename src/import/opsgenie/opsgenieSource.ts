import type { Source } from '../../primitives/source.ts';

/** Opsgenie as a source. */
export const opsgenieSource = (url?: string): Source => ({
  kind: 'ticket',
  name: 'Opsgenie',
  ...(url !== undefined && { url }),
});
