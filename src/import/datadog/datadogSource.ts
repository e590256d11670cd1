import type { Source } from '../../primitives/source.ts';

/** Datadog as a source. */
export const datadogSource: Source = { kind: 'ticket', name: 'Datadog' };

/** Its monitors as a source. */
export const datadogMonitors: Source = { kind: 'monitor', name: 'Datadog' };
