import { textDigest } from '../../primitives/uuid.ts';
import { isObject } from '../../primitives/isObject.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import type { Intake, Take } from '../vendor/vendorFormat.ts';
import type { MonitorEvent } from './monitorEvent.ts';
import { monitorEvent } from './monitorEvent.ts';

const NESTED = ['transition', 'alert_transition', 'ALERT_TRANSITION'];

/** Fields that only events have. */
const KEYS = ['alert_transition', 'alert_cycle_key', 'date_happened', 'event_type', 'alert_type'];

/** Whether a record is an event: of the API, or as the template of a webhook words it. */
const isEvent = (record: OutsideObject): boolean => {
  if (record.raw('type') === 'event' && record.has('attributes')) return true;
  const isTitled = ['title', 'event_title', 'alert_title'].some((key) => record.has(key));
  const isNested = ['alert', 'metadata'].some((key) => {
    const within = record.raw(key);
    return isObject(within) && NESTED.some((name) => name in within);
  });
  return (isTitled && KEYS.some((key) => record.has(key))) || isNested;
};

/**
 * What of Datadog’s ids says which alert an event is of: that of its cycle, else the monitor’s and what of it; else none, unless it
 * is the one that raised it.
 */
const alertOf = ({ cycle, monitor, group, transition, id }: MonitorEvent): string | undefined => {
  if (transition === null) return undefined;
  if (cycle !== undefined) return `cycle-${cycle}`;
  if (monitor !== undefined) {
    const part = group === undefined || group === '*' ? '' : `-${textDigest(group).slice(0, 8)}`;
    return `monitor-${monitor}${part}`;
  }
  const isRaised = transition !== 'recovered' && transition !== 'repeated';
  return isRaised && id !== undefined ? `event-${id}` : undefined;
};

/** Takes an event; one of no alert belongs to the only incident that there is. */
export const takeEvent: Take = (record, { gather, time }: Intake) => {
  if (!isEvent(record)) return false;
  gather('event', alertOf(monitorEvent(record, time)), record);
  return true;
};
