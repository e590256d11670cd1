import type { Moment } from '../../primitives/moment.ts';
import type { Importer } from '../importer.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { jsonHead } from '../vendor/jsonHead.ts';
import type { Intake, Take, VendorFormat } from '../vendor/vendorFormat.ts';
import { vendorImporter } from '../vendor/vendorImporter.ts';
import { tellAlerts } from './tellAlerts.ts';
import { isAnalytics, tellAnalytics } from './tellAnalytics.ts';
import { tellIncident } from './tellIncident.ts';
import { tellLogEntries } from './tellLogEntries.ts';
import { tellNotes } from './tellNotes.ts';
import { pagerdutySource } from './pagerdutySource.ts';
import { tellTakenInHand } from './tellTakenInHand.ts';
import { pageSource, takePost, takePostUpdate, tellPostUpdates } from './statusPagePosts.ts';
import { tellWebhooks } from './tellWebhooks.ts';

const recognise = (head: string): number => {
  const seen = jsonHead(head);
  if (!seen) return 0;
  const isLog = seen.says('type', /^[a-z_]+_log_entry(?:_reference)?$/);
  const isIncident =
    seen.has('incident_number') ||
    seen.has('escalation_policy', 'urgency') ||
    (seen.has('urgency') && seen.says('type', /^incident$/));
  const isWebhook = seen.has('event_type', 'resource_type', 'occurred_at');
  const isPost = seen.says('type', /^status_page_post/) || seen.says('post_type', /./);
  const areNotes = seen.has('notes', 'content', 'created_at');
  const isBeside = seen.says('self', /^https:\/\/api\.(?:eu\.)?pagerduty\.com\//);
  if (isLog || isIncident || isWebhook || isPost) return 0.95;
  return isBeside ? 0.8 : areNotes ? 0.5 : 0;
};

/** The incident that a record names; what tells of roles names it beside each. */
const incidentOf = (record: OutsideObject): string | undefined => {
  if (record.has('incident')) return record.object('incident')?.id('id');
  const [role] = record.objects('incident_role_assignments');
  return role?.object('incident')?.id('id');
};

const each =
  (kind: string): Take =>
  (record, { gather }) => {
    gather(kind, incidentOf(record), record);
    return true;
  };

/** Incidents of others stand in lists of the same name. */
const isIncident = (record: OutsideObject): boolean =>
  record.raw('type') === 'incident' ||
  ['incident_number', 'incident_key', 'urgency', 'escalation_policy'].some((key) =>
    record.has(key),
  );

const takeIncident = (incident: OutsideObject, intake: Intake, seen?: Moment): boolean => {
  if (!isIncident(incident)) return false;
  const id = incident.id('id');
  if (id === undefined) {
    intake.leaveOut(incident.place, 'the incident has no id');
    return true;
  }
  if (isAnalytics(incident)) {
    tellAnalytics(id, incident, intake);
    return true;
  }
  tellIncident(id, incident, intake, seen);
  intake.gathered('taken-in-hand', id, [incident]);
  const first = incident.object('first_trigger_log_entry');
  const entries = incident.objects('log_entries');
  intake.gathered('log', id, first?.has('created_at') === true ? [first, ...entries] : entries);
  intake.gathered('notes', id, incident.objects('notes'));
  intake.gathered('alerts', id, incident.objects('alerts'));
  return true;
};

const takeEvent: Take = (event, intake) => {
  if (!event.has('event_type') || !event.has('occurred_at')) return false;
  const data = event.object('data');
  const id = data?.text('type') === 'incident' ? data.id('id') : data && incidentOf(data);
  if (id === undefined) {
    intake.leaveOut(
      event.place,
      `the event "${event.text('event_type') ?? ''}" is about no incident`,
    );
  } else intake.gather('webhook', id, event);
  return true;
};

/**
 * A message of the first version of webhooks, which is an event about an incident, or of the second: the incident as it was
 * then, and the entries of the log that it is about.
 */
const takeMessage: Take = (message, intake) => {
  const incident = message.object('incident');
  const id = incident?.id('id') ?? message.object('data')?.object('incident')?.id('id');
  if (id === undefined) {
    intake.leaveOut(message.place, 'the message is about no incident');
    return true;
  }
  if (!incident) intake.gather('webhook', id, message);
  else if (incident.has('created_at')) {
    takeIncident(incident, intake, intake.time(message, 'created_on'));
  }
  for (const entry of message.objects('log_entries')) intake.gather('log', id, entry);
  return true;
};

const bare: Take = (record, intake) => {
  const type = record.raw('type');
  const kind = typeof type === 'string' ? type : '';
  if (record.has('incident_number') || kind === 'incident') return takeIncident(record, intake);
  if (kind.endsWith('_log_entry')) return each('log')(record, intake);
  if (kind === 'status_page_post') return takePost(record, intake);
  if (kind === 'status_page_post_update') return takePostUpdate(record, intake);
  if (kind === 'alert') return each('alerts')(record, intake);
  return record.has('event_type') && takeEvent(record, intake);
};

const gathered = { source: pagerdutySource() };

const format: VendorFormat = {
  name: 'pagerduty',
  version: '1',
  what: 'incidents or log entries of PagerDuty',
  recognise,
  lists: {
    incidents: (incident, intake) => takeIncident(incident, intake),
    log_entries: each('log'),
    notes: each('notes'),
    alerts: each('alerts'),
    messages: takeMessage,
    posts: takePost,
    post_updates: takePostUpdate,
  },
  singles: {
    incident: (incident, intake) => takeIncident(incident, intake),
    log_entry: each('log'),
    note: each('notes'),
    alert: each('alerts'),
    event: takeEvent,
    post: takePost,
    post_update: takePostUpdate,
  },
  bare,
  envelope: (envelope, { warn }) => {
    if (envelope.raw('more') === true)
      warn(envelope.placeOf('more'), 'the list goes on: this is one page of it');
  },
  gathered: {
    log: { ...gathered, tell: tellLogEntries },
    notes: { ...gathered, tell: tellNotes },
    alerts: { ...gathered, tell: tellAlerts },
    'taken-in-hand': { ...gathered, tell: tellTakenInHand },
    webhook: { ...gathered, tell: tellWebhooks },
    'post-updates': { source: pageSource, tell: tellPostUpdates },
  },
  // How it is shown, what the log and other fields say too, and through what the vendor heard of it.
  passedOver: [
    'type',
    'self',
    'html_url',
    'summary',
    'service',
    'teams',
    'assigned_via',
    'alert_counts',
    'alert_grouping',
    'is_mergeable',
    'last_status_change_at',
    'last_status_change_by',
    'responder_requests',
    'incident',
    'channel',
    'resource_type',
    'client',
    'status_page',
    'notify_subscribers',
    'update_frequency_ms',
    'post',
    // Ids of what stands there by name too, and where a priority stands among the others.
    'service_id',
    'team_id',
    'escalation_policy_id',
    'incident_type_id',
    'priority_id',
    'priority_order',
  ],
};

/**
 * Reads PagerDuty’s JSON: incidents, their log entries, notes and alerts, as the REST API lists them or one in the other; what
 * its analytics keep of an incident; webhooks of versions 1, 2 and 3; posts of its status pages.
 *
 * @remarks
 * Shape: an incident’s record is a document that tells all of its kind; log entries, notes, alerts and webhooks only
 * add. Impact is nothing that PagerDuty tells of.
 * Source: PagerDuty’s REST API schema (PagerDuty/api-schema, reference/REST/openapiv3.json) and its description of webhooks.
 * @public
 */
export const pagerduty: Importer = vendorImporter(format);
