import * as E from 'fp-ts/lib/Either.js';
import type { RecordedEvent } from '../../src/events/event.ts';
import { core } from '../../src/events/core.ts';
import { project } from '../../src/history/fold.ts';
import { history } from '../../src/history/history.ts';
import { defaultPolicy } from '../../src/history/policy.ts';
import { summarize } from '../../src/history/summarize.ts';
import type { Summary } from '../../src/history/summary.ts';
import type { IncidentSeen } from '../../src/history/tally.ts';
import { incidentId } from '../../src/primitives/ids.ts';
import type { Instant } from '../../src/primitives/instant.ts';
import { instant, instantOfMs, msOf } from '../../src/primitives/instant.ts';
import { exactly } from '../../src/primitives/moment.ts';
import type { Entry } from './log.ts';
import { claimed, logOf, ops } from './log.ts';

/** What a test says of one incident of a fleet. */
export interface Course {
  readonly id: string;
  /** When impact started; nobody says when absent. */
  readonly start?: string;
  /** Minutes from there to the restoration; it is still open when absent. */
  readonly restored?: number;
  readonly kind?: 'incident' | 'maintenance' | 'exercise';
  readonly components?: readonly string[];
  readonly severity?: readonly (readonly [scale: string, level: string])[];
  readonly category?: string;
  readonly more?: readonly Entry[];
}

export const at = instant('2025-06-01T00:00:00Z');

const after = (from: Instant, minutes: number): string =>
  instantOfMs(msOf(from) + minutes * 60_000);

/** The log of an incident that was detected two minutes after its impact, resolved when restored. */
export const courseOf = (course: Course): readonly RecordedEvent[] => {
  const { id, start, restored, kind = 'incident', components = [], severity = [] } = course;
  const { category, more = [] } = course;
  const from = instant(start ?? '2024-06-01T10:00:00Z');
  const when = (minutes: number) => {
    const moment = exactly(after(from, minutes));
    return { occurredAt: moment, statedAt: moment, source: ops };
  };
  const hit = components.length === 0 ? [undefined] : components;
  return logOf(id, [
    claimed('Declared', { ...when(3), data: { kind } }),
    claimed('Detected', { ...when(2), data: {} }),
    ...(start === undefined
      ? []
      : hit.map((component, index) =>
          claimed('ImpactStarted', {
            ...when(0),
            data: {
              impactId: `${index}`,
              degree: 'full',
              ...(component !== undefined && { component }),
            },
          }),
        )),
    ...severity.map(([scale, level]) =>
      claimed('SeverityAssigned', { ...when(3), data: { dimension: 'severity', scale, level } }),
    ),
    ...(category === undefined
      ? []
      : [claimed('CauseIdentified', { ...when(4), data: { category } })]),
    ...(restored === undefined
      ? []
      : [
          claimed('Restored', { ...when(restored), data: {} }),
          claimed('Resolved', { ...when(restored), data: {} }),
        ]),
    ...more,
  ]);
};

/** The views that a summary takes of those logs. */
export const seenBy = <V, T, R>(
  { of }: Summary<V, T, R>,
  logs: readonly (readonly RecordedEvent[])[],
  policy = defaultPolicy,
): readonly IncidentSeen<V>[] =>
  logs.map((events, index) => ({
    incidentId: events[0]?.incidentId ?? incidentId(`EMPTY-${index}`),
    view: project(history(events, { vocabulary: core, policy }), of, at),
  }));

/** What a summary says of those logs. */
export const summaryOf = <V, T, R>(
  summary: Summary<V, T, R>,
  logs: readonly (readonly RecordedEvent[])[],
): R => summarize(summary, seenBy(summary, logs), { at }).view;

/** A view as it would come of a projection that did not fail. */
export const seen = <V>(id: string, view: V): IncidentSeen<V> => ({
  incidentId: incidentId(id),
  view: E.right(view),
});
