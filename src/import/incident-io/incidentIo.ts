import type { Importer } from '../importer.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { jsonHead } from '../vendor/jsonHead.ts';
import type { Take, VendorFormat } from '../vendor/vendorFormat.ts';
import { vendorImporter } from '../vendor/vendorImporter.ts';
import { takeFollowUp } from './takeFollowUp.ts';
import { tellIncident } from './tellIncident.ts';
import { takePageIncident, takePageMaintenance } from './statusPages.ts';
import { takePostmortem } from './takePostmortem.ts';
import { incidentIoSource } from './incidentIoSource.ts';
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
    seen.has('pagination_meta', 'follow_ups') ||
    seen.has('status_page_incident_id') ||
    seen.has('has_debrief') ||
    seen.has('custom_field_entries') ||
    seen.has('incident_role_assignments') ||
    seen.says('event_type', /^(?:public|private)_incident\./);
  return isOurs ? 0.95 : 0;
};

const takeUpdate: Take = (update, { gather, leaveOut }) => {
  const incident = update.id('incident_id');
  if (incident === undefined) leaveOut(update.place, 'the update does not say of which incident');
  else gather('updates', incident, update);
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
  for (const action of incident.objects('follow_ups')) takeFollowUp(id)(action, intake);
  for (const action of incident.objects('actions')) takeFollowUp(id)(action, intake);
  for (const document of incident.objects('postmortem_documents'))
    takePostmortem(id)(document, intake);
  return true;
};

/** What a webhook carries stands under the name of its event. */
const takeWebhook: Take = (message, intake) => {
  const type = message.text('event_type') ?? '';
  const sent = message.object(type);
  const incident = sent?.object('incident') ?? sent;
  if (incident?.has('reference') === true) return takeIncident(incident, intake);
  if (incident?.has('incident_id') === true && incident.has('title'))
    return takeFollowUp()(incident, intake);
  intake.leaveOut(message.place, `the event "${type}" carries no incident`);
  return true;
};

const bare: Take = (record, intake) => {
  if (typeof record.raw('event_type') === 'string') return takeWebhook(record, intake);
  if (record.has('incident_timestamp_values') || record.has('mode'))
    return takeIncident(record, intake);
  if (record.has('new_incident_status')) return takeUpdate(record, intake);
  if (record.has('component_impacts')) return takePageIncident(record, intake);
  if (record.has('component_maintenance_periods')) return takePageMaintenance(record, intake);
  if (record.has('incident_id') && record.has('title') && record.has('status'))
    return takeFollowUp()(record, intake);
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
    status_page_incidents: takePageIncident,
    status_page_maintenances: takePageMaintenance,
  },
  singles: {
    incident: takeIncident,
    follow_up: takeFollowUp(),
    action: takeFollowUp(),
    postmortem_document: takePostmortem(),
    status_page_incident: takePageIncident,
    status_page_maintenance: takePageMaintenance,
  },
  bare,
  envelope: (envelope, { warn }) => {
    const meta = envelope.object('pagination_meta');
    if (meta?.id('after') !== undefined)
      warn(meta.placeOf('after'), 'the list goes on: this is one page of it');
  },
  gathered: { updates: { source: incidentIoSource(), tell: tellUpdates } },
};

/**
 * Reads incident.io’s JSON: incidents with their timestamps, updates, follow-ups, post mortems, as the API lists them or one
 * in the other; incidents and maintenances of its status pages; webhooks.
 *
 * @remarks
 * Shape: what a status page publishes is an incident of its own, since nothing in it names the other; pass the
 * incident to record it in. Timestamps are told under the event that their name says, others as notes.
 * Source: incident.io’s API version 2 as its Terraform provider’s generated client has it
 * (incident-io/terraform-provider-incident, internal/client/client.gen.go).
 * @public
 */
export const incidentIo: Importer = vendorImporter(format);
