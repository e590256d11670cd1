import type { CoreEvents } from '../../src/events/core.ts';
import { core } from '../../src/events/core.ts';
import type { RecordedEvent, RecordedEventOf } from '../../src/events/event.ts';
import type { AsOf } from '../../src/history/asOf.ts';
import { project } from '../../src/history/fold.ts';
import { history } from '../../src/history/history.ts';
import type { Policy } from '../../src/history/policy.ts';
import type { Projection } from '../../src/history/projection.ts';
import { derivedEventId, incidentId } from '../../src/primitives/ids.ts';
import { instant } from '../../src/primitives/instant.ts';
import type { Moment } from '../../src/primitives/moment.ts';
import { exactly } from '../../src/primitives/moment.ts';
import type { Source } from '../../src/primitives/source.ts';

/** What a test says of an event; the rest of the envelope follows from its place in the log. */
export interface Said<K extends keyof CoreEvents> {
  readonly occurredAt: Moment;
  readonly statedAt?: Moment;
  readonly source: Source;
  readonly happening?: string;
  readonly data: CoreEvents[K];
}

/** An event of a log, before it has its place. */
export interface Entry extends Said<keyof CoreEvents> {
  readonly type: keyof CoreEvents;
}

export const claimed = <K extends keyof CoreEvents>(type: K, said: Said<K>): Entry => ({
  type,
  ...said,
});

export const ops: Source = { kind: 'responder', name: 'ops' };

/** Something on the first of June 2024, at that time of day in UTC, said by a responder as it happened. */
export const happened = <K extends keyof CoreEvents>(
  type: K,
  time: string,
  data: CoreEvents[K],
  source: Source = ops,
): Entry => claimed(type, { occurredAt: at(time), statedAt: at(time), source, data });

export const at = (time: string): Moment => exactly(on(time));

export const on = (time: string) => instant(`2024-06-01T${time}Z`);

export const idOf = (incident: string, index: number) =>
  derivedEventId('test', incident, `${index}`);

const recordedAt = instant('2025-01-01T00:00:00Z');

/** The recorded events of one incident, in the order given. */
export const logOf = (incident: string, entries: readonly Entry[]): readonly RecordedEvent[] =>
  entries.map((entry, revision) => {
    const event: RecordedEventOf<keyof CoreEvents, unknown> = {
      ...entry,
      eventId: idOf(incident, revision),
      incidentId: incidentId(incident),
      version: 1,
      actor: { id: 'tester' },
      revision,
      recordedAt,
    };
    return event as RecordedEvent;
  });

interface Reading extends AsOf {
  readonly at?: string;
  readonly policy?: Policy;
}

/** What a projection makes of events; a fault fails the test. */
export const viewOf = <S, V>(
  events: readonly RecordedEvent[],
  projection: Projection<S, V>,
  { at: instantOf = '2025-06-01T00:00:00Z', ...options }: Reading = {},
): V => {
  const view = project(
    history(events, { vocabulary: core, ...options }),
    projection,
    instant(instantOf),
  );
  if (view._tag === 'Left') throw new Error(view.left.message);
  return view.right;
};

/** What a projection makes of a log of responders' claims. */
export const seenIn = <S, V>(
  entries: readonly Entry[],
  projection: Projection<S, V>,
  reading: Reading = {},
): V => viewOf(logOf('INC-1', entries), projection, reading);
