import type { OutsideObject } from '../json/outsideJson.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asWritten } from '../vendor/teller.ts';
import { referenced } from './referenced.ts';

/** An event that a webhook sent. */
export interface WebhookEvent {
  /** What happened, as version 3 calls it: `acknowledged`. */
  readonly type: string;
  /** When. */
  readonly at: Pick<Told, 'place' | 'at' | 'statedAt'>;
  /** What it is about: the incident, or something of it. */
  readonly data: OutsideObject | undefined;
  /** Who did it. */
  readonly agent: ReturnType<typeof referenced>;
}

/** The events of version 1, as version 3 calls them. */
const FIRST_VERSION: ReadonlyMap<string, string> = new Map([
  ['trigger', 'triggered'],
  ['acknowledge', 'acknowledged'],
  ['unacknowledge', 'unacknowledged'],
  ['resolve', 'resolved'],
  ['assign', 'reassigned'],
  ['escalate', 'escalated'],
  ['delegate', 'delegated'],
]);

/** An event, whichever version of webhooks sent it. */
export const webhookEvent = (
  event: OutsideObject,
  { time }: Pick<Teller, 'time'>,
): WebhookEvent => {
  const data = event.object('data');
  const first = event.has('event_type') ? undefined : data?.object('incident');
  const type = event.text(first ? 'type' : 'event_type')?.replace(/^incident\./, '') ?? '';
  return {
    type: first ? (FIRST_VERSION.get(type) ?? type) : type,
    at: asWritten(time, event, first ? 'created_on' : 'occurred_at'),
    data: first ?? data,
    agent: referenced(first ? first.object('last_status_change_by') : event.object('agent')),
  };
};

/** What an incident is called; empty where nothing says. */
export const titleOf = (data: OutsideObject): string => {
  const triggeredBy = data.object('trigger_summary_data');
  return (
    data.text('title') ??
    data.text('summary') ??
    triggeredBy?.text('subject') ??
    triggeredBy?.text('description') ??
    ''
  );
};

/** Whom it is assigned to, with what says since when: version 1 does for each. */
export const assigneesOf = (
  data: OutsideObject,
): readonly (readonly [assignee: OutsideObject | undefined, since?: OutsideObject])[] =>
  data.has('assignees')
    ? data.objects('assignees').map((assignee) => [assignee])
    : data.objects('assigned_to').map((assigned) => [assigned.object('object'), assigned]);
