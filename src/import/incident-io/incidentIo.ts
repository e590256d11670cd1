import type { Importer } from '../importer.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { jsonHead } from '../vendor/jsonHead.ts';
import type { Take, VendorFormat } from '../vendor/vendorFormat.ts';
import { vendorImporter } from '../vendor/vendorImporter.ts';
import { isAlert, takeAlertRecord } from './alerts.ts';
import { isEscalation, takeEscalation } from './escalations.ts';
import { takeFollowUp } from './takeFollowUp.ts';
import { tellIncident } from './tellIncident.ts';
import { tellAlerts } from './tellAlerts.ts';
import { takePageIncident, takePageMaintenance } from './statusPages.ts';
import { takePostmortem } from './takePostmortem.ts';
import { incidentIoSource } from './incidentIoSource.ts';
import { tellStatusChange } from './tellStatusChange.ts';
import { tellUpdates } from './tellUpdates.ts';

const recognise = (head: string): number => {
  const seen = jsonHead(head);
  if (!seen) return 0;
  const isOurs =
    seen.has('incident_timestamp_values') ||
    seen.has('incident_status', 'mode', 'reference') ||
    seen.has('new_incident_status') ||
    seen.has('component_impacts', 'incident_status') ||
    seen.has('component_maintenance_periods') ||
    seen.has('follow_ups') ||
    seen.has('follow_up', 'incident_id') ||
    seen.has('exported_urls', 'incident_id') ||
    seen.has('incident_alerts') ||
    seen.has('status_page_incident_id') ||
    seen.has('has_debrief') ||
    seen.has('custom_field_entries') ||
    seen.has('incident_role_assignments') ||
    seen.has('new_status', 'previous_status', 'incident_status') ||
    seen.has('deduplication_key', 'alert_source_id') ||
    seen.has('escalation_path_id') ||
    seen.has('related_alerts', 'related_incidents') ||
    seen.says('event_type', /^(?:public|private)_(?:incident|alert|escalation)\./);
  const isAction = seen.has('incident_id', 'assignee', 'status', 'completed_at');
  return isOurs ? 0.95 : isAction ? 0.8 : 0;
};

const takeUpdate: Take = (update, { gather }) => {
  gather('updates', update.id('incident_id'), update);
  return true;
};

/** Incidents of others stand in lists of the same name. */
const isIncident = (record: OutsideObject): boolean =>
  ['incident_timestamp_values', 'incident_status', 'mode'].some((key) => record.has(key));

const takeIncident: Take = (incident, intake) => {
  if (!isIncident(incident)) return false;
  const id = incident.id('id');
  if (id === undefined) {
    intake.leaveOut(incident.place, 'the incident has no id');
    return true;
  }
  tellIncident(id, incident, intake);
  intake.gathered('updates', id, incident.objects('incident_updates'));
  // Where incident.io’s own Singer tap puts them.
  const within = incident.has('updates') ? incident.objects('updates') : [];
  if (within.some((update) => update.has('new_incident_status'))) {
    intake.gathered('updates', id, within);
  }
  for (const action of incident.objects('follow_ups')) takeFollowUp(id)(action, intake);
  for (const action of incident.objects('actions')) takeFollowUp(id)(action, intake);
  for (const document of incident.objects('postmortem_documents'))
    takePostmortem(id)(document, intake);
  return true;
};

/** A follow-up has a title, an action of the response only words. */
const isFollowUp = (record: OutsideObject): boolean =>
  record.has('incident_id') &&
  record.has('status') &&
  (record.has('title') || record.has('description'));

