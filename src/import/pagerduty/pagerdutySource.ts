import type { Source } from '../../primitives/source.ts';

/** PagerDuty as a source. */
export const pagerdutySource = (url?: string): Source => ({
  kind: 'ticket',
  name: 'PagerDuty',
  ...(url !== undefined && { url }),
});
