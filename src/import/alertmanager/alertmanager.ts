import type { Importer } from '../importer.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { jsonHead } from '../vendor/jsonHead.ts';
import type { Intake, Take, VendorFormat } from '../vendor/vendorFormat.ts';
import { vendorImporter } from '../vendor/vendorImporter.ts';
import { alertKey, alertmanagerSource, tellAlerts } from './tellAlerts.ts';
import { tellGroups } from './tellGroups.ts';

const recognise = (head: string): number => {
  const seen = jsonHead(head);
  if (!seen) return 0;
  if (seen.has('groupKey', 'alerts')) return 0.95;
  return seen.has('startsAt', 'endsAt') && (seen.has('fingerprint') || seen.has('generatorURL'))
    ? 0.95
    : 0;
};

/**
 * An alert as the API lists it says all there is of it then. It writes times with fewer digits than a notification, and other fields,
 * so that it is a document beside the notifications: neither changes what the other told.
 */
const takeListed = (key: string, alert: OutsideObject, intake: Intake): void => {
  const document = {
    incident: key,
    record: `listed-alert/${key}`,
    reads: [alert],
    source: alertmanagerSource(),
    statedAt: intake.time(alert, 'updatedAt'),
  };
  intake.whole(document, (teller) => {
    tellAlerts(key, [alert], teller);
  });
};

const takeAlert: Take = (alert, intake) => {
  const key = alertKey(alert, intake.time);
  if (key === null)
    intake.leaveOut(
      alert.place,
      'an alert needs labels or a fingerprint, and the time that it started',
    );
  else if (alert.has('updatedAt')) takeListed(key, alert, intake);
  else intake.gather('alert', key, alert);
  return true;
};

/** Takes the alerts of a notification or of a group, and to which group they belonged. */
const takeGroup = (group: OutsideObject, intake: Intake): true => {
  for (const alert of group.objects('alerts')) {
    takeAlert(alert, intake);
    const key = alertKey(alert, intake.time);
    if (key !== null) intake.gather('group', key, group);
  }
  const cut = group.number('truncatedAlerts') ?? 0;
  if (cut > 0)
    intake.leaveOut(group.placeOf('truncatedAlerts'), `Alertmanager left out ${cut} alerts itself`);
  return true;
};

const bare: Take = (record, intake) => {
  if (Array.isArray(record.raw('alerts'))) return takeGroup(record, intake);
  if (!record.has('startsAt') || !record.has('labels')) return false;
  return takeAlert(record, intake);
};

const format: VendorFormat = {
  name: 'alertmanager',
  version: '1',
  what: 'alerts of Prometheus Alertmanager',
  recognise,
  lists: { data: bare },
  singles: {},
  bare,
  gathered: {
    alert: { source: alertmanagerSource(), tell: tellAlerts },
    group: { source: alertmanagerSource(), tell: tellGroups },
  },
  // What the notification says of all its alerts stands in each of them too.
  passedOver: [
    'version',
    'status',
    'state',
    'title',
    'message',
    'commonLabels',
    'commonAnnotations',
    'updatedAt',
    'endsAt',
  ],
};

/**
 * Reads the JSON of Prometheus Alertmanager: notifications to a webhook (version 4), alerts and alert groups of API version 2,
 * one or many one after the other.
 *
 * @remarks
 * Shape: an alert is an incident of its own, known by its fingerprint and the time it started; notifications only add, what the API
 * lists is a version of `updatedAt`. The fingerprint is
 * worked out of the labels where it is not written. An end is an end where the notification says `resolved`, or, in the API, where it is not after the last update; else it is when
 * the alert would time out.
 * Source: prometheus/alertmanager, api/v2/openapi.yaml, template/template.go and notify/webhook/webhook.go.
 * @public
 */
export const alertmanager: Importer = vendorImporter(format);
