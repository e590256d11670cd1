import type { Importer } from '../importer.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { jsonHead } from '../vendor/jsonHead.ts';
import type { Intake, Take, VendorFormat } from '../vendor/vendorFormat.ts';
import { vendorImporter } from '../vendor/vendorImporter.ts';
import { tellAlert } from './tellAlert.ts';
import { tellIncident } from './tellIncident.ts';
import { tellLogs } from './tellLogs.ts';
import { tellNotes } from './tellNotes.ts';
import { opsgenieSource } from './opsgenieSource.ts';
import { tellTimeline } from './tellTimeline.ts';
import { tellWebhooks } from './tellWebhooks.ts';

const recognise = (head: string): number => {
  const seen = jsonHead(head);
  if (!seen) return 0;
  if (seen.has('tinyId') || seen.has('impactDetectDate') || seen.has('integrationId', 'alert'))
    return 0.95;
  const isLog = seen.has('log', 'createdAt', 'owner') || seen.has('note', 'createdAt', 'owner');
  return isLog || seen.has('eventTime', 'group', 'hidden') ? 0.8 : 0;
};

/** Records of an alert or incident that stand in a list, or in an object with `entries`. */
const within = (record: OutsideObject, key: string): readonly OutsideObject[] => {
  if (!record.has(key)) return [];
  return Array.isArray(record.raw(key))
    ? record.objects(key)
    : (record.object(key)?.objects('entries') ?? []);
};

/** An alert says whether somebody acknowledged it; an incident has no such field, and may have an impact. */
const isIncident = (record: OutsideObject): boolean =>
  record.has('impactedServices') ||
  record.has('impactStartDate') ||
  record.has('statusPageEntry') ||
  record.raw('status') === 'resolved' ||
  (record.has('ownerTeam') && !record.has('acknowledged'));

const takeRecord: Take = (record, intake) => {
  if (!record.has('tinyId') && !record.has('message')) return false;
  const id = record.id('id') ?? record.id('alertId');
  if (id === undefined) {
    intake.leaveOut(record.place, 'it has no id');
    return true;
  }
  if (isIncident(record)) tellIncident(id, record, intake);
  else tellAlert(id, record, intake);
  for (const [kind, key] of [
    ['log', 'logs'],
    ['notes', 'notes'],
    ['timeline', 'timeline'],
    ['timeline', 'timelines'],
  ] as const) {
    intake.gathered(kind, id, within(record, key));
  }
  return true;
};

/** What an answer lists: alerts or incidents; else logs, notes or a timeline, which do not say of what. */
const takeData: Take = (record, intake) => {
  if (record.has('log')) intake.gather('log', undefined, record);
  else if (record.has('note') && record.has('createdAt')) intake.gather('notes', undefined, record);
  else if (record.has('eventTime')) intake.gather('timeline', undefined, record);
  else if (record.has('entries')) takeTimeline(record, intake);
  else return takeRecord(record, intake);
  return true;
};

const takeTimeline = (record: OutsideObject, intake: Intake): void => {
  for (const entry of record.objects('entries')) intake.gather('timeline', undefined, entry);
};

const takeWebhook: Take = (message, intake) => {
  const alert = message.object('alert');
  const id = alert?.id('alertId') ?? alert?.id('id');
  if (id === undefined) intake.leaveOut(message.place, 'the message is about no alert');
  else intake.gather('webhook', id, message);
  return true;
};

const bare: Take = (record, intake) => {
  if (typeof record.raw('action') === 'string' && record.has('alert'))
    return takeWebhook(record, intake);
  return record.has('tinyId') && takeRecord(record, intake);
};

const gathered = { source: opsgenieSource() };

const format: VendorFormat = {
  name: 'opsgenie',
  version: '1',
  what: 'alerts or incidents of Opsgenie',
  recognise,
  // The same product as a part of Jira Service Management lists `values`.
  lists: {
    data: takeData,
    values: takeData,
    alerts: takeRecord,
    incidents: takeRecord,
  },
  singles: { data: takeData, alert: takeRecord, incident: takeRecord },
  bare,
  envelope: (envelope, { warn }) => {
    const paging = envelope.object('paging');
    if (paging?.has('next') === true)
      warn(paging.placeOf('next'), 'the list goes on: this is one page of it');
    const links = envelope.has('links') ? envelope.object('links') : undefined;
    if (links && (links.text('next') ?? '') !== '')
      warn(links.placeOf('next'), 'the list goes on: this is one page of it');
  },
  gathered: {
    log: { ...gathered, tell: tellLogs },
    notes: { ...gathered, tell: tellNotes },
    timeline: { ...gathered, tell: tellTimeline },
    webhook: { ...gathered, tell: tellWebhooks },
  },
  // Who has looked at it, and through which integration the vendor heard of it.
  passedOver: [
    'type',
    'isSeen',
    'seen',
    'integrationId',
    'integrationName',
    'integrationType',
    'offset',
    'hidden',
  ],
  inner: 'alert',
};

/**
 * Reads Opsgenie’s JSON: alerts with their logs and notes, incidents with their timeline, as its API lists them or one in the
 * other, and its webhooks.
 *
 * @remarks
 * Shape: an alert is an incident of its own, raised when it was created and resolved when it was closed. Times may be ISO
 * 8601, milliseconds or nanoseconds. Owners are mail addresses, which are no opaque ids: they are left out.
 * Source: opsgenie/opsgenie-go-sdk-v2, alert/result.go and alert/report.go, and Opsgenie’s description of its alert data.
 * @public
 */
export const opsgenie: Importer = vendorImporter(format);
