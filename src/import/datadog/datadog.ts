import type { Importer } from '../importer.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import type { JsonHead } from '../vendor/jsonHead.ts';
import { jsonHead } from '../vendor/jsonHead.ts';
import type { Gathered, Intake, Take, VendorFormat } from '../vendor/vendorFormat.ts';
import { vendorImporter } from '../vendor/vendorImporter.ts';
import { tellAttachments } from './tellAttachments.ts';
import { tellImpacts } from './tellImpacts.ts';
import { tellIncident } from './tellIncident.ts';
import { tellOverrides } from './tellOverrides.ts';
import { relatedId } from './relatedId.ts';
import { datadogMonitors, datadogSource } from './datadogSource.ts';
import { takeEvent } from './takeEvent.ts';
import { tellMonitorEvents } from './tellMonitorEvents.ts';
import { tellTimeline } from './tellTimeline.ts';
import { tellTodos } from './tellTodos.ts';

/** Whether a text looks like events: of the API, or as webhooks send them. */
const isOfEvents = (seen: JsonHead): boolean =>
  seen.has('alert_transition') ||
  seen.has('ALERT_TRANSITION') ||
  seen.has('alert_cycle_key') ||
  seen.has('alert_cycle_key_txt') ||
  seen.has('date_happened', 'title') ||
  seen.says('event_type', /(?:_alert|_monitor|^service_check|_slo_alert)$/) ||
  (seen.says(
    'title',
    /^(?:\[P[1-5]\]\s*)?\[(?:Re-)?(?:Triggered|Recovered|Warn|No Data|Renotify)\b/i,
  ) &&
    (seen.has('last_updated') || seen.has('date') || seen.has('timestamp')));

const recognise = (head: string): number => {
  const seen = jsonHead(head);
  if (!seen) return 0;
  if (isOfEvents(seen)) return 0.9;
  if (!seen.has('attributes')) return 0;
  const isOurs =
    seen.says(
      'type',
      /^(?:incidents(?:_search_results)?|incident_impacts|incidents?_timestamp_overrides|incident_todos|incident_attachments|incident_timeline\w*)$/,
    ) ||
    seen.has('customer_impact_scope') ||
    seen.has('time_to_repair') ||
    seen.has('cell_type');
  return isOurs ? 0.95 : 0;
};

/** The kinds of record beside an incident, by their type, each with the name of its relation to the incident. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^incident_impacts$/, 'impact'],
  [/^incidents?_timestamp_overrides$/, 'override'],
  [/^incident_todos$/, 'todo'],
  [/^incident_timeline/, 'timeline'],
  [/^incident_attachments$/, 'attachment'],
];

const incidentOf = (record: OutsideObject): string | undefined =>
  record.object('attributes')?.id('incident_id') ?? relatedId(record, 'incident');

/** What is included beside incidents says nothing of one where it is a user, a team, an attachment. */
const takeIncluded: Take = (record, intake) => take(record, intake) || record.has('type');

const take: Take = (record, intake) => {
  const type = record.text('type') ?? '';
  if (type === 'incidents') return takeIncident(record, intake);
  if (type === 'incidents_search_results') return takeFound(record, intake);
  if (type === 'event') return takeEvent(record, intake);
  const kind = KINDS.find(([pattern]) => pattern.test(type))?.[1];
  if (kind === undefined) return false;
  intake.gather(kind, incidentOf(record), record);
  return true;
};

const takeIncident = (record: OutsideObject, intake: Intake): true => {
  const id = record.id('id');
  if (id === undefined) intake.leaveOut(record.place, 'the incident has no id');
  else {
    tellIncident(id, record, intake);
    const impacts = record.object('relationships')?.object('impacts')?.objects('data') ?? [];
    for (const impact of impacts) {
      const impactId = impact.id('id');
      if (impactId !== undefined) intake.relate(impactId, id);
    }
  }
  return true;
};

/** What a search found; an incident that is included, too, is the same. */
const takeFound = (results: OutsideObject, intake: Intake): true => {
  for (const found of results.object('attributes')?.objects('incidents') ?? []) {
    const record = found.object('data');
    const id = record?.id('id');
    if (!record || id === undefined) intake.leaveOut(found.place, 'the incident has no id');
    else if (!intake.knows(id)) takeIncident(record, intake);
  }
  return true;
};

const bare: Take = (record, intake) =>
  record.has('attributes') && typeof record.raw('type') === 'string'
    ? take(record, intake)
    : takeEvent(record, intake);

/** When a record was last changed, whichever way it says so. */
const versionAt: Gathered['versionAt'] = (record, time) => {
  const attributes = record.object('attributes');
  if (!attributes) return time(record, 'modified');
  return (
    time(attributes, 'deleted_at') ??
    time(attributes, 'modified') ??
    time(attributes, 'modified_at')
  );
};

const format: VendorFormat = {
  name: 'datadog',
  version: '1',
  what: 'incidents or events of Datadog',
  recognise,
  lists: { data: take, included: takeIncluded, events: takeEvent },
  singles: { data: take, event: takeEvent },
  bare,
  gathered: {
    event: { source: datadogMonitors, tell: tellMonitorEvents },
    impact: { source: datadogSource, tell: tellImpacts, versionAt },
    override: { source: datadogSource, tell: tellOverrides, versionAt },
    todo: { source: datadogSource, tell: tellTodos, versionAt },
    timeline: { source: datadogSource, tell: tellTimeline },
    attachment: { source: datadogSource, tell: tellAttachments, versionAt },
  },
  // Who made and changed the record, and what others of its fields say too.
  passedOver: [
    'type',
    'relationships',
    'created_by',
    'created_by_uuid',
    'declared_by',
    'last_modified_by',
    'last_modified_by_uuid',
    'createdBy',
    'createdByUuid',
    'lastModifiedBy',
    'lastModifiedByUuid',
    'commander',
    'field_analytics',
    'org',
  ],
  inner: 'attributes',
};

/**
 * Reads the JSON of Datadog’s incident API, version 2: incidents, their impacts, timeline, timestamp overrides and tasks, listed
 * or included.
 *
 * @remarks
 * Shape: an override is a later statement of Datadog’s, so that it is chosen while what it overrides stays; the two contradict
 * each other in the claims. Times to detect, repair and resolve that Datadog computed are kept as notes.
 * Source: DataDog/datadog-api-client-rust, datadogV2 models of incidents; DataDog/documentation on timestamp overrides.
 * @public
 */
export const datadog: Importer = vendorImporter(format);