/** What a webhook carries stands under the name of its event. */
const takeWebhook: Take = (message, intake) => {
  const type = message.text('event_type') ?? '';
  const sent = message.object(type);
  const incident = sent?.has('incident') === true ? sent.object('incident') : sent;
  if (incident?.has('reference') === true) {
    takeIncident(incident, intake);
    const id = incident.id('id');
    if (sent?.has('new_status') === true && id !== undefined) intake.gather('status', id, sent);
    return true;
  }
  if (incident && isFollowUp(incident)) return takeFollowUp()(incident, intake);
  const document =
    sent?.has('postmortem_document') === true ? sent.object('postmortem_document') : undefined;
  if (document) return takePostmortem()(document, intake);
  const alert = sent?.has('alert') === true ? sent.object('alert') : sent;
  if (alert && takeAlertRecord(alert, intake)) return true;
  const escalation = sent?.has('escalation') === true ? sent.object('escalation') : sent;
  if (escalation && takeEscalation(escalation, intake)) return true;
  intake.leaveOut(message.place, `the event "${type}" carries no incident`);
  return true;
};

/** An alert that was attached to an incident. */
const takeAlert: Take = (record, { gather }) => {
  gather(
    'alerts',
    record.has('incident') ? record.object('incident')?.id('id') : undefined,
    record,
  );
  return true;
};

const bare: Take = (record, intake) => {
  if (typeof record.raw('event_type') === 'string') return takeWebhook(record, intake);
  if (record.has('incident_timestamp_values') || record.has('mode'))
    return takeIncident(record, intake);
  if (isAlert(record)) return takeAlertRecord(record, intake);
  if (isEscalation(record)) return takeEscalation(record, intake);
  if (record.has('new_incident_status')) return takeUpdate(record, intake);
  if (record.has('component_impacts')) return takePageIncident(record, intake);
  if (record.has('component_maintenance_periods')) return takePageMaintenance(record, intake);
  if (record.has('incident_id') && record.has('document_url'))
    return takePostmortem()(record, intake);
  if (isFollowUp(record)) return takeFollowUp()(record, intake);
  return record.has('incident_status') && record.has('reference') && takeIncident(record, intake);
};

const format: VendorFormat = {
  name: 'incident-io',
  version: '1',
  what: 'incidents of incident.io',
  recognise,
  lists: {
    incidents: takeIncident,
    incident_updates: takeUpdate,
    follow_ups: takeFollowUp(),
    actions: takeFollowUp(),
    postmortem_documents: takePostmortem(),
    incident_alerts: takeAlert,
    alerts: takeAlertRecord,
    escalations: takeEscalation,
    status_page_incidents: takePageIncident,
    status_page_maintenances: takePageMaintenance,
  },
  singles: {
    incident: takeIncident,
    follow_up: takeFollowUp(),
    action: takeFollowUp(),
    postmortem_document: takePostmortem(),
    alert: takeAlertRecord,
    escalation: takeEscalation,
    status_page_incident: takePageIncident,
    status_page_maintenance: takePageMaintenance,
  },
  bare,
  envelope: (envelope, { warn }) => {
    const meta = envelope.object('pagination_meta');
    if (meta?.id('after') !== undefined)
      warn(meta.placeOf('after'), 'the list goes on: this is one page of it');
  },
  gathered: {
    updates: { source: incidentIoSource(), tell: tellUpdates },
    status: { source: incidentIoSource(), tell: tellStatusChange },
    alerts: { source: incidentIoSource(), tell: tellAlerts },
  },
  // Where it is talked about, and in whose working hours.
  passedOver: [
    'slack_team_id',
    'slack_channel_id',
    'workload_minutes_late',
    'workload_minutes_sleeping',
    'workload_minutes_working',
    'status_page_incident_id',
    'maintenance_status',
    'postmortem_document_ids',
    'alert_route_id',
    'alert_group_ids',
    'type',
    'has_debrief',
  ],
};

/**
 * Reads incident.io’s JSON: incidents with their timestamps, updates, follow-ups, post mortems, as the API lists them or one
 * in the other; alerts and escalations; incidents and maintenances of its status pages; webhooks.
 *
 * @remarks
 * Shape: what a status page publishes is an incident of its own, since nothing in it names the other; pass the
 * incident to record it in. Timestamps are told under the event that their name says, others as notes.
 * Source: incident.io’s API version 2 as its Terraform provider’s generated client has it
 * (incident-io/terraform-provider-incident, internal/client/client.gen.go).
 * @public
 */
export const incidentIo: Importer = vendorImporter(format);
