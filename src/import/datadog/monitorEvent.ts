import type { OutsideObject } from '../json/outsideJson.ts';
import type { Told } from '../vendor/teller.ts';
import { asWritten } from '../vendor/teller.ts';
import type { MomentOf } from '../vendor/momentReader.ts';
import { firstOf, listIn, variablesIn, wordIn } from './eventFields.ts';
import type { Transition } from './transition.ts';
import { transitionOf } from './transition.ts';

/** An event of Datadog’s, whichever way it came: by the events API of version 1 or 2, or by a webhook as its template words it. */
export interface MonitorEvent {
  /** Id of the event. */
  readonly id: string | undefined;
  /** When it was. */
  readonly at: Pick<Told, 'place' | 'at' | 'statedAt'>;
  /** Its title, with the state in brackets as Datadog writes it. */
  readonly title: string | undefined;
  /** What it says more. */
  readonly text: string | undefined;
  /** What the monitor did; null for an event of something else. */
  readonly transition: Transition | null;
  /** What links the events from when an alert was triggered until it is over. */
  readonly cycle: string | undefined;
  /** Id of the monitor. */
  readonly monitor: string | undefined;
  /** Name of the monitor. */
  readonly monitorName: string | undefined;
  /** What of all that the monitor watches it is about. */
  readonly group: string | undefined;
  /** Priority of the monitor, P1 to P5. */
  readonly priority: string | undefined;
  /** What no event says, as lines. */
  readonly details: readonly (readonly [string, unknown])[];
}

/** How long the state before lasted, as events of version 2 count it in nanoseconds. */
const lastedIn = (inner: OutsideObject | undefined): string | undefined => {
  const ns = inner?.number('duration');
  return ns === undefined || ns <= 0 ? undefined : `${ns / 1e9} s`;
};

const TIMES = ['date_happened', 'date', 'timestamp', 'date_posix', 'last_updated'];

const priorityOf = (
  records: readonly (OutsideObject | undefined)[],
  monitor: OutsideObject | undefined,
): string | undefined => {
  const word = wordIn(records, 'alert_priority') ?? wordIn([monitor], 'priority');
  const level = /^P?([1-5])$/i.exec(word ?? wordIn(records, 'priority') ?? '')?.[1];
  return level === undefined ? undefined : `P${level}`;
};

/** Reads an event. */
export const monitorEvent = (record: OutsideObject, time: MomentOf): MonitorEvent => {
  const outer = record.has('attributes') ? record.object('attributes') : undefined;
  const inner = outer?.has('attributes') === true ? outer.object('attributes') : undefined;
  const alert = record.has('alert') ? record.object('alert') : variablesIn(record);
  const holder = inner ?? outer ?? record;
  const monitor = holder.has('monitor') ? holder.object('monitor') : undefined;
  const change = monitor?.has('transition') === true ? monitor.object('transition') : undefined;
  const all = [inner, outer, alert, record];
  const title = wordIn(all, 'title', 'event_title', 'alert_title');
  const monitorId =
    wordIn([monitor], 'id') ??
    wordIn([inner, record], 'monitor_id', 'alert_id') ??
    wordIn([alert], 'id', 'alert_id');
  const state = wordIn(all, 'alert_type', 'status');
  const evt = holder.has('evt') ? holder.object('evt') : undefined;
  const [eventId, recordId] = [wordIn([evt], 'id'), wordIn([record], 'id', 'event_id')];
  const destination = wordIn([change], 'destination_state');
  const status = wordIn(all, 'alert_status');
  const transition = transitionOf({
    transition:
      wordIn([change], 'transition_type', 'trans_name') ??
      wordIn(all, 'alert_transition', 'transition'),
    destination,
    title,
    status,
    state: monitorId === undefined ? undefined : state,
  });
  const dated = firstOf(all, TIMES);
  return {
    id: eventId ?? recordId,
    at: dated ? asWritten(time, ...dated) : { place: record.place, at: undefined },
    title,
    text: wordIn(all, 'text_only_msg', 'message', 'text', 'body', 'event_msg'),
    transition,
    cycle:
      wordIn([monitor], 'alert_cycle_key_txt', 'alert_cycle_key') ??
      wordIn([record, alert], 'alert_cycle_key', 'cycleId'),
    monitor: monitorId,
    monitorName: wordIn([monitor], 'name'),
    group: listIn([inner], 'monitor_groups') ?? listIn([record, alert], 'alert_scope', 'scope'),
    priority: priorityOf(all, monitor),
    details: [
      ['event type', wordIn([evt], 'type') ?? wordIn(all, 'event_type')],
      ['state', destination ?? status ?? state],
      ['monitor', monitorId],
      ['query', wordIn([monitor], 'query') ?? wordIn(all, 'alert_query', 'query')],
      ['metric', wordIn(all, 'alert_metric', 'metric')],
      ['group', listIn([inner, record, alert], 'monitor_groups', 'alert_scope', 'scope')],
      ['host', wordIn(all, 'hostname', 'host')],
      ['tags', listIn(all, 'tags')],
      ['service', wordIn([inner], 'service')],
      ['aggregation key', wordIn(all, 'aggregation_key', 'aggreg_key')],
      ['lasted', lastedIn(inner)],
      ['link', wordIn(all, 'link', 'url')],
    ],
  };
};
